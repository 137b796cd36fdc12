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

/** The decision that the retold event `again` tells of, as it was first told; itself where that is not found. */
export function firstTold(events: readonly Event[], again: Event, retold: ReadonlySet<number>): Event {
	const isSame = ({type, node, choice, seq}: Event) =>
		type === 'decide' &&
		node === again.node &&
		choice === again.choice &&
		seq < again.seq &&
		!retold.has(seq);
	return events.findLast(isSame) ?? again;
}
