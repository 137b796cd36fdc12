import fs from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {readRecord} from '../../source/drill/record.js';
import {carryOut} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';
import {pipe} from '../helpers/pipe.js';
import {type Options, Screen} from '../helpers/terminal.js';

const size = {columns: 120, rows: 40};

function open(t: ExecutionContext, words: readonly string[], options: Options = {}): Screen {
	const screen = new Screen(words, {...size, ...options});
	t.teardown(() => screen.stop());
	return screen;
}

const eventsAt = (path: string) => readRecord(fs.readFileSync(path)).events;
const types = (path: string) => eventsAt(path).map(({type}) => type);

test('a drill is recorded from its first step to its end, with notes, reasons and the rest', async t => {
	const path = join(folder(t), 'drill.jsonl');
	const words = [
		'samples/blue-green.fz',
		'--record',
		path,
		'--expect',
		'success',
		'--as',
		'Ben',
		'--people',
		'Ana=BlueGreen',
	];
	const screen = open(t, words);
	await screen.shows('step 1 ');
	t.false(fs.existsSync(path), 'looking is not recorded');
	screen.press('.');
	await screen.shows('CHOOSE · Current active?');
	await screen.shows('recorded');
	t.deepEqual(types(path), ['open', 'start', 'move', 'move', 'move', 'move']);
	screen.press('a', 'it is quiet');
	await screen.shows('it is quiet');
	screen.press('\r');
	await screen.shows(/\bnoted\b/);
	screen.press('w', 'blue takes traffic');
	await screen.shows('blue takes traffic');
	screen.press('\r');
	await screen.shows('the reason is noted');
	screen.press('1');
	await screen.shows(/● *Deploy to Green/);
	screen.press('A', 'say which is active @Ben !2026-02-01');
	await screen.shows('say which is active @Ben !2026-02-01');
	screen.press('\r');
	await screen.shows(/action item: /);
	screen.press('P');
	await screen.shows('PAUSED');
	screen.press('P', '.', '2', '.');
	await screen.shows('outcome: ROLLBACK (expected success)');
	screen.press('q');
	t.is(await screen.ends(), 0);
	const events = eventsAt(path);
	t.like(
		events.find(({type}) => type === 'decide'),
		{node: 'n7', choice: 'Blue', by: 'Ana', why: 'blue takes traffic'},
	);
	t.like(
		events.find(({type}) => type === 'note'),
		{text: 'it is quiet', node: 'n7', by: 'Ben'},
	);
	t.like(
		events.find(({type}) => type === 'action'),
		{text: 'say which is active', owner: 'Ben', due: '2026-02-01'},
	);
	t.deepEqual(events.filter(({type}) => type === 'pause' || type === 'resume').length, 2);
	t.is(events.at(-1)?.type, 'close');
	const {out, exit} = await carryOut(['replay', path]);
	t.is(exit, 0);
	t.regex(out, /outcome: ROLLBACK/);
	t.false(fs.existsSync(`${path}.lock`));
});

test('a drill that was killed is offered when the file is opened again, and goes on at the same node', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const screen = open(t, ['samples/blue-green.fz'], {env});
	await screen.shows('step 1 ');
	screen.press('.', '2');
	await screen.shows(/● *Deploy to Blue/);
	screen.kill('SIGKILL');
	await screen.ends();
	const again = open(t, ['samples/blue-green.fz'], {env});
	await again.shows(/resume the drill of .* UTC, at step 6\?/);
	again.press('\r');
	await again.shows(/● *Deploy to Blue/);
	await again.shows('step 6 ');
	again.press('u');
	await again.shows('CHOOSE · Current active?');
	again.press('q');
	t.is(await again.ends(), 0);
	const [name = ''] = fs
		.readdirSync(join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills'))
		.filter(one => one.endsWith('.jsonl'));
	const path = join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills', name);
	t.deepEqual(types(path).slice(-4), ['decide', 'resume', 'undo', 'leave']);
	t.is(readRecord(fs.readFileSync(path)).altered, undefined);

	const resumed = open(t, ['resume'], {env});
	await resumed.shows('CHOOSE · Current active?');
	resumed.press('1', '.', '2', '.');
	await resumed.shows('outcome: ROLLBACK');
	resumed.press('q');
	t.is(await resumed.ends(), 0);
	const none = await carryOut(['resume'], {env});
	t.is(none.exit, 1);
	t.regex(none.err, /^flowzap-tui: there is no unfinished drill in \S+flowzap-tui.drills; name the record/);
});

test('only a yes or a no answers the question, and nothing that was typed before it could be read', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	await pipe(['samples/saga.fz', '--plain'], '.\nq\n', {env});
	const screen = open(t, ['samples/saga.fz'], {env});
	// The terminal is entered, and the keys are read, well before the first frame.
	await screen.entered();
	screen.press('\r', 'y', ' ');
	await screen.shows('resume the drill of');
	await screen.shows('y Enter yes  n Esc no  q quit');
	for (const key of [' ', '.', 'x', '1', '\x1b[C', '?']) {
		screen.press(key);
		await screen.shows(/^ yes or no\?$/m);
	}
	screen.resize(60, 16);
	await screen.shows(/^ y\/n {2}resume the drill of .*, at step \d+\?$/m);
	screen.resize(36, 8);
	await screen.shows(/^ y\/n {2}resume the drill of/m);
	screen.press('x');
	await screen.shows(/^ y\/n {2}resume the drill of/m);
	screen.press('n');
	await screen.shows(other => !other.text.includes('resume the drill'));
	screen.resize(120, 40);
	await screen.shows('step 1 ');
	screen.press('q');
	t.is(await screen.ends(), 0);
});

