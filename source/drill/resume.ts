/** How a record is gone on with: locked, read to its end, what was cut off set aside. */
import fs from 'node:fs';
import {basename} from 'node:path';
import {bytesOfFile} from '../bytes.js';
import {Journal, type Opened, type Outside} from './journal.js';
import {heldBy, takeLock} from './lock.js';
import {faultOf, isBlank, readRecord} from './record.js';

/**
 * Goes on with the record at `path`, of which so many `lines` are known. The torn beginning of a last line is set aside in
 * a file of its own. A record that another program writes, or has written more to meanwhile, or that was altered, is
 * refused; throws as node:fs does for one that cannot be read.
 */
export function resumeJournal(path: string, lines: number, outside: Outside): Opened {
	const lock = lockOf(path, outside);
	if (lock && 'holder' in lock) return {refused: heldBy(path, lock.holder)};
	try {
		return resumed(path, lines, outside, lock?.release);
	} catch (error) {
		lock?.release();
		throw error;
	}
}

function resumed(path: string, lines: number, outside: Outside, release: (() => void) | undefined): Opened {
	const bytes = bytesOfFile(path);
	const record = readRecord(bytes);
	const {events, tip, whole, torn} = record;
	const fault = faultOf(record);
	const why =
		events.length === lines
			? fault
			: (fault ?? 'the drill went on in another program, open the file again to follow it');
	if (why !== undefined) {
		release?.();
		return {refused: `${why}: ${path}`};
	}
	const aside = torn.length > 0 && !isBlank(torn) ? `${path}.torn` : undefined;
	if (aside !== undefined) fs.appendFileSync(aside, torn, {mode: 0o600});
	if (torn.length > 0) fs.truncateSync(path, whole);
	const journal = new Journal(path, outside, tip, bytes.subarray(0, whole), release);
	if (aside === undefined) return {journal};
	return {journal, told: `the record’s last line was cut off: what there is of it is in ${basename(aside)}`};
}

/** The lock; undefined where none can be had, as in a folder that may only be read. */
function lockOf(path: string, outside: Outside): ReturnType<typeof takeLock> | undefined {
	try {
		return takeLock(path, outside.programs);
	} catch {
		return undefined;
	}
}
