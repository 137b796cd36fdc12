/** How a cycle can be walked, by random walks through it: Knuth's estimate of the size of a tree (1975). */
import type {Random} from '../random.js';
import {after, unchanged} from './change.js';
import {at} from './network.js';
import type {Outcomes} from './outcome.js';

/** Walks through a cycle that leave it alike; see Passage of hub.ts. */
interface Sampled {
	readonly edge: number;
	readonly change: number;
	/** So many on the average of all samples. */
	readonly count: number;
}

/** Random walks through cycles that each pass the nodes of `via` that lie in theirs. */
export class Samples {
	/** Steps taken so far. */
	steps = 0;
	readonly #outcomes: Outcomes;
	readonly #rounds: number;
	readonly #via: readonly number[];
	readonly #random: Random;
	readonly #visits: Int32Array;

	constructor(outcomes: Outcomes, rounds: number, via: readonly number[], random: Random) {
		this.#outcomes = outcomes;
		this.#rounds = rounds;
		this.#via = via;
		this.#random = random;
		this.#visits = new Int32Array(outcomes.net.out.length);
	}

	/** The walks from `node` out of its cycle, by `size` of them. */
	from(node: number, size: number): Sampled[] {
		const sum = new Map<string, Sampled>();
		const {component} = this.#outcomes.net;
		const via = this.#via.filter(other => component[other] === component[node]);
		for (let taken = 0; taken < size; taken++) {
			const {edge, change, count} = this.#walk(node);
			if (via.some(other => this.#visits[other] === 0)) continue;
			const key = `${edge} ${change}`;
			sum.set(key, {edge, change, count: count / size + (sum.get(key)?.count ?? 0)});
		}
		return [...sum.values()];
	}

	/** One walk, which stands for as many as there were ways on at all its steps, multiplied. */
	#walk(start: number): Sampled {
		const {net} = this.#outcomes;
		const cycle = at(net.component, start);
		const trail = [{node: start, change: unchanged(this.#outcomes)}];
		this.#visits.fill(0);
		this.#visits[start] = 1;
		for (let [node, count] = [start, 1]; ; ) {
			const edges = this.#open(node);
			const edge = at(edges, Math.floor(this.#random() * edges.length));
			count *= edges.length;
			this.steps += 1;
			const change = after(this.#outcomes, trail.at(-1)?.change ?? 0, edge);
			node = at(net.to, edge);
			const seen = at(this.#visits, node);
			if (at(net.component, node) !== cycle || (net.trap[cycle] && seen > 0)) return {edge, change, count};
			this.#visits[node] = seen + 1;
			const back = node;
			const met = trail.findIndex(passed => passed.node === back);
			if (met < 0) trail.push({node, change});
			else trail.length = met + 1;
		}
	}

	/** Edges by which the walk can still leave the cycle. */
	#open(node: number): readonly number[] {
		const {net} = this.#outcomes;
		const cycle = at(net.component, node);
		const edges = net.out[node] ?? [];
		if (net.trap[cycle] || edges.length === 1) return edges;
		const free = this.#free(cycle);
		return edges.filter(edge => at(net.component, at(net.to, edge)) !== cycle || free.has(at(net.to, edge)));
	}

	/** The nodes that may be visited again and from which the cycle can be left over such nodes. */
	#free(cycle: number): ReadonlySet<number> {
		const {net} = this.#outcomes;
		const isUsable = (node: number) => at(this.#visits, node) <= this.#rounds;
		const leaves = (edge: number) => at(net.component, at(net.to, edge)) !== cycle;
		const found = new Set(
			(net.members[cycle] ?? []).filter(node => isUsable(node) && net.out[node]?.some(leaves)),
		);
		for (const node of found)
			for (const edge of net.in[node] ?? []) {
				const before = at(net.from, edge);
				if (at(net.component, before) === cycle && isUsable(before)) found.add(before);
			}
		this.steps += found.size;
		return found;
	}
}
