/** Moments in whole seconds, as people are told of them. */
import type {Event} from './event.js';

const second = 1000;

/** The second that holds the moment, be it of the clock on the wall or of the drill. Both in milliseconds. */
export function secondOf(milliseconds: number): number {
	return Math.floor(milliseconds / second) * second;
}

/**
 * The events in whole seconds. Each moment is rounded down once, where the clock on the wall turns to its next
 * second; what is shown is such a moment or lies between two of them, so that all of it adds up, and the screen, which
 * rounds the same moments, shows the same. Where that clock was set, or nobody looked at it for a while, the drill goes on
 * by the other one.
 */
export function inSeconds(events: readonly Event[]): Event[] {
	const [first] = events;
	const zero = first ? finite(Date.parse(first.t) - first.mono) : 0;
	/** By how much the clock on the wall is ahead of the drill's, in milliseconds and as it is told. */
	let [ahead, told] = [0, 0];
	/** The last moment of the drill, as it is told and by its own clock. */
	let [moment, mono] = [secondOf(zero), 0];
	return events.map(event => {
		const wall = finite(Date.parse(event.t));
		const found = wall - zero - event.mono;
		// The clocks are read one after the other, and differ a little.
		if (Math.abs(found - ahead) >= second || isInterrupted(event)) {
			moment += secondOf(Math.max(0, event.mono - mono));
			[ahead, told] = [found, secondOf(wall) - moment];
		} else moment = Math.max(moment, secondOf(wall) - told);
		mono = event.mono;
		return {...event, mono: moment - secondOf(zero), t: isoOf(moment + told) ?? event.t};
	});
}

/** Whether the program did not run before `event`, for however short a while. */
function isInterrupted({type, after}: Event): boolean {
	return type === 'resume' && after === 'interruption';
}

/** Anybody may have written the record. */
function finite(value: number): number {
	return Number.isFinite(value) ? value : 0;
}

function isoOf(milliseconds: number): string | undefined {
	const date = new Date(milliseconds);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
