import {execFileSync} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rename, rm, truncate, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {type Options, Screen} from '../helpers/terminal.js';

function open(t: ExecutionContext, words: readonly string[], options: Options = {}): Screen {
	const screen = new Screen(words, options);
	t.teardown(() => screen.stop());
	return screen;
}

async function copied(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	const file = path.join(folder, 'live.fz');
	await writeFile(file, await readFile('samples/blue-green.fz'));
	return file;
}

test('a changed file is read again and the run carried over; mistakes stand beside the old picture', async t => {
	const file = await copied();
	const text = await readFile(file, 'utf8');
	const screen = open(t, [file]);
	await screen.shows('step 1 ');
	screen.press('.1.');
	await screen.shows('CHOOSE · Tests passed?');
	await writeFile(file, text.replace('Tests passed?', 'All green?'));
	await screen.shows('CHOOSE · All green?');
	t.regex(screen.text, /step 8 /);
	t.regex(screen.text, /the file was read again/);
	await writeFile(file, text.replace('n7: diamond label:"Current active?"', 'n7: diamond label:"Current'));
	await screen.shows('the old picture stays');
	t.regex(screen.text, /CHOOSE · All green\?/);
	t.regex(screen.text, /MISTAKES 1/);
	screen.press('!');
	await screen.shows(/live\.fz:\d+:\d+: error/);
	// The first closes the page.
	screen.press('q', 'q');
	t.is(await screen.ends(), 0);
});

