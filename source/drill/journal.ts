/**
 * A record being written. What happened at once is one write to a file opened for appending, then synced, before it
 * is shown. Where that fails nothing is lost while the program lives: lines wait and are tried again.
 */
import fs, {constants} from 'node:fs';
import {dirname} from 'node:path';
import {codeOf, whyNotWritten} from '../unwritten.js';
import {entryAt, makeFolder, syncFolder} from './disk.js';
import {type Fact, lineFor, noTip, type Tip} from './event.js';
import {heldBy, type Programs, takeLock} from './lock.js';

/** Opens a record that is there, and makes none; without waiting, should a pipe have taken its place. */
const older = constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK;

/** What a journal needs of the outside. */
export interface Outside {
	readonly programs: Programs;
	/** As node:process names it. */
	readonly platform: string;
	/** Milliseconds since the epoch; may jump. */
	now(): number;
	/** Milliseconds since any moment; never jumps back. */
	steady(): number;
	/** The file system; a test may put one in that fails. */
	readonly files?: Pick<
		typeof fs,
		'openSync' | 'writeSync' | 'fsyncSync' | 'ftruncateSync' | 'fstatSync' | 'closeSync'
	>;
}

/** A journal, with a word to the person about it, if there is any to say; or why there is none. */
export type Opened = {readonly journal: Journal; readonly told?: string} | {readonly refused: string};

/** Begins a record at `path`, readable by its owner only. It is a new file: an older one is refused. */
export function createJournal(path: string, outside: Outside): Opened {
	const there = entryAt(path);
	if (there?.isDirectory()) return {refused: `${path} is a folder: name a file in it`};
	if (there) return {refused: `${path} is there already; name another file`};
	return {journal: new Journal(path, outside, noTip)};
}

/** A record open for writing, under a lock; {@link createJournal} and `resumeJournal` of resume.ts open one. */
export class Journal {
	readonly path: string;
	readonly #outside: Outside;
	readonly #files: NonNullable<Outside['files']>;
	readonly #offset: number;
	#tip: Tip;
	/** All that the record held before, and what was added since: a record that was deleted is written again. */
	readonly #before: Uint8Array;
	/** Whether the file is one that was there before; a new one takes the place of nothing. */
	#isOlder: boolean;
	/** What was added at once, its lines in one text each. */
	readonly #added: string[] = [];
	/** How many of them are safe on disk. */
	#safe = 0;
	/** Length of the file as this program knows it. */
	#length: number;
	/** A write fell short and the file could not be cut back yet. */
	#overhang = false;
	#file: number | undefined;
	#release: (() => void) | undefined;
	#problem: string | undefined;

	/** Goes on behind `before`, which the file holds; begins a new file without. */
	constructor(path: string, outside: Outside, tip: Tip, before?: Uint8Array, release?: () => void) {
		this.path = path;
		this.#outside = outside;
		this.#files = outside.files ?? fs;
		this.#tip = tip;
		this.#isOlder = before !== undefined;
		this.#before = before ?? new Uint8Array();
		this.#length = this.#before.length;
		this.#release = release;
		this.#offset = tip.mono - outside.steady();
	}

	/** Why lines wait to be written; undefined where all is safe on disk. */
	get problem(): string | undefined {
		return this.#problem;
	}

	/** Milliseconds since the drill began, not counting while no program ran it. */
	get elapsed(): number {
		return Math.max(this.#tip.mono, Math.round(this.#outside.steady() + this.#offset));
	}

	/**
	 * Adds `facts`, which happened at once, at `moment` by the clock on the wall, a line each. When it returns without a
	 * `problem` they are safe.
	 */
	append(facts: readonly Fact[], moment = this.#outside.now()): void {
		const since = Math.max(0, this.#outside.now() - moment);
		const clock = {
			t: new Date(moment).toISOString(),
			mono: Math.max(this.#tip.mono, Math.round(this.elapsed - since)),
		};
		let text = '';
		for (const fact of facts) {
			const [line, tip] = lineFor(fact, this.#tip, clock);
			text += `${line}\n`;
			this.#tip = tip;
		}
		this.#added.push(text);
		this.retry();
	}

	/** Writes what waits, if it can; whether all is safe now. */
	retry(): boolean {
		try {
			while (this.#safe < this.#added.length) {
				this.#write(this.#open(), Buffer.from(this.#added[this.#safe] ?? ''));
				this.#safe += 1;
			}
			this.#problem = undefined;
		} catch (error) {
			this.#problem = whyNotWritten(error);
		}
		return this.#problem === undefined;
	}

	/** Closes the file and gives up the lock. */
	close(): void {
		if (this.#file !== undefined) this.#files.closeSync(this.#file);
		this.#file = undefined;
		this.#release?.();
		this.#release = undefined;
	}

	/** The open file, holding what stood before; opened again, and filled again, where it was deleted or moved away. */
	#open(): number {
		if (this.#file !== undefined && !this.#isInPlace(this.#file)) this.#startOver(this.#file);
		this.#file ??= this.#opened();
		if (this.#length < this.#before.length) this.#write(this.#file, this.#before);
		return this.#file;
	}

	#opened(): number {
		makeFolder(dirname(this.path));
		if (!this.#release) this.#lock();
		if (this.#isOlder && !fs.existsSync(this.path)) this.#forget();
		if (this.#isOlder) return this.#files.openSync(this.path, older);
		if (entryAt(this.path)) throw new Error('another file is in its place');
		const file = this.#files.openSync(this.path, 'ax', 0o600);
		syncFolder(dirname(this.path));
		return file;
	}

	/** Whether the open file is still the one that its path leads to. */
	#isInPlace(file: number): boolean {
		const own = this.#files.fstatSync(file);
		const there = fs.statSync(this.path, {throwIfNoEntry: false});
		// Windows numbers one and the same disk in two ways.
		return there?.ino === own.ino && (there.dev === own.dev || this.#outside.platform === 'win32');
	}

	#lock(): void {
		const lock = takeLock(this.path, this.#outside.programs);
		if ('holder' in lock) throw new Error(heldBy(this.path, lock.holder));
		this.#release = lock.release;
	}

	#startOver(file: number): void {
		this.#files.closeSync(file);
		this.#file = undefined;
		this.#release = undefined;
		this.#forget();
	}

	/** Nothing is on disk any more. */
	#forget(): void {
		this.#safe = 0;
		this.#length = 0;
		this.#overhang = false;
		this.#isOlder = false;
	}

	#write(file: number, bytes: Uint8Array): void {
		if (this.#overhang) this.#cutBack(file);
		if (this.#files.fstatSync(file).size !== this.#length)
			throw new Error('something else wrote to the record');
		this.#overhang = true;
		try {
			const written = this.#files.writeSync(file, bytes);
			if (written !== bytes.length) throw Object.assign(new Error('short write'), {code: 'ENOSPC'});
			this.#files.fsyncSync(file);
		} catch (error) {
			this.#cutBack(file);
			throw error;
		}
		this.#overhang = false;
		this.#length += bytes.length;
	}

	#cutBack(file: number): void {
		try {
			this.#files.ftruncateSync(file, this.#length);
		} catch (error) {
			// Windows does not cut a file that is open for appending only.
			if (codeOf(error) !== 'EPERM') throw error;
			fs.truncateSync(this.path, this.#length);
		}
		this.#overhang = false;
	}
}
