/** Cycles whose every round passes one node: the walks through them, by a formula. */
import {after, unchanged} from './change.js';
import {at, type Network} from './network.js';
import type {Outcomes} from './outcome.js';

/** Walks through a cycle that leave it alike. */
interface Passage {
	/** The edge that leaves; in a cycle that nothing leaves, the one that closes the round. */
	readonly edge: number;
	/** What the walk makes of a state: see {@link apply}. */
	readonly change: number;
	readonly count: bigint;
}

/** All walks through a cycle, those that leave it alike together. */
export interface Passages {
	readonly list: readonly Passage[];
	/** False where counting gave up: there are at least so many. */
	readonly exact: boolean;
}

/** The nodes of the cycle of `hub` other than it, each before those it leads to; undefined where they hold a cycle. */
function orderWithout(net: Network, hub: number): number[] | undefined {
	const cycle = at(net.component, hub);
	const members = net.members[cycle] ?? [];
	const inside = (edge: number) => at(net.component, at(net.to, edge)) === cycle && at(net.to, edge) !== hub;
	const missing = new Map(members.map(node => [node, 0]));
	for (const node of members)
		for (const edge of net.out[node] ?? [])
			if (node !== hub && inside(edge))
				missing.set(at(net.to, edge), (missing.get(at(net.to, edge)) ?? 0) + 1);
	const order = members.filter(node => node !== hub && missing.get(node) === 0);
	for (const node of order)
		for (const edge of (net.out[node] ?? []).filter(inside)) {
			const left = (missing.get(at(net.to, edge)) ?? 0) - 1;
			missing.set(at(net.to, edge), left);
			if (left === 0) order.push(at(net.to, edge));
		}
	return order.length === members.length - 1 ? order : undefined;
}

/** Counts per change. */
type Flow = Map<number, bigint>;

/** Walks from the hub to where they leave, and how many come back to the hub instead. */
interface Lap {
	readonly leaving: Map<string, Passage>;
	returning: bigint;
}

/** A node that every round of its cycle passes. */
export interface Hub {
	readonly node: number;
	/** The other nodes of the cycle, each before those it leads to. */
	readonly order: readonly number[];
	/** What comes of all its edges. */
	readonly any: Lap;
}

/** `node` as the hub of its cycle; undefined where a round can miss it. */
export function hubAt(outcomes: Outcomes, node: number): Hub | undefined {
	const order = orderWithout(outcomes.net, node);
	return order && {node, order, any: lap(outcomes, node, order, outcomes.net.out[node] ?? [])};
}

/**
 * Every round passes the hub, and a return to it forgets what was said since: with R ways round and
 * D ways out there are D, R·D, R²·D … walks that go round 0, 1, 2 … times.
 */
export function throughHub(
	outcomes: Outcomes,
	hub: Hub,
	firsts: readonly number[],
	rounds: number,
): Passages {
	const {net} = outcomes;
	const once = firsts.length > 1 ? hub.any : lap(outcomes, hub.node, hub.order, firsts);
	if (net.trap[at(net.component, hub.node)] || rounds === 0 || once.returning === 0n)
		return {list: [...once.leaving.values()], exact: true};
	let again = 1n;
	for (let round = 1; round < rounds; round++) again = again * hub.any.returning + 1n;
	const sum = new Map(once.leaving);
	for (const [key, passage] of hub.any.leaving) {
		const count = passage.count * once.returning * again + (sum.get(key)?.count ?? 0n);
		sum.set(key, {...passage, count});
	}
	return {list: [...sum.values()], exact: true};
}

function lap(outcomes: Outcomes, hub: number, order: readonly number[], starts: readonly number[]): Lap {
	const {net} = outcomes;
	const cycle = at(net.component, hub);
	const flows = new Map<number, Flow>();
	const result: Lap = {leaving: new Map(), returning: 0n};
	const take = (edge: number, flow: Flow) => {
		const node = at(net.to, edge);
		const back = node === hub;
		for (const [change, count] of flow) {
			const next = after(outcomes, change, edge);
			if (back && !net.trap[cycle]) result.returning += count;
			else if (back || at(net.component, node) !== cycle) {
				const key = `${edge} ${next}`;
				const old = result.leaving.get(key)?.count ?? 0n;
				result.leaving.set(key, {edge, change: next, count: old + count});
			} else {
				const target = flows.get(node) ?? new Map();
				target.set(next, (target.get(next) ?? 0n) + count);
				flows.set(node, target);
			}
		}
	};
	for (const edge of starts) take(edge, new Map([[unchanged(outcomes), 1n]]));
	for (const node of order) {
		const flow = flows.get(node);
		if (flow) for (const edge of net.out[node] ?? []) take(edge, flow);
	}
	return result;
}
