import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {randomFrom} from '../../source/random.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {onward} from '../../source/run/onward.js';
import {resultOf} from '../../source/run/result.js';
import type {Run} from '../../source/run/run.js';
import {choose, step} from '../../source/run/step.js';
import {behind, nothing, prospectsOf} from '../../source/session/prospects.js';
import {isParallel, runsAhead} from '../../source/session/runs-ahead.js';
import {scenariosOf} from '../helpers/scenarios.js';
import {sessionOf} from '../helpers/session.js';

const parallel = `T { # Team
n1: circle label:"Alert"
n2: rectangle label:"Declare"
n3: rectangle label:"Roll back release"
n4: rectangle label:"Notify customers"
n5: rectangle label:"Meet"
n6: diamond label:"Mitigated?"
n7: circle label:"Incident closed"
n8: circle label:"Escalated"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
n2.handle(bottom) -> n4.handle(left)
n3.handle(right) -> n5.handle(left)
n4.handle(right) -> n5.handle(bottom)
n5.handle(right) -> n6.handle(left)
n6.handle(right) -> n7.handle(left) [label="Yes"]
n6.handle(bottom) -> n8.handle(left) [label="No"]
}
`;

function counted(text: string): [string, number][] {
	const outcomes = outcomesOf(read(text).diagram);
	const counts = new Map<string, number>();
	for (const {verdict} of scenariosOf(outcomes, 1))
		counts.set(verdict.outcome, (counts.get(verdict.outcome) ?? 0) + 1);
	return [...counts].sort();
}

for (const [name, text] of [
	['a split that is joined', parallel],
	['workers', readFileSync('test/run/models/workers.fz', 'utf8')],
	['a gateway', readFileSync('samples/api-gateway.fz', 'utf8')],
] as const)
	test(`what a run can come to is what its runs come to: ${name}`, t => {
		const {diagram} = read(text);
		const run = begin(diagram);
		t.true(isParallel(run));
		const {counts, exact} = runsAhead(run, outcomesOf(diagram));
		t.true(exact);
		t.deepEqual([...counts].sort(), counted(text));
		t.is(runsAhead(run, outcomesOf(diagram)).exact, true);
	});

test('trying ends where runs have no end', t => {
	const {diagram} = read(readFileSync('test/run/models/generator-critic.fz', 'utf8'));
	const {counts, exact} = runsAhead(onward(begin(diagram)), outcomesOf(diagram));
	t.deepEqual([[...counts], exact], [[['Draft delivered', 2]], true]);
});

test('blue-green takes one way at a time', t => {
	const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
	t.false(isParallel(begin(diagram)));
});

test('a way back is taken or not: one way at a time, unless its node is read otherwise', t => {
	const {diagram} = read(`A { # A
n1: rectangle label:"Try"
n2: rectangle label:"Look"
n3: circle label:"End"
n1.handle(right) -> n2.handle(left)
n2.handle(top) -> n1.handle(top)
n2.handle(right) -> n3.handle(left)
}
`);
	t.false(isParallel(begin(diagram)));
	t.true(isParallel(begin(diagram, {split: 'one', nodes: new Map([['n2', {split: 'all'}]])})));
});

test('where no run can be tried to its end, outcomes are named without a number', t => {
	const many = Array.from({length: 900}, (_, i) => i + 3);
	const text = [
		'T { # Team',
		'n1: circle label:"Alert"',
		'n2: circle label:"Incident closed"',
		...many.map(i => `n${i}: rectangle label:"Ask"`),
		...many.flatMap(i => [
			`n1.handle(right) -> n${i}.handle(left)`,
			`n${i}.handle(right) -> n2.handle(left)`,
		]),
		'}',
	].join('\n');
	const session = sessionOf(text, {source: {name: 'ask.fz', text}, size: {columns: 120, rows: 40}});
	t.deepEqual(prospectsOf(session).outcomes, [{outcome: 'Incident closed', count: ''}]);
});

/** Two tokens, each with more decisions before it than all can be tried: what one comes to, the other does not. */
function ladders(rungs: number): string {
	const ladder = (first: number, ends: readonly string[]) => [
		...Array.from({length: rungs}, (_, rung) => `n${first + rung}: diamond label:"Ask ${rung}?"`),
		...ends.map((end, index) => `n${first + rungs + index}: circle label:"${end}"`),
		...Array.from({length: rungs}, (_, rung) => [
			`n${first + rung}.handle(right) -> n${first + rung + 1}.handle(left) [label="Yes"]`,
			`n${first + rung}.handle(bottom) -> n${first + Math.min(rung + 1, rungs) + (rung + 1 < rungs ? 0 : ends.length - 1)}.handle(top) [label="No"]`,
		]).flat(),
	];
	return [
		'A { # A',
		'n1: circle label:"Alert"',
		'n2: rectangle label:"Split"',
		...ladder(100, ['Customers told']),
		...ladder(200, ['Deployed successfully', 'Aborted']),
		'n1.handle(right) -> n2.handle(left)',
		'n2.handle(right) -> n100.handle(left)',
		'n2.handle(bottom) -> n200.handle(left)',
		'}',
	].join('\n');
}

