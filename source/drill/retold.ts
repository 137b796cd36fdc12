/** What a record tells a second time. */
import type {Act, Run} from '../run/run.js';
import {count, type Event} from './event.js';
import type {Replayed} from './replay.js';

/**
 * Numbers of the events that tell again what was done before the file was changed, so that the run can be made again on
 * the file as it is then. They did not happen at their time, nor once more.
 */
export function retoldIn(events: readonly Event[]): ReadonlySet<number> {
	const retold = new Set<number>();
	for (const [index, event] of events.entries())
		if (event.type === 'file')
			for (const {seq} of events.slice(index + 1, index + 1 + (count(event, 'retold') ?? 0))) retold.add(seq);
	return retold;
}

/** By the number of each decision that is told again, that decision as it was first told. */
export function firstTold(
	events: readonly Event[],
	retold: ReadonlySet<number>,
	at: Replayed['at'],
): ReadonlyMap<number, Event> {
	const found = new Map<number, Event>();
	const decisions: Event[] = [];
	// What is told again is what stood, in its order; what a change took away may be told again by the next one.
	let standing: readonly Event[] = [];
	let next = 0;
	let isTouched = true;
	let last: Run | undefined;
	for (const event of events) {
		if (event.type === 'file') {
			const acts = actsOf(last);
			if (isTouched) standing = decisions.filter(({seq}) => acts.has(at.get(seq)?.act));
			[next, isTouched] = [0, false];
		} else if (at.has(event.seq) && !retold.has(event.seq)) isTouched = true;
		if (event.type === 'decide') {
			const first = retold.has(event.seq) ? standing[next] : undefined;
			if (first) {
				next += 1;
				found.set(event.seq, found.get(first.seq) ?? first);
			}
			decisions.push(event);
		}
		last = at.get(event.seq) ?? last;
	}
	return found;
}

/** What led to `run` since it was begun, or begun anew: what was taken back is not in it. */
export function actsOf(run: Run | undefined): ReadonlySet<Act | undefined> {
	const acts = new Set<Act | undefined>();
	for (let state = run; state?.past && state.act.type !== 'restart'; state = state.past) acts.add(state.act);
	return acts;
}
