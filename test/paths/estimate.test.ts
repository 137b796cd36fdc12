import test from 'ava';
import fc from 'fast-check';
import type {Diagram} from '../../source/diagram/diagram.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {everything, Query, type Question} from '../../source/paths/query.js';
import {type Random, randomFrom} from '../../source/random.js';
import {carryOut, words} from '../helpers/command.js';
import {diagramOf, randomDiagram} from '../helpers/random-diagram.js';

/** `size` nodes, each with an edge to every other, and one way out. */
function tangle(size: number): [number, number, string][] {
	const all = Array.from({length: size}, (_, index) => index);
	const pairs = all.flatMap(a => all.filter(b => a !== b).map((b): [number, number, string] => [a, b, '']));
	return [...pairs, [size - 1, size, '']];
}

/** The estimate of the routes that answer, and how many there are. */
function guessed(diagram: Diagram, asked: Partial<Question> = {}) {
	const query = new Query(outcomesOf(diagram), {...everything, ...asked});
	const {value, exact} = query.count().total;
	return {guess: query.estimate(), truth: Number(value), exact};
}

test('outside of cycles the estimate is the number itself', t => {
	const edges = Array.from({length: 30}, (_, i): [number, number, string][] => [
		[i, i + 1, 'Yes'],
		[i, i + 1, 'No'],
		[i, 30, 'Skip'],
	]).flat();
	const nodes = Array.from({length: 31}, (): ['circle', string] => ['circle', '']);
	const {guess, truth} = guessed(diagramOf(nodes, edges), {via: ['n3', 'n20']});
	t.deepEqual(guess, {value: truth, error: 0});
});

/** Cycles in a row, each with chords and ways past it, such as long runbooks have; some can be left for good at any node. */
function cyclesInARow(random: Random, abort = 0): Diagram {
	const below = (most: number) => Math.floor(random() * most);
	const size = 4 + below(3);
	const count = 1 + below(5);
	const edges: [number, number, string][] = [];
	for (let first = 0; first < size * count; first += size) {
		for (let node = first; node < first + size; node++) {
			edges.push([node, node + 1, '']);
			if (random() < 0.5) edges.push([node, first + below(size), 'Again']);
			if (random() < 0.3) edges.push([node, Math.min(size * count, node + 1 + below(size)), 'Skip']);
			if (random() < abort) edges.push([node, size * count + 1, 'Abort']);
		}
		edges.push([first + size - 1, first, 'Over']);
	}
	return diagramOf(
		Array.from({length: size * count + 2}, (): ['circle', string] => ['circle', '']),
		edges,
	);
}

for (const [name, asked, abort] of [
	['of all routes', {}, 0],
	['of routes that pass nodes', {via: ['n2', 'n3', 'n4']}, 0],
	['of routes that go round twice', {rounds: 2}, 0],
	['of routes that can be left at any node', {}, 0.6],
] as const)
	test(`in 19 of 20 cases the number is no further off than the estimate says: ${name}`, t => {
		const random = randomFrom(1);
		let [told, inside] = [0, 0];
		for (let number = 0; number < 120; number++) {
			const diagram = cyclesInARow(random, abort);
			const {guess, truth, exact} = guessed(diagram, {...asked, from: ['n0']});
			if (!guess || !exact) continue;
			told += 1;
			if (Math.abs(guess.value - truth) <= guess.error * guess.value) inside += 1;
		}
		t.true(told > 50 && inside / told > 0.92, `${inside} of ${told}`);
	});

test('on random diagrams the number is within a few widths of the estimate, by outcome too', t => {
	fc.assert(
		fc.property(randomDiagram(6), diagram => {
			const {outcomes} = new Query(outcomesOf(diagram), everything).count();
			for (const {outcome} of outcomes) {
				const {guess, truth} = guessed(diagram, {outcomes: [outcome]});
				if (guess) t.true(Math.abs(guess.value - truth) <= 2.5 * guess.error * guess.value + 1e-6 * truth);
			}
		}),
		{numRuns: 100, seed: 7},
	);
});

/** A runbook of `count` steps, most of which can be tried again or sent back, and the later ones aborted: one large cycle. */
function gates(random: Random, count: number): Diagram {
	const edges: [number, number, string][] = [[0, 1, '']];
	for (let step = 1; step <= count; step++) {
		edges.push([step, step + 1, 'ok']);
		if (step > 1 && random() < 0.7)
			edges.push([step, Math.max(1, step - 1 - Math.floor(random() * 3)), 'retry']);
		if (step > count / 2 && random() < 0.6) edges.push([step, count + 2, 'abort']);
	}
	edges.push([count, 1, 'again']);
	return diagramOf(
		Array.from({length: count + 3}, (): ['circle', string] => ['circle', '']),
		edges,
	);
}

