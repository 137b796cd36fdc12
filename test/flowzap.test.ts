import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import process from 'node:process';
import test from 'ava';
import {apiPage} from '../scripts/api.js';
import * as library from '../source/flowzap.js';
import {carryOut} from './helpers/command.js';
import {kept} from './helpers/golden.js';

const {begin, choices, choose, countPaths, draw, lightOf, onward, outcomeOf, paths, read} = library;
const text = readFileSync('samples/blue-green.fz', 'utf8');
const {diagram} = read(text);

/** A run of blue-green by the labels of its choices. */
function walk(...labels: readonly string[]) {
	let run = onward(begin(diagram));
	for (const label of labels)
		run = onward(choose(run, choices(run).find(choice => choice.label === label)?.id ?? ''));
	return run;
}

test('draw prints what the command prints', async t => {
	t.is(draw(diagram), (await carryOut(['draw', 'samples/blue-green.fz'])).out);
	t.is(
		draw(diagram, {columns: 80, characters: 'ascii'}),
		(await carryOut(['draw', 'samples/blue-green.fz', '--width', '80', '--ascii'])).out,
	);
	t.is(
		draw(diagram, {light: {...lightOf(walk('Blue', 'No')), tokens: new Set()}}),
		(await carryOut(['draw', 'samples/blue-green.fz', '--choose', 'n7=Blue,n11=No'])).out,
	);
});

test('routes are counted and listed by the same question', t => {
	const {total, outcomes} = countPaths(diagram);
	t.deepEqual(total, {value: 6n, exact: true});
	t.deepEqual(
		outcomes.map(({outcome, count}) => [outcome, count.value]),
		[
			['success', 2n],
			['rollback', 4n],
		],
	);
	t.is([...paths(diagram)].length, 6);
	const question = {via: ['n8'], outcomes: ['rollback']};
	t.is(BigInt([...paths(diagram, question)].length), countPaths(diagram, question).total.value);
	const overrides = new Map([['clean', ['n13']]]);
	t.deepEqual(
		new Set(Array.from(paths(diagram, {}, overrides), ({verdict}) => verdict.outcome)),
		new Set(['success', 'rollback', 'clean']),
	);
	t.throws(() => countPaths(diagram, {from: ['n99']}), {instanceOf: RangeError});
});

test('a run is walked to its outcome, and back', t => {
	const run = walk('Blue', 'Yes', 'No');
	t.is(run.state, 'ended');
	t.is(outcomeOf(run).outcome, 'rollback');
	t.is(outcomeOf(run, new Map([['undone', ['n20']]])).outcome, 'undone');
	t.is(outcomeOf(walk('Blue')).outcome, 'open');
	t.true(lightOf(run).nodes.has('n20'));
	t.deepEqual([...lightOf(run).tokens], ['n5']);
	t.is(library.forward(library.back(run)), run);
});

/** Files of the build that `file` loads, and packages. */
function reached(file: string, found = new Set<string>()): Set<string> {
	if (found.has(file)) return found;
	found.add(file);
	for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import) ?\(?'([^']+)'/g))
		if (name.startsWith('.')) reached(join(dirname(file), name), found);
		else found.add(name);
	return found;
}

test('the library reaches neither screen nor terminal nor files', t => {
	const names = [...reached('build/source/flowzap.js')];
	t.deepEqual(names.filter(name => !name.startsWith('build/')).sort(), [
		'@dagrejs/graphlib',
		'nearley',
		'string-width',
	]);
	const rooms = new Set(names.flatMap(name => /^build\/source\/(\w+)\//.exec(name)?.[1] ?? []));
	t.deepEqual([...rooms].sort(), ['canvas', 'checks', 'diagram', 'layout', 'paths', 'run', 'syntax']);
});

test('importing it does nothing', t => {
	const script = `
		const before = Object.getOwnPropertyNames(globalThis).length;
		await import('flowzap-tui');
		await new Promise(setImmediate);
		console.log(Object.getOwnPropertyNames(globalThis).length - before, process.getActiveResourcesInfo().filter(name => name !== 'PipeWrap').length, process.eventNames().length);
	`;
	const bare = execFileSync(
		process.execPath,
		['--input-type=module', '-e', script.replace("import('flowzap-tui')", '0')],
		{encoding: 'utf8'},
	);
	const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'});
	t.is(out, bare);
});

test('the page of the library is made from its doc comments', t => {
	t.is(apiPage(), kept('docs/api.md', apiPage()));
});

/** Types that are no export: those of JavaScript and TypeScript, and the parameter of a generic one. */
const foreign = ['Generator', 'Iterable', 'Partial', 'ReadonlyMap', 'ReadonlySet', 'Symbol', 'T'];

test('every type that the page names is on the page', t => {
	const page = apiPage();
	const told = new Set([...foreign, ...Array.from(page.matchAll(/^### `(\w+)`/gm), ([, name = '']) => name)]);
	for (const [, block = ''] of page.matchAll(/```ts\n([\s\S]*?)```/g)) {
		const code = block.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/'[^']*'/g, '');
		for (const [name] of code.matchAll(/\b[A-Z]\w*\b|\btypeof \w+|\bconstructor\b|\bstatic\b/g))
			t.true(told.has(name), name);
	}
	t.notRegex(page, /\{@link/);
});

test('every export has a doc comment', t => {
	t.deepEqual(apiPage().match(/^### .*\n\n```/gm) ?? [], []);
});

test('the page shows every export', t => {
	for (const name of Object.keys(library)) t.true(apiPage().includes(`### \`${name}\``), name);
});

for (const [answers, name] of [
	[['Blue', 'Yes', 'No'], 'rollback'],
	[['Green'], 'open'],
] as const)
	test(`the example walks: ${name}`, t => {
		const words = ['build/examples/walk.js', 'samples/blue-green.fz', ...answers];
		const out = execFileSync(process.execPath, words, {encoding: 'utf8'});
		t.is(out, kept(`test/examples/${name}.txt`, out));
	});
