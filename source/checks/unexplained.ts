/** What still cycles where the cycles that loop lines name are taken out. */
import {components} from '../diagram/components.js';
import type {Edge, Loop} from '../diagram/diagram.js';
import {groupBy} from '../group.js';
import type {Scene} from './scene.js';

/** A cycle that no loop line names. */
interface Unexplained {
	/** Its nodes in file order, with those of loops that it leads through. */
	readonly members: readonly string[];
	/** One of them, outside of all loops where there is one. */
	readonly node: string;
}

/** The cycles of `scene` that are left where each loop line is one node, which cycles within itself as it likes. */
export function unexplainedCycles(scene: Scene): Unexplained[] {
	const ids = scene.diagram.nodes.map(({id}) => id);
	const loops = scene.diagram.loops.filter(loop => isOnOneCycle(scene, loop));
	const loopOf = loopsAsOne(loops.map(loop => nodesOf(scene, loop)));
	// A loop line with a single node explains whatever comes back to it.
	const alone = new Set(loops.flatMap(({nodes}) => (new Set(nodes).size === 1 ? nodes : [])));
	const as = (id: string) => loopOf.get(id) ?? id;
	const members = groupBy(ids, as);
	const next = (id: string) =>
		(members.get(id) ?? []).flatMap(member =>
			scene.out(member).flatMap(({to}) => (alone.has(member) || alone.has(to) ? [] : [as(to)])),
		);
	const component = components(members.keys(), next);
	return [...groupBy(ids, id => component.get(as(id))).values()].flatMap(nodes => {
		const first = as(nodes[0] ?? '');
		const isCycle = nodes.some(id => as(id) !== first) || (!loopOf.has(first) && next(first).includes(first));
		const node = nodes.find(id => !loopOf.has(id)) ?? nodes[0];
		return isCycle && node !== undefined ? [{members: nodes, node}] : [];
	});
}

function isOnOneCycle(scene: Scene, {nodes: [first = '', ...others]}: Loop): boolean {
	const number = scene.component.get(first);
	return number !== undefined && others.every(id => scene.component.get(id) === number);
}

/**
 * The nodes that a loop line means: those that it names and those on the way from its first to its last; where these do
 * not cycle yet, those on the way back too.
 */
function nodesOf(scene: Scene, {nodes}: Loop): ReadonlySet<string> {
	const [first = '', last = ''] = [nodes[0], nodes.at(-1)];
	const there = new Set([...nodes, ...between(scene, first, last)]);
	const number = components(there, id => scene.out(id).flatMap(({to}) => (there.has(to) ? [to] : [])));
	const cycles = nodes.every(id => number.get(id) === number.get(first));
	return cycles ? there : new Set([...there, ...between(scene, last, first)]);
}

/** The nodes from which `last` is met before `first`, of those to which `first` leads before `last`. */
function between(scene: Scene, first: string, last: string): string[] {
	if (first === last) return [];
	const inside = (edge: Edge) => scene.isOnCycle(edge);
	const from = spread(first, last, id =>
		scene
			.out(id)
			.filter(inside)
			.map(({to}) => to),
	);
	const into = spread(last, first, id =>
		scene
			.in(id)
			.filter(inside)
			.map(edge => edge.from),
	);
	return [...from].filter(id => into.has(id));
}

/** All that `next` leads to from `start`, not on from `stop`. */
function spread(start: string, stop: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
	const found = new Set([start]);
	for (const id of found) if (id !== stop) for (const other of next(id)) found.add(other);
	return found;
}

/** By node: the loop that it is in, named after one of its nodes; loops that share a node are one. */
function loopsAsOne(loops: readonly ReadonlySet<string>[]): ReadonlyMap<string, string> {
	const neighbours = new Map<string, string[]>();
	const join = (id: string, other: string) => {
		const known = neighbours.get(id);
		if (known) known.push(other);
		else neighbours.set(id, [other]);
	};
	for (const nodes of loops) {
		const [first = ''] = nodes;
		for (const id of nodes) {
			join(first, id);
			join(id, first);
		}
	}
	const number = components(neighbours.keys(), id => neighbours.get(id) ?? []);
	const names = new Map<number, string>();
	for (const [id, part] of number) if (!names.has(part)) names.set(part, id);
	return new Map([...number].map(([id, part]) => [id, names.get(part) ?? id]));
}
