/**
 * Sixth pass: the wires of a channel get tracks, so that they cross each other as little as can be.
 *
 * For every two wires that lie side by side the crossings of their taps are counted either way
 * round; the wires are then put in an order that follows these wishes (and the forced ones always),
 * and packed from the lower side as in the left-edge algorithm (Hashimoto and Stevens, 1971).
 */
import {leftEdge} from './left-edge.js';
import {forced, type Wire} from './wires.js';

/** Pairs of wires side by side that are compared at most in a channel; above, crossings are not counted. */
const mostPairs = 30_000;

/** `weight` crossings are spared by `first` having the lower track; Infinity where it must. */
interface Wish {
	readonly other: number;
	readonly weight: number;
}

/** Sets the track of every wire of a channel; returns how many tracks there are. */
export function assignTracks(wires: readonly Wire[]): number {
	if (pairsBeside(wires) > mostPairs) return leftEdge(wires, forced(wires));
	const {before, beside} = wishes(wires);
	let tracks = 0;
	const placed = new Uint8Array(wires.length);
	for (const i of orderOf(before)) {
		const wire = wires[i];
		if (!wire) continue;
		const barred = new Set<number>();
		let least = 0;
		for (const other of beside[i] ?? []) if (placed[other]) barred.add(wires[other]?.track ?? 0);
		for (const {other} of before[i] ?? [])
			if (placed[other]) least = Math.max(least, (wires[other]?.track ?? 0) + 1);
		while (barred.has(least)) least += 1;
		wire.track = least;
		placed[i] = 1;
		tracks = Math.max(tracks, least + 1);
	}
	return tracks;
}

/** How many pairs of wires lie side by side, at least in part. */
function pairsBeside(wires: readonly Wire[]): number {
	if (wires.length ** 2 / 2 <= mostPairs) return 0;
	const lows = wires.map(({low}) => low).sort((a, b) => a - b);
	const highs = wires.map(({high}) => high).sort((a, b) => a - b);
	let over = 0;
	let pairs = 0;
	for (const [begun, low] of lows.entries()) {
		while ((highs[over] ?? Number.POSITIVE_INFINITY) + 1 < low) over += 1;
		pairs += begun - over;
	}
	return pairs;
}

/** For every wire those that want a lower track, and all that lie beside it. */
function wishes(wires: readonly Wire[]): {before: Wish[][]; beside: number[][]} {
	const before: Wish[][] = wires.map(() => []);
	const beside: number[][] = wires.map(() => []);
	for (const {first, second} of forced(wires))
		before[second]?.push({other: first, weight: Number.POSITIVE_INFINITY});
	const byLow = [...wires.keys()].sort((a, b) => (wires[a]?.low ?? 0) - (wires[b]?.low ?? 0));
	let active: number[] = [];
	for (const i of byLow) {
		const wire = wires[i];
		if (!wire) continue;
		active = active.filter(other => (wires[other]?.high ?? 0) + 1 >= wire.low);
		for (const other of active) {
			const neighbour = wires[other];
			if (!neighbour) continue;
			beside[i]?.push(other);
			beside[other]?.push(i);
			const weight = crossings(neighbour, wire) - crossings(wire, neighbour);
			if (weight > 0) before[other]?.push({other: i, weight});
			if (weight < 0) before[i]?.push({other, weight: -weight});
		}
		active.push(i);
	}
	return {before, beside};
}

/** How often the two cross where `first` has the lower track. */
function crossings(first: Wire, second: Wire): number {
	let count = 0;
	for (const {at, side} of first.taps) if (side === 1 && second.low < at && at < second.high) count += 1;
	for (const {at, side} of second.taps) if (side === -1 && first.low < at && at < first.high) count += 1;
	return count;
}

/** An order in which forced wishes hold and as little as possible is lost of the others. */
function orderOf(before: readonly (readonly Wish[])[]): number[] {
	const count = before.length;
	const forcedLeft = new Int32Array(count);
	const lost = new Float64Array(count);
	const after: Wish[][] = Array.from({length: count}, () => []);
	before.forEach((list, i) => {
		for (const {other, weight} of list) {
			after[other]?.push({other: i, weight});
			if (weight === Number.POSITIVE_INFINITY) forcedLeft[i] = (forcedLeft[i] ?? 0) + 1;
			else lost[i] = (lost[i] ?? 0) + weight;
		}
	});
	const order: number[] = [];
	const waiting = new Set(before.keys());
	while (waiting.size > 0) {
		let next = -1;
		for (const i of waiting) {
			if (forcedLeft[i] !== 0 || (next >= 0 && (lost[i] ?? 0) >= (lost[next] ?? 0))) continue;
			next = i;
			if (lost[i] === 0) break;
		}
		waiting.delete(next);
		order.push(next);
		for (const {other, weight} of after[next] ?? []) {
			if (weight === Number.POSITIVE_INFINITY) forcedLeft[other] = (forcedLeft[other] ?? 0) - 1;
			else lost[other] = (lost[other] ?? 0) - weight;
		}
	}
	return order;
}
