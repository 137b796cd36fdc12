/**
 * Where the lines of a net run in channels, told by coarse coordinates alone: what wires of one direction
 * have to know of the channels they cross before those have wires of their own.
 */
import {type Axis, isVertical, type Link} from './links.js';

/** By net and channel, the stretches of the channel that the net runs along. */
export type Spans = ReadonlyMap<string, readonly (readonly [low: number, high: number])[]>;

function spanKey(net: number, channel: number): string {
	return `${net} ${channel}`;
}

/** Where nets run along the channels that cross those of `axis`. */
export function spansOf(links: readonly Link[], axis: Axis): Spans {
	const found = new Map<string, [number, number][]>();
	for (const link of links) {
		for (let index = 1; index < link.path.length - 2; index++) {
			const [from, to] = [link.path[index], link.path[index + 1]];
			if (!from || !to || isVertical(link, index) === (axis === 'vertical')) continue;
			const [channel, a, b] = axis === 'vertical' ? [from.y, from.x, to.x] : [from.x, from.y, to.y];
			const key = spanKey(link.net, channel);
			const list = found.get(key) ?? [];
			list.push([Math.min(a, b), Math.max(a, b)]);
			found.set(key, list);
		}
	}
	for (const [key, list] of found) found.set(key, joined(list));
	return found;
}

/** Whether `net` runs along `channel` on both sides of `place`. */
export function runsThrough(spans: Spans, net: number, channel: number, place: number): boolean {
	return spans.get(spanKey(net, channel))?.some(([low, high]) => low < place && place < high) ?? false;
}

/** Stretches in order, those that overlap or touch made one. */
function joined(list: [number, number][]): [number, number][] {
	list.sort((a, b) => a[0] - b[0]);
	const result: [number, number][] = [];
	for (const [low, high] of list) {
		const last = result.at(-1);
		if (last && low <= last[1]) last[1] = Math.max(last[1], high);
		else result.push([low, high]);
	}
	return result;
}
