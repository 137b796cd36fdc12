import fs from 'node:fs';
import {basename, dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {holderOf, type Programs, takeLock} from '../../source/drill/lock.js';
import {folder} from '../helpers/folder.js';
import {standIn} from '../helpers/stand-in.js';

/** A record to lock, and its lock, which holds `text` where that is given. */
function place(t: ExecutionContext, text?: string) {
	const path = join(folder(t), 'drill.jsonl');
	const lock = `${path}.lock`;
	if (text !== undefined) fs.writeFileSync(lock, text);
	return {path, lock, held: () => fs.readFileSync(lock, 'utf8'), names: () => fs.readdirSync(dirname(path))};
}

const among = (running: readonly number[], own = 1, host = 'here'): Programs => ({
	host,
	own,
	alive: number => running.includes(number),
});

/** Takes the lock that can be had; what gives it up. */
function taken(path: string, programs: Programs): () => void {
	const got = takeLock(path, programs);
	if ('holder' in got) throw new Error(`held by ${got.holder.number}`);
	return got.release;
}

for (const code of ['EPERM', 'ENOTSUP', 'ENOSYS'])
	test.serial(`where a file system knows no links (${code}), one program gets the lock too`, t => {
		standIn(t, fs, {
			linkSync() {
				throw Object.assign(new Error('no links'), {code});
			},
		});
		const {path, lock, held, names} = place(t);
		const release = taken(path, among([1, 2]));
		t.is(held(), '1 here\n');
		t.deepEqual(takeLock(path, among([1, 2], 2)), {holder: {number: 1, elsewhere: ''}});
		t.deepEqual(names(), ['drill.jsonl.lock']);
		release();
		t.deepEqual(names(), []);
		fs.writeFileSync(lock, '3 here\n');
		taken(path, among([1]));
		t.is(held(), '1 here\n');
	});

test.serial('two programs of one number, on two machines, do not get into each other’s way', t => {
	const drafts = new Set<string>();
	const {linkSync} = fs;
	standIn(t, fs, {
		linkSync(draft, lock) {
			drafts.add(basename(String(draft)));
			linkSync(draft, lock);
		},
	});
	const {path} = place(t);
	for (const host of ['here', 'there']) taken(path, among([1], 1, host))();
	t.is(drafts.size, 2);
});

test.serial(
	'while programs take over a dead one’s lock, that of the first to have it stays in its place',
	t => {
		const {path, held, names} = place(t, '2 here\n');
		const others = [3, 4];
		const got: number[] = [];
		const tries = (own: number) => {
			if ('release' in takeLock(path, among([1, 3, 4], own))) got.push(own);
		};
		/** The others come right before and right behind what the first does to a lock. */
		const amid = (work: () => void) => {
			const [before, behind] = others.splice(0, 2);
			if (before !== undefined) tries(before);
			work();
			if (behind !== undefined) tries(behind);
		};
		const {renameSync, unlinkSync} = fs;
		standIn(t, fs, {
			renameSync: (from, to) => amid(() => renameSync(from, to)),
			unlinkSync: file => amid(() => unlinkSync(file)),
		});
		tries(1);
		t.is(others.length, 0);
		t.deepEqual(got, [Number.parseInt(held(), 10)]);
		t.deepEqual(names(), ['drill.jsonl.lock']);
	},
);

test('who died while taking over a lock stands in nobody’s way', t => {
	const {path, lock, held, names} = place(t, '2 here\n');
	for (const deeper of [`${lock}.lock`, `${lock}.lock.lock`]) fs.writeFileSync(deeper, '3 here\n');
	taken(path, among([1]));
	t.is(held(), '1 here\n');
	t.deepEqual(names(), ['drill.jsonl.lock']);
});

test('a lock that another program took meanwhile is left to it, not taken for the dead one’s', t => {
	const {path, lock, held, names} = place(t, '2 here\n');
	const programs: Programs = {
		host: 'here',
		own: 1,
		alive(number) {
			if (number === 2) fs.writeFileSync(lock, '3 here\n');
			return number === 3;
		},
	};
	t.deepEqual(takeLock(path, programs), {holder: {number: 3, elsewhere: ''}});
	t.is(held(), '3 here\n');
	t.deepEqual(names(), ['drill.jsonl.lock']);
});

test('whoever gives a lock up leaves alone what another has put in its place', t => {
	for (const other of ['2 here\n', '1 elsewhere\n']) {
		const {path, lock, held} = place(t);
		const release = taken(path, among([1]));
		fs.writeFileSync(lock, other);
		release();
		t.is(held(), other);
	}
});

test('a record is held by another program that runs, here or on another machine', t => {
	for (const [text, running, holder] of [
		['2 here\n', [1, 2], {number: 2, elsewhere: ''}],
		['2 here\n', [1], undefined],
		['1 here\n', [1], undefined],
		['1 elsewhere\n', [], {number: 1, elsewhere: 'elsewhere'}],
		[undefined, [1, 2], undefined],
	] as const)
		t.deepEqual(holderOf(place(t, text).path, among(running)), holder);
});
