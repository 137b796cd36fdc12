/** The clock of the drill. */
import type {Session} from './session.js';

/** Milliseconds the drill lasted so far, pauses left out. */
export function lasted({drill, now, started}: Session): number {
	return Math.max(0, (drill.pausedAt ?? now) - started - drill.paused);
}

/** Milliseconds by which the present step is over its limit; undefined where it is not, or there is none. */
export function overtime(session: Session): number | undefined {
	const {drill, run} = session;
	if (drill.limit === undefined || run.state === 'ended') return undefined;
	const over = lasted(session) - drill.movedAt - drill.limit;
	return over > 0 ? over : undefined;
}
