/** A diagram as numbered arrays, for the algorithms of this folder; made once per diagram. */
import type {Diagram, Edge, Node} from '../diagram/diagram.js';
import {onceFor} from '../once.js';
import {type Cycles, cyclesOf} from './cycles.js';

/** The answer that leaves a loop, in place of the id of an edge. */
export const leave = 'leave';

/**
 * Nodes and edges count from 0 in file order. Where nothing but loop lines leads on, a route may end as well: by an exit,
 * an edge behind those of the diagram, to a node of its own behind those of the diagram.
 */
export interface Network extends Cycles {
	readonly diagram: Diagram;
	/** Number of a node by its id. */
	readonly nodeOf: ReadonlyMap<string, number>;
	/** Number of an edge by its id. */
	readonly edgeOf: ReadonlyMap<string, number>;
	/** The exit of each node that has one. */
	readonly exits: ReadonlyMap<number, number>;
	/** Source and target of each edge. */
	readonly from: Int32Array;
	readonly to: Int32Array;
	/** Edges that leave and enter each node, in file order. */
	readonly out: readonly (readonly number[])[];
	readonly in: readonly (readonly number[])[];
	/** Where routes begin. */
	readonly starts: readonly number[];
	/** Per component: whether it is a cycle that nothing leaves. */
	readonly trap: readonly boolean[];
}

/** The network of a diagram. */
export const networkOf = onceFor(make);

/**
 * Ids of the nodes where a run may begin: circles that nothing leads to; where there is none, any
 * node that nothing leads to; where all lies in cycles, the first node of the file. An edge that only a loop
 * line implies does not count. What stands beside the process, without any edge, is a note or was forgotten.
 */
export function startsOf(diagram: Diagram): string[] {
	const written = ({synthetic}: Edge) => !synthetic;
	const isJoined = ({id}: Node) =>
		diagram.incomplete.has(id) || diagram.out(id).some(written) || diagram.in(id).some(written);
	const joined = diagram.nodes.filter(isJoined);
	const nodes = joined.length > 0 ? joined : diagram.nodes;
	const free = nodes.filter(({id}) => !diagram.in(id).some(written));
	const circles = free.filter(({shape}) => shape === 'circle');
	const found = circles.length > 0 ? circles : free.length > 0 ? free : nodes.slice(0, 1);
	return found.map(({id}) => id);
}

/** Whether a route may end at the node called `id` though loop lines lead on: nothing else does. */
export function canLeave(diagram: Diagram, id: string): boolean {
	return diagram.out(id).length > 0 && canEnd(diagram, id);
}

/** Whether a route may end at the node called `id`: nothing leads on, or loop lines alone do. */
export function canEnd(diagram: Diagram, id: string): boolean {
	return diagram.out(id).every(({synthetic}) => synthetic);
}

function make(diagram: Diagram): Network {
	const {nodes, edges} = diagram;
	const nodeOf = new Map(nodes.map((node, index) => [node.id, index]));
	const edgeOf = new Map(edges.map((edge, index) => [edge.id, index]));
	const number = (id: string) => nodeOf.get(id) ?? 0;
	const left = nodes.flatMap(({id}, index) => (canLeave(diagram, id) ? [index] : []));
	const from = Int32Array.from([...edges.map(edge => number(edge.from)), ...left]);
	const to = Int32Array.from([
		...edges.map(edge => number(edge.to)),
		...left.map((_, index) => nodes.length + index),
	]);
	const out: number[][] = Array.from({length: nodes.length + left.length}, () => []);
	const into: number[][] = out.map(() => []);
	from.forEach((node, edge) => {
		out[node]?.push(edge);
		into[at(to, edge)]?.push(edge);
	});
	const {component, members, cyclic} = cyclesOf(out, to);
	const inside = (edge: number) => component[at(from, edge)] === component[at(to, edge)];
	return {
		diagram,
		nodeOf,
		edgeOf,
		exits: new Map(left.map((node, index) => [node, edges.length + index])),
		from,
		to,
		out,
		in: into,
		starts: startsOf(diagram).map(number),
		component,
		members,
		cyclic,
		trap: members.map(
			(nodes, index) => cyclic[index] === true && nodes.every(node => out[node]?.every(inside)),
		),
	};
}

/** The steps of a way: its edges but for an exit, which is none. */
export function stepsOf({diagram}: Network, edges: readonly number[]): number {
	const last = edges.at(-1);
	return last !== undefined && diagram.edges[last] === undefined ? edges.length - 1 : edges.length;
}

/** Whether two nodes lie on a cycle together, or are one. */
export function together(diagram: Diagram, one: string, other: string): boolean {
	const {component, nodeOf} = networkOf(diagram);
	return component[nodeOf.get(one) ?? -1] === component[nodeOf.get(other) ?? -1];
}

/** The entry of a numbered array that is known to be there; keeps index checks out of the algorithms. */
export function at(list: Int32Array | readonly number[], index: number): number {
	return list[index] as number;
}

/** The node of the diagram in which a route ends that ends at `node`: by an exit, the one that it leads out of. */
export function endOf({diagram, in: into, from}: Network, node: number): number {
	const [exit] = node < diagram.nodes.length ? [] : (into[node] ?? []);
	return exit === undefined ? node : at(from, exit);
}

/** Whether routes end at `node`: nothing leads on, or nothing leads out of its cycle. */
export function endsAt({out, trap, component}: Network, node: number): boolean {
	return out[node]?.length === 0 || trap[at(component, node)] === true;
}

/** A 1 for every node from which one of `ends` can be reached, over other nodes and edges than those `avoided`. */
export function reaching(
	net: Network,
	ends: Iterable<number>,
	avoided: ReadonlySet<number> = new Set(),
	avoidedEdges: ReadonlySet<number> = new Set(),
): Uint8Array {
	const marks = new Uint8Array(net.out.length);
	const open = [...ends];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (marks[node] === 1 || avoided.has(node)) continue;
		marks[node] = 1;
		for (const edge of net.in[node] ?? []) if (!avoidedEdges.has(edge)) open.push(at(net.from, edge));
	}
	return marks;
}

/** Whether a way leads from the node called `id` back to it. */
export function isCyclic(diagram: Diagram, id: string): boolean {
	const {nodeOf, component, cyclic} = networkOf(diagram);
	return cyclic[component[nodeOf.get(id) ?? 0] ?? 0] === true;
}

/** Whether no end can be reached from the node called `id`. */
export function isTrapped(diagram: Diagram, id: string): boolean {
	const {nodeOf, component, trap} = networkOf(diagram);
	return trap[component[nodeOf.get(id) ?? 0] ?? 0] === true;
}
