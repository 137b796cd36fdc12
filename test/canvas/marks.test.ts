import test from 'ava';
import fc from 'fast-check';
import type {Light} from '../../source/canvas/canvas.js';
import {paint} from '../../source/canvas/paint.js';
import {breakpointMark, laneFrames, tokenMark} from '../../source/canvas/shapes.js';
import {laneBorder, strokeGlyph} from '../../source/canvas/strokes.js';
import {layOut} from '../../source/layout/layout.js';
import {anyDiagram} from '../helpers/diagrams.js';

const nothing: ReadonlySet<string> = new Set();

for (const set of ['unicode', 'cp437', 'ascii'] as const)
	test(`a breakpoint and a token have each a cell of their own in a frame: ${set}`, t => {
		t.notThrows(() =>
			fc.assert(
				fc.property(anyDiagram, diagram => {
					const layout = layOut(diagram, {zoom: 'full'});
					const canvas = paint(layout, set);
					const all = new Set(diagram.nodes.map(({id}) => id));
					const light: Light = {nodes: nothing, edges: nothing, tokens: all};
					const [dark, stopped, both] = [
						Array.from(canvas.text({...light, tokens: nothing})),
						Array.from(canvas.text({...light, tokens: nothing, breakpoints: all})),
						Array.from(canvas.text({...light, breakpoints: all})),
					];
					const marks = stopped.flatMap((sign, at) => (sign === dark[at] ? [] : [at]));
					t.is(marks.length, layout.nodes.length);
					for (const at of marks) {
						t.is(dark[at], ' ');
						t.is(stopped[at], breakpointMark[set]);
						t.is(both[at], breakpointMark[set]);
					}
					const tokens = both.filter((sign, at) => sign === tokenMark[set].moves && dark[at] === ' ');
					t.is(tokens.length, layout.nodes.length);
					const resting = Array.from(canvas.text({...light, resting: all}));
					const others = resting.filter((sign, at) => sign === tokenMark[set].rests && dark[at] === ' ');
					t.is(others.length, layout.nodes.length);
					t.is(
						canvas.text({...light, nodes: all, tokens: nothing}),
						resting
							.map((sign, at) => (sign === tokenMark[set].rests && dark[at] === ' ' ? ' ' : sign))
							.join(''),
					);
				}),
				{includeErrorInReport: true},
			),
		);
	});

for (const set of ['unicode', 'cp437', 'ascii'] as const)
	test(`no walked line looks like the border of a lane: ${set}`, t => {
		const borders = [laneFrames[set].first, laneFrames[set].below].flatMap(frame => [
			...[frame.topLeft, frame.top, frame.topRight, frame.bottomLeft, frame.bottom, frame.bottomRight],
			...frame.sides(0, 1),
			laneBorder[set],
		]);
		for (let arms = 1; arms < 16; arms++)
			for (const dashed of [false, true]) t.false(borders.includes(strokeGlyph(set, arms, arms, dashed)));
	});
