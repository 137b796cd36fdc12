import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {standardKeys} from '../../source/session/keys.js';
import {bytesOf} from '../helpers/key-bytes.js';
import {Screen} from '../helpers/terminal.js';

/** A key, and what the screen shows for it. */
type Deed = readonly [key: string, shows: string | RegExp | ((screen: Screen) => boolean)];

const walking: readonly Deed[] = [
	['right', 'step 2 '],
	['enter', 'step 3 '],
	['space', 'step 4 '],
	['left', 'step 3 '],
	['u', 'step 2 '],
	['backspace', 'step 1 '],
	['ctrl+r', 'step 2 '],
	['.', /step 5 [\s\S]*CHOOSE · Current active\?/],
	['down', '► 1 Blue'],
	['tab', '► 2 Green'],
	['up', '► 1 Blue'],
	['down', '► 2 Green'],
	['shift+tab', '► 1 Blue'],
	[',', 'branch:'],
	['x', 'none'],
	['enter', 'branch: x'],
	['escape', ({text}) => !text.includes('branch:')],
	[',', 'branch:'],
	['g', /► 2 Green[\s\S]*Enter takes 2/],
	['enter', /step 6 [\s\S]*● *Deploy to Blue/],
	['u', 'step 5 '],
	...['3', '4', '5', '6', '7', '8', '9'].flatMap((digit): Deed[] => [
		['c', ({text}) => !text.includes('choose 1–2')],
		[digit, 'choose 1–2'],
	]),
	['2', /step 6 [\s\S]*● *Deploy to Blue/],
	['u', 'step 5 '],
	['1', /step 6 [\s\S]*● *Deploy to Green/],
	['T', 'there is no other token to go on with'],
	['r', 'step 1 '],
	['left', 'step 6 '],
];

const topLeft = ({rows}: Screen) => /^[║╔]/.test(rows[5] ?? '') && /^╔═+ CI Pipeline/.test(rows[1] ?? '');

// At 100 by 28 the drawing of blue-green is larger than the view both ways.
const looking: readonly Deed[] = [
	['l', ({rows}) => !/^[║╔]/.test(rows[5] ?? '')],
	['h', topLeft],
	['shift+right', ({rows}) => !/^[║╔]/.test(rows[5] ?? '')],
	['shift+left', topLeft],
	['j', ({rows}) => !/^╔═+ CI Pipeline/.test(rows[1] ?? '')],
	['k', topLeft],
	['shift+down', ({rows}) => !/^╔═+ CI Pipeline/.test(rows[1] ?? '')],
	['shift+up', topLeft],
	['J', /▲\d/],
	['K', topLeft],
	['ctrl+d', /▲\d/],
	['ctrl+u', topLeft],
	['pagedown', /▲\d/],
	['pageup', topLeft],
	['ctrl+f', /▲\d/],
	['ctrl+b', topLeft],
	['L', /◄\d/],
	['H', topLeft],
	['end', /◄\d/],
	['home', topLeft],
	['G', /╭─+╮[\s\S]*End/],
	['g', topLeft],
	[']', 'lane 2 of 3: Blue-Green Controller'],
	['[', 'lane 1 of 3: CI Pipeline'],
	['c', topLeft],
	['-', 'zoom compact'],
	['+', 'zoom full'],
	['-', 'zoom compact'],
	['=', 'zoom full'],
	['0', /zoom (ids|map)[\s\S]*|all in sight/],
	['f', 'the view stays'],
	['f', 'the view follows the token'],
];

