/** A record in whole seconds, as people are told of it. */
import type {Event} from './event.js';

const second = 1000;

/**
 * The events in whole seconds. Each moment is rounded down once, where the clock on the wall turns to its next
 * second; what is shown is such a moment or lies between two of them, so that all of it adds up.
 */
export function inSeconds(events: readonly Event[]): Event[] {
	const [first] = events;
	const zero = first ? finite(Date.parse(first.t) - first.mono) : 0;
	/** By how much the clock on the wall is ahead of where the drill's would have it. */
	let ahead = 0;
	return events.map(event => {
		const found = Date.parse(event.t) - zero - event.mono;
		// The clocks are read one after the other, and differ a little.
		if (Math.abs(found - ahead) >= second) ahead = Math.round(found / second) * second;
		const wall = down(zero + event.mono);
		return {...event, mono: wall - down(zero), t: isoOf(wall + ahead) ?? event.t};
	});
}

function down(milliseconds: number): number {
	return Math.floor(milliseconds / second) * second;
}

/** Anybody may have written the record. */
function finite(value: number): number {
	return Number.isFinite(value) ? value : 0;
}

function isoOf(milliseconds: number): string | undefined {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
