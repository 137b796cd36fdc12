/** The clock of the drill. It stands until the first thing is done: those who take part see the diagram before. */
import {secondOf} from '../drill/seconds.js';
import type {Session} from './session.js';

/** `after`, where the clock runs from now on if something was done for the first time. */
export function clocked(before: Session, after: Session): Session {
	if (after.started !== undefined || after.diagram !== before.diagram) return after;
	const isDone =
		after.run !== before.run ||
		after.notes !== before.notes ||
		after.drill.expected !== before.drill.expected ||
		after.drill.pausedAt !== before.drill.pausedAt;
	return isDone ? {...after, started: after.now} : after;
}

/** Milliseconds the drill lasted so far, pauses left out: whole seconds, counted between moments as the report rounds them. */
export function lasted({drill, now, started = now}: Session): number {
	return Math.max(0, secondOf(drill.pausedAt ?? now) - secondOf(started) - drill.paused);
}

/** Milliseconds by which the present step is over its limit, a second at least; undefined where it is not, or there is none. */
export function overtime(session: Session): number | undefined {
	const {drill, run} = session;
	if (drill.limit === undefined || run.state === 'ended') return undefined;
	const over = lasted(session) - drill.movedAt - drill.limit;
	return over >= 1000 ? over : undefined;
}
