import {readFileSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {readCards} from '../../source/commands/cards.js';
import {read} from '../../source/diagram/read.js';
import type {World} from '../../source/world.js';
import {carryOut, words} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';

const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
/** What the file at `path` is read as, and what is complained of. */
async function reading(path: string) {
	let err = '';
	const world = {
		read: (name: string) => readFile(name),
		complain(text: string) {
			err += text;
		},
	} as unknown as World;
	return {cards: await readCards(world, path, diagram), err};
}

test('cards are a list of node and text', async t => {
	const path = join(folder(t), 'cards.yaml');
	writeFileSync(path, '# for Monday\n- node: n10\n  text: Slow\n- {node: n17, text: "Dashboard: down"}\n');
	t.deepEqual((await reading(path)).cards, [
		{node: 'n10', text: 'Slow'},
		{node: 'n17', text: 'Dashboard: down'},
	]);
});

for (const [text, what] of [
	['', /cards\.yaml: cards are a list: `- node: n10`/],
	['node: n10', /cards are a list/],
	['- n10', /:1:3: a card needs a node and a text$/m],
	['- node: n10\n  text: 5', /:1:3: a card needs/],
	['- node: n10\n  text: ""', /:1:3: a card needs/],
	['- node: n10\n  text: a\n  txet: b', /:3:9: a card has a node and a text, no txet$/m],
	['- node: n10\n  text: a\n- node: n99\n  text: b', /:3:9: no node is called n99$/m],
	['- "unclosed', /cards\.yaml:1:\d+: .*"quote; cards are a list/],
	['- node: n10\n  text: a\nnode: n11', /cards\.yaml:3:1: .*[^:]; cards are a list/],
	['- *gone', /cards\.yaml: .*alias/],
	['['.repeat(200_000), /nested too deeply/],
	['- {node: n10, text: x}\n'.repeat(1001), /these are 1001 cards; a drill has 1000 at most/],
	[`# ${'x'.repeat(1 << 18)}\n- {node: n10, text: x}\n`, /too large/],
	[
		`a: &a [x]\n${Array.from({length: 30}, (_, i) => `b${i}: [${'*a,'.repeat(30)}]`).join('\n')}`,
		/cards\.yaml/,
	],
] as const)
	test(`no cards: ${text.slice(0, 40)}`, async t => {
		const path = join(folder(t), 'cards.yaml');
		writeFileSync(path, text);
		const {cards, err} = await reading(path);
		t.deepEqual(cards, {exit: 2});
		t.regex(err, what);
		t.is(err.split('\n').length, 2);
	});

test.serial('what is odd in a file of cards is not printed as it stands there', async t => {
	const path = join(folder(t), 'cards.yaml');
	writeFileSync(path, '%FOO bar\x1b[31m\n---\n- node: n10\n  text: !foo "x"\n');
	const warnings: unknown[] = [];
	const emit = process.emitWarning;
	process.emitWarning = (warning: unknown) => void warnings.push(warning);
	t.teardown(() => {
		process.emitWarning = emit;
	});
	t.deepEqual(await reading(path), {cards: [{node: 'n10', text: 'x'}], err: ''});
	t.deepEqual(warnings, []);
});

test('a file of cards that cannot be read is told as any other, with the same exit code', async t => {
	const open = async (path: string) =>
		carryOut(words(`samples/blue-green.fz --plain --no-record --cards '${path}'`));
	t.like(await open('nowhere.yaml'), {exit: 4, out: '', err: 'flowzap-tui: nowhere.yaml: no such file\n'});
	t.like(await open(folder(t)), {exit: 4});
	const path = join(folder(t), 'cards.yaml');
	writeFileSync(path, '- n10\n');
	t.like(await open(path), {
		exit: 2,
		out: '',
		err: `flowzap-tui: ${path}:1:3: a card needs a node and a text\n`,
	});
});

test('the mistakes of all cards are told at once, the first of many', async t => {
	const path = join(folder(t), 'cards.yaml');
	writeFileSync(path, '- n10\n- {node: n10, text: Slow}\n- {node: n99, text: Gone}\n');
	t.regex(
		(await reading(path)).err,
		/:1:3: a card needs a node and a text\n.*:3:10: no node is called n99\n$/,
	);
	writeFileSync(path, '- x\n'.repeat(9));
	t.regex((await reading(path)).err, /:5:3: a card needs a node and a text\n.*: 4 more mistakes\n$/);
});
