/** The clock of the drill. It stands until the first thing is done: those who take part see the diagram before. */
import {begunAt, later} from '../drill/seconds.js';
import type {Session} from './session.js';

/** `after`, with how far the drill is where something was done: the clock runs from the first such thing on. */
export function clocked(before: Session, after: Session): Session {
	const {elapsed, now} = after;
	if (elapsed) return isDone(before, after) ? {...after, elapsed: later(elapsed, now)} : after;
	// A file that is saved begins no drill.
	if (after.diagram !== before.diagram) return after;
	return isDone(before, after) ? {...after, elapsed: begunAt(now)} : after;
}

/** Whether something was done that the record tells. */
function isDone(before: Session, after: Session): boolean {
	return (
		after.run !== before.run ||
		after.notes !== before.notes ||
		after.drill.expected !== before.drill.expected ||
		after.drill.pausedAt !== before.drill.pausedAt
	);
}

/** Milliseconds since the drill began, pauses among them: whole seconds, counted between moments as the report rounds them. */
export function elapsedNow({elapsed, now}: Session): number {
	return elapsed ? later(elapsed, now).time : 0;
}

/** Milliseconds the drill lasted so far, pauses left out: whole seconds. */
export function lasted(session: Session): number {
	const {paused, pausedAt} = session.drill;
	return Math.max(0, (pausedAt ?? elapsedNow(session)) - paused);
}

/** Milliseconds by which the present step is over its limit, a second at least; undefined where it is not, or there is none. */
export function overtime(session: Session): number | undefined {
	const {drill, run} = session;
	if (drill.limit === undefined || run.state === 'ended') return undefined;
	const over = lasted(session) - drill.movedAt - drill.limit;
	return over >= 1000 ? over : undefined;
}
