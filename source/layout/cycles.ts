/** Which edges close a cycle. */

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
