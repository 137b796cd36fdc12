import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {syncFolder} from '../../source/drill/disk.js';
import {createJournal, type Journal, type Opened, type Outside} from '../../source/drill/journal.js';
import {readRecord} from '../../source/drill/record.js';
import {resumeJournal} from '../../source/drill/resume.js';
import {folder} from '../helpers/folder.js';
import {standIn} from '../helpers/stand-in.js';

/** An outside whose clocks a test moves, and in which the programs `running` live, of the machine `host`. */
function world(running: readonly number[] = [1], own = 1, host = 'here') {
	const clocks = {wall: Date.UTC(2026, 0, 5, 10), steady: 5000};
	const outside: Outside = {
		programs: {host, own, alive: number => running.includes(number)},
		platform: process.platform,
		now: () => clocks.wall,
		steady: () => clocks.steady,
	};
	return {clocks, outside};
}

function made(t: ExecutionContext, opened: ReturnType<typeof createJournal>): Journal {
	if ('refused' in opened) throw new Error(opened.refused);
	t.teardown(() => opened.journal.close());
	return opened.journal;
}

const eventsAt = (path: string) => readRecord(fs.readFileSync(path)).events;
const note = (text: string) => ({type: 'note', text});

/** The record at `path` gone on with, as it is. */
function goneOn(path: string, outside: Outside): Opened {
	return resumeJournal(path, Math.max(1, readRecord(fs.readFileSync(path)).events.length), outside);
}

test('a record that has become longer since it was looked at is not written on', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	journal.append([note('a'), note('b')]);
	journal.close();
	const opened = resumeJournal(path, 1, world().outside);
	t.regex(
		'refused' in opened ? opened.refused : '',
		/^the drill went on in another program, open the file again to follow it: .*drill\.jsonl$/,
	);
	t.false(fs.existsSync(`${path}.lock`));
	t.is(eventsAt(path).length, 2);
});

test('each event is in the file when append returns, readable by the owner only', t => {
	const deep = join(folder(t), 'deep');
	const path = join(deep, 'deeper', 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	for (const text of ['a', 'b', 'c']) {
		journal.append([note(text)]);
		t.is(eventsAt(path).at(-1)?.text, text);
	}
	t.is(journal.problem, undefined);
	t.is(readRecord(fs.readFileSync(path)).altered, undefined);
	if (process.platform === 'win32') return;
	t.is(fs.statSync(path).mode & 0o777, 0o600);
	for (const made of [deep, dirname(path)]) t.is(fs.statSync(made).mode & 0o777, 0o700);
});

test.serial('what is written is on disk when append returns, and so are the names that lead to it', t => {
	const names = new Map<number, string>();
	const synced: (string | undefined)[] = [];
	const {openSync, fsyncSync} = fs;
	standIn(t, fs, {
		openSync(path, ...more) {
			const file = openSync(path, ...more);
			names.set(file, String(path));
			return file;
		},
		fsyncSync(file) {
			fsyncSync(file);
			synced.push(names.get(file));
		},
	});
	const home = folder(t);
	const path = join(home, 'new', 'newer', 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	for (const text of ['a', 'b']) journal.append([note(text)]);
	t.deepEqual(synced, [home, join(home, 'new'), dirname(path), path, path]);
});

test.serial('a folder is closed again where it cannot be synced', t => {
	const open = new Set<number>();
	const {openSync, closeSync} = fs;
	standIn(t, fs, {
		openSync(...given) {
			const file = openSync(...given);
			open.add(file);
			return file;
		},
		fsyncSync() {
			throw Object.assign(new Error('not of a folder'), {code: 'EINVAL'});
		},
		closeSync(file) {
			closeSync(file);
			open.delete(file);
		},
	});
	syncFolder(folder(t));
	t.is(open.size, 0);
});

test('the clock on the wall may be moved; the time of the drill goes on', t => {
	const {clocks, outside} = world();
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, outside));
	journal.append([note('a')]);
	clocks.wall -= 3_600_000;
	clocks.steady += 1500;
	journal.append([note('b')]);
	const [first, second] = eventsAt(path);
	t.deepEqual([first?.mono, second?.mono], [0, 1500]);
	t.is(second?.t, '2026-01-05T09:00:00.000Z');
});

test('what is added at once happened at once, however long its writing takes', t => {
	const {clocks, outside} = world();
	const ticking: Outside = {
		...outside,
		now: () => (clocks.wall += 300),
		steady: () => (clocks.steady += 300),
	};
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, ticking));
	journal.append([note('a'), note('b'), note('c')]);
	const times = eventsAt(path).map(event => [event.t, event.mono]);
	t.deepEqual(times, Array(3).fill(times[0]));
});

