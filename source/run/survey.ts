/** What the rules of tokens need to know of a diagram, worked out once for each. */
import type {Diagram, Edge} from '../diagram/diagram.js';
import {onceFor} from '../once.js';
import {canLeave, networkOf, startsOf, together} from '../paths/network.js';

interface Survey {
	/** Nodes where a token may be put at first, in file order. */
	readonly starts: readonly string[];
	/** Places of the loops that name each node. */
	readonly loops: ReadonlyMap<string, readonly number[]>;
	/** Steps with several ways out, where a token may be split. */
	readonly forks: readonly string[];
	/** For an edge, a bit for each node (by place) that leads to it; made when first asked for. */
	readonly leading: Map<string, Uint8Array>;
	/** For a node, a bit for each from which their cycle can be left without passing it; made when first asked for. */
	readonly leaving: Map<string, Uint8Array>;
}

/** The survey of a diagram. */
export const survey = onceFor(
	(diagram: Diagram): Survey => ({
		starts: startsOf(diagram),
		loops: loopsOf(diagram),
		forks: diagram.nodes.flatMap(({id, shape}) =>
			shape !== 'diamond' && diagram.out(id).filter(({synthetic}) => !synthetic).length > 1 ? [id] : [],
		),
		leading: new Map(),
		leaving: new Map(),
	}),
);

/** Place of a node or an edge in the file; -1 where it is not of this diagram. */
export function placeOf(diagram: Diagram, kind: 'node' | 'edge', id: string): number {
	const {nodeOf, edgeOf} = networkOf(diagram);
	return (kind === 'node' ? nodeOf : edgeOf).get(id) ?? -1;
}

function loopsOf(diagram: Diagram): Map<string, number[]> {
	const result = new Map<string, number[]>();
	for (const [place, loop] of diagram.loops.entries())
		for (const node of new Set(loop.nodes)) result.set(node, [...(result.get(node) ?? []), place]);
	return result;
}

/** Whether a token on `node` can come to take `edge` without passing the node that `edge` leads to. */
export function leadsTo(diagram: Diagram, node: string, edge: Edge): boolean {
	const {leading} = survey(diagram);
	let marks = leading.get(edge.id);
	if (!marks) {
		marks = marksBefore(diagram, [edge.from], edge.to);
		leading.set(edge.id, marks);
	}
	return has(marks, placeOf(diagram, 'node', node));
}

/** Whether every way from `node` comes to `entry`, a node of the same cycle, before it leaves that. */
export function leadsBack(diagram: Diagram, node: string, entry: string): boolean {
	const {leaving} = survey(diagram);
	let marks = leaving.get(entry);
	if (!marks) {
		marks = marksBefore(diagram, exitsOf(diagram, entry), entry);
		leaving.set(entry, marks);
	}
	return !has(marks, placeOf(diagram, 'node', node));
}

/** The nodes of the cycle of `node` from which a way leads out of it. */
function exitsOf(diagram: Diagram, node: string): string[] {
	const {component, members, nodeOf} = networkOf(diagram);
	return (members[component[nodeOf.get(node) ?? -1] ?? -1] ?? [])
		.map(place => diagram.nodes[place]?.id ?? '')
		.filter(id => canLeave(diagram, id) || diagram.out(id).some(({to}) => !together(diagram, to, node)));
}

/** A bit for each of `goals` and for each node that leads to one of them, over other nodes than `barred`. */
function marksBefore(diagram: Diagram, goals: readonly string[], barred: string): Uint8Array {
	const {nodeOf: places} = networkOf(diagram);
	const marks = new Uint8Array((places.size >> 3) + 1);
	const open: string[] = [];
	const reach = (node: string) => {
		const place = places.get(node) ?? 0;
		if (node === barred || has(marks, place)) return;
		marks[place >> 3] = (marks[place >> 3] ?? 0) | (1 << (place & 7));
		open.push(node);
	};
	for (const goal of goals) reach(goal);
	for (let node = open.pop(); node !== undefined; node = open.pop())
		for (const {from} of diagram.in(node)) reach(from);
	return marks;
}

function has(marks: Uint8Array, place: number): boolean {
	return (((marks[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}
