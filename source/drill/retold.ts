/** What a record tells a second time. */
import {count, type Event} from './event.js';

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

/** By the number of each decision that is told again, that decision as it was first told: of several alike the last ones. */
export function firstTold(events: readonly Event[], retold: ReadonlySet<number>): ReadonlyMap<number, Event> {
	const alike = new Map<string, Event[]>();
	const keyOf = ({node, choice}: Event) => JSON.stringify([node, choice]);
	const decisions = events.filter(({type}) => type === 'decide');
	for (const event of decisions)
		if (!retold.has(event.seq)) {
			const list = alike.get(keyOf(event));
			if (list) list.push(event);
			else alike.set(keyOf(event), [event]);
		}
	const found = new Map<number, Event>();
	for (const again of decisions.toReversed()) {
		if (!retold.has(again.seq)) continue;
		const list = alike.get(keyOf(again)) ?? [];
		let first = list.pop();
		while (first && first.seq > again.seq) first = list.pop();
		if (first) found.set(again.seq, first);
	}
	return found;
}