test('what is added at once is written and synced at once, however much it is', t => {
	const path = join(folder(t), 'drill.jsonl');
	const calls: string[] = [];
	const files: NonNullable<Outside['files']> = {
		...fs,
		writeSync: ((file: number, bytes: Uint8Array) => {
			calls.push('write');
			return fs.writeSync(file, bytes);
		}) as typeof fs.writeSync,
		fsyncSync: file => {
			calls.push('sync');
			fs.fsyncSync(file);
		},
	};
	const journal = made(t, createJournal(path, {...world().outside, files}));
	journal.append([note('a')]);
	journal.append(Array(3000).fill(note('b')));
	t.deepEqual(calls, ['write', 'sync', 'write', 'sync']);
	t.is(eventsAt(path).length, 3001);
	t.is(readRecord(fs.readFileSync(path)).altered, undefined);
});

test('what happened a while before it is written has the time when it happened, on both clocks', t => {
	const {clocks, outside} = world();
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, outside));
	journal.append([note('a')]);
	const {wall} = clocks;
	clocks.wall += 700;
	clocks.steady += 700;
	journal.append([note('b')], wall + 300);
	const later = eventsAt(path).at(-1);
	t.deepEqual([later?.t, later?.mono], ['2026-01-05T10:00:00.300Z', 300]);
	// Where the clock on the wall was set meanwhile, the other one still does not go back.
	clocks.wall += 3_600_000;
	journal.append([note('c')], wall + 400);
	t.is(eventsAt(path).at(-1)?.mono, 300);
});

test('a resumed record goes on with number, hash and time, the hours between not counted', t => {
	const path = join(folder(t), 'drill.jsonl');
	const first = world();
	const journal = made(t, createJournal(path, first.outside));
	journal.append([note('a')]);
	first.clocks.steady += 700;
	journal.append([note('b')]);
	journal.close();
	const {clocks, outside} = world();
	clocks.steady = 9_999_999;
	const again = made(t, goneOn(path, outside));
	clocks.steady += 300;
	again.append([note('c')]);
	t.deepEqual(
		eventsAt(path).map(({seq, mono}) => [seq, mono]),
		[
			[1, 0],
			[2, 700],
			[3, 1000],
		],
	);
	t.is(readRecord(fs.readFileSync(path)).altered, undefined);
});

test('cut off at every byte of its last two lines, a record goes on cleanly', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	for (const text of ['a', 'bé', 'c→']) journal.append([note(text)]);
	journal.close();
	const whole = fs.readFileSync(path);
	const second = whole.indexOf('\n') + 1;
	t.is(whole.indexOf('\n', second) + 1, whole.lastIndexOf('\n', whole.length - 2) + 1);
	for (let length = second; length < whole.length; length += 1) {
		fs.writeFileSync(path, whole.subarray(0, length));
		fs.rmSync(`${path}.torn`, {force: true});
		const opened = goneOn(path, world().outside);
		const resumed = made(t, opened);
		resumed.append([note('new')]);
		resumed.close();
		const {events, altered, torn} = readRecord(fs.readFileSync(path));
		t.is(altered, undefined, `${length} bytes`);
		t.is(torn.length, 0);
		t.is(events.at(-1)?.text, 'new');
		const clean = whole[length - 1] === 0x0a;
		t.is('told' in opened, !clean);
		if (clean) continue;
		t.is(fs.readFileSync(`${path}.torn`).length, length - whole.lastIndexOf('\n', length - 1) - 1);
		if (process.platform !== 'win32') t.is(fs.statSync(`${path}.torn`).mode & 0o777, 0o600);
	}
});

test('blank lines behind the last one are taken away before it goes on', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	journal.append([note('a')]);
	journal.close();
	fs.appendFileSync(path, '\n\n');
	const resumed = made(t, goneOn(path, world().outside));
	resumed.append([note('b')]);
	resumed.close();
	const {events, altered, torn} = readRecord(fs.readFileSync(path));
	t.deepEqual([events.length, altered, torn.length], [2, undefined, 0]);
	t.false(fs.existsSync(`${path}.torn`));
});

test('a record that was altered, or is none, is not written on', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	journal.append([note('a'), note('b')]);
	journal.close();
	const sound = fs.readFileSync(path, 'utf8');
	for (const text of [sound.replace('"a"', '"A"'), 'something else\n', 'n1: circle']) {
		fs.writeFileSync(path, text);
		const opened = goneOn(path, world().outside);
		t.true('refused' in opened);
		t.is(fs.readFileSync(path, 'utf8'), text);
		t.false(fs.existsSync(`${path}.lock`));
	}
});