test('line by line a changed file is read again behind the answer that was meant for the one before', async t => {
	const file = await copied();
	const text = await readFile(file, 'utf8');
	const screen = open(t, [file, '--plain']);
	await screen.shows('Step 1. ');
	await writeFile(file, text.replace('Run automated tests', 'Run all tests'));
	screen.press('.\r');
	await screen.shows('(the file was read again)');
	await screen.shows('Choose 1-2');
	await writeFile(file, text.replace('n4: rectangle', 'n4: rexangle'));
	screen.press('1\r');
	await screen.shows('the old picture stays');
	await screen.shows(/Step 6\.[\s\S]*\? more:/);
	screen.press('!\r');
	await screen.shows('there is no shape `rexangle`');
	await screen.shows(/check` looks for[\s\S]*more:/);
	await writeFile(file, text);
	screen.press('details\r');
	await screen.shows(/id +n8/);
	screen.press('q\r');
	t.is(await screen.ends(), 0);
});

test('line by line a file is chosen by its number where none was named', async t => {
	const cwd = path.dirname(await copied());
	const screen = open(t, [], {cwd, env: {INK_SCREEN_READER: '1'}});
	await screen.shows(/^ {2}1 blue-green\.fz \(sample\)\n[\s\S]* 4 live\.fz\nOpen 1-4, q quit:/);
	screen.press('9\r');
	await screen.shows(/9\nOpen 1-4, q quit:/);
	screen.press('4\r');
	await screen.shows(/Step 1\.[\s\S]*more:/);
	screen.press('q\r');
	t.is(await screen.ends(), 0);
	for (const [key, code] of [
		['q\r', 0],
		['\x04', 0],
		['\x03', 130],
	] as const) {
		const other = open(t, ['--plain'], {cwd});
		await other.shows('Open 1-4, q quit:');
		other.press(key);
		t.is(await other.ends(), code);
	}
});

test('line by line Ctrl-D and Ctrl-C ask before notes are lost, and leave when pressed again', async t => {
	for (const [key, code] of [
		['\x04', 0],
		['\x03', 130],
	] as const) {
		const screen = open(t, [await copied(), '--plain', '--no-record']);
		await screen.shows('Step 1. ');
		screen.press('a quiet\r');
		await screen.shows('(noted)');
		screen.press(key);
		await screen.shows('quit, lose notes? (y/n)');
		screen.press('n\r');
		await screen.shows(/\(y\/n\) n\nEnter step/);
		screen.press('\r');
		await screen.shows('Step 2. ');
		screen.press(key);
		await screen.shows(/Step 2\.[\s\S]*quit, lose notes\?/);
		screen.press(key);
		t.is(await screen.ends(), code);
	}
});

test('line by line Ctrl-D and Ctrl-C leave at once where nothing is lost', async t => {
	for (const [key, code] of [
		['\x04', 0],
		['\x03', 130],
	] as const) {
		const screen = open(t, [await copied(), '--plain']);
		await screen.shows('Step 1. ');
		screen.press('a quiet\r');
		await screen.shows('(noted)');
		screen.press(key);
		t.is(await screen.ends(), code);
		t.regex(screen.text, /drill recorded/);
	}
});

test('a run that cannot be carried over goes as far as it can', async t => {
	const file = await copied();
	const text = await readFile(file, 'utf8');
	const screen = open(t, [file]);
	await screen.shows('step 1 ');
	screen.press('.1.2.');
	await screen.shows('outcome: ROLLBACK');
	await writeFile(file, text.replace('[label="No"]\nn12', '[label="Not all"]\nn12'));
	await screen.shows('cannot be done until');
	t.regex(screen.text, /CHOOSE · Tests passed\?/);
	t.regex(screen.text, /2 Not all/);
});

test('a file that grew beyond all measure is not read: the old picture stays', async t => {
	const file = await copied();
	const screen = open(t, [file]);
	await screen.shows('step 1 ');
	await truncate(file, 4 * 2 ** 30);
	await screen.shows('holds no text that can be read: the old picture stays');
	const kept = `${file}.kept`;
	await rename(file, kept);
	await screen.shows('is gone: the picture stays');
	screen.press('c');
	await screen.shows('file gone (!)');
	await writeFile(file, await readFile('samples/blue-green.fz'));
	await screen.shows('is there again');
	screen.press('q');
	t.is(await screen.ends(), 0);
});

test('the mouse picks and takes a branch, and moves the view', async t => {
	const screen = open(t, ['samples/blue-green.fz', '--mouse']);
	await screen.shows('step 1 ');
	t.is(screen.modes.mouse, 'drag');
	screen.press('.');
	await screen.shows('CHOOSE · Current active?');
	const y = screen.rows.findIndex(row => /│ +Deploy to Blue/.test(row));
	const x = screen.rows[y]?.indexOf('Deploy to Blue') ?? 0;
	const click = `\x1b[<0;${x + 1};${y + 1}M\x1b[<0;${x + 1};${y + 1}m`;
	screen.press(click);
	await screen.shows('► 2 Green');
	screen.press(click);
	await screen.shows(/● *Deploy to Blue/);
	screen.press('.');
	await screen.shows('CHOOSE · Tests passed?');
	const row = screen.rows.findIndex(text => text.includes('2 No → Rollback'));
	const branch = `\x1b[<0;100;${row + 1}M\x1b[<0;100;${row + 1}m`;
	screen.press(branch);
	await screen.shows('► 2 No');
	screen.press(branch);
	await screen.shows(/● *Rollback/);
	screen.press('\x1b[H');
	await screen.shows(({text}) => !text.includes('◄'));
	screen.press('\x1b[<0;40;20M\x1b[<32;30;20M\x1b[<0;30;20m');
	await screen.shows('◄10');
	screen.press('\x1b[<66;1;1M\x1b[<66;1;1M');
	await screen.shows(({text}) => !text.includes('◄'));
	screen.press('p\x1b[<64;110;12M\x1b[<64;110;12M');
	await screen.shows('ROUTES 4/6');
	screen.press('\x1b[<65;10;12M\x1b[<67;10;12M');
	// The view has moved six columns on.
	await screen.shows(/\n═{7} CI Pipeline[\s\S]*token out of sight \(c\)/);
	t.true(screen.text.includes('ROUTES 4/6'));
	screen.press('q');
	t.is(await screen.ends(), 0);
	t.is(screen.modes.mouse, 'none');
});

test('keys and theme of one’s own; what is wrong with them is said', async t => {
	const home = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	await mkdir(path.join(home, 'flowzap-tui'));
	const config = path.join(home, 'flowzap-tui', 'config.json');
	await writeFile(
		config,
		JSON.stringify({theme: 'light', keys: {step: ['s', 'right'], quit: 'X', stpe: 'z', bakc: 'y'}}),
	);
	const screen = open(t, ['samples/blue-green.fz'], {columns: 160, env: {XDG_CONFIG_HOME: home}});
	await screen.shows(
		'config.json: 2 mistakes (! tells all), the first: no action is called `stpe`; did you mean',
	);
	screen.press('!');
	await screen.shows(
		/\/flowzap-tui\/config\.json: no action is called `stpe`[^\n]*\n[^\n]*no action is called `bakc`/,
	);
	screen.press('\x1b');
	await screen.shows('NEXT');
	screen.press('s');
	await screen.shows('step 2 ');
	screen.press('q', 's');
	await screen.shows('step 3 ');
	screen.press('X');
	t.is(await screen.ends(), 0);
	t.regex(screen.text, /no action is called `stpe`[\s\S]*no action is called `bakc`/, 'all of it at the end');
});

test('a file that a pipe has taken the place of is not read: the picture stays', async t => {
	for (const words of [[], ['--plain']]) {
		const file = await copied();
		const screen = open(t, [file, ...words]);
		await screen.shows(/step 1[ .]/i);
		await rm(file);
		execFileSync('mkfifo', [file]);
		if (words.length === 0) await screen.shows('cannot be read: the picture stays');
		screen.press('.\r');
		await screen.shows('Current active?');
		screen.press('q\r');
		t.is(await screen.ends(), 0);
	}
});

test('a choice of the shelf that a pipe has taken the place of is complained of on the normal screen', async t => {
	const file = await copied();
	const screen = open(t, [], {cwd: path.dirname(file)});
	await screen.shows('live.fz');
	await rm(file);
	execFileSync('mkfifo', [file]);
	screen.press('\x1b[F', '\r');
	t.is(await screen.ends(), 4);
	t.false(screen.isFullScreen);
	t.regex(screen.text, /live\.fz: this is a pipe, a socket or a device, not a file/);
});

test('the configuration is read once', async t => {
	const home = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	await mkdir(path.join(home, 'flowzap-tui'));
	const config = path.join(home, 'flowzap-tui', 'config.json');
	await writeFile(config, '{"theme": "light", "keys": {"quit": "X"}}');
	const screen = open(t, [], {env: {XDG_CONFIG_HOME: home}});
	await screen.shows('choose a diagram');
	await writeFile(config, '{"theme": "light", "keys": {"quit": "Y"}}');
	screen.press('\r');
	await screen.shows('step 1 ');
	screen.press('X');
	t.is(await screen.ends(), 0);
});

test('the bundle does what the program does', async t => {
	const bundle = path.resolve('build/bundle/cli.js');
	const screen = open(t, [], {command: [process.execPath, bundle]});
	await screen.shows('choose a diagram');
	screen.press('\r');
	await screen.shows('step 1 ');
	screen.press('.1.2.');
	await screen.shows('outcome: ROLLBACK');
	screen.press('a', 'hello', '\r');
	await screen.shows(/\bnoted\b/);
	screen.press('q');
	t.is(await screen.ends(), 0);
	t.false(screen.isFullScreen);
});

test('a click in a list picks, and a second one is Enter', async t => {
	for (const size of [
		{columns: 80, rows: 24},
		{columns: 120, rows: 40},
		{columns: 200, rows: 60},
	]) {
		const screen = open(t, ['samples/blue-green.fz', '--mouse'], size);
		const click = (words: string) => {
			const y = screen.rows.findIndex(row => row.includes(words));
			const x = screen.rows[y]?.indexOf(words) ?? -1;
			screen.press(`\x1b[<0;${x + 1};${y + 1}M\x1b[<0;${x + 1};${y + 1}m`);
		};
		await screen.shows('step 1 ');
		screen.press('p');
		await screen.shows('ROUTES 1/6');
		click('3 rollback');
		await screen.shows(/ROUTES 3\/6[\s\S]*►3 rollback/);
		click('3 rollback');
		await screen.shows('route 3: → goes along it');
		screen.press(':');
		await screen.shows('COMMANDS 1/');
		click('run-on');
		await screen.shows('COMMANDS 6/');
		click('run-on');
		await screen.shows('CHOOSE');
		screen.press('q');
		t.is(await screen.ends(), 0);
	}
});

test('a file that is there already is left alone, and another name can be typed at once', async t => {
	const file = await copied();
	const there = path.join(path.dirname(file), 'live.trail.txt');
	await writeFile(there, 'mine');
	const screen = open(t, [file], {cwd: path.dirname(file)});
	await screen.shows('step 1 ');
	screen.press('x');
	await screen.shows('write trail and drawing to: live.trail.txt');
	screen.press('\r');
	await screen.shows('live.trail.txt is there already: choose another name');
	t.regex(screen.text, /write trail and drawing to: live\.trail\.txt/);
	screen.press('2');
	await screen.shows('live.trail.txt2');
	screen.press('\r');
	await screen.shows('written to live.trail.txt2');
	t.is(await readFile(there, 'utf8'), 'mine');
});

test('an action item that cannot be written down stays to be mended', async t => {
	const screen = open(t, ['samples/blue-green.fz', '--no-record']);
	await screen.shows('step 1 ');
	screen.press('A', 'mend it !2026-13-45');
	await screen.shows('mend it !2026-13-45');
	screen.press('\r');
	await screen.shows('there is no day 2026-13-45');
	screen.press(...Array<string>(5).fill('\x7f'), '12-05');
	await screen.shows('mend it !2026-12-05');
	screen.press('\r');
	await screen.shows('action item: mend it (by 2026-12-05)');
	screen.press('q');
	await screen.shows('quit, lose notes?');
	screen.press('y');
	t.is(await screen.ends(), 0);
});

test('a long paste into a note is kept whole', async t => {
	const screen = open(t, ['samples/blue-green.fz'], {columns: 200, rows: 60});
	await screen.shows('step 1 ');
	const words = Array.from({length: 60}, (_, i) => `word${i}`).join(' ');
	screen.press('a', `\x1b[200~${words}\x1b[201~`);
	await screen.shows('word59');
	screen.press('\r');
	await screen.shows(/\bnoted\b/);
	screen.press(':', 'notes', '\r');
	await screen.shows(/NOTES[\s\S]*word0 word1/);
	t.pass();
});

test('the cursor stays where a person looks while the clock runs', async t => {
	const screen = open(t, [path.resolve('samples/blue-green.fz')], {columns: 80, rows: 24});
	const standsAt = (text: string) => screen.shows(s => s.rows[s.cursor.y]?.includes(text) === true);
	await standsAt('●');
	screen.press('.');
	await standsAt('● Current active?');
	screen.press('\t');
	await standsAt('Blue  → Deploy to Green');
	screen.press('a', '日本');
	const standsBehind = (s: Screen) => s.look(s.cursor.x - 2, s.cursor.y).text === '本';
	await screen.shows(standsBehind);
	const [clock = ''] = screen.text.match(/T\+[\d:]+/) ?? [];
	await screen.shows(s => !s.text.includes(clock) && standsBehind(s));
	t.pass();
});
