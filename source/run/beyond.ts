/** Turns beyond what a loop's condition allows. */
import {choices} from './choices.js';
import type {Choice, Run} from './run.js';

/** The limit of turns that one more by `choice` goes over; undefined where it keeps to it, or there is none. */
export function exceeded({loop}: Choice): number | undefined {
	return loop?.bound !== undefined && loop.turns >= loop.bound ? loop.bound : undefined;
}

/** The limit of turns that the choice which led to `run` went over. */
export function beyond({act, past}: Run): number | undefined {
	const choice = act.type === 'choose' && past && choices(past).find(({id}) => id === act.id);
	return choice ? exceeded(choice) : undefined;
}

/** In words. */
export function beyondWords(limit: number): string {
	return `over the limit of ${limit}`;
}
