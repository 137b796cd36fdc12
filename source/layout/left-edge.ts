/**
 * Tracks for a channel so full that nobody can follow its wires by eye: the constrained left-edge
 * algorithm (Hashimoto and Stevens, 1971), which heeds what is forced and counts no crossings.
 * Of n wires it takes n log n steps, where to compare every two takes n².
 */
import {firstOver} from './sorted.js';
import type {Wire} from './wires.js';

/** Sets the track of every wire, a full track after the other; returns how many there are. */
export function leftEdge(wires: readonly Wire[], forced: readonly {first: number; second: number}[]): number {
	const sorted = [...wires.keys()].sort((a, b) => lowOf(wires, a) - lowOf(wires, b));
	const lows = sorted.map(i => lowOf(wires, i));
	const place = new Int32Array(wires.length);
	for (const [at, i] of sorted.entries()) place[i] = at;
	const after: number[][] = wires.map(() => []);
	const awaited = new Int32Array(wires.length);
	for (const {first, second} of forced) {
		after[first]?.push(second);
		awaited[second] = (awaited[second] ?? 0) + 1;
	}
	const ready = new Places(wires.length);
	for (const i of wires.keys()) if (awaited[i] === 0) ready.add(place[i] ?? 0);
	let track = 0;
	for (; ready.next(0) !== undefined; track += 1) {
		const filled: number[] = [];
		for (let at = ready.next(0); at !== undefined; ) {
			const i = sorted[at] ?? 0;
			const wire = wires[i];
			if (!wire) break;
			wire.track = track;
			ready.remove(at);
			filled.push(i);
			at = ready.next(firstOver(lows, wire.high + 1));
		}
		for (const next of filled.flatMap(i => after[i] ?? [])) {
			awaited[next] = (awaited[next] ?? 0) - 1;
			if (awaited[next] === 0) ready.add(place[next] ?? 0);
		}
	}
	return track;
}

function lowOf(wires: readonly Wire[], i: number): number {
	return wires[i]?.low ?? 0;
}

/** Places of which the next one from a given one on is found in log n steps: a binary tree of counts. */
class Places {
	readonly #leaves: number;
	readonly #counts: Int32Array;

	constructor(size: number) {
		this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, size)));
		this.#counts = new Int32Array(2 * this.#leaves);
	}

	add(place: number): void {
		this.#change(place, 1);
	}

	remove(place: number): void {
		this.#change(place, -1);
	}

	#change(place: number, by: number): void {
		for (let node = place + this.#leaves; node >= 1; node >>= 1)
			this.#counts[node] = (this.#counts[node] ?? 0) + by;
	}

	/** The least place that is held and not under `from`. */
	next(from: number): number | undefined {
		if (from >= this.#leaves) return undefined;
		let node = from + this.#leaves;
		while (!this.#counts[node]) {
			while (node & 1) node >>= 1;
			if (node === 0) return undefined;
			node += 1;
		}
		while (node < this.#leaves) node = this.#counts[2 * node] ? 2 * node : 2 * node + 1;
		return node - this.#leaves;
	}
}
