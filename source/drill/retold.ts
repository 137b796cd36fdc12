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
	let since = restartsSince(undefined);
	let standing: readonly Event[] = [];
	let next = 0;
	let isTouched = true;
	let last: Run | undefined;
	for (const [index, event] of events.entries()) {
		if (event.type === 'file') {
			if (isTouched) since = restartsSince(last);
			const rounds = restartsTold(event, events.slice(index + 1), at);
			standing = decisions.filter(({seq}) => (since.get(at.get(seq)?.act) ?? Infinity) <= rounds);
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

/** What led to `run`, with how often it was begun anew since. */
function restartsSince(run: Run | undefined): ReadonlyMap<Act | undefined, number> {
	const acts = new Map<Act | undefined, number>();
	let restarts = 0;
	for (let state = run; state?.past; state = state.past) {
		if (state.act.type === 'restart') restarts += 1;
		else acts.set(state.act, restarts);
	}
	return acts;
}

/** How often the run was begun anew in what `file` has told again by the events `behind` it: what was before may be left out. */
export function restartsTold(file: Event, behind: readonly Event[], at: Replayed['at']): number {
	const told = behind.slice(0, count(file, 'retold') ?? 0);
	const last = told.findLast(({seq}) => at.has(seq));
	return (last && at.get(last.seq)?.restarts) ?? 0;
}

/** What led to `run` since it was begun, or begun anew: what was taken back is not in it. */
export function actsOf(run: Run | undefined): ReadonlySet<Act | undefined> {
	const acts = new Set<Act | undefined>();
	for (let state = run; state?.past && state.act.type !== 'restart'; state = state.past) acts.add(state.act);
	return acts;
}
