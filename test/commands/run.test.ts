import fs from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import type {Outside} from '../../source/drill/journal.js';
import {allCommands} from '../../source/main.js';
import type {World} from '../../source/world.js';
import {carryOut, shown, words} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';
import {cases} from '../helpers/golden.js';

for (const {name, input, kept} of cases('test/commands/run'))
	test(`run: ${name.replaceAll('-', ' ')}`, async t => {
		const text = shown(await carryOut(words(input).slice(1)));
		t.is(text, kept(text));
	});

test('that a run begins at all of several starts is said, unless someone chose', async t => {
	const file = 'test/run/models/several-ends.fz';
	const told = async (...words: string[]) => (await carryOut(['run', file, '--seed', '1', ...words])).err;
	t.is(await told(), 'flowzap-tui: begun at all starts, n1, n2; `--start` chooses among them\n');
	for (const words of [
		['--start', 'all'],
		['--start', 'n1'],
		['--choose', 'start=n1'],
	])
		t.is(await told(...words), '');
});

test('a record needs a file', async t => {
	for (const line of ['run samples/saga.fz --seed 1 --record -', 'samples/saga.fz --plain --record -']) {
		const {exit, out, err} = await carryOut(words(line));
		t.is(exit, 2);
		t.is(out, '');
		t.regex(err, /a record cannot go to standard output\n/);
	}
});

test('a record that does not fit on the disk is complained of, and the run told all the same', async t => {
	const full: Partial<World> & Pick<Outside, 'files'> = {
		files: {
			...fs,
			writeSync() {
				throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
			},
		},
	};
	const run = ['run', 'samples/blue-green.fz', '--seed', '1'];
	const path = join(folder(t), 'r.jsonl');
	const {exit, out, err} = await carryOut([...run, '--record', path], full);
	t.is(exit, 4);
	t.is(err, `flowzap-tui: ${path}: the disk is full\n`);
	t.is(out, (await carryOut(run)).out);
});

test('a command that was misspelt is named, unless there is such a file', async t => {
	for (const line of ['chek x.fz', 'chek', 'chek x.fz --format json']) {
		const {exit, err} = await carryOut(words(line));
		t.is(exit, 2);
		t.is(err, 'flowzap-tui: there is no command chek; did you mean check?\nTry `flowzap-tui --help`.\n');
	}
	const none = 'flowzap-tui: there is no command nosuch\nTry `flowzap-tui --help`.\n';
	t.deepEqual(await carryOut(words('nosuch extra')), {exit: 2, out: '', err: none});
	const read = async () => new TextEncoder().encode('a {\n}\n');
	t.regex((await carryOut(['chek'], {read, readFile: read})).err, /chek: there is no node in this file/);
	t.regex((await carryOut(['nowhere.fz'])).err, /nowhere\.fz: no such file/);
});

test('help for a command that is not there is a mistake', async t => {
	const told = async (line: string) => {
		const {exit, out, err} = await carryOut(words(line));
		return exit === 0 ? out : `${exit} ${err}`;
	};
	const end = '\nTry `flowzap-tui --help`.\n';
	t.is(await told('help chek'), `2 flowzap-tui: there is no command chek; did you mean check?${end}`);
	t.is(await told('help nosuch'), `2 flowzap-tui: there is no command nosuch${end}`);
	t.is(await told('help check'), await told('check --help'));
	t.regex(await told('--help'), /^ {2}flowzap-tui help \[COMMAND\] .*\n {2}flowzap-tui --version .*$/m);
	for (const line of ['help', 'help help', 'help --help', '--help x.fz'])
		t.is(await told(line), await told('--help'), line);
});

test('an outcome that no route comes to is answered with those there are', async t => {
	const line = 'run samples/blue-green.fz --choose n7=Blue,n11=No --expect sucess';
	const {exit, err} = await carryOut(words(line));
	t.is(exit, 2);
	t.regex(err, /--expect: no outcome is called sucess; there are: success, rollback\n/);
});

test('what a loop comes to that is left can be expected', async t => {
	for (const [last, outcome] of [
		['circle label:"Completed"', 'Completed'],
		['rectangle label:"Wait"', 'dead end'],
	] as const) {
		const lines = ['n1: circle', 'n2: rectangle', `n3: ${last}`];
		const edges = [1, 2].map(n => `n${n}.handle(right) -> n${n + 1}.handle(left)`);
		const text = ['A {', ...lines, ...edges, 'loop [retry up to 2 times] n2 n3', '}', ''].join('\n');
		const file = join(folder(t), 'loop.fz');
		fs.writeFileSync(file, text);
		const {exit} = await carryOut(['run', file, '--choose', 'n3=leave', '--expect', outcome]);
		t.is(exit, 0, outcome);
	}
});

test('an option without a value says which one it takes, whatever the command', async t => {
	for (const command of await allCommands())
		for (const [name, {type, oneOf, value}] of Object.entries(command.options)) {
			if (type !== 'string') continue;
			for (const nothing of ['', ' ', ',']) {
				const {exit, out, err} = await carryOut([command.name, 'samples/saga.fz', `--${name}`, nothing]);
				t.deepEqual([exit, out], [2, '']);
				t.true(err.startsWith(`flowzap-tui: --${name} takes a value: ${oneOf?.join(', ') ?? value}\n`), err);
			}
		}
});

test('starts are a list as others are, with blanks beside its commas', async t => {
	const begun = async (starts: string) =>
		carryOut(['run', 'samples/saga.fz', '--seed', '1', '--start', starts]);
	t.deepEqual(await begun('n5, '), await begun('n5'));
});
