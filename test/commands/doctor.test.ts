import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {version} from '../../source/version.js';
import {carryOut} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';
import {Screen} from '../helpers/terminal.js';

test('without a terminal it tells what its variables and files say', async t => {
	const home = folder(t);
	mkdirSync(join(home, '.config/flowzap-tui'), {recursive: true});
	writeFileSync(join(home, '.config/flowzap-tui/config.json'), '{"theme": "light", "colour": 1}');
	const {exit, out, err} = await carryOut(['doctor'], {
		env: {
			HOME: home,
			LANG: 'C',
			TERM: 'xterm-256color',
			SSH_CONNECTION: '192.0.2.1 5 192.0.2.2 22',
			SECRET: 'x1',
		},
	});
	t.is(exit, 0);
	t.is(err, '');
	t.is(
		out,
		`program     flowzap-tui ${version}; Node 20.19.0 on linux, x64
start       quick: code is kept for this Node
terminal    none; TERM=xterm-256color; reached through ssh
input       no terminal
output      no terminal
colours     256 colours; COLORTERM, NO_COLOR not set
theme       light; no background to ask for; COLORFGBG not set
characters  ascii; LANG=C
walk        on the screen; INK_SCREEN_READER not set
editor      VISUAL, EDITOR not set
config      ~/.config/flowzap-tui/config.json; read; \`colour\` is not known here; there are \`theme\` and \`keys\`
records     ~/.local/state/flowzap-tui/drills; 0 there; can be written
`,
	);
});

test('records are counted, not what lies beside them; words are refused', async t => {
	const home = folder(t);
	const records = join(home, 'flowzap-tui', 'drills');
	mkdirSync(records, {recursive: true});
	const path = join(records, 'a.jsonl');
	await carryOut(['run', 'samples/saga.fz', '--seed', '1', '--record', path]);
	writeFileSync(join(records, 'b.jsonl'), 'hello\n');
	t.regex((await carryOut(['doctor'], {env: {XDG_STATE_HOME: home}})).out, /^records .*; 1 there;/m);
	const {exit, err} = await carryOut(['doctor', 'x']);
	t.is(exit, 2);
	t.regex(err, /doctor takes no words; not x\n/);
});

test('a screen reader is known by its variable, as people say yes', async t => {
	for (const [value, told] of [
		['1', 'line by line'],
		['TRUE', 'line by line'],
		['yes', 'line by line'],
		['0', 'on the screen'],
		['no', 'on the screen'],
	]) {
		const {out} = await carryOut(['doctor'], {env: {INK_SCREEN_READER: value}});
		t.regex(out, new RegExp(`^walk +${told}; INK_SCREEN_READER=${value}$`, 'm'));
	}
});

test('where colours are not wanted there are none', async t => {
	const {out} = await carryOut(['doctor'], {env: {TERM: 'xterm-256color', NO_COLOR: '1'}});
	t.regex(out, /^colours +none; without NO_COLOR 256 colours; NO_COLOR=1$/m);
});

test('variables cannot steer the terminal', async t => {
	const {out} = await carryOut(['doctor'], {env: {TERM: 'x\x1b]0;owned\x07', EDITOR: 'vi\r\x9b31m'}});
	t.notRegex(out, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
});

test('in a terminal it tells what that answers', async t => {
	const screen = new Screen(['doctor'], {columns: 100, rows: 30});
	t.teardown(() => screen.stop());
	t.is(await screen.ends(), 0);
	t.regex(screen.text, /^terminal +(calls itself|does not say).*TERM=xterm-256color/m);
	t.regex(screen.text, /^size +100 columns, 30 rows$/m);
	t.regex(screen.text, /^keys +read one by one$/m);
	t.regex(screen.text, /^input +a terminal$/m);
	t.regex(screen.text, /^characters +unicode, ─►◆ takes 3 columns; LANG=C.UTF-8$/m);
	t.false(screen.isFullScreen);
});

test('a terminal is asked though the output goes elsewhere', async t => {
	const home = folder(t);
	const file = join(home, 'doctor.txt');
	const screen = new Screen(
		['-c', `"${process.execPath}" build/source/cli.js doctor > ${file}; cat ${file}`],
		{
			command: ['sh'],
		},
	);
	t.teardown(() => screen.stop());
	t.is(await screen.ends(), 0);
	t.regex(screen.text, /^size +120 columns, 40 rows$/m);
	t.regex(screen.text, /^output +no terminal$/m);
});