test('where late steps can be aborted, there is no estimate of all routes below that of those that are not', t => {
	const random = randomFrom(5);
	let told = 0;
	for (let number = 0; number < 25; number++) {
		const diagram = gates(random, 50);
		const all = new Query(outcomesOf(diagram), everything).estimate();
		const some = new Query(outcomesOf(diagram), {...everything, avoid: ['n52']}).estimate();
		if (some) told += 1;
		if (all && some) t.true(all.value * (1 + all.error) >= some.value * (1 - some.error));
	}
	t.true(told > 10, `${told}`);
});

test('the work of an estimate is bounded, however large and tangled the diagram is', t => {
	const random = randomFrom(9);
	const count = 2000;
	const nodes = Array.from({length: count + 1}, (): ['circle', string] => ['circle', '']);
	const edges = Array.from({length: 3 * count}, (_, index): [number, number, string] => [
		index % count,
		Math.floor(random() * (count + 1)),
		`${index}`,
	]);
	const query = new Query(outcomesOf(diagramOf(nodes, edges)), {...everything, from: ['n0']});
	t.is(query.estimate(), undefined);
});

test('an estimate of no more than was counted is none', t => {
	const query = new Query(outcomesOf(cyclesInARow(randomFrom(3))), {...everything, from: ['n0']});
	const value = BigInt(Math.round(query.estimate()?.value ?? 0));
	t.true(value > 1n);
	t.not(query.estimate(value - 1n), undefined);
	t.is(query.estimate(value + 1n), undefined);
});

/** A complete graph of 24 steps: counting its simple paths gives up. */
const size = 24;
const program = [
	'a {',
	...Array.from({length: size}, (_, i) => `n${i}: rectangle label:"Step ${i}"`),
	`n${size}: circle label:"End"`,
	...tangle(size).map(([from, to]) => `n${from}.handle(right) -> n${to}.handle(left)`),
	'}',
].join('\n');
const world = {read: async () => new TextEncoder().encode(program)};
const asked = (line: string) => carryOut(['paths', '-', '--loops', '0', ...words(line)], world);

test('the estimate of a count that gave up holds the number', async t => {
	const {count} = JSON.parse((await asked('--count --format json')).out);
	t.false(count.exact);
	// Simple paths between two nodes of a complete graph: the sum of 22! / k! for k from 0 to 22.
	const exact = Array.from({length: size - 1}).reduce<{sum: number; term: number}>(
		({sum, term}, _, k) => ({sum: sum + term, term: term * (size - 2 - k)}),
		{sum: 0, term: 1},
	).sum;
	t.true(Math.abs(count.estimate - exact) < 2 * count.error * exact, `${count.estimate} for ${exact}`);
});

test('the estimate is of the routes asked for, not of all', async t => {
	const figure = async (line: string) =>
		JSON.parse((await asked(`--count --format json ${line}`)).out).count.estimate;
	const all = await figure('');
	const some = await figure('--via n1,n2,n3,n4,n5,n6,n7,n8,n9');
	t.true(some > 0 && some < all, `${some} of ${all}`);
});

const figures = /at least [\d,]+ routes, about \d\.\de\d+ \(± \d+ %\)/;
for (const [format, place] of [
	['text', /^<stdin>: FIGURES$/m],
	['markdown', /^\*\*FIGURES\*\*$/m],
	['gherkin', /^ {2}FIGURES: End at least [\d,]+\.$/m],
	['mermaid', /^ {2}%% FIGURES: End at least [\d,]+; marked: the first 1$/m],
	['dot', /^\/\/ FIGURES: End at least [\d,]+; marked: the first 1$/m],
] as const)
	test(`a count that gave up says at least, and about, as ${format}`, async t => {
		const {out} = await asked(`--limit 1 --format ${format}`);
		t.regex(out, new RegExp(place.source.replace('FIGURES', figures.source), 'm'));
	});

test('CSV has rows only: stderr says at least and about, or a table of the count does', async t => {
	const {out, err} = await asked('--limit 1 --format csv');
	t.is(out.split('\r\n').length, 3);
	t.regex(err, new RegExp(`^flowzap-tui: ${figures.source}\n$`));
	const table = await asked('--count --format csv');
	t.is(table.err, '');
	const [heads, end, all] = table.out.split('\r\n');
	t.is(heads, 'outcome,routes,exact,estimate,error');
	t.regex(end ?? '', /^End,\d+,false,,$/);
	t.regex(all ?? '', /^,\d+,false,[\d.]+e\+\d+,0\.\d+$/);
});
