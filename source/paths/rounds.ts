/** How a cycle can be walked from one of its nodes to the edges that leave it: counted, not listed. */
import {at, type Network} from './network.js';
import type {Outcomes, State} from './outcome.js';
import {type Trail, Walk} from './walk.js';

/** Walks through a cycle that leave it alike. */
export interface Passage {
	/** The edge that leaves; in a cycle that nothing leaves, the one that closes the round. */
	readonly edge: number;
	/** What the walk makes of a state: see {@link apply}. */
	readonly change: number;
	readonly count: bigint;
}

export interface Passages {
	readonly list: readonly Passage[];
	/** False where counting gave up: there are at least so many. */
	readonly exact: boolean;
}

/** Steps that may still be spent on counting by walking, shared by all counts of a diagram. */
export interface Purse {
	steps: number;
}

/**
 * Walks from `node` by the edge `first` until they leave its cycle (or, where nothing leaves it,
 * close a round). Exact at once where every round passes `node`; else by walking them. `trail` is the
 * way that led to `node` in its cycle, its states {@link settled}; without it a walk begins there.
 */
export function passages(
	outcomes: Outcomes,
	node: number,
	first: number,
	rounds: number,
	trail: Trail | undefined,
	purse: Purse,
): Passages {
	const {net} = outcomes;
	if (at(net.component, at(net.to, first)) !== at(net.component, node))
		return {
			list: [{edge: first, change: after(outcomes, trail?.state ?? unchanged(outcomes), first), count: 1n}],
			exact: true,
		};
	const order = trail ? undefined : orderWithout(net, node);
	return order
		? throughHub(outcomes, node, first, rounds, order)
		: byWalking(outcomes, node, first, rounds, trail, purse);
}

/** A change as one number: what it makes of "nothing said", and of a rollback. */
function unchanged(outcomes: Outcomes): number {
	return outcomes.undoing;
}

/** The change that makes `state` of anything; for trails, whose states are known. */
export function settled(outcomes: Outcomes, state: State): number {
	return state * outcomes.states + state;
}

/** The state of a walk whose trail was {@link settled}. */
export function settledState(outcomes: Outcomes, change: number): State {
	return Math.floor(change / outcomes.states);
}

function after(outcomes: Outcomes, change: number, edge: number): number {
	const {states} = outcomes;
	return outcomes.after(Math.floor(change / states), edge) * states + outcomes.after(change % states, edge);
}

/** The state that `change` makes of `state`. */
export function apply(outcomes: Outcomes, change: number, state: State): State {
	const fromNothing = Math.floor(change / outcomes.states);
	if (outcomes.given(state)) return outcomes.given(fromNothing) ? fromNothing : state;
	if (state !== 0 && state === outcomes.undoing) return change % outcomes.states;
	return fromNothing === 0 ? state : fromNothing;
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

/**
 * Every round passes the hub, and a return to it forgets what was said since: with R ways round and
 * D ways out there are D, R·D, R²·D … walks that go round 0, 1, 2 … times.
 */
function throughHub(
	outcomes: Outcomes,
	hub: number,
	first: number,
	rounds: number,
	order: readonly number[],
): Passages {
	const once = lap(outcomes, hub, order, [first]);
	if (outcomes.net.trap[at(outcomes.net.component, hub)] || rounds === 0 || once.returning === 0n)
		return {list: [...once.leaving.values()], exact: true};
	const any = lap(outcomes, hub, order, outcomes.net.out[hub] ?? []);
	let again = 1n;
	for (let round = 1; round < rounds; round++) again = again * any.returning + 1n;
	const sum = new Map(once.leaving);
	for (const [key, passage] of any.leaving) {
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

/** Steps that one count may take of the purse. */
const mostSteps = 200_000;

function byWalking(
	outcomes: Outcomes,
	node: number,
	first: number,
	rounds: number,
	trail: Trail | undefined,
	purse: Purse,
): Passages {
	const walk = new Walk(outcomes.net, {
		from: node,
		state: trail?.state ?? unchanged(outcomes),
		after: (change, edge) => after(outcomes, change, edge),
		rounds,
		trail,
		first,
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
	purse.steps -= walk.steps;
	if (walk.gaveUp) {
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
	trail: Trail | undefined,
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
