/** Which edges close a cycle. */
import {components} from '../diagram/components.js';
import type {Diagram} from '../diagram/diagram.js';
import {groupBy} from '../group.js';
import type {Indices} from './place.js';

/**
 * The edges of `diagram`, by index, that lead back. A cycle that is entered in several places begins where the shortest
 * way into it ends: the way through it is no return.
 */
export function returns(diagram: Diagram, {node: indices, edge: numbers}: Indices): Set<number> {
	const next = (id: string) => diagram.out(id).map(({to}) => to);
	const component = components(
		diagram.nodes.map(({id}) => id),
		next,
	);
	const members = groupBy(component.keys(), id => component.get(id));
	const isOnCycle = (id: string) => (members.get(component.get(id))?.length ?? 0) > 1;
	const arc = ({id, to}: {readonly id: string; readonly to: string}): Arc => ({
		to: indices.get(to) ?? 0,
		edge: numbers.get(id) ?? 0,
	});
	return backEdges(
		diagram.nodes.map(({id}) => {
			const out = diagram.out(id);
			return [...out.filter(({to}) => isOnCycle(to)), ...out.filter(({to}) => !isOnCycle(to))].map(arc);
		}),
		[...diagram.nodes.keys()].filter(i => diagram.in(diagram.nodes[i]?.id ?? '').length === 0),
	);
}

/**
 * The edges, by index, that lead back to a vertex still on the path of a depth-first search from
 * `roots` and then from every vertex not yet seen. Without them the graph has no cycle. Iterative,
 * so that long chains do not exhaust the stack.
 */
export function backEdges(out: readonly (readonly Arc[])[], roots: readonly number[]): Set<number> {
	const back = new Set<number>();
	const state = new Uint8Array(out.length);
	const next = new Int32Array(out.length);
	const path: number[] = [];
	for (const root of [...roots, ...out.keys()]) {
		if (state[root] !== unseen) continue;
		state[root] = open;
		path.push(root);
		for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
			const arc = out[at]?.[next[at] ?? 0];
			next[at] = (next[at] ?? 0) + 1;
			if (!arc) {
				state[at] = done;
				path.pop();
			} else if (state[arc.to] === open) back.add(arc.edge);
			else if (state[arc.to] === unseen) {
				state[arc.to] = open;
				path.push(arc.to);
			}
		}
	}
	return back;
}

/** A way from one vertex to another, with the index of its edge. */
export interface Arc {
	readonly to: number;
	readonly edge: number;
}

const unseen = 0;
const open = 1;
const done = 2;
