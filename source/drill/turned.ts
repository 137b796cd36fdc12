/** Whether a run that was made again comes to what was recorded. */
import {resultOf} from '../run/result.js';
import {type Event, word} from './event.js';
import type {Replayed} from './replay.js';

/** What the last run that came to its end was recorded to come to, where that is something else now. */
export function turned(
	events: readonly Event[],
	{run, outcomes, at}: Pick<Replayed, 'run' | 'outcomes' | 'at'>,
): Replayed['diverged'] {
	const end = events.findLast(({type, outcome}) => type === 'end' && outcome !== undefined);
	if (!end || events.some(({seq, type}) => seq > end.seq && (at.has(seq) || type === 'file')))
		return undefined;
	const [then, now] = [word(end, 'outcome'), resultOf(run, outcomes).outcome];
	return then === now ? undefined : {seq: end.seq, what: `recorded ${then}, now ${now}`};
}
