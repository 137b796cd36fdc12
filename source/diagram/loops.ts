/** Loop lines: `loop [condition] n2 n3` names a repeated part; where no edge goes back, one is implied. */
import {components} from './components.js';
import type {Edge, Loop, Node, Parts, Side} from './diagram.js';

/**
 * An edge from the last member to the first for each loop line whose members no edges join into a
 * cycle, provided that the last can be reached from the first: without that, nothing would repeat.
 * It runs along the top of its lane, or between the facing sides of two lanes.
 */
export function closeLoops(parts: Parts): Edge[] {
	if (parts.loops.length === 0) return [];
	const ways = new Map<string, string[]>(parts.nodes.map(({id}) => [id, []]));
	for (const {from, to} of parts.edges) ways.get(from)?.push(to);
	const next = (node: string) => ways.get(node) ?? [];
	const component = components(ways.keys(), next);
	const nodes = new Map(parts.nodes.map(node => [node.id, node]));
	const order = new Map(parts.lanes.map(({id}, index) => [id, index]));
	return parts.loops
		.filter(loop => !isCycle(loop, component, next))
		.flatMap(loop => {
			const first = nodes.get(loop.nodes.at(0) ?? '');
			const last = nodes.get(loop.nodes.at(-1) ?? '');
			return first && last && reaches(first.id, last.id, next) ? [backEdge(loop, last, first, order)] : [];
		})
		.map((edge, index) => ({...edge, id: `loop${index + 1}`}));
}

/** Whether the members of `loop` can all reach each other, so that it names a cycle that is there. */
function isCycle(
	loop: Loop,
	component: ReadonlyMap<string, number>,
	next: (node: string) => readonly string[],
): boolean {
	const [first] = loop.nodes;
	if (first === undefined) return false;
	if (new Set(loop.nodes).size === 1) {
		const own = component.get(first);
		return next(first).some(node => component.get(node) === own);
	}
	return loop.nodes.every(node => component.get(node) === component.get(first));
}

function backEdge(loop: Loop, last: Node, first: Node, order: ReadonlyMap<string, number>): Omit<Edge, 'id'> {
	const down = (order.get(first.lane) ?? 0) - (order.get(last.lane) ?? 0);
	const [fromSide, toSide]: [Side, Side] =
		down > 0 ? ['bottom', 'top'] : down < 0 ? ['top', 'bottom'] : ['top', 'top'];
	return {
		from: last.id,
		to: first.id,
		fromSide,
		toSide,
		label: loop.condition,
		synthetic: true,
		span: loop.span,
	};
}

function reaches(from: string, to: string, next: (node: string) => readonly string[]): boolean {
	const seen = new Set([from]);
	for (const node of seen) {
		if (node === to) return true;
		for (const way of next(node)) seen.add(way);
	}
	return false;
}