const finding: readonly Deed[] = [
	['/', /^ \//m],
	['o', 'of 18'],
	['escape', 'p routes'],
	['n', 'nothing was found: / finds'],
	['N', 'NOTES'],
	['escape', 'p routes'],
	['/', /^ \//m],
	['r', /1 of \d+/],
	['o', /1 of \d/],
	['l', /1 of \d/],
	['enter', ({text}) => text.includes('p routes') && !text.includes('Esc close')],
	['n', /2 of \d+: Revert/],
	['c', ({text}) => !text.includes(': rol')],
	['N', /1 of \d+: Rollback/],
	['i', /id +n\d/],
	['i', ({text}) => !/id +n\d/.test(text)],
	['p', /ROUTES 1\/6[\s\S]*Current active\? Blue › Tests passed\? Yes › Stable\? Yes/],
	['o', /ROUTES 1\/2 · success/],
	['escape', 'p routes'],
	['o', ({text}) => !text.includes('STILL POSSIBLE')],
	['o', 'STILL POSSIBLE'],
	['m', ({text}) => text.includes('MAP') && !text.includes('TRAIL')],
	['m', 'TRAIL'],
	['t', ({text}) => text.includes('TRAIL') && !text.includes('MAP')],
	['t', 'MAP'],
	['!', 'no mistakes; `flowzap-tui check`'],
	[':', 'COMMANDS'],
	['escape', 'p routes'],
	['ctrl+p', 'COMMANDS'],
	['escape', 'p routes'],
	['?', 'LOOK AROUND'],
	['escape', 'p routes'],
	['f1', 'LOOK AROUND'],
	['escape', 'p routes'],
	['M', 'mouse on'],
	['M', 'mouse off'],
];

const drilling: readonly Deed[] = [
	['a', 'note at Start:'],
	['h', 'note at Start: h'],
	['i', 'note at Start: hi'],
	['enter', /\bnoted\b/],
	['A', 'action item (@owner !due):'],
	['o', '!due): o'],
	['enter', /action item: /],
	['I', 'inject at Start:'],
	['z', 'inject at Start: z'],
	['enter', 'the inject is noted'],
	['E', 'expected outcome:'],
	['s', 'outcome: s'],
	['escape', 'p routes'],
	['P', 'PAUSED'],
	['P', 'the clock goes on'],
	['b', 'breakpoint at Start'],
	['b', 'no breakpoint at Start'],
	['w', 'there is nothing to decide here: this will be a note'],
	['escape', 'p routes'],
	['.', 'CHOOSE'],
	['w', 'why:'],
	['x', 'why: x'],
	['enter', 'the reason is noted'],
	['y', 'copy the trail to the clipboard'],
	['n', ({text}) => !text.includes('copy the trail')],
	['y', 'copy the trail to the clipboard'],
	['y', 'handed to the terminal'],
	['Y', 'copy the drawing to the clipboard'],
	['y', 'the drawing was handed'],
	['x', 'write trail and drawing to: blue-green.trail.txt'],
	['enter', 'written to blue-green.trail.txt'],
	['x', 'write trail'],
	['enter', 'is there already'],
	['escape', 'w why'],
];

/** Keys that end or leave the program have tests of their own. */
const elsewhere = ['q', 'ctrl+c', 'ctrl+z', 'ctrl+l', 'e'];

async function perform(t: ExecutionContext, screen: Screen, deeds: readonly Deed[]): Promise<void> {
	t.teardown(() => screen.stop());
	await screen.shows('step 1 ');
	for (const [key, shows] of deeds) {
		screen.press(bytesOf(key));
		await screen.shows(shows).catch(error => {
			throw new Error(`${key}: ${error.message}`);
		});
	}
	t.pass();
}

async function folder(): Promise<string> {
	const made = await mkdtemp(path.join(tmpdir(), 'flowzap-'));
	await writeFile(path.join(made, 'blue-green.fz'), await readFile('samples/blue-green.fz'));
	return made;
}

test('keys that walk', t => perform(t, new Screen(['samples/blue-green.fz']), walking));
test('keys that look', t =>
	perform(t, new Screen(['samples/blue-green.fz'], {columns: 100, rows: 28}), looking));
test('keys that find', t => perform(t, new Screen(['samples/blue-green.fz']), finding));
test('keys of the drill', async t => {
	const cwd = await folder();
	const screen = new Screen(['blue-green.fz'], {cwd});
	await perform(t, screen, drilling);
	const copied = Array.from(screen.output.matchAll(/\x1b\]52;c;([^\x1b]*)\x1b\\/g), ([, text = '']) =>
		Buffer.from(text, 'base64').toString(),
	);
	t.regex(copied[0] ?? '', /^1\. Start \(n1\)\n2\. Build new version \(n2\)\n/);
	t.regex(copied[1] ?? '', /═ CI Pipeline ═[\s\S]*● Current active\?/);
	const written = await readFile(path.join(cwd, 'blue-green.trail.txt'), 'utf8');
	t.regex(written, /^5\. Current active\? \(n7\)$/m);
	t.regex(written, /═ CI Pipeline ═/);
});

test('in tmux the copy says what it needs', async t => {
	const screen = new Screen(['samples/blue-green.fz'], {env: {TMUX: '/tmp/tmux-0/default,1,0'}});
	await perform(t, screen, [
		['y', 'copy the trail to the clipboard'],
		['enter', /^ yes or no\?$/m],
		['y', 'trail sent; tmux needs `tmux set -s set-clipboard on`'],
	]);
});

test('every key has its test', t => {
	const tested = new Set([...walking, ...looking, ...finding, ...drilling].map(([key]) => key));
	const missing = standardKeys
		.flatMap(({keys}) => keys)
		.filter(key => !tested.has(key) && !elsewhere.includes(key));
	t.deepEqual(missing, []);
});

test('Ctrl-L draws everything again', async t => {
	const screen = new Screen(['samples/blue-green.fz']);
	t.teardown(() => screen.stop());
	await screen.shows('step 1 ');
	const before = screen.output.length;
	screen.press('\x0c');
	await screen.shows(
		({output}) => output.slice(before).includes('CI Pipeline') && output.slice(before).includes('NEXT'),
	);
	t.pass();
});

test('e opens the editor at the node, and what it changed is read', async t => {
	const cwd = await folder();
	const editor = path.join(cwd, 'editor.sh');
	await writeFile(
		editor,
		'#!/bin/sh\necho "editing $1 $2"\nread answer\nsed -i.bak "s/Run automated tests/Run all tests/" "$2"\n',
		{mode: 0o755},
	);
	const screen = new Screen(['blue-green.fz'], {cwd, env: {VISUAL: editor}});
	t.teardown(() => screen.stop());
	await screen.shows('step 1 ');
	screen.press('\x1b[C');
	await screen.shows('step 2 ');
	screen.press('e');
	await screen.shows(s => !s.isFullScreen && s.text.includes('editing +3 blue-green.fz'));
	t.true(screen.modes.cursor && screen.modes.wrap && !screen.modes.paste);
	screen.press('\r');
	await screen.shows(s => s.isFullScreen && s.text.includes('→ Run all tests') && s.text.includes('step 2 '));
	screen.press('q');
	t.is(await screen.ends(), 0);
});
