/** How a cycle can be walked from one of its nodes to the edges that leave it: counted, not listed. */
import {after, unchanged} from './change.js';
import {type Hub, hubAt, type Passages, throughHub} from './hub.js';
import {at} from './network.js';
import type {Outcomes} from './outcome.js';
import {type Trail, Walk} from './walk.js';

/** Steps that may still be spent on counting by walking, shared by several counts. */
export interface Purse {
	steps: number;
}

/** The walks through cycles, each counted once. */
export class Rounds {
	/** How often a cycle may be gone round. */
	readonly rounds: number;
	readonly #outcomes: Outcomes;
	readonly #purse: Purse;
	readonly #hubs = new Map<number, Hub | undefined>();
	readonly #from = new Map<number, Passages>();
	readonly #least = new Map<number, Passages>();

	constructor(outcomes: Outcomes, rounds: number, purse: Purse) {
		this.#outcomes = outcomes;
		this.rounds = rounds;
		this.#purse = purse;
	}

	/**
	 * Walks that begin at `node` until they leave its cycle (or, where nothing leaves it, close a round).
	 * Exact at once where every round passes `node`; else by walking them.
	 */
	from(node: number): Passages {
		const known = this.#from.get(node);
		if (known) return known;
		if (this.#purse.steps <= 0) return this.#atLeast(node);
		const hub = this.#hub(node);
		const edges = this.#outcomes.net.out[node] ?? [];
		const made = hub
			? throughHub(this.#outcomes, hub, edges, this.rounds)
			: together(edges.map(edge => this.by(edge)));
		this.#from.set(node, made);
		return made;
	}

	/**
	 * Those of them that begin with `first`. `trail` is the way that led to its source in the cycle, its
	 * states made with `settled`; without it a walk begins there. Its steps are paid from
	 * `purse`.
	 */
	by(first: number, trail?: Trail<number>, purse = this.#purse): Passages {
		const outcomes = this.#outcomes;
		const {net} = outcomes;
		const node = at(net.from, first);
		if (at(net.component, at(net.to, first)) !== at(net.component, node)) {
			const change = after(outcomes, trail?.state ?? unchanged(outcomes), first);
			return {list: [{edge: first, change, count: 1n}], exact: true};
		}
		if (purse.steps <= 0) return this.#atLeast(node);
		const hub = trail ? undefined : this.#hub(node);
		return hub
			? throughHub(outcomes, hub, [first], this.rounds)
			: byWalking(outcomes, {node, first, rounds: this.rounds, trail}, purse);
	}

	#hub(node: number): Hub | undefined {
		if (!this.#hubs.has(node)) {
			this.#hubs.set(node, hubAt(this.#outcomes, node));
			this.#purse.steps -= this.#members(node).length;
		}
		return this.#hubs.get(node);
	}

	/** With the purse empty: one walk to each way out of the cycle, whatever it passes; the same for all its nodes. */
	#atLeast(node: number): Passages {
		const {net} = this.#outcomes;
		const cycle = at(net.component, node);
		const known = this.#least.get(cycle);
		if (known) return known;
		const edges = this.#members(node).flatMap(member => net.out[member] ?? []);
		const leaving = net.trap[cycle]
			? edges.slice(0, 1)
			: edges.filter(edge => at(net.component, at(net.to, edge)) !== cycle);
		const start = unchanged(this.#outcomes);
		const list = leaving.map(edge => ({edge, change: after(this.#outcomes, start, edge), count: 1n}));
		const made = {list, exact: false};
		this.#least.set(cycle, made);
		return made;
	}

	#members(node: number): readonly number[] {
		const {component, members} = this.#outcomes.net;
		return members[at(component, node)] ?? [];
	}
}

function together(parts: readonly Passages[]): Passages {
	return {list: parts.flatMap(({list}) => list), exact: parts.every(({exact}) => exact)};
}

/** Steps that one count may take of the purse. */
const mostSteps = 200_000;

interface Asked {
	readonly node: number;
	readonly first: number;
	readonly rounds: number;
	readonly trail: Trail<number> | undefined;
}

function byWalking(outcomes: Outcomes, {node, first, rounds, trail}: Asked, purse: Purse): Passages {
	const walk = new Walk(outcomes.net, {
		from: node,
		state: trail?.state ?? unchanged(outcomes),
		after: (change, edge) => after(outcomes, change, edge),
		rounds,
		trail,
		along: [first],
		within: true,
		budget: Math.min(mostSteps, purse.steps),
	});
	const sum = new Map<string, {edge: number; change: number; count: number}>();
	const add = (edge: number, change: number) => {
		const key = `${edge} ${change}`;
		const old = sum.get(key);
		if (old) old.count += 1;
		else sum.set(key, {edge, change, count: 1});
	};
	while (walk.next()) add(at(walk.edges, walk.length - 1), walk.state);
	purse.steps -= walk.work;
	if (walk.gaveUp) {
		purse.steps -= outcomes.net.members[at(outcomes.net.component, node)]?.length ?? 0;
		const seen = new Set(Array.from(sum.values(), ({edge}) => edge));
		for (const [edge, change] of shortest(outcomes, node, first, trail))
			if (!seen.has(edge)) add(edge, change);
	}
	return {
		list: Array.from(sum.values(), ({edge, change, count}) => ({edge, change, count: BigInt(count)})),
		exact: !walk.gaveUp,
	};
}

/** One way by `first` to each edge that leaves the cycle, so that no way out is missed where counting gave up. */
function shortest(
	outcomes: Outcomes,
	node: number,
	first: number,
	trail: Trail<number> | undefined,
): Map<number, number> {
	const {net} = outcomes;
	const cycle = at(net.component, node);
	const leaving = new Map<number, number>();
	const start = after(outcomes, trail?.state ?? unchanged(outcomes), first);
	const changes = new Map([[at(net.to, first), start]]);
	for (const [next, change] of changes)
		for (const edge of net.out[next] ?? []) {
			const target = at(net.to, edge);
			if (at(net.component, target) !== cycle) leaving.set(edge, after(outcomes, change, edge));
			else if (!changes.has(target)) changes.set(target, after(outcomes, change, edge));
		}
	return leaving;
}
