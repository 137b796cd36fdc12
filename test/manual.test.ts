import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import test from 'ava';
import {manual} from '../scripts/manual.js';
import {allCommands} from '../source/main.js';
import {standardKeys} from '../source/session/keys.js';

const page = 'build/flowzap-tui.1';
const plain = (text: string) => text.replaceAll(/\\(.)/g, (_, one: string) => (one === '-' ? '-' : one));

test('the manual page of the build is of this program', async t => {
	t.is(readFileSync(page, 'utf8'), await manual());
});

test('it tells every command, option and key', async t => {
	const text = plain(await manual());
	for (const words of ['help [COMMAND]', '--version'])
		t.true(text.includes(`.B flowzap-tui ${words}`), words);
	for (const {name, options, summary} of await allCommands()) {
		t.true(text.includes(`.SS ${name}`), name);
		t.true(text.includes(summary.slice(1)), name);
		for (const option of Object.keys(options)) t.true(text.includes(`--${option}`), option);
	}
	for (const {says} of standardKeys.filter(binding => /^[\w ;,]+$/.test(binding.says)))
		t.true(text.includes(says), says);
});

test('no line of it begins with a blank, which would break what stands before', async t => {
	t.notRegex(await manual(), /^ /m);
});

const installed = spawnSync('mandoc', ['-h']).error === undefined;

(installed ? test : test.skip)('mandoc finds nothing wrong in it but that it has no date', t => {
	const {stdout} = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', page], {encoding: 'utf8'});
	t.deepEqual(
		stdout.split('\n').filter(line => line !== '' && !line.includes('missing date')),
		[],
	);
});
