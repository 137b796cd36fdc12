import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {fans} from '../../bench/generate.js';
import {paint} from '../../source/canvas/paint.js';
import type {Side} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {zooms} from '../../source/layout/geometry.js';
import {layOut} from '../../source/layout/layout.js';
import {assertDrawing} from '../helpers/assert-drawing.js';
import {anyDiagram, anyStar, diagramOf} from '../helpers/diagrams.js';
import {cases} from '../helpers/golden.js';

const samples = readdirSync('samples').filter(name => name.endsWith('.fz'));
const sample = (name: string) => read(readFileSync(`samples/${name}`, 'utf8')).diagram;
/** A thousand random diagrams a run, by three properties. */
const runs = Number(process.env.FLOWZAP_RUNS ?? 1000);

for (const name of samples) {
	test(`${name} can be read back from its drawing`, t => {
		for (const zoom of zooms)
			for (const spread of ['packed', 'flow'] as const)
				for (const fold of [1, 3, Number.POSITIVE_INFINITY])
					t.notThrows(() => assertDrawing(sample(name), {zoom, spread, fold}), `${zoom} ${spread} ${fold}`);
	});
}

for (const {name, input, kept} of cases('test/layout/cases')) {
	test(`${name} is drawn as it was approved, and can be read back`, t => {
		const {diagram} = read(input);
		const text = paint(layOut(diagram)).text();
		t.is(text, kept(text));
		for (const options of [{}, {spread: 'flow'}, {fold: 3}] as const)
			t.notThrows(() => assertDrawing(diagram, options), JSON.stringify(options));
	});
}

test('any diagram can be read back from its drawing', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyDiagram, diagram => assertDrawing(diagram, {})),
			{numRuns: Math.ceil(runs * 0.6), includeErrorInReport: true},
		),
	);
});

test('any diagram can be read back in the other zooms, the other spread, folded, and in the characters of a console', t => {
	const options = fc.record({
		zoom: fc.constantFrom(...zooms),
		spread: fc.constantFrom('packed' as const, 'flow' as const),
		fold: fc.constantFrom(1, 2, 3, 5, Number.POSITIVE_INFINITY),
	});
	// In ASCII a corner and a crossing look alike: no reader can tell them apart.
	const characters = fc.constantFrom('unicode' as const, 'cp437' as const);
	t.notThrows(() =>
		fc.assert(fc.property(anyDiagram, options, characters, assertDrawing), {
			numRuns: Math.ceil(runs * 0.3),
			includeErrorInReport: true,
		}),
	);
});

test('a star can be read back from its drawing', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyStar, diagram => assertDrawing(diagram, {})),
			{numRuns: Math.ceil(runs * 0.1), includeErrorInReport: true},
		),
	);
});

test('two fan-outs joined crosswise, too many wires to compare, can be read back', t => {
	t.notThrows(() => assertDrawing(fans(300), {}));
});

test('lines that come towards each other across the border of a lane keep apart', t => {
	const node = (lane: number) => ({shape: 'rectangle' as const, lane, label: ''});
	const edge = (from: number, fromSide: Side, to: number) => ({
		from,
		to,
		fromSide,
		toSide: 'left' as const,
		label: '',
		forward: false,
	});
	const diagram = diagramOf({
		lanes: 3,
		nodes: [node(0), node(2), node(0), node(2), node(1)],
		edges: [edge(0, 'bottom', 1), edge(2, 'top', 0), edge(3, 'top', 4)],
	});
	t.notThrows(() => assertDrawing(diagram, {}));
});