test('declined, the old drill stays as it was and a new record is begun', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const screen = open(t, ['samples/saga.fz'], {env});
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('recorded');
	screen.press('q');
	await screen.ends();
	const again = open(t, ['samples/saga.fz'], {env});
	await again.shows('resume the drill of');
	again.press('\x1b');
	await again.shows(other => !other.text.includes('resume the drill'));
	again.press(' ');
	await again.shows('recorded');
	again.press('q');
	await again.ends();
	const records = join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills');
	t.is(fs.readdirSync(records).filter(name => name.endsWith('.jsonl')).length, 2);
});

test('where nothing can be written the drill goes on under a line that says so', async t => {
	const file = join(folder(t), 'file');
	fs.writeFileSync(file, '');
	const refused = await carryOut(['samples/saga.fz', '--record', join(file, 'drill.jsonl')]);
	t.is(refused.exit, 4);
	t.regex(refused.err, /drill\.jsonl cannot be written: .*file is no folder/);
	const screen = open(t, ['samples/saga.fz'], {env: {XDG_STATE_HOME: file}});
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('NOT SAFE');
	screen.press('1');
	await screen.shows(/● *Reserve *stock/);
	t.true(screen.text.includes('NOT SAFE'));
	for (const [columns, rows] of [
		[60, 16],
		[40, 10],
		[36, 8],
	] as const) {
		screen.resize(columns, rows);
		await screen.shows(
			({rows: [first = ''], text}) => first.startsWith('NOT SAFE') || /^ NOT SAFE/.test(text),
		);
	}
	screen.press('q');
	t.is(await screen.ends(), 4);
	t.regex(screen.text, /flowzap-tui: NOT SAFE: /);
});

test('a file that is changed during the drill is in the record, and the replay follows', async t => {
	const home = folder(t);
	const [file, path] = [join(home, 'a.fz'), join(home, 'drill.jsonl')];
	const text = fs.readFileSync('samples/blue-green.fz', 'utf8');
	fs.writeFileSync(file, text);
	const screen = open(t, [file, '--record', path]);
	await screen.shows('step 1 ');
	screen.press('.', '1');
	await screen.shows(/● *Deploy to Green/);
	fs.writeFileSync(file, text.replace('"Run smoke tests"', '"Run all tests"'));
	await screen.shows('Run all tests');
	screen.press('.', '2', '.');
	await screen.shows('outcome: ROLLBACK');
	screen.press('q');
	await screen.ends();
	const {out, err, exit} = await carryOut(['replay', path]);
	t.is(err, '');
	t.is(exit, 0);
	t.regex(out, /Run all tests/);
	t.regex(out, /outcome: ROLLBACK/);
});

test('without a record nothing is written', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const screen = open(t, ['samples/blue-green.fz', '--no-record'], {env});
	await screen.shows('step 1 ');
	screen.press('.', '1');
	await screen.shows(/● *Deploy to Green/);
	screen.press('q');
	await screen.ends();
	t.deepEqual(fs.readdirSync(env.XDG_STATE_HOME), []);
});

test('what was written down without a record is not lost by one key', async t => {
	const screen = open(t, ['samples/blue-green.fz', '--no-record']);
	await screen.shows('step 1 ');
	screen.press('a', 'important');
	await screen.shows('note at Start: important');
	screen.press('\r');
	await screen.shows('noted');
	screen.press('\x03');
	await screen.shows('not recorded: quit, lose notes?');
	screen.press('n');
	await screen.shows('CI Pipeline › Start');
	screen.press('q');
	await screen.shows('not recorded: quit, lose notes?');
	screen.press('n');
	await screen.shows('CI Pipeline › Start');
	screen.press('q');
	await screen.shows('quit, lose notes?');
	screen.press('y');
	t.is(await screen.ends(), 0);
});

test('a second Ctrl-C asks no more', async t => {
	const screen = open(t, ['samples/blue-green.fz', '--no-record']);
	await screen.shows('step 1 ');
	screen.press('a', 'important');
	await screen.shows('important');
	screen.press('\r');
	await screen.shows('noted');
	screen.press('\x03');
	await screen.shows('not recorded: quit, lose notes?');
	screen.press('\x03');
	t.is(await screen.ends(), 130);
});

test('a window without room for a panel opens none', async t => {
	const screen = open(t, ['samples/blue-green.fz', '--no-record'], {columns: 39, rows: 9});
	await screen.shows('NEXT');
	for (const key of ['p', '?', 'i']) {
		screen.press(key);
		await screen.shows('this window is too small');
		screen.press('k');
		await screen.shows('try --plain');
	}
	// What is typed behind a colon must not turn into keys.
	screen.press(':');
	await screen.shows(/^ :/m);
	screen.press('jump n3\r');
	await screen.shows('Run automated tests');
	screen.press('q');
	t.is(await screen.ends(), 0);
});
