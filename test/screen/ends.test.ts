import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {constants, tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {folder} from '../helpers/folder.js';
import {type Options, Screen} from '../helpers/terminal.js';

const blueGreen = path.resolve('samples/blue-green.fz');

function open(t: ExecutionContext, words: readonly string[] = [blueGreen], options: Options = {}): Screen {
	const screen = new Screen(words, options);
	t.teardown(() => screen.stop());
	return screen;
}

const asFound = {paste: false, wrap: true, mouse: 'none', cursor: true};

async function givesBack(t: ExecutionContext, screen: Screen, code: number): Promise<void> {
	t.is(await screen.ends(), code);
	t.false(screen.isFullScreen);
	t.deepEqual(screen.modes, asFound);
}

test('while it runs it has the alternate screen to itself', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	t.true(screen.isFullScreen);
	t.deepEqual(screen.modes, {paste: true, wrap: false, mouse: 'none', cursor: false});
	screen.press('q');
	await givesBack(t, screen, 0);
});

test('where there is no alternate screen, what is said at the end stands below the picture', async t => {
	const screen = open(t, [blueGreen], {hasOneScreen: true, columns: 100, rows: 30});
	await screen.shows('step 1 ');
	screen.press('.q');
	t.is(await screen.ends(), 0);
	const said = screen.rows.findIndex(row => row.startsWith('flowzap-tui: drill recorded.'));
	t.regex(screen.rows[said - 1] ?? '', /q quit$/);
	t.regex(screen.rows.slice(said + 1).join(''), /^ *flowzap-tui resume \S+\s*$/);
});

for (const words of [[], ['--plain']])
	test(`a window that is closed ends the program as it says, with all that was done: ${words.join('')}`, async t => {
		const record = path.join(folder(t), 'drill.jsonl');
		const screen = open(t, [blueGreen, ...words, '--record', record]);
		await screen.shows(/step 1 |Step 1\./);
		screen.press('\r');
		await screen.shows(/step 2 |Step 2\./);
		screen.close();
		t.is(await screen.ends(), 129);
		t.regex(readFileSync(record, 'utf8'), /"type":"move"[^\n]*\n[^\n]*"type":"leave"[^\n]*\n$/);
		t.false(existsSync(`${record}.lock`));
	});

test('Ctrl-C ends with 130', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	screen.press('\x03');
	await givesBack(t, screen, 130);
});

for (const [signal, code] of [
	['SIGTERM', 143],
	['SIGHUP', 129],
	['SIGINT', 130],
	['SIGQUIT', 131],
] as const)
	test(`${signal} ends with ${code}, and the last line says where the record is`, async t => {
		const home = folder(t);
		const screen = open(t, [blueGreen], {env: {XDG_STATE_HOME: home}});
		await screen.shows('step 1 ');
		screen.press('.');
		await screen.shows('step 5 ');
		screen.kill(signal);
		await givesBack(t, screen, code);
		// A path that is longer than a row goes on in the next.
		const [, record = ''] =
			/flowzap-tui: drill recorded\. To go on:\s+flowzap-tui resume (\S+?\.jsonl)\s*$/.exec(
				screen.text.replaceAll('\n', ''),
			) ?? [];
		t.regex(readFileSync(record, 'utf8'), /"type":"move"/);
		t.false(existsSync(`${record}.lock`));
	});

test('a signal before anything was done leaves nothing to say', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	screen.kill('SIGTERM');
	await givesBack(t, screen, 143);
	t.is(screen.text.trim(), '');
});

test('a key pressed before the first frame counts', async t => {
	const screen = open(t);
	await screen.shows(({isFullScreen}) => isFullScreen);
	screen.press('.');
	await screen.shows('CHOOSE · Current active?');
	t.pass();
});

// macOS has not all of them.
for (const signal of [
	'SIGABRT',
	'SIGALRM',
	'SIGUSR2',
	'SIGVTALRM',
	'SIGXCPU',
	'SIGIO',
	'SIGPWR',
	'SIGSTKFLT',
] as const)
	if (constants.signals[signal] !== undefined)
		test(`${signal} gives the terminal back`, async t => {
			const screen = open(t);
			await screen.shows('step 1 ');
			screen.kill(signal);
			await givesBack(t, screen, 128 + constants.signals[signal]);
		});

test('SIGUSR1 opens no debugger', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	screen.kill('SIGUSR1');
	screen.press('.');
	await screen.shows('step 5 ');
	screen.press('q');
	await givesBack(t, screen, 0);
	t.false(screen.output.includes('Debugger'));
});

