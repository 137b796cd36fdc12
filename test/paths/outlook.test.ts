import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type {Diagram} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {leave, startsOf} from '../../source/paths/network.js';
import {type Outcomes, outcomesOf} from '../../source/paths/outcome.js';
import {type Ahead, outlook} from '../../source/paths/outlook.js';
import {everything, Query} from '../../source/paths/query.js';
import {isExact, Tallies} from '../../source/paths/tally.js';
import {isLoopEnd, isTrapped, nodesOn, reaches, routesFrom, verdictOn} from '../helpers/brute-force.js';
import {diagramOf, randomDiagram} from '../helpers/random-diagram.js';
import {sketch} from '../helpers/sketch.js';

const blueGreen = read(readFileSync('samples/blue-green.fz', 'utf8')).diagram;

function counts(ahead: Ahead | undefined): Record<string, bigint> {
	return Object.fromEntries((ahead?.outcomes ?? []).map(({outcome, count}) => [outcome, count]));
}

/** The same by listing every route. */
function listed(outcomes: Outcomes, node: string, walked: string[], routes: string[][]) {
	const result: Record<string, bigint> = {};
	for (const route of routes) {
		const {outcome} = verdictOn(outcomes, node, [...walked, ...route]);
		result[outcome] = (result[outcome] ?? 0n) + 1n;
	}
	return result;
}

test('blue-green: 6 routes, 2 to success and 4 to rollback', t => {
	const ahead = outlook(outcomesOf(blueGreen));
	t.deepEqual(counts(ahead.all()), {success: 2n, rollback: 4n});
	t.like(ahead.all(), {total: {count: 6n, exact: true}, steps: 10, decisions: 2});
});

test('a branch shows what can still happen behind it', t => {
	const ahead = outlook(outcomesOf(blueGreen));
	const view = ahead.from('n11');
	t.deepEqual(counts(view.branches.get('e11')), {success: 1n, rollback: 1n});
	t.deepEqual(counts(view.branches.get('e12')), {rollback: 1n});
	t.deepEqual(counts(ahead.from('n4', ['e18', 'e22'])), {rollback: 1n});
	t.deepEqual(counts(ahead.from('n5', ['e21', 'e4'])), {success: 1n});
});

test('the shortest way to an outcome', t => {
	const ahead = outlook(outcomesOf(blueGreen));
	t.deepEqual(ahead.wayTo('rollback', 'n10'), ['e10', 'e12', 'e14', 'e4']);
	t.is(ahead.wayTo('success', 'n13'), undefined);
});

test('to leave a loop is no step, and what never ends is a way until it comes round', t => {
	const left = sketch('(s) -> <which?> -A-> wait -> look', '<which?> -B-> ask ~again~> <which?>');
	const [first = ''] = left.nodes.map(({id}) => id);
	const wordsOf = (diagram: Diagram, way: readonly string[] | undefined) =>
		way?.map(edge => diagram.node(diagram.edge(edge).to).label);
	t.deepEqual(wordsOf(left, outlook(outcomesOf(left)).wayTo('dead end', first)), ['which?', 'ask']);
	const round = sketch('(s) -> check -> <good?> -Yes-> note -> check', '<good?> -No-> <good?>');
	const ahead = outlook(outcomesOf(round));
	t.deepEqual(wordsOf(round, ahead.wayTo('never ends', first)), ['check', 'good?', 'good?']);
	const [, check = ''] = round.nodes.map(({id}) => id);
	t.deepEqual(wordsOf(round, ahead.wayTo('never ends', check)), ['good?', 'good?']);
});

test('the shortest way may lead back over what was walked, which then says nothing', t => {
	const diagram = diagramOf(
		[
			['circle', ''],
			['circle', ''],
			['circle', ''],
			['circle', 'Success'],
		],
		[
			[2, 0, ''],
			[0, 1, ''],
			[0, 2, 'Success'],
			[1, 0, 'Failed twice?'],
			[0, 3, ''],
		],
	);
	const [, there, , back, on] = diagram.edges.map(({id}) => id);
	const ahead = outlook(outcomesOf(diagram));
	t.deepEqual(ahead.wayTo('success', diagram.nodes[1]?.id ?? '', [there ?? '']), [back, on]);
});

for (const rounds of [0, 1, 2])
	test(`on random diagrams the counts are those of a listing by brute force, ${rounds} rounds`, t => {
		fc.assert(
			fc.property(randomDiagram(rounds === 2 ? 5 : 6), diagram => {
				const outcomes = outcomesOf(diagram);
				const tally = new Tallies(outcomes, rounds).all();
				const all: Record<string, bigint> = {};
				for (const start of startsOf(diagram)) {
					const routes = routesFrom(diagram, start, rounds);
					for (const [name, count] of Object.entries(listed(outcomes, start, [], routes)))
						all[name] = (all[name] ?? 0n) + count;
				}
				t.true(isExact(tally));
				const named = Array.from(tally.counts, ([index, count]) => [outcomes.name(index), count]);
				t.deepEqual(Object.fromEntries(named), all);
				if (rounds === 1) t.deepEqual(counts(outlook(outcomes).all()), all);
			}),
			{numRuns: 400},
		);
	});

