import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {jump, reread} from '../../source/run/steer.js';
import {choose, step} from '../../source/run/step.js';
import {back, restart} from '../../source/run/undo.js';
import {carryOut} from '../helpers/command.js';
import {factsOfDrill, recordText, type Scene, type Setting} from '../helpers/drill.js';
import {folder} from '../helpers/folder.js';
import {answering} from '../helpers/trace.js';

const ways = `Team { # Team
n1: circle label:"Start"
n2: diamond label:"Which way?"
n3: rectangle label:"Ask the team"
n4: circle label:"Home"
n5: rectangle label:"Wait"
n6: rectangle label:"Round"
n7: rectangle label:"and round"
n8: circle label:"Refund sent"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="Ask"]
n3.handle(right) -> n4.handle(left)
n2.handle(bottom) -> n5.handle(top) [label="Wait"]
n2.handle(top) -> n6.handle(left) [label="Round"]
n6.handle(right) -> n7.handle(left)
n7.handle(left) -> n6.handle(right)
n2.handle(bottom) -> n8.handle(top) [label="Undo"]
}
`;

/** The report of a drill of the diagram `text`. */
async function reported(
	t: ExecutionContext,
	text: string,
	scenes: readonly Scene[],
	options: readonly string[] = [],
	setting: Setting = {},
): Promise<string> {
	const home = folder(t);
	const [file, path] = [join(home, 'a.fz'), join(home, 'a.jsonl')];
	writeFileSync(file, text);
	writeFileSync(path, recordText(factsOfDrill(file, [...scenes, {type: 'close'}], setting), setting.apart));
	const {out, err} = await carryOut(['report', path, ...options]);
	t.is(err, '');
	return out;
}

/** What the report says of why the outcome is what it is. */
const groundsIn = (report: string) =>
	/^The drill took .*? and came to \*\*(.*?)\*\*.*?\. (.*)$/m.exec(report)?.slice(1);

const stopped: Scene = run => choose(answering(run, 'Round'), 'end');

for (const [name, scene, options, outcome, why] of [
	['a word', 'Undo', [], 'rollback', 'That is read from the words of edge “Undo”, n8 “Refund sent”.'],
	[
		'an option',
		'Undo',
		['--outcome', 'mine=n8'],
		'mine',
		'That was told of n8 “Refund sent” when this was written.',
	],
	['no word', 'Ask', [], 'Home', 'No label that counts names an outcome; the route ended in n4 “Home”.'],
	[
		'an end in no circle',
		'Wait',
		[],
		'dead end',
		'The route stopped in n5 “Wait”, which is no circle and names no outcome.',
	],
	[
		'too many visits',
		stopped,
		[],
		'never ends',
		'The run was stopped in n6 “Round”, which was visited too often.',
	],
] as const)
	test(`the report says truly what an outcome was read from: ${name}`, async t => {
		const way: Scene = typeof scene === 'string' ? run => answering(run, scene) : scene;
		const report = await reported(t, ways, [way], options);
		t.deepEqual(groundsIn(report), [outcome, why]);
		t.notRegex(report, /— (?:limit|left) /);
	});

