/** The number of routes by samples, where counting gave up: Knuth's estimate of the size of a tree (1975). */
import {type Random, randomFrom} from '../random.js';
import {at, type Network} from './network.js';

export interface Estimate {
	readonly value: number;
	/** Half the width of the interval that holds the truth in 19 of 20 cases, as a part of `value`. */
	readonly error: number;
}

const samples = 2000;
const mostSteps = 3_000_000;

/**
 * Takes random routes of `net` and multiplies the numbers of ways on at every step: that is on the average
 * the number of routes; those that `counts` does not take weigh nothing. The same network gives the same
 * estimate. Undefined where it is beyond all figures.
 */
export function estimate(
	net: Network,
	rounds: number,
	counts: (origin: number, edges: readonly number[]) => boolean,
): Estimate | undefined {
	const random = randomFrom(0x9e3779b9);
	let steps = 0;
	let [count, mean, spread] = [0, 0, 0];
	while (count < samples && steps < mostSteps) {
		let sum = 0;
		for (const start of net.starts) {
			const probe = new Probe(net, rounds, start);
			const weight = probe.weigh(random);
			if (counts(start, probe.edges)) sum += weight;
			steps += probe.steps;
		}
		count += 1;
		const before = mean;
		mean += (sum - mean) / count;
		spread += (sum - before) * (sum - mean);
	}
	if (!Number.isFinite(mean) || !Number.isFinite(spread) || mean === 0) return undefined;
	const deviation = Math.sqrt(spread / Math.max(1, count - 1) / count);
	return {value: mean, error: (1.96 * deviation) / mean};
}

/** One random route. */
class Probe {
	steps = 0;
	readonly edges: number[] = [];
	readonly #net: Network;
	readonly #rounds: number;
	readonly #visits = new Map<number, number>();
	#node: number;

	constructor(net: Network, rounds: number, start: number) {
		this.#net = net;
		this.#rounds = rounds;
		this.#node = start;
		this.#visits.set(start, 1);
	}

	/** The product of the numbers of ways on. */
	weigh(random: Random): number {
		let weight = 1;
		for (;;) {
			const edges = this.#open();
			const edge = edges[Math.floor(random() * edges.length)];
			if (edge === undefined) return weight;
			weight *= edges.length;
			this.edges.push(edge);
			const node = at(this.#net.to, edge);
			const seen = this.#visits.get(node) ?? 0;
			if (seen > 0 && this.#net.trap[at(this.#net.component, node)]) return weight;
			this.#visits.set(node, seen + 1);
			this.#node = node;
			this.steps += 1;
		}
	}

	/** Edges by which the route can still come to an end. */
	#open(): readonly number[] {
		const {out, to, component, cyclic, trap} = this.#net;
		const edges = out[this.#node] ?? [];
		const cycle = at(component, this.#node);
		if (!cyclic[cycle] || trap[cycle]) return edges;
		return edges.filter(edge => at(component, at(to, edge)) !== cycle || this.#leaves(at(to, edge), cycle));
	}

	/** Whether the cycle can be left from `node` over nodes that may still be visited. */
	#leaves(node: number, cycle: number): boolean {
		const seen = new Set<number>();
		const open = [node];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			if (at(this.#net.component, next) !== cycle) return true;
			if (seen.has(next) || (this.#visits.get(next) ?? 0) > this.#rounds) continue;
			seen.add(next);
			this.steps += 1;
			for (const edge of this.#net.out[next] ?? []) open.push(at(this.#net.to, edge));
		}
		return false;
	}
}
