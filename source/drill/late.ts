/** Steps that took longer than the drill allowed. */
import {activeToken} from '../run/run.js';
import {type Event, word} from './event.js';
import {drillTime, emptyLogbook, entered, standsFor} from './logbook.js';
import type {Replayed} from './replay.js';

/** A step over the limit of its drill. */
export interface Late {
	/** Where the token stood meanwhile; empty before it stood anywhere. */
	readonly node: string;
	/** Milliseconds beyond the limit. */
	readonly over: number;
	/** Whose step it was, the person of its lane before who took it; empty where nobody is named for it. */
	readonly by: string;
}

/** The steps of `events` that took more than `limit` milliseconds, pauses left out; the last may never have been taken. Those `retold` are none. */
export function lateIn(
	events: readonly Event[],
	{at, run}: Replayed,
	limit: number | undefined,
	retold: ReadonlySet<number>,
): Late[] {
	if (limit === undefined) return [];
	const late: Late[] = [];
	const [first] = at.values();
	let [book, standing, since] = [emptyLogbook, first?.past ?? run, 0];
	const told = (by: string) => {
		const over = drillTime(book, book.mono) - since - limit;
		const node = activeToken(standing)?.node ?? '';
		if (over > 0) late.push({node, over, by: standsFor(book.people, standing.diagram, node) ?? by});
	};
	for (const event of events) {
		book = entered(book, event);
		const next = at.get(event.seq);
		if (!next) continue;
		if (retold.has(event.seq)) {
			standing = next;
			continue;
		}
		told(word(event, 'by'));
		[standing, since] = [next, drillTime(book, book.mono)];
	}
	if (run.state !== 'ended') told('');
	return late;
}
