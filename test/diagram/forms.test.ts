import test from 'ava';
import fc from 'fast-check';
import {mend} from '../../source/checks/fixes.js';
import type {Diagram} from '../../source/diagram/diagram.js';
import {format} from '../../source/diagram/format.js';
import {read} from '../../source/diagram/read.js';
import {parse} from '../../source/syntax/parse.js';
import {graphOf} from '../helpers/graph.js';
import {program} from '../helpers/programs.js';

/** Hints that depend on the numbers of nodes and the lengths of labels. */
const incidental = new Set(['number-gap', 'long-label']);

function plain({nodes, edges}: Diagram) {
	return {
		nodes: nodes.map(({id, lane, shape, label}) => JSON.stringify([id, lane, shape, label])).sort(),
		edges: edges
			.filter(({synthetic}) => !synthetic)
			.map(({from, to, fromSide, toSide, label}) => JSON.stringify([from, to, fromSide, toSide, label]))
			.sort(),
	};
}

test('every combination of the published forms means what it says, and what is odd is told', t => {
	fc.assert(
		fc.property(fc.gen(), draw => {
			const {text, nodes, edges, codes} = program(draw);
			const {diagram, problems} = read(text);
			t.deepEqual(plain(diagram), {nodes, edges}, text);
			const told = new Set(problems.map(({code}) => code).filter(code => !incidental.has(code)));
			t.deepEqual([...told].sort(), [...codes].sort(), text);
		}),
		{numRuns: 200, seed: 1},
	);
	t.pass();
});

test('the canonical form is its own canonical form, and means the same', t => {
	fc.assert(
		fc.property(fc.gen(), draw => {
			const {text} = program(draw);
			const formatted = format(text);
			if ('errors' in formatted) return t.fail(text);
			t.deepEqual(format(formatted.text), formatted, text);
			const again = read(formatted.text);
			t.deepEqual(graphOf(again.diagram), graphOf(read(text).diagram), text);
			const own = [
				'lane-id-form',
				'unknown-attribute',
				'extra-attribute',
				'duplicate-edge',
				'missing-condition',
			];
			const left = again.problems
				.map(({code}) => code)
				.filter(code => !incidental.has(code) && !own.includes(code));
			t.deepEqual(left, [], formatted.text);
		}),
		{numRuns: 200, seed: 1},
	);
	t.pass();
});

/** The kinds of statements that the canonical form writes one for one; lanes are joined, stray names are comments. */
function kinds(text: string): string[] {
	const other = ['open', 'close', 'name', 'comment', 'fence'];
	return parse(text)
		.tree.statements.map(({kind}) => kind as string)
		.filter(kind => !other.includes(kind))
		.sort();
}

test('the canonical form drops no statement', t => {
	fc.assert(
		fc.property(fc.gen(), draw => {
			const {text} = program(draw);
			const formatted = format(text);
			t.deepEqual('text' in formatted ? kinds(formatted.text) : [], kinds(text), text);
		}),
		{numRuns: 200, seed: 1},
	);
	t.pass();
});

test('mending leaves no fix over, and means the same', t => {
	fc.assert(
		fc.property(fc.gen(), draw => {
			const {text} = program(draw);
			const {text: mended} = mend(text);
			t.deepEqual(graphOf(read(mended).diagram), graphOf(read(text).diagram), mended);
			t.true(
				read(mended).problems.every(({fix}) => !fix),
				mended,
			);
		}),
		{numRuns: 100, seed: 1},
	);
	t.pass();
});
