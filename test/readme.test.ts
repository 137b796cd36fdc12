import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'ava';
import {allCommands} from '../source/main.js';
import {standardKeys} from '../source/session/keys.js';
import {carryOut} from './helpers/command.js';
import {examplesOf, matches} from './helpers/documents.js';
import {workplace} from './helpers/workplace.js';

const readme = readFileSync('README.md', 'utf8');

test('the readme shows what its command lines print', async t => {
	const {shell} = workplace(t);
	const examples = examplesOf('README.md');
	t.true(examples.length > 7);
	for (const {line, expected} of examples) {
		const {output} = await shell(line);
		t.true(matches(undated(expected), undated(output)), `${line}\n${output}`);
	}
});

test('the files that the readme opens are in a clone', async t => {
	const {shell} = workplace(t);
	const lines = [...readme.matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block = '']) => block.split('\n'));
	const opening = lines.filter(line => /\w\.fz/.test(line));
	t.is(opening.length, 2);
	for (const line of opening) {
		const {exit, output} = await shell(line);
		t.is(exit, 0, `${line}\n${output}`);
	}
});

/** Records have the day they were made. */
function undated(text: string): string {
	return text.replaceAll(/\d{4}-\d\d-\d\d/g, 'yyyy-mm-dd');
}

test('the picture of the readme is what draw makes', async t => {
	const words = ['samples/blue-green.fz', '--choose', 'n7=Blue,n11=Yes,n18=No', '--format', 'svg'];
	const {out} = await carryOut(['draw', ...words]);
	t.is(readFileSync('docs/blue-green.svg', 'utf8'), out);
});

test('the program of the readme runs', t => {
	const [, program = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
	const [imports = '', ...lines] = program.split('\n');
	const text = JSON.stringify(readFileSync('samples/blue-green.fz', 'utf8'));
	const script = [imports, `const text = ${text};`, ...lines].join('\n');
	const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'});
	t.regex(out, /^╔═+ CI Pipeline[\s\S]* 6n 0\n$/);
});

test('every key of the readme does what the help says', t => {
	const rows = [...readme.matchAll(/^\| `(?!flowzap-tui)([^|]+)` \| ([^|]+) \|$/gm)];
	t.true(rows.length > 8);
	const says = new Set(standardKeys.map(binding => binding.says));
	for (const [, , words] of rows) t.true(says.has((words ?? '').trim()), words);
});

test('the readme names every command but the one that needs no name', async t => {
	const [, ...named] = await allCommands();
	for (const {name} of named) t.regex(readme, new RegExp(`\`(flowzap-tui )?${name}\\b`), name);
});

test('every link of the documents leads to a file', t => {
	const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map(name => `docs/${name}`)];
	for (const page of pages.filter(name => name.endsWith('.md'))) {
		const links = readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g);
		for (const [, link = ''] of links) t.true(existsSync(join(dirname(page), link)), `${page}: ${link}`);
	}
});
