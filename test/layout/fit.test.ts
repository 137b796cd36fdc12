import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {read} from '../../source/diagram/read.js';
import {layOutWithin, sights} from '../../source/layout/fit.js';
import {layOut} from '../../source/layout/layout.js';
import {anyDiagram} from '../helpers/diagrams.js';

const blueGreen = read(readFileSync('samples/blue-green.fz', 'utf8')).diagram;

test('where a drawing is too wide its lanes are folded before labels are left out', t => {
	const unfolded = layOut(blueGreen, {wrap: 8});
	const layout = layOutWithin(blueGreen, 80);
	t.true(unfolded.width > 80 && layout.width <= 80 && layout.height > unfolded.height);
	const texts = layout.nodes.map(({lines}) => lines.join(' '));
	t.deepEqual(
		texts,
		blueGreen.nodes.map(({label}) => label),
	);
});

test('a folded drawing has as many columns of boxes as fit', t => {
	for (const columns of [80, 100, 120]) {
		const layout = layOutWithin(blueGreen, columns);
		const across = new Set(layout.nodes.map(({x, width}) => x + ((width - 1) >> 1))).size;
		t.true(layOut(blueGreen, {wrap: 14, fold: across + 1}).width > columns, `${across} in ${columns}`);
	}
});

test('what is asked for is neither folded nor unfolded', t => {
	t.deepEqual(layOutWithin(blueGreen, 80, {fold: 2, zoom: 'ids'}), layOut(blueGreen, {fold: 2, zoom: 'ids'}));
});

test('no drawing becomes less than a third as wide by labels that are wrapped sooner', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyDiagram, fc.constantFrom('full', 'compact'), (diagram, zoom) => {
				const widths = sights.filter(sight => sight.zoom === zoom).map(sight => layOut(diagram, sight).width);
				return Math.min(...widths) * 3 > (widths[0] ?? 0);
			}),
			{numRuns: 50},
		),
	);
});

test('a layout is no wider than its place where any is not', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyDiagram, fc.integer({min: 20, max: 200}), (diagram, columns) => {
				const {width} = layOutWithin(diagram, columns);
				const fits = sights.some(sight => layOut(diagram, sight).width <= columns);
				return width <= columns || !fits;
			}),
			{numRuns: 50},
		),
	);
});
