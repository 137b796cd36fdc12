import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {delimiter, join, resolve} from 'node:path';
import test from 'ava';
import {folder} from '../helpers/folder.js';
import {Screen} from '../helpers/terminal.js';

const text = fs.readFileSync('docs/drill.md', 'utf8');
const lines = Array.from(text.matchAll(/```sh\n([^`]*)```/g), ([, block = '']) =>
	block.trim().split('\n'),
).flat();
const cli = resolve('build/source/cli.js');

/** What a person types in the lines that open the screen, and what is seen last. */
const talks = [
	{
		line: /^samples\/blue-green.fz .*--record/,
		keys: ['.', '1', '.', '1', '.', '1', '.'],
		seen: 'outcome: SUCCESS (as expected)',
	},
	{
		line: /^samples\/blue-green.fz --blind/,
		keys: ['.', 'w', 'as ever', '\r', '1', '.'],
		seen: 'INJECT: The smoke tests',
	},
	{line: /^resume/, keys: ['.', '1'], seen: /● *Reserve *stock/},
];

test('every command line of the handbook does what it says there', async t => {
	const home = folder(t);
	// As in a clone.
	fs.cpSync('samples', join(home, 'samples'), {recursive: true});
	const bin = join(home, 'bin');
	fs.mkdirSync(bin);
	fs.writeFileSync(join(bin, 'flowzap-tui'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, {
		mode: 0o755,
	});
	const env = {XDG_STATE_HOME: join(home, 'state'), PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`};

	const [, cards = ''] = /```yaml\n([^`]*)```/.exec(text) ?? [];
	fs.writeFileSync(join(home, 'cards.yaml'), cards);

	const before = new Screen(['samples/saga.fz'], {cwd: home, env});
	t.teardown(() => before.stop());
	await before.shows('step 1 ');
	before.press(' ');
	await before.shows('recorded');
	before.press('q');
	await before.ends();

	for (const line of lines) {
		const words = line.split(' ').slice(1);
		const talk = talks.find(one => one.line.test(words.join(' ')));
		if (!talk) {
			t.notThrows(() => execFileSync('sh', ['-c', line], {cwd: home, env: {...process.env, ...env}}), line);
			continue;
		}
		const screen = new Screen(words, {cwd: home, env});
		t.teardown(() => screen.stop());
		await screen.shows(/step \d+ /);
		screen.press(...talk.keys);
		await screen.shows(talk.seen);
		screen.press('q');
		// The reason that was written down would be lost.
		if (words.includes('--no-record')) {
			await screen.shows('quit, lose notes?');
			screen.press('y');
		}
		t.is(await screen.ends(), 0, line);
	}
	t.is(lines.length, 18);
	t.regex(
		fs.readFileSync(join(home, 'report.md'), 'utf8'),
		/came to \*\*success\*\*(?: after [^,]+)?, as expected/,
	);
	t.regex(fs.readFileSync(join(home, 'wide.cast'), 'utf8'), /^\{"version":2,"width":160,"height":48,/);
	t.regex(fs.readFileSync(join(home, 'drill.cast'), 'utf8'), /^\{"version":2/);
});
