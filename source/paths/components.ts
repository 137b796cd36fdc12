/** Strongly connected components after Tarjan (1972), without recursion: chains may be long. */

/**
 * The component of each node and the nodes of each component. Components are numbered against the
 * flow: an edge leads to its own component or to one with a smaller number.
 */
export function components(
	out: readonly (readonly number[])[],
	to: Int32Array,
): {readonly component: Int32Array; readonly members: readonly (readonly number[])[]} {
	const size = out.length;
	const order = new Int32Array(size).fill(-1);
	const low = new Int32Array(size);
	const component = new Int32Array(size).fill(-1);
	const next = new Int32Array(size);
	const members: number[][] = [];
	const open: number[] = [];
	let seen = 0;

	const enter = (node: number, path: number[]) => {
		order[node] = low[node] = seen++;
		open.push(node);
		path.push(node);
	};
	const close = (root: number) => {
		const group: number[] = [];
		let node: number;
		do {
			node = open.pop() as number;
			component[node] = members.length;
			group.push(node);
		} while (node !== root);
		members.push(group.sort((a, b) => a - b));
	};

	for (let root = 0; root < size; root++) {
		if (order[root] !== -1) continue;
		const path: number[] = [];
		enter(root, path);
		while (path.length > 0) {
			const node = path[path.length - 1] as number;
			const edge = out[node]?.[next[node] as number];
			if (edge !== undefined) {
				next[node] = (next[node] as number) + 1;
				const target = to[edge] as number;
				if (order[target] === -1) enter(target, path);
				else if (component[target] === -1) low[node] = Math.min(low[node] as number, order[target] as number);
				continue;
			}
			path.pop();
			if (low[node] === order[node]) close(node);
			const parent = path[path.length - 1];
			if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
		}
	}
	return {component, members};
}