/** Nodes of the cycle of `node` on the way there, less the rounds that were made; none where nothing leaves that cycle. */
function passedBefore(diagram: Diagram, node: string, walked: readonly string[]): string[] {
	const isOnCycle = (other: string) => reaches(diagram, other, node) && reaches(diagram, node, other);
	if (isTrapped(diagram, node)) return [];
	const passed: string[] = [];
	for (const from of walked.map(edge => diagram.edge(edge).from)) {
		if (passed.includes(from)) passed.length = passed.indexOf(from);
		if (isOnCycle(from)) passed.push(from);
	}
	return passed.includes(node) ? passed.slice(0, passed.indexOf(node)) : passed;
}

test('what is said behind a branch is what is said once it is taken, unless that ends a round', t => {
	fc.assert(
		fc.property(randomDiagram(5), fc.array(fc.nat(5), {maxLength: 6}), (diagram, turns) => {
			const ahead = outlook(outcomesOf(diagram));
			let node = startsOf(diagram)[0] ?? '';
			const walked: string[] = [];
			const passed = new Set([node]);
			for (const turn of turns) {
				const out = diagram.out(node);
				const edge = out[turn % out.length];
				if (!edge) break;
				const behind = counts(ahead.from(node, walked).branches.get(edge.id));
				walked.push(edge.id);
				node = edge.to;
				if (!passed.has(node) && !isTrapped(diagram, node))
					t.deepEqual(counts(ahead.from(node, walked)), behind);
				passed.add(node);
			}
		}),
		{numRuns: 500},
	);
});

test('what is ahead is the same whatever was asked before', t => {
	const diagram = diagramOf(
		[
			['circle', ''],
			['rectangle', ''],
			['rectangle', ''],
		],
		[
			[0, 1, 'Rejected'],
			[1, 2, ''],
			[0, 2, 'Rejected'],
		],
	);
	const ahead = outlook(outcomesOf(diagram));
	for (const walked of [['e3'], ['e1', 'e2'], ['e3']]) {
		const fresh = outlook(outcomesOf(diagram));
		t.deepEqual(counts(ahead.from('n2', walked)), counts(fresh.from('n2', walked)));
	}
	t.deepEqual(counts(ahead.from('n2', ['e3'])), {rejected: 1n});
});

test('after any walk, what is ahead is what a listing from there says, by branch too', t => {
	fc.assert(
		fc.property(randomDiagram(5), fc.array(fc.nat(5), {maxLength: 6}), (diagram, turns) => {
			const outcomes = outcomesOf(diagram);
			const ahead = outlook(outcomes);
			let node = startsOf(diagram)[0] ?? '';
			const walked: string[] = [];
			for (const turn of turns) {
				const out = diagram.out(node);
				const edge = out[turn % out.length];
				if (!edge) break;
				walked.push(edge.id);
				node = edge.to;
			}
			const passed = passedBefore(diagram, node, walked);
			const routes = routesFrom(diagram, node, 1, {passed});
			const view = ahead.from(node, walked);
			t.deepEqual(counts(view), listed(outcomes, node, walked, routes));
			for (const [edge, branch] of view.branches) {
				const through = routes.filter(route => route[0] === edge);
				t.deepEqual(counts(branch), listed(outcomes, node, walked, through));
			}
			const stepsOf = (route: readonly string[]) => nodesOn(diagram, node, route).length - 1;
			const endOf = (route: readonly string[]) => nodesOn(diagram, node, route).at(-1) ?? '';
			const ending = routes.filter(route => !isTrapped(diagram, endOf(route)));
			t.is(view.steps ?? Infinity, Math.min(...ending.map(stepsOf)));
			for (const {outcome} of view.outcomes) {
				const way = ahead.wayTo(outcome, node, walked);
				const of = (route: readonly string[]) => verdictOn(outcomes, node, [...walked, ...route]).outcome;
				if (way === undefined) t.fail(`no way to ${outcome}`);
				else {
					const ends = isLoopEnd(diagram, endOf(way)) ? [...way, leave] : way;
					t.true(of(way) === outcome || of(ends) === outcome);
					const least = Math.min(...routes.filter(route => of(route) === outcome).map(stepsOf));
					if (passed.length === 0) t.is(way.length, least);
					else t.true(way.length <= least);
				}
			}
		}),
		{numRuns: 500},
	);
});

test('a ladder of 200 decisions is counted exactly', t => {
	const edges = Array.from({length: 200}, (_, i): [number, number, string][] => [
		[i, i + 1, 'Yes'],
		[i, i + 1, 'No'],
	]).flat();
	const nodes = Array.from({length: 201}, (_, i): ['diamond' | 'circle', string] => [
		i < 200 ? 'diamond' : 'circle',
		'',
	]);
	const diagram = diagramOf(nodes, edges);
	t.is(outlook(outcomesOf(diagram)).all().total.count, 2n ** 200n);
});

