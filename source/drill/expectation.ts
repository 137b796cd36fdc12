/** The outcome that was expected of a drill, named before its end was seen. */
import {type Event, word} from './event.js';
import type {Replayed} from './replay.js';
import {retoldIn} from './retold.js';

interface Expectation {
	/** Empty where none was named. */
	readonly expected: string;
	/** Whether the run came to an end since it was begun: an outcome that is named then is not expected. */
	readonly endSeen: boolean;
}

/** What was expected when `events` had happened. */
export function expectationIn(events: readonly Event[], {at}: Pick<Replayed, 'at'>): Expectation {
	const retold = retoldIn(events);
	let [expected, endSeen] = ['', false];
	for (const event of events) {
		if (event.type === 'open' || (event.type === 'expect' && !endSeen)) expected = word(event, 'expected');
		if (retold.has(event.seq)) continue;
		endSeen = event.type !== 'restart' && (endSeen || at.get(event.seq)?.state === 'ended');
	}
	return {expected, endSeen};
}
