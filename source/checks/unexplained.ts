/** What still cycles where the cycles that loop lines name are taken out. */
import {components} from '../diagram/components.js';
import {groupBy} from '../group.js';
import type {Scene} from './scene.js';

/** A cycle that no loop line names. */
interface Unexplained {
	/** Its nodes in file order, with those of loops that it leads through. */
	readonly members: readonly string[];
	/** One of them, outside of all loops where there is one. */
	readonly node: string;
}

/** Where edges on cycles lead to, or come from; nodes count from 0 in file order. */
type Ways = readonly (readonly number[])[];

/** The cycles of `scene` that are left where each loop line is one node, which cycles within itself as it likes. */
export function unexplainedCycles(scene: Scene): Unexplained[] {
	const ids = scene.diagram.nodes.map(({id}) => id);
	const numbers = new Map(ids.map((id, index) => [id, index]));
	const [next, before] = waysOf(scene, numbers);
	const loops = loopsOf(scene, numbers);
	// A loop line with a single node explains whatever comes back to it.
	const alone = new Set(loops.flatMap(named => (new Set(named).size === 1 ? named : [])));
	const loopOf = loopsAsOne(
		loops.map(named => meant(named, next, before)),
		ids.length,
	);
	const as = (node: number) => loopOf.get(node) ?? node;
	const members = groupBy(ids.keys(), as);
	const onward = (group: number) =>
		(members.get(group) ?? []).flatMap(node =>
			alone.has(node) ? [] : (next[node] ?? []).filter(to => !alone.has(to)).map(as),
		);
	const component = components(members.keys(), onward);
	return [...groupBy(ids.keys(), node => component.get(as(node))).values()].flatMap(nodes => {
		const [first = 0] = nodes;
		const isLoop = (node: number) => as(node) >= ids.length;
		const isCycle =
			nodes.some(node => as(node) !== as(first)) || (!isLoop(first) && onward(first).includes(first));
		const node = nodes.find(other => !isLoop(other)) ?? first;
		return isCycle ? [{members: nodes.map(other => ids[other] ?? ''), node: ids[node] ?? ''}] : [];
	});
}

function waysOf(scene: Scene, numbers: ReadonlyMap<string, number>): [next: Ways, before: Ways] {
	const next = [...numbers.keys()].map(id =>
		scene
			.out(id)
			.filter(edge => scene.isOnCycle(edge))
			.map(({to}) => numbers.get(to) ?? 0),
	);
	const before: number[][] = next.map(() => []);
	for (const [node, ways] of next.entries()) for (const to of ways) before[to]?.push(node);
	return [next, before];
}

/** The nodes that each loop line names, where they lie on one cycle. */
function loopsOf({diagram, component}: Scene, numbers: ReadonlyMap<string, number>): number[][] {
	return diagram.loops
		.filter(({nodes: [first = '', ...others]}) =>
			others.every(id => component.has(first) && component.get(id) === component.get(first)),
		)
		.map(({nodes}) => nodes.flatMap(id => numbers.get(id) ?? []));
}

/**
 * The nodes that a loop line means: those that it has `named` and those on the way from its first to its last; where these
 * do not cycle yet, those on the way back too.
 */
function meant(named: readonly number[], next: Ways, before: Ways): ReadonlySet<number> {
	const [first = 0, last = 0] = [named[0], named.at(-1)];
	const there = new Set([...named, ...between(first, last, next, before)]);
	const cycles = [next, before].every(ways => {
		const found = spread(first, ways, node => there.has(node));
		return named.every(node => found.has(node));
	});
	return cycles ? there : new Set([...there, ...between(last, first, next, before)]);
}

/** The nodes from which `last` is met before `first`, of those to which `first` leads before `last`. */
function between(first: number, last: number, next: Ways, before: Ways): ReadonlySet<number> {
	if (first === last) return new Set();
	const from = spread(first, next, (_, by) => by !== last);
	return spread(last, before, (node, by) => by !== first && from.has(node));
}

/** All that `ways` lead to from `start`, by the steps that are `open`. */
function spread(start: number, ways: Ways, open: (node: number, by: number) => boolean): ReadonlySet<number> {
	const found = new Set([start]);
	for (const by of found) for (const node of ways[by] ?? []) if (open(node, by)) found.add(node);
	return found;
}

/** By node: a number for the loop that it is in, beyond those of all `nodes`; loops that share a node are one. */
function loopsAsOne(loops: readonly ReadonlySet<number>[], nodes: number): ReadonlyMap<number, number> {
	const loopOf = new Map<number, number>();
	for (const [index, loop] of loops.entries()) {
		const met = new Set([...loop].flatMap(node => loopOf.get(node) ?? []));
		if (met.size > 0) for (const [node, other] of loopOf) if (met.has(other)) loopOf.set(node, nodes + index);
		for (const node of loop) loopOf.set(node, nodes + index);
	}
	return loopOf;
}
