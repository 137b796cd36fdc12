/** Strongly connected components: Tarjan 1972, made iterative so that long chains do not exhaust the stack. */

/** For each node the number of its component; nodes that can reach each other have the same. */
export function components<Node extends string | number>(
	nodes: Iterable<Node>,
	next: (node: Node) => readonly Node[],
): ReadonlyMap<Node, number> {
	const component = new Map<Node, number>();
	const index = new Map<Node, number>();
	const low = new Map<Node, number>();
	const open: Node[] = [];
	let count = 0;
	for (const root of nodes) {
		if (index.has(root)) continue;
		const work = [{node: root, ways: enter(root), at: 0}];
		for (let top = work.at(-1); top; top = work.at(-1)) {
			const way = top.ways[top.at];
			if (way === undefined) {
				work.pop();
				leave(top.node);
				const parent = work.at(-1);
				if (parent) lower(parent.node, low.get(top.node) ?? 0);
			} else {
				top.at += 1;
				const known = index.get(way);
				if (known === undefined) work.push({node: way, ways: enter(way), at: 0});
				else if (!component.has(way)) lower(top.node, known);
			}
		}
	}
	return component;

	function enter(node: Node): readonly Node[] {
		index.set(node, index.size);
		low.set(node, index.size - 1);
		open.push(node);
		return next(node);
	}

	function lower(node: Node, value: number): void {
		low.set(node, Math.min(low.get(node) ?? value, value));
	}

	function leave(node: Node): void {
		if (low.get(node) !== index.get(node)) return;
		for (let member = open.pop(); member !== undefined; member = open.pop()) {
			component.set(member, count);
			if (member === node) break;
		}
		count += 1;
	}
}
