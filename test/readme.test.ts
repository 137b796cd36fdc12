import {readFileSync} from 'node:fs';
import test from 'ava';
import {standardKeys} from '../source/session/keys.js';
import {carryOut} from './helpers/command.js';
import {examplesOf, keptBlock, matches, outputOf} from './helpers/documents.js';
import {Screen} from './helpers/terminal.js';

for (const example of examplesOf('README.md')) {
	test(`the readme shows what \`${example.line}\` prints`, async t => {
		const output = await outputOf(example);
		t.true(matches(example.expected, output), output);
	});
}

test('the readme shows the screen as it is', async t => {
	const screen = new Screen(['samples/blue-green.fz'], {columns: 112, rows: 32});
	t.teardown(() => screen.stop());
	await screen.shows('step 1 ');
	screen.press('.');
	await screen.shows('CHOOSE · Current active?');
	screen.press('1', '.');
	await screen.shows('CHOOSE · Tests passed?');
	const actual = screen.rows
		.join('\n')
		.replaceAll(/[ \t]+$/gm, '')
		.replace(/T\+[\d:]+/, 'T+00:04:12')
		.trimEnd();
	const shown = keptBlock('README.md', '<!-- the screen -->', actual);
	if (!process.env.UPDATE) t.is(actual, shown);
	else t.pass();
});

test('the picture of the readme is what draw makes', async t => {
	const {out} = await carryOut([
		'draw',
		'samples/blue-green.fz',
		'--choose',
		'n7=Blue,n11=Yes,n18=No',
		'--format',
		'svg',
	]);
	t.is(readFileSync('docs/blue-green.svg', 'utf8'), out);
});

test('every key of the readme does what the help says', t => {
	const rows = [
		...readFileSync('README.md', 'utf8').matchAll(/^\| `(?!flowzap-tui)([^|]+)` \| ([^|]+) \|$/gm),
	];
	t.true(rows.length > 8);
	const says = new Set(standardKeys.map(binding => binding.says));
	for (const [, , words] of rows) t.true(says.has((words ?? '').trim()), words);
});
