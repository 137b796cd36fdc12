/** Who writes a record: a file beside it that names the program and its machine, taken over at once when that has died. */
import {linkSync, readFileSync, rmSync, unlinkSync, writeFileSync} from 'node:fs';
import {bytesOfFile} from '../bytes.js';
import {hashOf} from '../hash.js';
import {codeOf} from '../unwritten.js';

/** A lock is a line. Bytes. */
const mostLock = 1 << 10;

/** The programs of this machine, as far as a lock needs to know them. */
export interface Programs {
	/** Name of this machine: others may share the folder. */
	readonly host: string;
	/** Number of this program. */
	readonly own: number;
	/** Whether the program with that number runs on this machine. */
	alive(number: number): boolean;
}

/** A program that holds a lock. */
export interface Holder {
	readonly number: number;
	/** Its machine; empty for this one, as in locks that name none. */
	readonly elsewhere: string;
}

/** A lock held, or the program that holds it. */
type Lock = {readonly release: () => void} | {readonly holder: Holder};

/**
 * Takes the lock of the record at `path`. The lock comes into being whole, by a link, and one left by a dead
 * program is removed by whoever has the lock of that lock: of several programs that try, one gets it; where a file
 * system knows no links, almost always. Whether a program of another machine has died nobody here can tell: its lock
 * stays. Throws as node:fs does where nothing can be written there.
 */
export function takeLock(path: string, programs: Programs): Lock {
	const lock = `${path}.lock`;
	// Programs of two machines may have one number.
	const own = `${lock}.${programs.own}-${hashOf(programs.host).slice(0, 8)}`;
	writeFileSync(own, `${programs.own} ${programs.host}\n`, {mode: 0o600});
	try {
		for (let tries = 0; tries < 10; tries += 1) {
			if (put(own, lock)) return {release: () => release(lock, programs)};
			const holder = holderIn(lock, programs);
			if (holder && isAnother(holder, programs)) return {holder};
			const other = holder && clear(lock, programs);
			if (other) return {holder: other};
		}
		return {holder: holderIn(lock, programs) ?? {number: 0, elsewhere: ''}};
	} finally {
		rmSync(own, {force: true});
	}
}

/** Another program that runs and writes the record at `path`; undefined where there is none. */
export function holderOf(path: string, programs: Programs): Holder | undefined {
	const holder = holderIn(`${path}.lock`, programs);
	return holder && isAnother(holder, programs) ? holder : undefined;
}

/** `number 812`, of another machine with its name; 0 is none that could be read. Not yet harmless. */
export function calledHolder({number, elsewhere}: Holder): string {
	return `${number === 0 ? 'number unknown' : `number ${number}`}${elsewhere && ` on ${elsewhere}`}`;
}

/** That program `holder` writes the record at `path`, and what to do. */
export function heldBy(path: string, holder: Holder): string {
	return `another program (${calledHolder(holder)}) writes ${path}; if that is no flowzap-tui, remove ${path}.lock`;
}

function isAnother({number, elsewhere}: Holder, {own, alive}: Programs): boolean {
	return elsewhere !== '' || (number !== own && alive(number));
}

function put(own: string, lock: string): boolean {
	try {
		linkSync(own, lock);
		return true;
	} catch (error) {
		const code = codeOf(error);
		if (code === 'EEXIST') return false;
		// A file system without links: made at once, if not whole at once.
		if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return create(own, lock);
		throw error;
	}
}

function create(own: string, lock: string): boolean {
	try {
		writeFileSync(lock, readFileSync(own), {flag: 'wx', mode: 0o600});
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}

/** Who is named in the lock, by 0 where no number is to be read; undefined where there is no lock. */
function holderIn(lock: string, {host}: Programs): Holder | undefined {
	try {
		const [, number, name = ''] = /^(\d*) ?(.*)/.exec(bytesOfFile(lock, mostLock).toString()) ?? [];
		return {number: Number(number) || 0, elsewhere: name === host ? '' : name};
	} catch {
		return undefined;
	}
}

/**
 * Removes a dead program's lock, under the lock of that lock: so it is still the dead one's when it goes. The answer is
 * another program that is doing so.
 */
function clear(lock: string, programs: Programs): Holder | undefined {
	const guard = takeLock(lock, programs);
	if ('holder' in guard) return guard.holder;
	const holder = holderIn(lock, programs);
	if (holder && !isAnother(holder, programs)) remove(lock);
	guard.release();
	return undefined;
}

function release(lock: string, programs: Programs): void {
	const holder = holderIn(lock, programs);
	if (holder?.number === programs.own && holder.elsewhere === '') remove(lock);
}

function remove(lock: string): void {
	try {
		unlinkSync(lock);
	} catch {
		// It is gone, or cannot be removed: the next program finds that its holder has ended.
	}
}
