/** A record as it is read: what its bytes hold, how far they can be trusted, where they were cut off. */
import {hashOf} from '../hash.js';
import {type Event, eventIn, noTip, type Tip} from './event.js';

/** What the bytes of a record hold. */
export interface RecordRead {
	readonly events: readonly Event[];
	/** The last line, which the next one follows. */
	readonly tip: Tip;
	/** Bytes up to the end of the last whole line. */
	readonly whole: number;
	/** What stands behind that: the beginning of a line whose writing was cut off. Empty in a sound record. */
	readonly torn: Uint8Array;
	/** The first line that does not follow from the one before, counted from 1: someone changed the record. */
	readonly altered: {readonly line: number; readonly what: string} | undefined;
}

const newline = 0x0a;

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
		const what = event ? fault(event, tip) : 'it is no line of a record';
		if (what !== undefined) altered ??= {line: index + 1, what};
		if (!event) continue;
		events.push(event);
		tip = {seq: event.seq, hash: hashOf(line), mono: event.mono};
	}
	return {events, tip, whole, torn: bytes.slice(whole), altered};
}

/** Length up to the last newline, less a last line of rubbish, such as a full disk leaves in a block of zeros. */
function wholeLength(bytes: Uint8Array): number {
	const end = bytes.lastIndexOf(newline) + 1;
	if (end < 2) return end === 1 ? 0 : end;
	const start = bytes.lastIndexOf(newline, end - 2) + 1;
	const last = new TextDecoder().decode(bytes.subarray(start, end - 1));
	return eventIn(last) ? end : start;
}

function fault(event: Event, tip: Tip): string | undefined {
	if (event.v !== 1) return `it is of version ${event.v}, which this program does not know`;
	if (event.seq !== tip.seq + 1) return `it has number ${event.seq} where ${tip.seq + 1} is due`;
	if (event.prev !== tip.hash) return 'it does not follow from the line before';
	return undefined;
}
