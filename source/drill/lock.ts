/** Who writes a record: a file beside it that names the program, taken over at once when that has died. */
import {linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync} from 'node:fs';

/** The programs of this machine, as far as a lock needs to know them. */
export interface Programs {
	/** Number of this one. */
	readonly own: number;
	/** Whether the program with that number runs. */
	alive(number: number): boolean;
}

/** A lock held, or the number of the program that holds it. */
type Lock = {readonly release: () => void} | {readonly holder: number};

/**
 * Takes the lock of the record at `path`. The lock comes into being whole, by a link, and one left by a dead
 * program is moved away before it is replaced: of several programs that try, one gets it. Throws as node:fs
 * does where nothing can be written there.
 */
export function takeLock(path: string, programs: Programs): Lock {
	const lock = `${path}.lock`;
	const own = `${lock}.${programs.own}`;
	writeFileSync(own, `${programs.own}\n`, {mode: 0o600});
	try {
		for (let tries = 0; tries < 10; tries += 1) {
			if (put(own, lock)) return {release: () => release(lock, programs.own)};
			const holder = numberIn(lock);
			if (holder !== undefined && holder !== programs.own && programs.alive(holder)) return {holder};
			if (holder !== undefined) clear(lock, holder, programs.own);
		}
		return {holder: numberIn(lock) ?? 0};
	} finally {
		rmSync(own, {force: true});
	}
}

/** The number of another program that runs and writes the record at `path`; undefined where there is none. */
export function holderOf(path: string, programs: Programs): number | undefined {
	const holder = numberIn(`${path}.lock`);
	return holder !== undefined && holder !== programs.own && programs.alive(holder) ? holder : undefined;
}

/** That program `holder` writes the record at `path`, and what to do. */
export function heldBy(path: string, holder: number): string {
	return `another program (number ${holder}) writes ${path}; if that is no flowzap-tui, remove ${path}.lock`;
}

function put(own: string, lock: string): boolean {
	try {
		linkSync(own, lock);
		return true;
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
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
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** The number in the lock; 0 where there is none to be read; undefined where there is no lock. */
function numberIn(lock: string): number | undefined {
	try {
		return Number.parseInt(readFileSync(lock, 'utf8'), 10) || 0;
	} catch {
		return undefined;
	}
}

/** Moves a dead program's lock away; one that another program has put there meanwhile is put back. */
function clear(lock: string, dead: number, own: number): void {
	const aside = `${lock}.${own}.old`;
	try {
		renameSync(lock, aside);
	} catch {
		return;
	}
	if (numberIn(aside) !== dead) put(aside, lock);
	rmSync(aside, {force: true});
}

function release(lock: string, own: number): void {
	if (numberIn(lock) === own)
		try {
			unlinkSync(lock);
		} catch {
			// It is gone, or cannot be removed: the next program finds that this one has ended.
		}
}
