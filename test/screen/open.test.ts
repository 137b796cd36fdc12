import {mkdtemp, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test from 'ava';
import {folder} from '../helpers/folder.js';
import {pipe} from '../helpers/pipe.js';
import {Screen} from '../helpers/terminal.js';

const blueGreen = path.resolve('samples/blue-green.fz');

test('without a terminal the drawing is printed', async t => {
	const {code, out, err} = await pipe([blueGreen]);
	t.is(code, 0);
	t.is(err, '');
	t.regex(out, /^╔═+ CI Pipeline ═/);
	t.is((await pipe(['draw', blueGreen])).out, out);
});

test('without a terminal and a file there is a list to choose from, and exit 2', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	await writeFile(path.join(folder, 'mine.fz'), 'A {\nn1: circle\n}\n');
	const {code, out, err} = await pipe([], '', {cwd: folder});
	t.is(code, 2);
	t.is(out, '');
	t.regex(err, /blue-green\.fz\n/);
	t.regex(err, /^ {2}mine\.fz$/m);
});

test('on a dumb terminal the drawing is printed in ASCII', async t => {
	const screen = new Screen([blueGreen], {columns: 200, rows: 60, env: {TERM: 'dumb'}});
	t.is(await screen.ends(), 0);
	t.false(screen.output.includes('\x1b'));
	t.regex(screen.output, /~~ CI Pipeline ~~/);
});

test('in a terminal without a file a diagram is chosen', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	await writeFile(
		path.join(folder, 'mine.fz'),
		'A {\nn1: circle label:"Alpha"\nn2: circle label:"Omega"\nn1.handle(right) -> n2.handle(left)\n}\n',
	);
	const screen = new Screen([], {cwd: folder});
	t.teardown(() => screen.stop());
	await screen.shows('choose a diagram');
	t.regex(screen.text, /SAMPLES\n► 1 {3}blue-green\.fz/);
	t.regex(screen.text, /IN THIS FOLDER\n.* mine\.fz/);
	screen.press('\x1b[F', '\r');
	await screen.shows('●Alpha');
	t.regex(screen.rows[0] ?? '', /^ mine\.fz/);
	screen.press('q');
	t.is(await screen.ends(), 0);
});

test('leaving the choice is no error', async t => {
	const screen = new Screen([]);
	t.teardown(() => screen.stop());
	await screen.shows('choose a diagram');
	screen.press('q');
	t.is(await screen.ends(), 0);
	t.false(screen.isFullScreen);
});

test('--sample opens blue-green', async t => {
	const screen = new Screen(['--sample']);
	t.teardown(() => screen.stop());
	await screen.shows('blue-green.fz');
	screen.press('q');
	t.is(await screen.ends(), 0);
});

test('a file without a diagram is told of, not opened', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	const empty = path.join(folder, 'empty.fz');
	await writeFile(empty, '');
	for (const [file, code] of [
		[empty, 1],
		[folder, 4],
		[path.join(folder, 'none.fz'), 4],
	] as const) {
		const screen = new Screen([file]);
		t.is(await screen.ends(), code);
		t.false(screen.output.includes('\x1b[?1049h'));
		t.regex(screen.text, /empty\.fz|folder|no such file/);
	}
});

for (const [name, options, words] of [
	['LANG=C', {env: {LANG: 'C'}}, []],
	['LC_ALL over LANG', {env: {LANG: 'C.UTF-8', LC_ALL: 'POSIX'}, columns: 80, rows: 24}, []],
	['--ascii, with the legend,', {columns: 170, rows: 50}, ['--ascii']],
] as const)
	test(`${name} draws in ASCII`, async t => {
		const screen = new Screen([blueGreen, ...words], options);
		t.teardown(() => screen.stop());
		await screen.shows('step 1 ');
		screen.press('.1.2.');
		await screen.shows('outcome: ROLLBACK');
		screen.press('?');
		await screen.shows('LOOK AROUND');
		// The first closes the page.
		screen.press('q', 'q');
		t.is(await screen.ends(), 0);
		t.regex(screen.output, /^[\x00-\x7f]*$/);
	});

test('NO_COLOR leaves weight and inverse, no colour', async t => {
	const screen = new Screen([blueGreen], {env: {NO_COLOR: '1'}});
	t.teardown(() => screen.stop());
	await screen.shows('step 1 ');
	screen.press('.1.2.');
	await screen.shows('outcome: ROLLBACK');
	screen.press('q');
	await screen.ends();
	t.notRegex(screen.output, /\x1b\[([\d;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;[\d;]*)?m/);
	t.true(screen.output.includes('\x1b[1m'));
});

/** Runs the program in a session of its own: the terminal is where it writes, and not where it belongs. */
const strange = `
	const [input, ...words] = process.argv.slice(1);
	const stdio = [require('node:fs').openSync(input), 'inherit', 'inherit'];
	require('node:child_process').spawn(process.execPath, words, {detached: true, stdio}).on('exit', process.exit);
`;

test('in a terminal that the program does not belong to there are no keys: as without one', async t => {
	const record = path.join(folder(t), 'drill.jsonl');
	const made = await pipe([blueGreen, '--plain', '--record', record], '.\n');
	t.is(made.code, 0);
	const program = path.resolve('build/source/cli.js');
	for (const [input, words, code, told] of [
		['/dev/null', [blueGreen], 0, /CI Pipeline[\s\S]*line by line/],
		[blueGreen, ['-'], 0, /CI Pipeline[\s\S]*line by line/],
		['/dev/null', [], 2, /^flowzap-tui: name a FILE/],
		['/dev/null', ['resume', record], 2, /--plain/],
	] as const) {
		const screen = new Screen([input, program, ...words], {
			command: [process.execPath, '-e', strange],
			columns: 200,
			rows: 60,
		});
		t.teardown(() => screen.stop());
		t.is(await screen.ends(), code, words.join(' '));
		t.regex(screen.output, told);
		t.notRegex(screen.output, /node:fs|\x1b/);
	}
});
