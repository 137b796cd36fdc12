import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {read} from '../../source/diagram/read.js';
import {replay} from '../../source/drill/replay.js';
import {transcript} from '../../source/drill/transcript.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {apply} from '../../source/run/acts.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {onward} from '../../source/run/onward.js';
import type {Run} from '../../source/run/run.js';
import {jump, movable, reread} from '../../source/run/steer.js';
import {step} from '../../source/run/step.js';
import {back, forward, restart} from '../../source/run/undo.js';
import {eventsOf, factsOfDrill} from '../helpers/drill.js';
import {answering} from '../helpers/trace.js';

const files = [
	'samples/blue-green.fz',
	'samples/saga.fz',
	'samples/api-gateway.fz',
	'test/run/models/supervisor.fz',
	'test/run/models/several-ends.fz',
	'test/run/models/request-reply.fz',
];

/** Whatever a person may do to a run; `pick` chooses among what there is. */
const moves: readonly ((run: Run, pick: number) => Run)[] = [
	run => step(run),
	run => onward(run),
	(run, pick) => {
		const all = choices(run);
		const choice = all[pick % Math.max(1, all.length)];
		return choice ? apply(run, {type: 'choose', id: choice.id}) : step(run);
	},
	run => back(run),
	run => back(back(back(run))),
	run => forward(run),
	run => restart(run),
	(run, pick) => jump(run, run.diagram.nodes[pick % run.diagram.nodes.length]?.id ?? ''),
	(run, pick) => {
		const able = movable(run);
		return apply(run, {type: 'token', number: able[pick % Math.max(1, able.length)]?.number ?? 0});
	},
	(run, pick) => reread(run, {split: (['auto', 'all', 'one', 'ask'] as const)[pick % 4] ?? 'auto'}),
	(run, pick) => reread(run, {join: (['or', 'and', 'any'] as const)[pick % 3] ?? 'or'}),
	(run, pick) => reread(run, {maxVisits: 1 + (pick % 2)}),
	(run, pick) => {
		const {id = ''} = run.diagram.nodes[pick % run.diagram.nodes.length] ?? {};
		const reading = ([{split: 'one'}, {split: 'all', join: 'and'}, {join: 'any'}] as const)[pick % 3] ?? {};
		return reread(run, {nodes: new Map(run.switches.nodes).set(id, reading)});
	},
];

test('whatever was done, the record leads to the same run', t => {
	const scene = fc.tuple(fc.nat(moves.length - 1), fc.nat(30));
	fc.assert(
		fc.property(fc.constantFrom(...files), fc.array(scene, {maxLength: 60, size: 'max'}), (file, scenes) => {
			const {diagram} = read(readFileSync(file, 'utf8'));
			const outcomes = outcomesOf(diagram);
			let last = begin(diagram);
			const facts = factsOfDrill(
				file,
				scenes.map(([move, pick]) => (run: Run) => {
					last = moves[move]?.(run, pick) ?? run;
					return last;
				}),
			);
			const {run, diverged} = replay(diagram, eventsOf(facts));
			t.is(diverged, undefined);
			t.is(transcript(run, outcomes, 80), transcript(last, outcomes, 80));
			t.deepEqual([run.state, run.question, run.active], [last.state, last.question, last.active]);
			t.deepEqual([...run.tokens], [...last.tokens]);
		}),
		{numRuns: 300},
	);
});

const recorded = eventsOf(
	factsOfDrill('samples/blue-green.fz', [run => answering(run, 'Blue', 'Yes', 'No')]),
);
const source = readFileSync('samples/blue-green.fz', 'utf8');
const on = (text: string) => {
	const {diagram} = read(text);
	return replay(diagram, recorded);
};

test('a file that was changed beside the way taken makes no difference', t => {
	const changed = source
		.replace('Mark deployment complete', 'Tell everybody')
		.replace('n7.handle(bottom)', 'n7.handle(top)');
	t.is(on(changed).diverged, undefined);
	t.is(on(changed).run.state, 'ended');
	const other = `Extra {\nn90: circle label:"x"\nn91: circle\nn90.handle(right) -> n91.handle(left)\n}\n`;
	t.is(on(source + other).run.state, 'ended');
	t.deepEqual(on(other).diverged, {seq: 2, what: 'there is no Start (n1) any more'});
});

test('a replay stops at the first difference', t => {
	t.deepEqual(
		on(
			source
				.replace('[label="No"]\nn12', '[label="Never"]\nn12')
				.replace('[label="Yes"]\nn11', '[label="Passed"]\nn11'),
		).diverged,
		{
			seq: 10,
			what: 'step 8, Tests passed?: there is no choice “Yes” now; there are: “Passed”, “Never”',
		},
	);
	t.is(
		on(source.replace('n11.handle(bottom) -> n13.handle(top) [label="No"]\n', '')).diverged?.what,
		'step 8, Tests passed?: nothing is asked now; the choice was “Yes”',
	);
	t.deepEqual(
		on(source.replaceAll('n10', 'n30')).diverged?.what,
		'step 6, Deploy to Green: the way led to Run smoke tests (n10); now it leads to Run smoke tests (n30)',
	);
});

