import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Event} from '../../source/drill/event.js';
import {createJournal} from '../../source/drill/journal.js';
import {readRecord} from '../../source/drill/record.js';
import {randomFrom} from '../../source/random.js';
import {folder} from '../helpers/folder.js';

const writer = join(process.cwd(), 'build/test/helpers/writer.js');
const start = (path: string, pause = 0, lines = Number.POSITIVE_INFINITY) =>
	spawn(process.execPath, [writer, path, String(pause), String(lines)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});

/** What `program` said by the time it ended by itself. */
async function said(program: ChildProcess): Promise<string[]> {
	let text = '';
	program.stdout?.on('data', (chunk: Buffer) => {
		text += chunk.toString();
	});
	await once(program, 'close');
	return text.split('\n').slice(0, -1);
}

/** The events of a sound record; none where there is no file yet. */
function eventsAt(path: string): readonly Event[] {
	if (!fs.existsSync(path)) return [];
	const {events, altered} = readRecord(fs.readFileSync(path));
	if (altered) throw new Error(`line ${altered.line}: ${altered.what}`);
	return events;
}

/** Kills `program` `wait` milliseconds after its first word; what it said until then. */
async function killed(program: ChildProcess, wait: number): Promise<string[]> {
	let said = '';
	program.stdout?.on('data', (text: Buffer) => {
		if (said === '') setTimeout(() => program.kill('SIGKILL'), wait);
		said += text.toString();
	});
	await once(program, 'close');
	// A last word cut off by the kill may not be whole.
	return said.split('\n').slice(0, -1);
}

/** Waits until `program` has told that its first event is safe. */
function writing(program: ChildProcess): Promise<void> {
	let said = '';
	return new Promise(resolve => {
		program.stdout?.on('data', (text: Buffer) => {
			said += text.toString();
			if (/^\d+$/m.test(said)) resolve();
		});
	});
}

test('killed at 200 random moments, a record has lost nothing that was told safe', async t => {
	const home = folder(t);
	const random = randomFrom(1);
	const lives = async (path: string, times: number) => {
		for (let life = 0; life < times; life += 1) {
			const before = eventsAt(path).length;
			const [first, ...told] = await killed(start(path), random() * 40);
			t.is(first, `resumed ${before}`);
			const events = eventsAt(path);
			t.true(events.length >= Number(told.at(-1) ?? before), `${events.length} events, told ${told.at(-1)}`);
		}
	};
	await Promise.all(['a', 'b', 'c', 'd'].map(name => lives(join(home, name), 50)));
});

test('of two programs on one record the second is refused, and gets it when the first was killed', async t => {
	const path = join(folder(t), 'drill.jsonl');
	const first = start(path, 5);
	await writing(first);
	const second = start(path);
	t.deepEqual(await said(second), ['refused']);
	t.is(second.exitCode, 7);
	first.kill('SIGKILL');
	await once(first, 'exit');
	const [resumed] = await killed(start(path), 10);
	t.regex(resumed ?? '', /^resumed [1-9]/);
});

test('of many programs that race for a dead one’s record exactly one gets it', async t => {
	const path = join(folder(t), 'drill.jsonl');
	const dead = start(path);
	await writing(dead);
	dead.kill('SIGKILL');
	await once(dead, 'exit');
	t.true(fs.existsSync(`${path}.lock`));
	const racers = Array.from({length: 8}, () => start(path, 5));
	const firsts = await Promise.all(
		racers.map(async racer => String((await once(racer.stdout, 'data'))[0]).split(' ')[0]),
	);
	for (const racer of racers) racer.kill('SIGKILL');
	t.is(firsts.filter(word => word === 'resumed').length, 1, firsts.join());
	t.is(readRecord(fs.readFileSync(path)).altered, undefined);
});

/** Puts a file system in memory on `home`, until the test ends. */
function mount(t: Pick<ExecutionContext, 'teardown'>, home: string, size: string): void {
	execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', home], {stdio: 'ignore'});
	t.teardown(() => execFileSync('umount', ['-l', home]));
}

/** Whether that is allowed here. */
function canMount(): boolean {
	const home = fs.mkdtempSync(join(tmpdir(), 'flowzap-mount-'));
	try {
		mount({teardown: undo => undo()}, home, '16k');
		return true;
	} catch {
		return false;
	} finally {
		fs.rmdirSync(home);
	}
}

/** A test on a disk of its own; where there can be none it is told as left out: a stand-in fails writes in its place. */
const testOnDisk = canMount() ? test : test.skip;

testOnDisk('a small disk that is really full loses nothing', async t => {
	const home = folder(t);
	mount(t, home, '16k');
	const path = join(home, 'drill.jsonl');
	// A hundred lines of this length are more than it holds; no moment of the clock decides anything.
	const told = await said(start(path, 0, 100));
	t.is(told.length, 101);
	t.true(told.includes('the disk is full'));
	const safe = told.filter(word => /^\d+$/.test(word)).length;
	t.true(safe > 0 && safe < 100);
	const {events, torn, altered} = readRecord(fs.readFileSync(path));
	t.is(events.length, safe);
	t.is(torn.length, 0);
	t.is(altered, undefined);
});

testOnDisk('killed at any moment on a full disk, a record has lost nothing that was told safe', async t => {
	const home = folder(t);
	mount(t, home, '16k');
	const random = randomFrom(2);
	for (let life = 0; life < 8; life += 1) {
		const path = join(home, 'drill.jsonl');
		fs.rmSync(path, {force: true});
		const told = await killed(start(path), random() * 200);
		const safe = told.filter(word => /^\d+$/.test(word)).length;
		t.true(eventsAt(path).length >= safe);
	}
});

testOnDisk('what waits while a disk can only be read is written when it can be written again', t => {
	const home = folder(t);
	mount(t, home, '64k');
	const path = join(home, 'drill.jsonl');
	const opened = createJournal(path, {
		programs: {host: 'here', own: process.pid, alive: () => false},
		platform: process.platform,
		now: Date.now,
		steady: () => performance.now(),
	});
	if ('refused' in opened) throw new Error(opened.refused);
	const {journal} = opened;
	execFileSync('mount', ['-o', 'remount,ro', home]);
	journal.append([{type: 'note', text: 'a'}]);
	t.is(journal.problem, 'the disk can only be read');
	execFileSync('mount', ['-o', 'remount,rw', home]);
	journal.append([{type: 'note', text: 'b'}]);
	t.is(journal.problem, undefined);
	t.deepEqual(
		eventsAt(path).map(({text}) => text),
		['a', 'b'],
	);
	journal.close();
});