test('a second program is refused while the first lives, and takes over when it is dead', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world([1, 2], 1).outside));
	journal.append([note('a')]);
	const second = goneOn(path, world([1, 2], 2).outside);
	t.regex('refused' in second ? second.refused : '', /number 1.* remove .*drill\.jsonl\.lock$/);
	journal.append([note('still mine')]);
	t.is(journal.problem, undefined);
	const after = made(t, goneOn(path, world([2], 2).outside));
	after.append([note('taken over')]);
	t.is(after.problem, undefined);
	t.is(fs.readFileSync(`${path}.lock`, 'utf8'), '2 here\n');
	after.close();
	t.false(fs.existsSync(`${path}.lock`));
});

test('the lock of another machine is not taken for stale, whatever lives here', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world([1], 1, 'db1').outside));
	journal.append([note('a')]);
	for (const own of [1, 2]) {
		const here = goneOn(path, world([own], own, 'db2').outside);
		const refused = 'refused' in here ? here.refused : '';
		t.true(refused.startsWith(`another program (number 1 on db1) writes ${path}; `));
	}
	t.deepEqual(fs.readdirSync(dirname(path)).sort(), ['drill.jsonl', 'drill.jsonl.lock']);
	journal.append([note('still mine')]);
	t.is(journal.problem, undefined);
	journal.close();
	t.false(fs.existsSync(`${path}.lock`));
});

test('a lock that names no machine is of this one', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	journal.append([note('a')]);
	journal.close();
	fs.writeFileSync(`${path}.lock`, '2\n');
	const refused = goneOn(path, world([1, 2]).outside);
	t.regex('refused' in refused ? refused.refused : '', /^another program \(number 2\) writes/);
	made(t, goneOn(path, world([1]).outside));
	t.is(fs.readFileSync(`${path}.lock`, 'utf8'), '1 here\n');
});

test('two new records under one name: the second waits, and nothing is mixed', t => {
	const path = join(folder(t), 'drill.jsonl');
	const one = made(t, createJournal(path, world([1, 2], 1).outside));
	const two = made(t, createJournal(path, world([1, 2], 2).outside));
	one.append([note('one')]);
	two.append([note('two')]);
	t.regex(two.problem ?? '', /another program \(number 1\)/);
	t.is(eventsAt(path).length, 1);
	t.true('refused' in createJournal(path, world().outside));
});

test('a file that something else wrote to is left alone', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	journal.append([note('a')]);
	fs.appendFileSync(path, 'graffiti\n');
	journal.append([note('b')]);
	t.is(journal.problem, 'something else wrote to the record');
	t.true(fs.readFileSync(path, 'utf8').endsWith('graffiti\n'));
});

test('on a full disk the drill goes on in memory, nothing half written stays, and all is written when there is room', t => {
	const path = join(folder(t), 'drill.jsonl');
	let room = 400;
	const files: NonNullable<Outside['files']> = {
		...fs,
		writeSync: ((file: number, bytes: Uint8Array) => {
			const fit = Math.min(room, bytes.length);
			if (fit === 0) throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
			room -= fit;
			return fs.writeSync(file, bytes.subarray(0, fit));
		}) as typeof fs.writeSync,
		ftruncateSync: (file, length) => {
			room += fs.fstatSync(file).size - (length ?? 0);
			fs.ftruncateSync(file, length);
		},
	};
	const journal = made(t, createJournal(path, {...world().outside, files}));
	for (let number = 0; number < 5; number += 1) journal.append([note(`number ${number}`)]);
	t.is(journal.problem, 'the disk is full');
	const {events, torn} = readRecord(fs.readFileSync(path));
	t.true(events.length > 0 && events.length < 5);
	t.is(torn.length, 0);
	room = 10_000;
	t.true(journal.retry());
	t.is(journal.problem, undefined);
	t.deepEqual(
		eventsAt(path).map(({text}) => text),
		[0, 1, 2, 3, 4].map(number => `number ${number}`),
	);
});

test('where even cutting back fails, the overhang is cut off later', t => {
	const path = join(folder(t), 'drill.jsonl');
	let broken = false;
	const files: NonNullable<Outside['files']> = {
		...fs,
		fsyncSync: file => {
			if (broken) throw Object.assign(new Error('bad disk'), {code: 'EIO'});
			fs.fsyncSync(file);
		},
		ftruncateSync: (file, length) => {
			if (broken) throw Object.assign(new Error('bad disk'), {code: 'EIO'});
			fs.ftruncateSync(file, length);
		},
	};
	const journal = made(t, createJournal(path, {...world().outside, files}));
	journal.append([note('a')]);
	broken = true;
	journal.append([note('b')]);
	t.is(journal.problem, 'the disk reports an error');
	broken = false;
	t.true(journal.retry());
	t.deepEqual(
		eventsAt(path).map(({text}) => text),
		['a', 'b'],
	);
});

