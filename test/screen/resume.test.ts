import fs from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {readRecord} from '../../source/drill/record.js';
import {carryOut} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';
import {pipe} from '../helpers/pipe.js';
import {Screen} from '../helpers/terminal.js';

interface Place {
	readonly cwd: string;
	readonly env: {readonly XDG_STATE_HOME: string};
	/** The only record. */
	readonly path: () => string;
}

/** A folder with a.fz, and a drill of it that was left after the first decision. */
async function leftDrill(t: ExecutionContext): Promise<Place> {
	const cwd = folder(t);
	fs.copyFileSync('samples/blue-green.fz', join(cwd, 'a.fz'));
	const env = {XDG_STATE_HOME: join(cwd, "it's state")};
	await pipe(['a.fz', '--plain', '--as', 'Cleo'], '.\n1\na half way\nq\n', {cwd, env});
	const records = join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills');
	const path = () => join(records, fs.readdirSync(records).find(name => name.endsWith('.jsonl')) ?? '');
	return {cwd, env, path};
}

function open(t: ExecutionContext, words: readonly string[], {cwd, env}: Place): Screen {
	const screen = new Screen(words, {cwd, env, columns: 100, rows: 30});
	t.teardown(() => screen.stop());
	return screen;
}

function change(place: Place, from: RegExp, to: string): void {
	const file = join(place.cwd, 'a.fz');
	fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll(from, to));
}

const types = (path: string) => readRecord(fs.readFileSync(path)).events.map(({type}) => type);

for (const words of [['a.fz'], ['resume']])
	test(`${words[0]}: a drill whose file was changed since goes on where its steps are all possible`, async t => {
		const place = await leftDrill(t);
		change(place, /Run smoke tests/g, 'Run all tests');
		const screen = open(t, words, place);
		if (words[0] === 'a.fz') {
			await screen.shows('resume the drill of');
			screen.press('y');
		}
		await screen.shows('the file was changed since; the drill goes on at the same step');
		await screen.shows(/● *Deploy to Green/);
		screen.press('.');
		await screen.shows(/CHOOSE · Tests passed\?[\s\S]*Run all tests/);
		screen.press('2', '.', 'q');
		t.is(await screen.ends(), 0);
		t.deepEqual(types(place.path()).slice(8, 16), [
			'leave',
			'resume',
			'file',
			'move',
			'move',
			'move',
			'move',
			'decide',
		]);
		const {out, err} = await carryOut(['replay', place.path()]);
		t.is(err, '');
		t.regex(out, /Run all tests[\s\S]*outcome: ROLLBACK/);
	});

test('a drill whose node an edit took away is not over, and goes on once it is there again', async t => {
	const place = await leftDrill(t);
	const file = join(place.cwd, 'a.fz');
	const whole = fs.readFileSync(file, 'utf8');
	const screen = open(t, ['resume'], place);
	await screen.shows(/● *Deploy to Green/);
	screen.press('.');
	await screen.shows(/CHOOSE · Tests passed\?/);
	fs.writeFileSync(file, whole.replace(/^.*n11\b.*\n/gm, ''));
	await screen.shows(/END[\s\S]*why: the file was changed, and/);
	screen.press('q');
	await screen.ends();
	t.regex(screen.text, /To go on:/);
	t.is(types(place.path()).at(-1), 'leave');
	fs.writeFileSync(file, whole);
	const again = open(t, ['a.fz'], place);
	await again.shows('resume the drill of');
	again.press('y');
	await again.shows(/● *Run smoke tests/);
	again.press('.');
	await again.shows(/CHOOSE · Tests passed\?/);
});

test('a drill that went on elsewhere while the question stood there is not said to go on', async t => {
	const place = await leftDrill(t);
	const screen = open(t, ['a.fz'], place);
	await screen.shows('resume the drill of');
	await pipe(['resume', '--plain'], '\nq\n', place);
	const elsewhere = types(place.path());
	screen.press('y');
	await screen.shows(/NOT SAFE: the drill went on in another program/);
	t.false(screen.text.includes('goes on where it was left'));
	screen.press('q');
	await screen.shows('not safe: quit');
	screen.press('y');
	await screen.ends();
	t.deepEqual(types(place.path()), elsewhere);
});

test('a drill whose file is gone goes on with the diagram of its record, and says so', async t => {
	const place = await leftDrill(t);
	fs.rmSync(join(place.cwd, 'a.fz'));
	const {out} = await pipe(['resume', '--plain'], 'q\n', place);
	t.regex(
		out,
		/^\(as it was recorded: a\.fz cannot be read; Cleo is at the keyboard, as before\)\n.*Deploy to Green/,
	);
});

