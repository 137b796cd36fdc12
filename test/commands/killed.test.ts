import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import {join, resolve} from 'node:path';
import test from 'ava';
import {readRecord} from '../../source/drill/record.js';
import {randomFrom} from '../../source/random.js';
import {carryOut} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';

const program = resolve('build/source/cli.js');

/** Walks saga.fz for ever in the real program, killed a random while after the first step; all it showed. */
async function walkUntilKilled(path: string, wait: number): Promise<string> {
	const child = spawn(process.execPath, [program, 'samples/saga.fz', '--plain', '--record', path], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	let shown = '';
	child.stdin.on('error', () => {});
	const keys = ['', '', '', '', '1', '', '', '2', '', '', '', 'u', 'u', '', '', '2', '1', '', 'r'];
	let next = 0;
	child.stdout.on('data', (text: Buffer) => {
		if (shown === '') setTimeout(() => child.kill('SIGKILL'), wait);
		shown += text.toString();
		// One line at a time, as a person would: each answer is shown before the next is typed.
		child.stdin.write(`${keys[next++ % keys.length]}\n`);
	});
	await once(child, 'close');
	return shown;
}

test('the program killed at random moments has recorded every step that it showed', async t => {
	const home = folder(t);
	const random = randomFrom(5);
	for (let life = 0; life < 24; life += 1) {
		const path = join(home, `${life}.jsonl`);
		const shown = await walkUntilKilled(path, random() * 300);
		// What is told again, since an answer did not fit, tells of no act.
		const blocks = Array.from(shown.matchAll(/^(?:.*: )?(Step (\d+)\. .*)$/gm), ([, text, step]) => ({
			step,
			text,
		})).filter(({text}, index, all) => text !== all[index - 1]?.text);
		if (!fs.existsSync(path)) {
			t.true(blocks.every(({step}) => step === '1'));
			continue;
		}
		const {events, altered} = readRecord(fs.readFileSync(path));
		t.is(altered, undefined);
		const acts = events.filter(({type}) => ['move', 'decide', 'undo', 'restart'].includes(type));
		// The first block is shown before anything is done; every later one tells of an act.
		t.true(acts.length >= blocks.length - 1, `${acts.length} acts, ${blocks.length} blocks`);
		if (acts.length === 0) continue;
		const {exit, err} = await carryOut(['replay', path]);
		t.is(exit, 0, err);
	}
});

test('a signal that asks --plain to end leaves a record that says so, and where it is', async t => {
	const path = join(folder(t), 'drill.jsonl');
	for (const [signal, code] of [
		['SIGTERM', 143],
		['SIGINT', 130],
		['SIGHUP', 129],
		['SIGQUIT', 131],
	] as const) {
		fs.rmSync(path, {force: true});
		const child = spawn(process.execPath, [program, 'samples/saga.fz', '--plain', '--record', path]);
		let err = '';
		child.stderr.on('data', (text: Buffer) => (err += text.toString()));
		let shown = '';
		child.stdout.on('data', (text: Buffer) => {
			if (shown === '') child.stdin.write('\n');
			const isOver = shown.includes('Step 2.');
			shown += text.toString();
			if (!isOver && shown.includes('Step 2.')) child.kill(signal);
		});
		const [ended] = await once(child, 'close');
		t.is(ended, code);
		t.regex(err, /drill recorded. To go on:\n.*drill\.jsonl/);
		t.is(readRecord(fs.readFileSync(path)).events.at(-1)?.type, 'leave');
	}
});
