/** Moments in whole seconds, as people are told of them. */
import type {Event} from './event.js';

const second = 1000;

/** The second that holds the moment, be it of the clock on the wall or of the drill. Both in milliseconds. */
function secondOf(milliseconds: number): number {
	return Math.floor(milliseconds / second) * second;
}

/** A moment by both clocks, in milliseconds. */
export interface Moment {
	/** Since the epoch; may jump. */
	readonly wall: number;
	/** Since any moment; never jumps. */
	readonly steady: number;
}

/** This moment, by the clocks of the outside. */
export function momentOf(outside: {now(): number; steady(): number}): Moment {
	return {wall: outside.now(), steady: outside.steady()};
}

/** How far a drill has come at some moment, from which later ones are reckoned. */
export interface Elapsed {
	/** Milliseconds of the drill, pauses among them: whole seconds. */
	readonly time: number;
	/** The second by the clock on the wall in which it would have begun, had that clock not been set. */
	readonly zero: number;
	/** By how much that clock was ahead of the other one when they were last compared, and the other one at the moment. */
	readonly ahead: number;
	readonly steady: number;
}

/** A drill of `time` so far, as it begins or goes on. */
export function begunAt({wall, steady}: Moment, time = 0): Elapsed {
	return {time, zero: secondOf(wall) - time, ahead: wall - steady, steady};
}

/**
 * How far the drill has come at a later moment. It is rounded down once, where the clock on the wall turns to its next
 * second; where that clock was set, or nobody looked at it for a while, the drill goes on by the other one.
 */
export function later(before: Elapsed, moment: Moment, isInterrupted = false): Elapsed {
	const {wall, steady} = moment;
	// The clocks are read one after the other, and differ a little.
	if (Math.abs(wall - steady - before.ahead) >= second || isInterrupted)
		return begunAt(moment, before.time + secondOf(Math.max(0, steady - before.steady)));
	return {...before, time: Math.max(before.time, secondOf(wall) - before.zero), steady};
}

/**
 * The events in whole seconds. What is shown is such a moment or lies between two of them, so that all of it adds up, and
 * the screen, which rounds the same moments, shows the same.
 */
export function inSeconds(events: readonly Event[]): Event[] {
	const [first] = events;
	const wall = first ? finite(Date.parse(first.t) - first.mono) : 0;
	let elapsed = begunAt({wall, steady: 0});
	return events.map(event => {
		const moment = {wall: finite(Date.parse(event.t)), steady: event.mono};
		elapsed = later(elapsed, moment, isInterrupted(event));
		const {time, zero} = elapsed;
		return {...event, mono: time, t: isoOf(zero + time) ?? event.t};
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
