import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {begin} from '../../source/run/begin.js';
import {onward} from '../../source/run/onward.js';
import {prospectsOf} from '../../source/session/prospects.js';
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
	for (const {verdict} of scenariosOf(outcomes, 9))
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
	t.true(counts.size > 0 || !exact);
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
