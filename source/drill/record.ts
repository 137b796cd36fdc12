/** A record as it is read: what its bytes hold, how far they can be trusted, where they were cut off. */
import {hashOf} from '../hash.js';
import {type Event, eventIn, firstLine, newline, noTip, type Tip} from './event.js';
import {fileIn} from './opening.js';

/** What the bytes of a record hold. */
export interface RecordRead {
	readonly events: readonly Event[];
	/** The last line, which the next one follows. */
	readonly tip: Tip;
	/** Bytes up to the end of the last whole line. */
	readonly whole: number;
	/** What stands behind that: the beginning of a line whose writing was cut off, or blank lines. Empty in a sound record. */
	readonly torn: Uint8Array;
	/** The first line that does not bear out what stands before it, counted from 1, with a clause that names it. */
	readonly altered: {readonly line: number; readonly what: string} | undefined;
	/** The version of the first line whose form this program does not know. */
	readonly unknown: number | undefined;
}

const brace = 0x7b;

/** Whether what begins so may be a record. */
export function mayBeRecord(beginning: Uint8Array): boolean {
	const line = firstLine(beginning);
	return line === undefined ? endsLater(beginning) : eventIn(line) !== undefined;
}

/** Whether the first line of a record may end behind what begins so. */
export function endsLater(beginning: Uint8Array): boolean {
	return beginning[0] === brace && !beginning.includes(newline) && !beginning.includes(0);
}

/**
 * Reads the bytes of a record. A last line without its newline, or one that is no line of a record, was cut
 * off while it was written. Lines behind an alteration are given too: what to make of them is up to the caller.
 */
export function readRecord(bytes: Uint8Array): RecordRead {
	const whole = wholeLength(bytes);
	const lines = new TextDecoder().decode(bytes.subarray(0, whole)).split('\n').slice(0, -1);
	const events: Event[] = [];
	let tip = noTip;
	let altered: RecordRead['altered'];
	for (const [index, line] of lines.entries()) {
		const event = eventIn(line);
		const what = event ? fault(event, tip, index + 1) : `line ${index + 1} is no line of a record`;
		if (what !== undefined) altered ??= {line: index + 1, what};
		if (!event) continue;
		events.push(event);
		tip = {seq: event.seq, hash: hashOf(line), mono: event.mono};
	}
	const unknown = events.find(({v}) => v !== 1)?.v;
	return {events, tip, whole, torn: bytes.slice(whole), altered, unknown};
}

/** Why nobody should go by a record, in words; undefined where it is sound. */
export function faultOf({altered, unknown}: RecordRead): string | undefined {
	if (unknown !== undefined)
		return `the record is of another form (version ${unknown}), which this program does not know`;
	return altered && `the record was altered: ${altered.what}`;
}

/** What the torn end of a record is, in words; undefined where there is none. */
export function tornWords({torn}: RecordRead): string | undefined {
	if (torn.length === 0) return undefined;
	if (isBlank(torn)) return 'nothing but blanks stands behind the last line';
	return `the last line was cut off while it was written (${torn.length} bytes)`;
}

/** Length up to the last newline, less blank lines and a last line of rubbish, such as a full disk leaves in a block of zeros. */
function wholeLength(bytes: Uint8Array): number {
	let end = bytes.lastIndexOf(newline) + 1;
	while (end > 0 && isBlank(bytes.subarray(lineStart(bytes, end), end))) end = lineStart(bytes, end);
	const start = lineStart(bytes, end);
	const last = new TextDecoder().decode(bytes.subarray(start, end));
	return eventIn(last) ? end : start;
}

/** Where the line begins that ends at `end` with its newline. */
function lineStart(bytes: Uint8Array, end: number): number {
	return end < 2 ? 0 : bytes.lastIndexOf(newline, end - 2) + 1;
}

/** Whether there are only blanks and newlines in `bytes`. */
export function isBlank(bytes: Uint8Array): boolean {
	return bytes.every(byte => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function fault(event: Event, tip: Tip, line: number): string | undefined {
	if (event.seq !== tip.seq + 1) return `line ${line} has number ${event.seq} where ${tip.seq + 1} is due`;
	if (event.prev !== tip.hash)
		return line === 1
			? 'line 1 follows from a line that is not there'
			: `line ${line} does not follow from line ${line - 1}: one of them was changed`;
	const file = fileIn(event);
	if (file && hashOf(file.text) !== file.sha256)
		return `in line ${line} the text of the file does not fit its sha256`;
	return undefined;
}
