import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {everything, Query} from '../../source/paths/query.js';
import {diagramOf} from '../helpers/random-diagram.js';
import {scenariosOf} from '../helpers/scenarios.js';

const diagramIn = (path: string) => read(readFileSync(path, 'utf8')).diagram;

for (const [path, runs] of [
	['samples/blue-green.fz', 6],
	['samples/saga.fz', 6],
	['samples/api-gateway.fz', 6],
	['test/run/models/workers.fz', 8],
] as const)
	test(`${path} has ${runs} runs, each with answers of its own`, t => {
		const diagram = diagramIn(path);
		const found = scenariosOf(outcomesOf(diagram), 1);
		const answers = found.map(scenario =>
			scenario.answers.map(({node, choice}) => `${node}=${choice.id}`).join(' '),
		);
		t.is(found.length, runs);
		t.is(new Set(answers).size, runs);
	});

test('without parallel splits, runs are routes: the same edges, the same outcomes', t => {
	for (const path of ['samples/blue-green.fz', 'samples/saga.fz', 'test/run/models/sign-in.fz']) {
		const diagram = diagramIn(path);
		const outcomes = outcomesOf(diagram);
		const routes = Array.from(new Query(outcomes, everything).routes(), ({edges, verdict}) => [
			edges.join(' '),
			verdict.outcome,
		]);
		const runs = scenariosOf(outcomes, 1).map(({steps, verdict}) => [
			steps.flatMap(step => step.edge ?? []).join(' '),
			verdict.outcome,
		]);
		t.deepEqual(runs, routes, path);
	}
});

test('what cannot end is a run that never ends', t => {
	const diagram = diagramOf(
		[
			['circle', 'Start'],
			['rectangle', 'Poll'],
			['rectangle', 'Wait'],
		],
		[
			[0, 1, ''],
			[1, 2, ''],
			[2, 1, ''],
		],
	);
	t.deepEqual(
		scenariosOf(outcomesOf(diagram), 1).map(({verdict}) => verdict.outcome),
		['never ends'],
	);
});