test('a record that was deleted, folder and all, is written again whole', t => {
	const home = folder(t);
	const path = join(home, 'records', 'drill.jsonl');
	const first = made(t, createJournal(path, world().outside));
	first.append([note('a')]);
	first.close();
	const journal = made(t, goneOn(path, world().outside));
	journal.append([note('b')]);
	fs.rmSync(join(home, 'records'), {recursive: true});
	journal.append([note('c')]);
	t.is(journal.problem, undefined);
	t.deepEqual(
		eventsAt(path).map(({text}) => text),
		['a', 'b', 'c'],
	);
});

test('a record that was deleted before it is gone on with is written again whole', t => {
	const path = join(folder(t), 'drill.jsonl');
	const first = made(t, createJournal(path, world().outside));
	first.append([note('a')]);
	first.close();
	const journal = made(t, goneOn(path, world().outside));
	fs.rmSync(path);
	journal.append([note('b')]);
	t.is(journal.problem, undefined);
	t.deepEqual(
		eventsAt(path).map(({text}) => text),
		['a', 'b'],
	);
});

test('what stood before is written again too where the disk was full at the first try', t => {
	const path = join(folder(t), 'drill.jsonl');
	const first = made(t, createJournal(path, world().outside));
	first.append([note('a')]);
	first.close();
	let isFull = false;
	const writeSync = ((file: number, bytes: Uint8Array) => {
		if (isFull) throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
		return fs.writeSync(file, bytes);
	}) as typeof fs.writeSync;
	const journal = made(t, goneOn(path, {...world().outside, files: {...fs, writeSync}}));
	journal.append([note('b')]);
	fs.rmSync(path);
	isFull = true;
	journal.append([note('c')]);
	t.is(journal.problem, 'the disk is full');
	isFull = false;
	t.true(journal.retry());
	t.deepEqual(
		eventsAt(path).map(({text}) => text),
		['a', 'b', 'c'],
	);
});

const kept = 'kept as it is\n';
const replacements: readonly (readonly [what: string, put: (path: string) => void])[] = [
	['another file', path => fs.writeFileSync(path, kept)],
	['a copy of it', path => fs.copyFileSync(`${path}.moved`, path)],
	['a link to a file', path => fs.symlinkSync('other', path)],
	['a link to nowhere', path => fs.symlinkSync('nowhere', path)],
	['a folder', path => fs.mkdirSync(path)],
	['a pipe', path => execFileSync('mkfifo', [path])],
];

for (const [what, put] of replacements)
	test(`a record that ${what} has taken the place of is not safe, until that is gone`, t => {
		const home = folder(t);
		const path = join(home, 'drill.jsonl');
		fs.writeFileSync(join(home, 'other'), kept);
		const first = made(t, createJournal(path, world().outside));
		first.append([note('a')]);
		first.close();
		const journal = made(t, goneOn(path, world().outside));
		journal.append([note('b')]);
		fs.renameSync(path, `${path}.moved`);
		put(path);
		const before = fs.readdirSync(home);
		journal.append([note('c')]);
		t.is(journal.problem, 'another file is in its place');
		t.is(fs.readFileSync(join(home, 'other'), 'utf8'), kept);
		t.deepEqual(fs.readdirSync(home), before);
		t.is(eventsAt(`${path}.moved`).length, 2);
		fs.rmSync(path, {recursive: true});
		t.true(journal.retry());
		t.deepEqual(
			eventsAt(path).map(({text}) => text),
			['a', 'b', 'c'],
		);
	});

test('a record that was moved and linked to is still the record', t => {
	const path = join(folder(t), 'drill.jsonl');
	const journal = made(t, createJournal(path, world().outside));
	journal.append([note('a')]);
	fs.renameSync(path, `${path}.moved`);
	fs.symlinkSync('drill.jsonl.moved', path);
	journal.append([note('b')]);
	t.is(journal.problem, undefined);
	t.is(eventsAt(path).length, 2);
});

test('a link to nowhere is no place for a new record', t => {
	const path = join(folder(t), 'drill.jsonl');
	fs.symlinkSync('nowhere', path);
	t.true('refused' in createJournal(path, world().outside));
});

test('where nothing may be written the drill goes on, and the reason is told', t => {
	const file = join(folder(t), 'not-a-folder');
	fs.writeFileSync(file, '');
	const journal = made(t, createJournal(join(file, 'drill.jsonl'), world().outside));
	journal.append([note('a')]);
	t.not(journal.problem, undefined);
	t.false(journal.retry());
});

test('a record that cannot be read leaves no lock behind', t => {
	const path = join(folder(t), 'gone.jsonl');
	t.throws(() => resumeJournal(path, 1, world().outside), {code: 'ENOENT'});
	t.false(fs.existsSync(`${path}.lock`));
});