test('where not all runs can be tried, what any token comes to is possible, and nothing that another one outdoes', t => {
	const start = sessionOf(ladders(14));
	for (let seed = 1; seed <= 6; seed += 1) {
		const random = randomFrom(seed);
		let run = onward(start.run);
		const told: [string, string][] = [];
		while (run.state !== 'ended') {
			const list = choices(run);
			const id = list[Math.floor(random() * list.length)]?.id;
			const session = {...start, run};
			const behindIt = behind(session, list)[list.findIndex(choice => choice.id === id)];
			for (const {outcomes} of [prospectsOf(session), behindIt ?? nothing])
				told.push([outcomes.map(({outcome}) => outcome).join(), run.question?.node ?? '']);
			run = id === undefined ? step(run) : onward(choose(run, id));
		}
		const came = resultOf(run, start.outcomes).outcome;
		for (const [outcomes, node] of told) {
			t.true(outcomes.split(',').includes(came), `${seed}: ${outcomes} at ${node}`);
			t.false(outcomes.includes('Customers told'), `${seed}: ${node}`);
		}
	}
});

/** A loop beside an end that another token comes to. */
const retried = `A { # A
n1: rectangle label:"Split"
n2: rectangle label:"Tell customers"
n3: rectangle label:"Deploy"
n4: diamond label:"Worked?"
n5: circle label:"Deployed successfully"
n6: circle label:"Customers told"
n1.handle(right) -> n3.handle(left)
n1.handle(bottom) -> n2.handle(left)
n2.handle(right) -> n6.handle(left)
n3.handle(right) -> n4.handle(left)
n4.handle(right) -> n5.handle(left) [label="Yes"]
n4.handle(bottom) -> n3.handle(bottom) [label="No"]
loop [until it works] n3 n4
}
`;

test('a round more is never the last one, whatever the limit of visits', t => {
	const outcomes = outcomesOf(read(retried).diagram);
	let run = onward(begin(outcomes.net.diagram, {maxVisits: 2}));
	for (const id of ['e6', 'e6', 'go on']) {
		t.deepEqual([...runsAhead(run, outcomes).counts.keys()].includes('success'), true, run.question?.type);
		if (id !== 'go on') t.deepEqual([...runsAhead(run, outcomes, id).counts.keys()], ['success']);
		run = onward(choose(run, id));
	}
	t.deepEqual([...runsAhead(run, outcomes).counts.keys()], ['success']);
});

const models = readdirSync('test/run/models').filter(name => name.endsWith('.fz'));
for (const name of [
	...models.map(name => `test/run/models/${name}`),
	'samples/api-gateway.fz',
	'samples/saga.fz',
])
	test(`what a run of ${name} comes to was possible all along, and what happens by itself makes nothing possible`, t => {
		const outcomes = outcomesOf(read(readFileSync(name, 'utf8')).diagram);
		for (let seed = 1; seed <= 8; seed += 1) {
			const random = randomFrom(seed);
			const states: Run[] = [];
			let run = begin(outcomes.net.diagram, {split: 'all'});
			while (run.state !== 'ended' && states.length < 40) {
				states.push(run);
				const list = choices(run);
				const wanted = list[Math.floor(random() * list.length)]?.id;
				run = wanted === undefined ? step(run) : choose(run, wanted);
			}
			const isWhole = run.state === 'ended' && !Array.from(run.steps).some(({why}) => why !== undefined);
			const came = resultOf(run, outcomes).outcome;
			for (const [index, state] of states.entries()) {
				const {counts, exact} = runsAhead(state, outcomes);
				if (exact && isWhole) t.true(counts.has(came), `${seed}: ${came}`);
				const next = states[index + 1];
				if (!exact || !next || state.state !== 'moving') continue;
				for (const outcome of runsAhead(next, outcomes).counts.keys()) t.true(counts.has(outcome), outcome);
			}
		}
		t.pass();
	});

test('a round through several nodes leaves no more behind it than was ahead', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Split"
n3: rectangle label:"Draft"
n4: diamond label:"Good?"
n5: rectangle label:"Rewrite"
n6: rectangle label:"Other work"
n7: circle label:"Done"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
n2.handle(bottom) -> n6.handle(left)
n3.handle(right) -> n4.handle(left)
n4.handle(right) -> n7.handle(left) [label="Yes"]
n4.handle(bottom) -> n5.handle(top) [label="No"]
n5.handle(left) -> n3.handle(bottom)
n6.handle(right) -> n7.handle(bottom)
}
`;
	const outcomes = outcomesOf(read(text).diagram);
	let run = onward(begin(outcomes.net.diagram));
	for (let round = 0; round < 4; round += 1) {
		const {counts, exact} = runsAhead(run, outcomes);
		t.true(exact);
		t.deepEqual([...counts], [['Done', 2]]);
		run = onward(onward(choose(run, choices(run)[1]?.id ?? '')));
	}
});
