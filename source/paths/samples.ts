/** How a cycle can be walked, by random walks through it: Knuth's estimate of the size of a tree (1975). */
import type {Random} from '../random.js';
import {after, unchanged} from './change.js';
import {at} from './network.js';
import type {Outcomes} from './outcome.js';

/** Walks through a cycle that leave it alike; see Passage of hub.ts. */
export interface Sampled {
	readonly edge: number;
	readonly change: number;
	/** So many on the average of all samples. */
	readonly count: number;
}

/** Steps, and edges looked at in search of a way out, that all samples may cost together. */
const mostSteps = 20_000_000;

/** Random walks through cycles that each pass the nodes of `via` that lie in theirs. */
export class Samples {
	readonly #outcomes: Outcomes;
	readonly #rounds: number;
	readonly #via: readonly number[];
	readonly #random: Random;
	readonly #visits: Int32Array;
	/** Where in the trail of a walk a node stands; -1 where it does not. */
	readonly #places: Int32Array;
	/** By node: the number of the last look, if it was found then that the cycle can be left from there, or less than 0 if not. */
	readonly #known: Int32Array;
	/** By node: the number of the last search that came to it. */
	readonly #seen: Int32Array;
	/** All searches between two nodes of a walk that are used up are one look. */
	#look = 0;
	#search = 0;
	#steps = 0;

	constructor(outcomes: Outcomes, rounds: number, via: readonly number[], random: Random) {
		const {out} = outcomes.net;
		this.#outcomes = outcomes;
		this.#rounds = rounds;
		this.#via = via;
		this.#random = random;
		this.#visits = new Int32Array(out.length);
		this.#known = new Int32Array(out.length);
		this.#seen = new Int32Array(out.length);
		this.#places = new Int32Array(out.length).fill(-1);
	}

	/** Whether the samples cost too much. */
	get gaveUp(): boolean {
		return this.#steps > mostSteps;
	}

	/** The walks from `node` out of its cycle, by `size` of them; fewer where they cost too much. */
	from(node: number, size: number): Sampled[] {
		const sum = new Map<string, Sampled>();
		const {component} = this.#outcomes.net;
		const via = this.#via.filter(other => component[other] === component[node]);
		for (let taken = 0; taken < size && !this.gaveUp; taken++) {
			const walk = this.#walk(node);
			if (!walk || via.some(other => this.#visits[other] === 0)) continue;
			const {edge, change, count} = walk;
			const key = `${edge} ${change}`;
			sum.set(key, {edge, change, count: count / size + (sum.get(key)?.count ?? 0)});
		}
		return [...sum.values()];
	}

	/** One walk, which stands for as many as there were ways on at all its steps, multiplied; undefined where it costs too much. */
	#walk(start: number): Sampled | undefined {
		const {net} = this.#outcomes;
		const cycle = at(net.component, start);
		const trail = new Trail(this.#places, start, unchanged(this.#outcomes));
		for (const node of net.members[cycle] ?? []) this.#visits[node] = 0;
		this.#visits[start] = 1;
		this.#look += 1;
		for (let [node, count] = [start, 1]; !this.gaveUp; ) {
			let edges = net.out[node] ?? [];
			if (edges.length > 1 && !net.trap[cycle]) edges = edges.filter(edge => this.#isOpen(edge, cycle));
			const edge = at(edges, Math.floor(this.#random() * edges.length));
			count *= edges.length;
			this.#steps += 1;
			const change = after(this.#outcomes, trail.change, edge);
			node = at(net.to, edge);
			const seen = at(this.#visits, node);
			if (at(net.component, node) !== cycle || (net.trap[cycle] && seen > 0)) {
				trail.clear();
				return {edge, change, count};
			}
			this.#visits[node] = seen + 1;
			if (seen + 1 > this.#rounds) this.#look += 1;
			trail.go(node, change);
		}
		trail.clear();
		return undefined;
	}

	/** Whether the cycle can still be left by `edge`: over nodes that may be visited again. */
	#isOpen(edge: number, cycle: number): boolean {
		const {net} = this.#outcomes;
		const start = at(net.to, edge);
		if (at(net.component, start) !== cycle) return true;
		this.#search += 1;
		const path: number[] = [];
		const cursors: number[] = [];
		const enter = (node: number) => {
			this.#seen[node] = this.#search;
			path.push(node);
			cursors.push(0);
		};
		const isClosed = (node: number) =>
			at(this.#visits, node) > this.#rounds || at(this.#known, node) === -this.#look;
		if (isClosed(start)) return false;
		// Depth first, as most ways lead to an exit soon.
		for (enter(start); path.length > 0; ) {
			const node = path.at(-1) ?? 0;
			const cursor = cursors.at(-1) ?? 0;
			const way = net.out[node]?.[cursor];
			const next = way === undefined ? -1 : at(net.to, way);
			this.#steps += 1;
			if (at(this.#known, node) === this.#look || (next >= 0 && at(net.component, next) !== cycle)) {
				for (const passed of path) this.#known[passed] = this.#look;
				return true;
			}
			if (next < 0) {
				path.pop();
				cursors.pop();
			} else {
				cursors[cursors.length - 1] = cursor + 1;
				if (at(this.#seen, next) !== this.#search && !isClosed(next)) enter(next);
			}
		}
		this.#known[start] = -this.#look;
		return false;
	}
}

/** A walk less its detours, with what it made of a state at each node. */
class Trail {
	readonly #places: Int32Array;
	readonly #nodes: number[] = [];
	readonly #changes: number[] = [];

	constructor(places: Int32Array, start: number, change: number) {
		this.#places = places;
		this.go(start, change);
	}

	get change(): number {
		return this.#changes.at(-1) ?? 0;
	}

	/** Goes on to `node`, or back to it where the trail has been there. */
	go(node: number, change: number) {
		const met = at(this.#places, node);
		if (met < 0) {
			this.#places[node] = this.#nodes.push(node) - 1;
			this.#changes.push(change);
		} else this.#cut(met + 1);
	}

	clear() {
		this.#cut(0);
	}

	#cut(length: number) {
		while (this.#nodes.length > length) {
			this.#places[this.#nodes.pop() ?? 0] = -1;
			this.#changes.pop();
		}
	}
}
