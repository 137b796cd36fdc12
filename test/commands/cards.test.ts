import {readFileSync, writeFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {readCards} from '../../source/commands/cards.js';
import {read} from '../../source/diagram/read.js';
import type {World} from '../../source/world.js';
import {folder} from '../helpers/folder.js';

const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
const world = {read: (path: string) => readFile(path)} as unknown as World;

test('cards are a list of node and text', async t => {
	const path = join(folder(t), 'cards.yaml');
	writeFileSync(path, '# for Monday\n- node: n10\n  text: Slow\n- {node: n17, text: "Dashboard: down"}\n');
	t.deepEqual(await readCards(world, path, diagram), [
		{node: 'n10', text: 'Slow'},
		{node: 'n17', text: 'Dashboard: down'},
	]);
});

for (const [text, what] of [
	['', /a list is expected/],
	['node: n10', /a list is expected/],
	['- n10', /card 1 needs a node and a text/],
	['- node: n10\n  text: 5', /card 1 needs/],
	['- node: n10\n  text: a\n- node: n99\n  text: b', /card 2: there is no node n99/],
	['- "unclosed', /cards\.yaml/],
	['['.repeat(200_000), /nested too deeply/],
	['- {node: n10, text: x}\n'.repeat(1001), /these are 1001 cards; a drill has 1000 at most/],
	[
		`a: &a [x]\n${Array.from({length: 30}, (_, i) => `b${i}: [${'*a,'.repeat(30)}]`).join('\n')}`,
		/cards\.yaml/,
	],
] as const)
	test(`no cards: ${text.slice(0, 40)}`, async t => {
		const path = join(folder(t), 'cards.yaml');
		writeFileSync(path, text);
		await t.throwsAsync(readCards(world, path, diagram), {message: what});
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
	t.deepEqual(await readCards(world, path, diagram), [{node: 'n10', text: 'x'}]);
	t.deepEqual(warnings, []);
});

test('a file of cards that is not there is told', async t => {
	await t.throwsAsync(readCards(world, 'nowhere.yaml', diagram), {message: /cannot be read/});
});

test('the mistakes of all cards are told at once, the first of many', async t => {
	const path = join(folder(t), 'cards.yaml');
	writeFileSync(path, '- n10\n- {node: n10, text: Slow}\n- {node: n99, text: Gone}\n');
	await t.throwsAsync(readCards(world, path, diagram), {
		message: /card 1 needs a node and a text; card 3: there is no node n99$/,
	});
	writeFileSync(path, '- x\n'.repeat(9));
	await t.throwsAsync(readCards(world, path, diagram), {
		message: /card 5 needs a node and a text; and 4 more$/,
	});
});