for (const [name, breaking] of [
	['an error', 'setTimeout(() => {throw new Error("torn")}, 0)'],
	['a rejection', 'Promise.reject(new Error("torn"))'],
] as const)
	test(`${name} that nobody caught ends with 70, told on the normal screen`, async t => {
		const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
		const file = path.join(folder, 'breaking.mjs');
		// Breaks after the first key, when all stands.
		await writeFile(file, `process.stdin.on('data', () => {${breaking}});`);
		const screen = open(t, ['--import', file, path.resolve('build/source/cli.js'), blueGreen], {
			command: [process.execPath],
		});
		await screen.shows('step 1 ');
		screen.press('x');
		await givesBack(t, screen, 70);
		t.regex(screen.text, /flowzap-tui: Error: torn/);
	});

test('Ctrl-Z gives the terminal to the shell, and fg comes back', async t => {
	const screen = open(t, [], {command: ['bash', '--norc', '-i'], env: {PS1: '$ '}});
	await screen.shows('$');
	screen.press(`${process.execPath} ${path.resolve('build/source/cli.js')} ${blueGreen}\r`);
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('step 5 ');
	screen.press('\x1a');
	await screen.shows(s => !s.isFullScreen && /Stopped|\[1\]/.test(s.text));
	t.deepEqual(screen.modes.mouse, 'none');
	t.true(screen.modes.cursor);
	// A stopped program is told of no change of size.
	screen.resize(72, 20);
	screen.press('fg\r');
	await screen.shows(s => s.isFullScreen && s.text.includes('step 5 '));
	await screen.shows(s => s.text.trimEnd().split('\n').at(-1)?.trimEnd().endsWith('q quit') === true);
	screen.press('1');
	await screen.shows('step 6 ');
	screen.press('q');
	await screen.shows(s => !s.isFullScreen);
	screen.press('echo code $?\r');
	await screen.shows('code 0');
	screen.press('exit\r');
	await screen.ends();
});

test('Ctrl-Z in the editor gives the terminal to the shell, and fg comes back to the editor', async t => {
	const editor = path.join(folder(t), 'editor');
	writeFileSync(editor, '#!/bin/sh\necho at work\nkill -TSTP 0\necho at work again\nread line\nexit 3\n', {
		mode: 0o755,
	});
	const screen = open(t, [], {
		command: ['bash', '--norc', '-i'],
		env: {PS1: '$ ', VISUAL: undefined, EDITOR: editor},
	});
	await screen.shows('$');
	screen.press(`${process.execPath} ${path.resolve('build/source/cli.js')} ${blueGreen}\r`);
	await screen.shows('step 1 ');
	screen.press('e');
	await screen.shows(s => s.text.includes('at work') && /Stopped|\[1\]/.test(s.text));
	screen.press('fg\r');
	await screen.shows('at work again');
	screen.press('\r');
	await screen.shows('ended with an error: exit code 3');
	t.true(screen.isFullScreen);
	screen.press('\x1a');
	await screen.shows(s => !s.isFullScreen);
	screen.press('fg\r');
	await screen.shows(s => s.isFullScreen && s.text.includes('step 1 '));
	screen.press('q');
	await screen.shows(s => !s.isFullScreen);
	screen.press('exit\r');
	await screen.ends();
});

test('Ctrl-C in the editor is for the editor; its line is one of the shell', async t => {
	const editor = path.join(folder(t), 'my editor');
	writeFileSync(
		editor,
		'#!/bin/sh\ntrap "echo caught" INT\necho "at work $1"\nwhile ! read line; do :; done\n',
		{
			mode: 0o755,
		},
	);
	const screen = open(t, [blueGreen], {env: {VISUAL: `"${editor}" 'two words'`}});
	await screen.shows('step 1 ');
	screen.press('e');
	await screen.shows('at work two words');
	screen.press('\x03');
	await screen.shows('caught');
	screen.press('\r');
	await screen.shows(s => s.isFullScreen && s.text.includes('step 1 '));
	await new Promise(resolve => setTimeout(resolve, 300));
	screen.press('.');
	await screen.shows('step 5 ');
	screen.press('\x03');
	await givesBack(t, screen, 130);
});