test('held against a file that was changed in the middle of the drill, what stood then is enough', t => {
	const later = source.replaceAll('n10', 'n30');
	const start = recorded.findIndex(({type}) => type === 'start');
	const retold = factsOfDrill('samples/blue-green.fz', [run => answering(run, 'Blue', 'Yes', 'No')])
		.slice(start + 1)
		.map(fact => JSON.parse(JSON.stringify(fact).replaceAll('"n10"', '"n30"')));
	const file = {type: 'file', file: {name: 'blue-green.fz', sha256: '', text: later}};
	const both = [...recorded, ...eventsOf([file, ...retold])].map((event, index) => ({
		...event,
		seq: index + 1,
	}));
	const heldAgainst = (text: string) => {
		const {diagram} = read(text);
		return replay(diagram, both, {held: true});
	};
	t.is(heldAgainst(later).diverged, undefined);
	t.is(heldAgainst(later).run.state, 'ended');
	t.is(
		heldAgainst(source).diverged?.what,
		'step 6, Deploy to Green: the way led to Run smoke tests (n30); now it leads to Run smoke tests (n10)',
	);
});

test('events that nobody knows are passed over', t => {
	const [first, ...rest] = recorded;
	const {diagram} = read(source);
	const strange = rest.map(event => ({...event, type: 'weather', text: 'rain'}));
	if (!first) throw new Error('no events');
	const {run, diverged} = replay(diagram, [first, ...strange, ...rest]);
	t.is(diverged, undefined);
	t.is(run.state, 'ended');
});

test('what the outcomes are said to be holds for a file in which nodes and edges have other numbers', t => {
	const given = recorded.map(event =>
		event.type === 'open' ? {...event, outcomes: {fine: ['n19', 'e1'], gone: ['n20']}} : event,
	);
	const renumbered = source
		.replaceAll('n20', 'n50')
		.replace('n1.handle(right)', 'n19.handle(top) -> n19.handle(top)\nn1.handle(right)');
	const {overrides} = replay(read(renumbered).diagram, given);
	t.deepEqual(overrides, new Map([['fine', ['n19', 'e2']]]));
});

test('that a token was taken as a reply is told in the record', t => {
	const reply = (run: Run) => answering(run, 'reply');
	const facts = factsOfDrill('test/run/models/request-reply.fz', [reply], {switches: {split: 'all'}});
	t.is(facts.filter(({type}) => type === 'reply').length, 1);
});

test('a limit of visits that is none is passed over', t => {
	const {diagram} = read(source);
	for (const maxVisits of [0, -1, 2.5, 1e9]) {
		const opened = recorded.map(event =>
			event.type === 'open' ? {...event, switches: {split: 'auto', join: 'or', maxVisits}} : event,
		);
		const {run, diverged} = replay(diagram, opened);
		t.is(diverged, undefined);
		t.is(run.switches.maxVisits, maxVisits === 1e9 ? 1000 : 10);
	}
});

test('whatever a stranger put into an event, what is wrong with it is told in words', t => {
	const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
	const facts = factsOfDrill('samples/blue-green.fz', [run => answering(run), run => answering(run, 'Blue')]);
	const at = (type: string) => facts.findIndex(fact => fact.type === type);
	const told = (type: string, fields: Readonly<Record<string, unknown>>) => {
		const forged = facts.with(at(type), {...facts[at(type)], type, ...fields});
		return replay(diagram, eventsOf(forged)).diverged?.what;
	};
	t.is(
		told('move', {node: {a: [1]}}),
		'step 1, Start: the way led to {"a":[1]}; now it leads to Build new version (n2)',
	);
	t.is(told('move', {token: null}), 'step 1, Start: the record says move token null; now it is 1');
	t.is(
		told('decide', {node: undefined, id: [], edge: 1, choice: 'Red'}),
		'step 5, Current active?: there is no choice “Red” now; there are: “Blue”, “Green”',
	);
	const reading = [...facts.slice(0, at('move')), {type: 'reading', split: 'all', node: 'n1'}];
	t.is(
		replay(diagram, eventsOf(reading)).diverged?.what,
		'step 1, Start: the record says reading node Start (n1); now it is none',
	);
});

test('where a choice leads elsewhere, both places are named as they were called then and now', t => {
	const blue = 'n7.handle(right) -> n8.handle(left) [label="Blue"]';
	t.true(source.includes(blue), blue);
	t.is(
		on(source.replace(blue, blue.replace('n8', 'n9')).replace('Deploy to Blue', 'Put it on Blue')).diverged
			?.what,
		'step 5, Current active?: “Blue” led to Deploy to Green (n8); now it leads to Put it on Blue (n9)',
	);
	t.is(
		on(source.replace('n1.handle(right)', 'n1.handle(bottom) -> n3.handle(top)\nn1.handle(right)')).diverged
			?.what,
		'step 1, Start: it was one way on; now it is several ways at once',
	);
});