test('a drill goes on with its own file, wherever that is, and with no other of its name', async t => {
	const place = folder(t);
	const [own, here] = [join(place, 'x', 'bg.fz'), join(place, 'bg.fz')];
	fs.mkdirSync(join(place, 'x'));
	fs.copyFileSync('samples/blue-green.fz', own);
	const env = {XDG_STATE_HOME: join(place, 'state')};
	const at = {cwd: place, env};
	await pipe(['x/bg.fz', '--plain'], '.\nq\n', at);
	const goesOn = async () => (await pipe(['resume', '--plain'], 'q\n', at)).out.split('\n')[0];
	t.is(await goesOn(), '(the drill goes on where it was left)');
	fs.copyFileSync('samples/saga.fz', here);
	t.is(await goesOn(), '(the drill goes on where it was left)');
	const changed = fs.readFileSync(own, 'utf8').replace('Run smoke tests', 'Run all tests');
	fs.writeFileSync(own, changed);
	t.is(await goesOn(), '(the file was changed since; the drill goes on at the same step)');
	fs.rmSync(own);
	t.is(await goesOn(), '(as it was recorded: the bg.fz here is of another process)');
	t.notRegex((await pipe(['bg.fz', '--plain'], 'q\n', at)).out, /^Resume/);
	fs.rmSync(here);
	t.is(await goesOn(), `(as it was recorded: ${join('x', 'bg.fz')} cannot be read)`);
	fs.writeFileSync(here, changed);
	t.regex((await goesOn()) ?? '', /^\(.*the drill goes on/);
});

test('a record that is moved with its file knows it there', async t => {
	const place = folder(t);
	const [was, is] = [join(place, 'a'), join(place, 'b')];
	fs.mkdirSync(join(was, 'drills'), {recursive: true});
	fs.copyFileSync('samples/blue-green.fz', join(was, 'bg.fz'));
	await pipe(['bg.fz', '--plain', '--record', 'drills/1.jsonl'], '.\nq\n', {cwd: was});
	const [first = ''] = fs.readFileSync(join(was, 'drills', '1.jsonl'), 'utf8').split('\n');
	t.is(JSON.parse(first).file.path, join('..', 'bg.fz'));
	t.false(first.includes(place));
	fs.renameSync(was, is);
	const {out} = await pipe(['resume', 'b/drills/1.jsonl', '--plain'], 'q\n', {cwd: place});
	t.regex(out, /^\(the drill goes on where it was left\)/);
});

test('a drill that a changed file does not bear out is not offered with it, and goes on as it was recorded', async t => {
	const place = await leftDrill(t);
	change(place, /n8/g, 'n80');
	const screen = open(t, ['a.fz'], place);
	await screen.shows('the file was changed since the unfinished drill;');
	screen.press('q');
	await screen.ends();
	const resumed = open(t, ['resume'], place);
	await resumed.shows('as it was recorded: the file was changed since');
	await resumed.shows(/● *Deploy to Green/);
	resumed.press('q');
	await resumed.ends();
	t.deepEqual(types(place.path()).slice(-3), ['leave', 'resume', 'leave']);
});

test('a file that has errors, or no node, changes nothing of a drill that is gone on with, until it is mended', async t => {
	const place = await leftDrill(t);
	const file = join(place.cwd, 'a.fz');
	const whole = fs.readFileSync(file, 'utf8');
	const goesOn = async (text: string, input: string) => {
		fs.writeFileSync(file, text);
		return (await pipe(['resume', '--plain'], input, place)).out;
	};
	const asRecorded = '(as it was recorded: the file was changed since the unfinished drill, and';
	const half = await goesOn(whole.slice(0, 1650), '!\n.\nq\n');
	t.true(half.startsWith(`${asRecorded} has 3 errors from line 32 on;`));
	t.regex(half, /a\.fz:32:1: error: lane/);
	t.regex(half, /1 Yes -> .*success 1, rollback 1/);
	for (const [text, what] of [
		['', 'has 1 error in line 1'],
		['A { # A\n}\n', 'holds no node any more'],
	] as const)
		t.true((await goesOn(text, 'q\n')).startsWith(`${asRecorded} ${what};`), text);
	t.deepEqual(types(place.path()).slice(-2), ['resume', 'leave']);
	// With the file itself it is not offered, and that is said.
	fs.writeFileSync(file, whole.slice(0, 1650));
	const opened = open(t, ['a.fz'], place);
	await opened.shows('the file was changed since the unfinished drill, and has 3 errors');
	opened.press('q');
	await opened.ends();
	const screen = open(t, ['resume'], place);
	await screen.shows('as it was recorded: the file was changed since the unfinished drill, and has');
	await screen.shows('MISTAKES 3');
	fs.writeFileSync(file, whole.replace('Run smoke tests', 'Run all tests'));
	await screen.shows(
		/the file was read again[\s\S]*Run all tests|Run all tests[\s\S]*the file was read again/,
	);
	screen.press('q');
	await screen.ends();
});

test('what is wrong with the configuration and why a drill is not offered are both told', async t => {
	const place = await leftDrill(t);
	change(place, /n8/g, 'n80');
	fs.mkdirSync(join(place.cwd, 'flowzap-tui'));
	fs.writeFileSync(join(place.cwd, 'flowzap-tui', 'config.json'), '{"colour": 1}');
	const configured = {...place, env: {...place.env, XDG_CONFIG_HOME: place.cwd}};
	const screen = open(t, ['a.fz'], configured);
	await screen.shows('config.json: `colour`');
	screen.press('l');
	await screen.shows('the file was changed since the unfinished drill;');
	screen.press('q');
	await screen.ends();
	const {err} = await pipe(['a.fz', '--plain'], 'q\n', configured);
	t.regex(err, /`colour` is not known here[\s\S]*the file was changed since the unfinished drill/);
});

test('a file that begins with a byte order mark is the one that was recorded', async t => {
	const cwd = folder(t);
	fs.writeFileSync(join(cwd, 'a.fz'), `\ufeff${fs.readFileSync('samples/blue-green.fz', 'utf8')}`);
	const env = {XDG_STATE_HOME: cwd};
	await pipe(['a.fz', '--plain'], '.\n1\nq\n', {cwd, env});
	const {out} = await pipe(['resume', '--plain'], 'q\n', {cwd, env});
	t.regex(out, /the drill goes on where it was left/);
});

test('a resumed drill is as blind and as demanding as it was', async t => {
	const cwd = folder(t);
	fs.copyFileSync('samples/blue-green.fz', join(cwd, 'a.fz'));
	const env = {XDG_STATE_HOME: cwd};
	await pipe(['a.fz', '--plain', '--blind', '--why'], '.\nq\n', {cwd, env});
	const {out} = await pipe(['a.fz', '--plain'], 'y\n1\nq\n', {cwd, env});
	t.regex(out, /^ {2}1 Blue$/m);
	t.regex(out, /^why Blue: \(an empty line takes it back\) q$/m);
});

test('a line that was cut off is set aside, and that is told', async t => {
	const place = await leftDrill(t);
	fs.appendFileSync(place.path(), '{"v":1,"seq":9');
	const screen = open(t, ['resume'], place);
	await screen.shows('last line was cut off');
	screen.press('q');
	await screen.ends();
	t.is(fs.readFileSync(`${place.path()}.torn`, 'utf8'), '{"v":1,"seq":9');
	t.is(readRecord(fs.readFileSync(place.path())).altered, undefined);
});

test('while a drill goes on its record can be read, and is not gone on with twice', async t => {
	const place = await leftDrill(t);
	const screen = open(t, ['resume'], place);
	await screen.shows('the drill goes on where it was left');
	const path = place.path();
	for (const words of [
		['report', path],
		['replay', path],
		['coverage', 'a.fz', path],
	]) {
		const {code, err} = await pipe(words, '', place);
		t.is(code, 0, words[0]);
		t.is(err, '', words[0]);
	}
	const {code, err} = await pipe(['resume', path], '', place);
	t.is(code, 4);
	t.regex(err, new RegExp(`goes on in another program, number ${screen.pid}; its last line is of`));
	t.regex(err, /\(Cleo\)\. Quit that to go on here .*`flowzap-tui report '.*it'\\''s state.*'`/);
	t.regex(
		(await pipe(['resume'], '', place)).err,
		/^flowzap-tui: the drill goes on in another program, number/,
	);
	const other = open(t, ['a.fz'], place);
	await other.shows('step 1 ');
	t.false(other.text.includes('resume the drill'));
	other.press('q');
	await other.ends();
	screen.press('q');
	t.is(await screen.ends(), 0);
	t.regex(screen.text, /flowzap-tui: drill recorded\. To go on:\s+flowzap-tui resume/);
	t.is((await pipe(['resume', path], '', place)).code, 2);
});

test('why a record is nothing to go on with is told', async t => {
	const place = await leftDrill(t);
	const told = async (text: string | undefined, code: number) => {
		const path = join(place.cwd, 'r.jsonl');
		if (text !== undefined) fs.writeFileSync(path, text);
		const {exit, err} = await carryOut(['resume', path]);
		t.is(exit, code);
		return err.replaceAll(path, 'r.jsonl');
	};
	const sound = fs.readFileSync(place.path(), 'utf8');
	t.is(await told(undefined, 4), 'flowzap-tui: r.jsonl: no such file\n');
	t.is(await told('hello\n', 4), 'flowzap-tui: r.jsonl: this is no record of a drill\n');
	t.regex(
		await told(sound.replace('"by":"Cleo"', '"by":"Theo"'), 3),
		/r\.jsonl: the record was altered: line 4 does not follow from line 3: one of them was changed$/m,
	);
	await pipe(['run', 'a.fz', '--seed', '1', '--record', 'done.jsonl'], '', place);
	t.regex(
		await told(fs.readFileSync(join(place.cwd, 'done.jsonl'), 'utf8'), 1),
		/r\.jsonl: this drill came to its end; `flowzap-tui report r\.jsonl` tells of it$/m,
	);
});