test('a loop that was left is told as that', async t => {
	const text = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Try"
n1.handle(right) -> n2.handle(left)
loop [retry up to 3 times] n2
}
`;
	const report = await reported(t, text, [run => answering(run, 'leave')]);
	t.deepEqual(groundsIn(report), [
		'dead end',
		'The route stopped in n2 “Try”, which is no circle and names no outcome.',
	]);
	t.regex(report, /end: DEAD END .* — the loop was left \|/);
});

const straight = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Look → left"
n3: rectangle label:"left"
n4: circle label:"End"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
n3.handle(right) -> n4.handle(left)
}
`;

test('a turn over the limit of its loop is told with the decision, and with the figures', async t => {
	const retry = readFileSync('test/run/models/payment-retry.fz', 'utf8');
	const turns = (count: number): Scene[] =>
		Array.from({length: count}, () => run => answering(run, 'No', 'Yes'));
	const told = async (count: number) => {
		const report = await reported(t, retry, turns(count));
		return [linesOf(report, '- Loops:'), report.match(/over the limit/g)?.length ?? 0];
	};
	t.deepEqual(await told(3), [[], 0]);
	const report = await reported(t, retry, turns(5));
	t.deepEqual(linesOf(report, '- Loops:'), ['- Loops: 2 turns over the limit of 3 at Retries left? (n4)']);
	t.is(report.match(/^\|.* \| \*\*Yes\*\*, over the limit of 3 \|/gm)?.length, 2);
	t.is(report.match(/ ► Yes \(over the limit of 3\) → /g)?.length, 2);
});

test('steps in one row are told apart, whatever their labels hold', async t => {
	const report = await reported(t, straight, [run => answering(run)], [], {apart: 0});
	t.regex(report, /\| Look → left → left → End \|/);
});

/** The timeline of a report between its beginning and its end: when, and what. */
const rowsOf = (report: string) =>
	Array.from(
		report.matchAll(/^\| \S+ \| 00:(\d\d:\d\d) \| (.*?) \|/gm),
		([, at, what]) => `${at} ${what}`,
	).filter(row => !/ (?:the drill|start at|end:)/.test(row));

test('steps share a row where they share a second of the drill, so that the time of each can be read', async t => {
	const rows = async (apart: number) =>
		rowsOf(await reported(t, straight, [run => answering(run), back, back, back], [], {apart}));
	// The drill begins and the token is put down before the first step.
	t.deepEqual(await rows(0), ['00:00 Look → left → left → End', '00:00 3 steps back, to Start']);
	t.deepEqual(await rows(11_000), [
		'00:22 Look → left',
		'00:33 left',
		'00:44 End',
		'01:06 one step back, to left',
		'01:17 one step back, to Look → left',
		'01:28 one step back, to Start',
	]);
	t.deepEqual(await rows(400), [
		'00:00 Look → left',
		'00:01 left → End',
		'00:02 2 steps back, to Look → left',
		'00:03 one step back, to Start',
	]);
});

/** Lines of a report that begin so. */
const linesOf = (report: string, begin: string) => report.split('\n').filter(line => line.startsWith(begin));
const reply: Scene = run => answering(run, 'Ask');

test('the report tells what the drill asked for, and who did not keep to it', async t => {
	const setting = {rules: {blind: true, why: true, limit: 45_000}, decided: {by: 'Ana'}};
	const scenes: Scene[] = [
		step,
		{type: 'note', text: 'hm', node: 'n2'},
		{type: 'note', text: 'hm', node: 'n2'},
	];
	const report = await reported(t, ways, [...scenes, reply], [], setting);
	t.deepEqual(linesOf(report, '- Rules:'), [
		'- Rules: what lies ahead was hidden, a reason for each decision, at most 45 s a step',
	]);
	// Half a minute a line: the first step took one minute, the decision one and a half.
	t.deepEqual(linesOf(report, '- Over the limit:'), [
		'- Over the limit: Start by 15 s, Which way? by 45 s (Ana)',
	]);
	t.deepEqual(linesOf(await reported(t, ways, [step, reply]), '- Rules:'), []);
	// Whose lane it is had the time, whoever sat at the keyboard.
	const lane = {...setting, people: [{name: 'Ben', lane: /^(\S+) \{/.exec(ways)?.[1] ?? ''}]};
	t.deepEqual(linesOf(await reported(t, ways, [...scenes, reply], [], lane), '- Over the limit:'), [
		'- Over the limit: Start by 15 s (Ben), Which way? by 45 s (Ben)',
	]);
});

test('a step that was never taken is over its limit too, pauses left out', async t => {
	const note = {type: 'note', text: 'hm', node: 'n2'};
	const late = async (between: readonly Scene[]) => {
		const report = await reported(t, ways, [step, ...between], [], {rules: {limit: 60_000}});
		return linesOf(report, '- Over the limit:');
	};
	t.deepEqual(await late([note]), ['- Over the limit: no step']);
	t.deepEqual(await late([note, note]), ['- Over the limit: Which way? by 30 s']);
	t.deepEqual(await late([note, {type: 'pause'}, {type: 'resume'}]), [
		'- Over the limit: Which way? by 30 s',
	]);
});

test('what nobody walked is told with whether the drill came there; what was taken back was walked', async t => {
	const text = ways.replace('n4: circle label:"Home"', 'n4: diamond label:"Home?"').replace(
		'n2.handle(right) -> n3',
		`n4.handle(right) -> n8.handle(left) [label="Yes"]
n4.handle(bottom) -> n5.handle(left) [label="No"]
n2.handle(right) -> n3`,
	);
	const unwalked = async (scenes: readonly Scene[]) =>
		linesOf(await reported(t, text, scenes), '- ').slice(-2);
	t.deepEqual(await unwalked([run => answering(run, 'Wait')]), [
		'- Which way? (n2): “Ask”, “Round”, “Undo”',
		'- Home? (n4, not reached): “Yes”, “No”',
	]);
	const both: Scene[] = [step, run => answering(run, 'Ask'), back, back, run => answering(run, 'Wait')];
	t.deepEqual(await unwalked(both), ['- Which way? (n2): “Round”, “Undo”', '- Home? (n4): “Yes”, “No”']);
});

test('that what was taken back counts as walked is said, where it makes a difference', async t => {
	const told = async (...scenes: Scene[]) => linesOf(await reported(t, ways, scenes), '- Walked:');
	const [ask, wait] = ['Ask', 'Wait'].map(
		(name): Scene =>
			run =>
				answering(run, name),
	);
	if (!ask || !wait) throw new Error('no scenes');
	t.deepEqual(await told(step, ask), ['- Walked: 4 of 8 nodes, 3 of 8 edges']);
	t.deepEqual(await told(step, ask, back, back, ask), ['- Walked: 4 of 8 nodes, 3 of 8 edges']);
	t.deepEqual(await told(step, ask, back, back, wait), [
		'- Walked: 5 of 8 nodes, 4 of 8 edges, with what was taken back',
	]);
});

test('of what nobody walked labels that hold a comma are told apart', async t => {
	const text = ways.replace('[label="Wait"]', '[label="No, look elsewhere"]');
	const report = await reported(t, text, [run => answering(run, 'Ask')]);
	t.deepEqual(linesOf(report, '- Which way?'), ['- Which way? (n2): “No, look elsewhere”, “Round”, “Undo”']);
});

test('the timeline names the ways of a split, and what a step back brings back', async t => {
	const text = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Tell them"
n3: rectangle label:"Mend it"
n4: circle label:"Home"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n2.handle(right) -> n4.handle(left)
n3.handle(right) -> n4.handle(bottom)
}
`;
	const report = await reported(t, text, [run => answering(run), restart, back]);
	t.regex(report, /\| Start: all 2 ways at once → Tell them, Mend it/);
	t.regex(report, /\| begun again from the start/);
	t.regex(report, /\| the new beginning is taken back: at the end again/);
	t.regex(report, /The way taken/);
});

test('with several tokens under way a step tells from where it was taken', async t => {
	const text = `Ops { # Operations
n1: circle label:"Alarm"
n2: rectangle label:"Mend"
n4: rectangle label:"Collect"
n5: circle label:"Home"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> Law.n3.handle(left)
n2.handle(right) -> n4.handle(left)
n4.handle(right) -> n5.handle(left)
}
Law { # Legal | notices
n3: rectangle label:"File"
n3.handle(right) -> Ops.n4.handle(bottom)
}
`;
	const rows = async (apart: number) =>
		rowsOf(await reported(t, text, [run => answering(run)], [], {apart})).map(row => row.slice(6));
	t.deepEqual(await rows(11_000), [
		'Alarm: all 2 ways at once → Mend, File',
		'Operations: Mend → Collect',
		'Legal \\| notices: File → Collect',
		'Collect: 2 tokens together',
		'Home',
	]);
});

test('what comes behind the end is no part of the way to the outcome', async t => {
	const note = {type: 'note', text: 'hm', node: 'n4'};
	const report = await reported(t, ways, [step, reply, note, note]);
	t.regex(report, /^The drill took 4 min and came to \*\*Home\*\* after 2 min; nothing/m);
});

test('readings are told in words, and what undoing a jump from the end leads back to', async t => {
	const report = await reported(t, ways, [
		run => reread(run, {split: 'one', nodes: new Map([['n5', {join: 'any'}]])}),
		reply,
		run => jump(run, 'n2'),
		back,
	]);
	t.regex(report, /\| read from here on: split one, n5 any \|/);
	t.regex(report, /\| one step back, to the end again \|/);
});
