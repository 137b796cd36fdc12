/** What keeps a walk on ways that can still answer the question. */
import {at, type Network, reaching} from './network.js';
import type {Outcomes} from './outcome.js';
import type {Said, State} from './said.js';
import {isExact, Tallies} from './tally.js';
import type {Walk} from './walk.js';

/** Whether the nodes to pass can still be met, one after the other along the flow. */
export class Needs {
	/** Along the flow, each with a 1 for every node that reaches it. */
	readonly #stations: readonly {readonly node: number; readonly before: Uint8Array}[];

	constructor(net: Network, via: readonly number[]) {
		this.#stations = [...via]
			.sort((a, b) => at(net.component, b) - at(net.component, a))
			.map(node => ({node, before: reaching(net, [node])}));
	}

	areMet(walk: Walk<Said>): boolean {
		return this.#stations.every(({node}) => walk.visited(node));
	}

	canMeet(next: number, walk: Walk<Said>): boolean {
		let place = next;
		for (const {node, before} of this.#stations) {
			if (node === next || walk.visited(node)) continue;
			if (before[place] !== 1) return false;
			place = node;
		}
		return true;
	}
}

/** Whether an edge can still lead to a wanted outcome. Inside a cycle a detour may change that, so there any may. */
export class Hope {
	readonly #outcomes: Outcomes;
	readonly #tallies: Tallies;
	/** By number. */
	readonly #wanted: readonly number[];

	constructor(outcomes: Outcomes, rounds: number, wanted: readonly string[]) {
		this.#outcomes = outcomes;
		this.#tallies = new Tallies(outcomes, rounds);
		this.#wanted = wanted.map(name => outcomes.rank(name));
	}

	for(edge: number, state: State): boolean {
		const {net} = this.#outcomes;
		if (at(net.component, at(net.from, edge)) === at(net.component, at(net.to, edge))) return true;
		const tally = this.#tallies.arriving(edge, this.#outcomes.after(state, edge));
		return this.#wanted.some(outcome => tally.counts.has(outcome) || !isExact(tally, outcome));
	}
}
