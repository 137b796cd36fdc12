import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {load} from '../../source/commands/load.js';
import {read} from '../../source/diagram/read.js';
import {frames} from '../../source/frame.js';
import type {World} from '../../source/world.js';
import {carryOut} from '../helpers/command.js';
import {scratch} from '../helpers/scratch.js';

/** What `load` complains of and its exit code, for a file of these bytes or for what reading it throws. */
async function loading(content: string | Uint8Array | Error): Promise<string> {
	let said = '';
	const world: Pick<World, 'read' | 'complain'> = {
		async read() {
			if (content instanceof Error) throw content;
			return Buffer.from(content);
		},
		complain(text) {
			said += text;
		},
	};
	const loaded = await load(world as World, 'x.fz');
	return 'exit' in loaded ? `${said}exit ${loaded.exit}` : `${said}${loaded.diagram.nodes.length} nodes`;
}

const failing = (code: string) => Object.assign(new Error('no'), {code});

const table: [what: string, content: string | Uint8Array | Error, said: string][] = [
	['missing', failing('ENOENT'), 'flowzap-tui: x.fz: no such file\nexit 4'],
	['unreadable', failing('EACCES'), 'flowzap-tui: x.fz: you may not read this file\nexit 4'],
	['a folder', failing('EISDIR'), 'flowzap-tui: x.fz: this is a folder; name a .fz file in it\nexit 4'],
	['some other failure', failing('EIO'), 'flowzap-tui: x.fz: cannot be read (EIO)\nexit 4'],
	['empty', '', 'x.fz:1:1: error: this file is empty [empty-file]\n\nexit 1'],
	['blank', '\ufeff \r\n\t\n', 'x.fz:1:1: error: this file is empty [empty-file]\n\nexit 1'],
	[
		'binary',
		Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe),
		'x.fz:1:1: error: this is a binary file, not FlowZap Code [not-text]\n\nexit 1',
	],
	[
		'text with a NUL',
		'a {\0',
		'x.fz:1:1: error: this is a binary file, not FlowZap Code [not-text]\n\nexit 1',
	],
	[
		'Latin-1',
		Uint8Array.of(0x61, 0xe9, 0x62),
		'x.fz:1:2: error: this file is not in UTF-8 [not-text]\n  1 | a\ufffdb\n    |  ^\n  help: save it as UTF-8\n\nexit 1',
	],
	[
		'UTF-16',
		Buffer.from('\ufeffa {', 'utf16le'),
		'x.fz:1:1: error: this file is in UTF-16 [not-text]\n  help: save it as UTF-8\n\nexit 1',
	],
	[
		'Mermaid',
		'graph TD\nA-->B',
		'x.fz:1:1: error: this is a Mermaid diagram, not FlowZap Code [foreign-language]\n  help: write lanes such as `Team {`, nodes such as `n1: circle label:"Start"`, edges such as `n1.handle(right) -> n2.handle(left)`\n\nexit 1',
	],
	['nothing but a lane', 'a {\n}\n', 'flowzap-tui: x.fz: there is no node in this file\nexit 1'],
	[
		'too large',
		'x'.repeat(2_000_001),
		'x.fz:1:1: error: a file of 2000001 characters; 2000000 are the most that is read [too-long]\n\nexit 1',
	],
	['good', '\ufeffa { # A\nn1: circle label:"x"\n}\n', '1 nodes'],
	['good but for hints', 'a { # A\nn1: Circle label:"x"\n}\n', '1 nodes'],
];

for (const [what, content, said] of table)
	test(`a file that is ${what}`, async t => {
		t.is(await loading(content), said);
	});

test('a file with mistakes is built as far as it can be, and they are told', async t => {
	const said = await loading('a { # A\nn1: circle label="x"\nn2: circel label:"y"\n}\n');
	t.regex(
		said,
		/x\.fz:2:17: warning: .*\[wrong-separator\]\n[\s\S]*x\.fz:3:5: error: .*\[unknown-shape\]\n[\s\S]*2 nodes$/,
	);
});

test('many mistakes are told up to twenty', async t => {
	const said = await loading(`a { # A\n${'n1: circle\n'.repeat(30)}}\n`);
	t.is(said.match(/\[duplicate-node\]/g)?.length, 20);
	t.regex(said, /\n9 more; `flowzap-tui check` shows them all\n1 nodes$/);
});

test('problems look the same whatever the command, with an empty line after each', async t => {
	const path = join(await scratch(t), 'x.fz');
	const text =
		'a { # A\nn1: circle label:"x"\nn2 circle label:"y"\nn3: circle label:"z\nn1.handle(right) -> n2.handle(left)\nn2.handle(right) -> n3.handle(left)\n}\n';
	await writeFile(path, text);
	const told = frames(read(text).problems, {name: path, text});
	t.is(told.match(/\n\n/g)?.length, 2);
	for (const words of ['check', 'fmt', 'draw', 'run', 'paths', 'coverage']) {
		const {out, err} = await carryOut([words, path], {env: {XDG_STATE_HOME: '/nowhere'}});
		t.is(words === 'check' ? out : err, told, words);
	}
	t.is((await carryOut(['diff', path, path])).err, told + told);
});

test('the real file system gives these reasons', async t => {
	const folder = await scratch(t);
	let said = '';
	const world: Pick<World, 'read' | 'complain'> = {
		read: path => readFile(path),
		complain: text => (said += text),
	};
	t.deepEqual(await load(world as World, folder), {exit: 4});
	t.deepEqual(await load(world as World, join(folder, 'none')), {exit: 4});
	t.true(said.includes('this is a folder') && said.includes('no such file'));
});

for (const command of ['draw', 'run', 'paths', 'coverage'])
	test(`${command} of a file that is not there ends with 4, and says so`, async t => {
		t.deepEqual(await carryOut([command, 'nowhere.fz']), {
			exit: 4,
			out: '',
			err: 'flowzap-tui: nowhere.fz: no such file\n',
		});
	});