// By itself: a pseudo-terminal whose program has ended is read for a fifth of a second more, which is short among thirty others.
test.serial(
	'a program that is ended while the editor is open ends once that has, and gives the terminal back',
	async t => {
		const editor = path.join(folder(t), 'editor');
		writeFileSync(editor, '#!/bin/sh\nkill -TERM $PPID\n', {mode: 0o755});
		const screen = open(t, [blueGreen], {env: {VISUAL: editor}});
		await screen.shows('step 1 ');
		screen.press('e');
		await givesBack(t, screen, 143);
	},
);

test('a program that was stopped from outside comes back with its screen and its keys', async t => {
	const screen = open(t, [], {command: ['bash', '--norc', '-i'], env: {PS1: '$ '}});
	await screen.shows('$');
	screen.press(`${process.execPath} ${path.resolve('build/source/cli.js')} ${blueGreen}\r`);
	await screen.shows('step 1 ');
	execFileSync('pkill', ['-STOP', '-P', String(screen.pid)]);
	await screen.shows(/Stopped/);
	screen.press('fg\r');
	await screen.shows(s => s.isFullScreen && s.text.includes('step 1 ') && !s.text.includes('Stopped'));
	screen.press('.');
	await screen.shows('step 5 ');
	t.true(screen.isFullScreen);
	screen.press('q');
	await screen.shows(s => !s.isFullScreen);
	screen.press('exit\r');
	await screen.ends();
});

test('a file from a pipe, keys from the terminal', async t => {
	const screen = open(t, [], {
		command: [
			'bash',
			'--norc',
			'-c',
			`cat ${blueGreen} | ${process.execPath} ${path.resolve('build/source/cli.js')} -`,
		],
	});
	await screen.shows('step 1 ');
	t.true(screen.text.includes('<stdin>'));
	screen.press('.');
	await screen.shows('step 5 ');
	screen.press('q');
	await givesBack(t, screen, 0);
});

test('resizing draws anew and keeps the token', async t => {
	const screen = open(t);
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('step 5 ');
	for (const [columns, rows] of [
		[80, 24],
		[200, 60],
		[60, 16],
		[30, 8],
		[41, 11],
		[300, 80],
		[100, 30],
	] as const)
		screen.resize(columns, rows);
	await screen.shows(
		({text, rows}) =>
			rows.length === 30 && text.includes('step 5 ') && text.includes('CHOOSE · Current active?'),
	);
	screen.press('1');
	await screen.shows('step 6 ');
	t.regex(screen.text, /● *Deploy to Green/);
});

test('of a terminal larger than any screen the upper left part is drawn in', async t => {
	const screen = open(t, [blueGreen], {columns: 1500, rows: 600});
	await screen.shows('step 1 ');
	const last = screen.rows.findLastIndex(row => row !== '');
	t.is(last, 399);
	t.regex(screen.rows[last] ?? '', /q quit/);
	const longest = Math.max(...screen.rows.map(row => row.length));
	t.true(longest > 900 && longest <= 1000, `${longest}`);
	screen.resize(2000, 500);
	screen.press('.');
	await screen.shows('step 5 ');
	t.is(
		screen.rows.findLastIndex(row => row !== ''),
		399,
	);
	screen.kill('SIGTERM');
	await givesBack(t, screen, 143);
});

test('labels cannot steer the terminal', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	const file = path.join(folder, 'hostile.fz');
	const label = 'a\x1b[31mred\x1b]0;title\x07\x1b[2J\x9b5m\u202Eevil\u0007\u200B';
	await writeFile(
		file,
		`Lane { # ${label.replaceAll('\n', '')}\nn1: circle label:"${label}"\nn2: diamond label:"${label}"\nn3: circle label:"${label}"\nn4: circle label:"${label}"\nn1.handle(right) -> n2.handle(left)\nn2.handle(right) -> n3.handle(left) [label="${label}"]\nn2.handle(bottom) -> n4.handle(top) [label="${label}"]\n}\n`,
	);
	const screen = open(t, [file]);
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('CHOOSE');
	screen.press('\x1b[B', '?');
	await screen.shows('WALK');
	screen.press('\x1b');
	await screen.shows('CHOOSE');
	screen.press('1');
	await screen.shows('END');
	screen.press('q');
	t.is(await screen.ends(), 0);
	t.false(screen.output.includes('\x1b]0;'));
	t.false(screen.output.includes('\x1b[2J'));
	t.notRegex(screen.output, /\x07|\x9b|\u202e|\u200b/);
	t.true((await readFile(file, 'utf8')).includes('\u202e'));
});