test('a retry round a ladder of 60 decisions is counted exactly, without walking it', t => {
	const edges = Array.from({length: 60}, (_, i): [number, number, string][] => [
		[i, i + 1, 'Yes'],
		[i, i + 1, 'No'],
	]).flat();
	const nodes = Array.from({length: 62}, (): ['rectangle', string] => ['rectangle', '']);
	const diagram = diagramOf(nodes, [...edges, [60, 0, 'again'], [60, 61, 'out']]);
	t.is(outlook(outcomesOf(diagram)).all().total.count, 2n ** 60n + 2n ** 120n);
});

/** 24 nodes that each lead to every other, behind a start that leads to an end as well. */
const tangle = diagramOf(
	Array.from({length: 28}, (_, i): ['circle', string] => ['circle', i < 24 || i === 26 ? '' : `end ${i}`]),
	[
		...Array.from({length: 24}, (_, a) =>
			Array.from({length: 24}, (_, b): [number, number, string] => [a, b, '']).filter(([, b]) => a !== b),
		).flat(),
		[5, 24, ''],
		[7, 25, ''],
		[26, 27, ''],
		[26, 0, ''],
	],
);

test('where counting gives up it says at least, and misses no way out', t => {
	const ahead = outlook(outcomesOf(tangle)).all();
	t.false(ahead.total.exact);
	t.deepEqual(
		ahead.outcomes.map(({outcome, exact}) => [outcome, exact]),
		[
			['end 24', false],
			['end 25', false],
			['end 27', true],
		],
	);
});

test('where counting gives up, what a question asks for is exact if nothing uncounted comes to it', t => {
	const count = (...outcomes: string[]) => new Query(outcomesOf(tangle), {...everything, outcomes}).count();
	t.deepEqual(
		count().outcomes.map(({outcome, count}) => [outcome, count.exact]),
		[
			['end 24', false],
			['end 25', false],
			['end 27', true],
		],
	);
	t.deepEqual(count('end 27').total, {value: 1n, exact: true});
	t.false(count('end 27', 'end 24').total.exact);
});

test('where counting gives up, it is exact for those outcomes that nothing uncounted comes to', t => {
	let [sure, unsure] = [0, 0];
	fc.assert(
		fc.property(randomDiagram(6), fc.nat(20), (diagram, steps) => {
			const outcomes = outcomesOf(diagram);
			const tally = new Tallies(outcomes, 1, {steps}).all();
			if (isExact(tally)) return;
			const all = new Tallies(outcomes, 1).all();
			for (const outcome of outcomes.names.keys()) {
				const [found, count] = [tally, all].map(({counts}) => counts.get(outcome) ?? 0n);
				if (isExact(tally, outcome)) t.is(found, count);
				else unsure += 1;
				if (isExact(tally, outcome) && count) sure += 1;
			}
		}),
		{numRuns: 2000},
	);
	t.true(sure > 0 && unsure > 0, `${sure} ${unsure}`);
});

test('a chain of 10,000 nodes and a fan-out of 5,000 are counted', t => {
	const chain = diagramOf(
		Array.from({length: 10_000}, (): ['rectangle', string] => ['rectangle', '']),
		Array.from({length: 9999}, (_, i): [number, number, string] => [i, i + 1, '']),
	);
	t.like(outlook(outcomesOf(chain)).all(), {total: {count: 1n}, steps: 9999});
	const fan = diagramOf(
		Array.from({length: 5001}, (_, i): ['circle', string] => [
			'circle',
			`way ${'x'.repeat(i % 70)}${'y'.repeat(i / 70)}`,
		]),
		Array.from({length: 5000}, (_, i): [number, number, string] => [0, i + 1, '']),
	);
	const view = outlook(outcomesOf(fan)).all();
	t.is(view.total.count, 5000n);
	t.is(view.outcomes.length, 100);
});

test('a large tangle gives a lower bound, not a hang: counting is bounded work', t => {
	const size = 6000;
	let state = 1;
	const random = (most: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
		return (state >>> 8) % most;
	};
	const edges = Array.from({length: 2 * size}, (): [number, number, string] => [
		random(size),
		random(size),
		'',
	]);
	const nodes = Array.from({length: size}, (): ['rectangle', string] => ['rectangle', '']);
	const diagram = diagramOf(nodes, edges);
	const ahead = outlook(outcomesOf(diagram));
	t.false(ahead.all().total.exact);
	t.true(ahead.all().total.count > BigInt(startsOf(diagram).length));
	const [edge] = diagram.out('n0');
	if (edge) t.truthy(ahead.from(edge.to, [edge.id]));
});

test('a hub with 3,000 ways round is counted exactly, all together and by branch', t => {
	const size = 3000;
	const spokes = Array.from({length: size}, (_, i): [number, number, string][] => [
		[0, i + 1, ''],
		[i + 1, 0, ''],
	]).flat();
	const nodes = Array.from({length: size + 2}, (): ['rectangle', string] => ['rectangle', '']);
	const diagram = diagramOf(nodes, [...spokes, [0, size + 1, '']]);
	const view = outlook(outcomesOf(diagram)).from('n0');
	t.deepEqual(view.total, {count: BigInt(size + 1), exact: true});
	t.true([...view.branches.values()].every(({total}) => total.count === 1n));
});
