/** Lines of a record: JSON, one a line, each holding the hash of the line before, so that a change shows. */
import {hashOf} from '../hash.js';

/** What is told by one line, before it has a number and a time. Fields depend on the type; unknown ones are kept. */
export interface Fact {
	readonly type: string;
	readonly [field: string]: unknown;
}

/** A line of a record. */
export interface Event extends Fact {
	/** Version of the form. */
	readonly v: number;
	/** Counts from 1. */
	readonly seq: number;
	/** When, by the clock on the wall: ISO 8601, UTC. */
	readonly t: string;
	/** Milliseconds since the drill began, by a clock that nobody sets; does not run while the program does not. */
	readonly mono: number;
	/** SHA-256 of the line before, in hexadecimal, without its newline; empty in the first line. */
	readonly prev: string;
}

/** The last line of a record, as the next one needs it. */
export interface Tip {
	readonly seq: number;
	readonly hash: string;
	readonly mono: number;
}

/** Before the first line of a record. */
export const noTip: Tip = {seq: 0, hash: '', mono: 0};

/** The line for `fact` behind `tip`, without a newline, and the tip it makes. */
export function lineFor(
	fact: Fact,
	tip: Tip,
	clock: {readonly t: string; readonly mono: number},
): readonly [string, Tip] {
	const {type, ...fields} = fact;
	const seq = tip.seq + 1;
	const line = JSON.stringify({v: 1, seq, ...clock, type, ...fields, prev: tip.hash});
	return [line, {seq, hash: hashOf(line), mono: clock.mono}];
}

/** The event of a line; undefined where it is not one of a record. */
export function eventIn(line: string): Event | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return isEvent(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The event with which a record opens; undefined where none does. */
export function openingIn(events: readonly Event[]): Event | undefined {
	return events.find(({type}) => type === 'open');
}

/** What a line ends with. */
export const newline = 0x0a;

/** The first line of the record in `bytes`, without its newline; undefined where it has not come to its end. */
export function firstLine(bytes: Uint8Array): string | undefined {
	const end = bytes.indexOf(newline);
	return end < 0 ? undefined : new TextDecoder().decode(bytes.subarray(0, end));
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

function isEvent(value: unknown): value is Event {
	const {v, seq, t, mono, type, prev} = fieldsOf(value);
	return (
		typeof v === 'number' &&
		typeof seq === 'number' &&
		typeof t === 'string' &&
		isoTime.test(t) &&
		isTime(mono) &&
		typeof type === 'string' &&
		typeof prev === 'string'
	);
}

/** The fields of what may be anything, by name; none of what is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : {};
}

/** Whether it is a count of milliseconds with which can be reckoned. */
function isTime(value: unknown): boolean {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** A field as text; empty where it is none. */
export function word(fields: Readonly<Record<string, unknown>>, field: string): string {
	const value = fields[field];
	return typeof value === 'string' ? value : '';
}

/** A field as a number, where it is one. */
export function count(fact: Fact, field: string): number | undefined {
	const value = fact[field];
	return typeof value === 'number' ? value : undefined;
}
