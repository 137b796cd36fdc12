import test from 'ava';
import fc from 'fast-check';
import type {Diagram, Shape} from '../../source/diagram/diagram.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {gatherings} from '../../source/run/join.js';
import {onward, toEnd} from '../../source/run/onward.js';
import type {Join, Path, Run} from '../../source/run/run.js';
import {jump, reread} from '../../source/run/steer.js';
import {choose, step} from '../../source/run/step.js';
import {survey} from '../../source/run/survey.js';
import {back, forward} from '../../source/run/undo.js';
import {diagramOf} from '../helpers/random-diagram.js';

const shapes = fc.constantFrom<Shape>('rectangle', 'rectangle', 'rectangle', 'diamond');

/** Diagrams in which tokens often split and meet: many lines that mostly lead on. */
const crowded: fc.Arbitrary<Diagram> = fc.integer({min: 5, max: 14}).chain(count => {
	const end = fc.nat(count - 1);
	return fc
		.tuple(
			fc.array(shapes, {minLength: count, maxLength: count}),
			fc.array(fc.tuple(end, end, fc.integer({min: 0, max: 9})), {minLength: count, maxLength: 3 * count}),
		)
		.map(([list, lines]) =>
			diagramOf(
				list.map(shape => [shape, '']),
				lines.map(([a, b, turn]) => (turn === 0 ? [a, b, ''] : [Math.min(a, b), Math.max(a, b), ''])),
			),
		);
});

const joins: readonly Join[] = ['or', 'and', 'any'];

/** The run after what `lot` says: mostly a step or an answer, at times something else a person may do. */
function moved(run: Run, lot: number): Run {
	const node = run.diagram.nodes[lot % run.diagram.nodes.length];
	switch (lot % 20) {
		case 0:
			return back(run);
		case 1:
			return forward(run);
		case 2:
			return jump(run, node?.id ?? '');
		case 3:
			return reread(run, {join: joins[lot % 3] ?? 'or'});
		default: {
			const all = choices(run);
			return all.length > 0 ? choose(run, all[lot % all.length]?.id ?? '') : step(run);
		}
	}
}

test('tokens wait for as long as another may still come, and no longer', t => {
	fc.assert(
		fc.property(crowded, fc.array(fc.nat(9999), {minLength: 20, maxLength: 80}), (diagram, lots) => {
			let run = begin(diagram, {split: 'all', maxVisits: 2});
			for (const lot of lots) {
				run = moved(run, lot);
				for (const {node, here, missing, edges} of gatherings(run)) {
					t.true(here.length > 0);
					const isAnd = run.switches.join === 'and';
					t.true(isAnd ? edges.length > 0 : missing.length > 0, `${node} waits for nobody`);
				}
			}
		}),
		{numRuns: 300},
	);
});

test('a thousand pairs of tokens that meet each each become one', t => {
	const count = 1000;
	const pairs = [...Array(count).keys()];
	const diagram = diagramOf(
		Array.from({length: 1 + 3 * count}, () => ['rectangle', '']),
		[
			...pairs.flatMap(at => [[0, 1 + at, ''] as const, [0, 1 + count + at, ''] as const]),
			...pairs.flatMap(at => [
				[1 + at, 1 + 2 * count + at, ''] as const,
				[2 * count - at, 1 + 2 * count + at, ''] as const,
			]),
		],
	);
	const run = onward(begin(diagram, {split: 'all'}));
	t.is(run.state, 'ended');
	t.is([...run.steps].filter(({type}) => type === 'join').length, count);
	t.is(run.waiting.size, 0);
});

test('a token that goes alone waits for nobody, so that no way is searched for others', t => {
	const diagram = diagramOf(
		Array.from({length: 6}, () => ['diamond', '']),
		[0, 1, 2, 3, 4].flatMap(at => [[at, at + 1, 'Yes'] as const, [at, at + 1, 'No'] as const]),
	);
	const run = toEnd(begin(diagram), now => choices(now)[0]?.id);
	t.is(run.state, 'ended');
	t.is(run.steps.size, 7);
	t.is(survey(diagram).leading.size, 0);
});

/** Every place on a way before its last one, those of ways that came together too. */
function placesBefore(path: Path): ReadonlySet<Path> {
	const places = new Set(path.before ? [path.before, ...(path.together ?? [])] : []);
	for (const {before, together = []} of places)
		for (const place of [before, ...together]) if (place) places.add(place);
	return places;
}

test('a way knows where it led through each node before: the last time on any of the ways that came together', t => {
	let several = 0;
	fc.assert(
		fc.property(crowded, fc.array(fc.nat(9999), {minLength: 20, maxLength: 80}), (diagram, lots) => {
			let run = begin(diagram, {split: 'all', maxVisits: 3});
			for (const lot of lots) {
				run = moved(run, lot);
				for (const {path} of run.tokens) {
					if (!path) continue;
					const places = placesBefore(path);
					for (const [place, {id}] of diagram.nodes.entries()) {
						if (id === path.node) continue;
						const depths = Array.from(places).flatMap(({node, depth}) => (node === id ? [depth] : []));
						if (depths.length > 1) several += 1;
						t.is(path.earlier.get(place)?.depth ?? 0, Math.max(0, ...depths));
					}
				}
			}
		}),
		{numRuns: 150},
	);
	t.true(several > 100, String(several));
});
