/** What the rules of tokens need to know of a diagram, worked out once for each. */
import type {Diagram} from '../diagram/diagram.js';

/** Places in the file, by id. */
export interface Survey {
	readonly node: ReadonlyMap<string, number>;
	readonly edge: ReadonlyMap<string, number>;
	/** Nodes where a token may be put at first, in file order. */
	readonly starts: readonly string[];
	/** For a node, a 1 for each node (by place) that reaches it over one edge or more; made when first asked for. */
	readonly reaching: Map<string, Uint8Array>;
}

const surveys = new WeakMap<Diagram, Survey>();

/** The survey of `diagram`. */
export function survey(diagram: Diagram): Survey {
	let known = surveys.get(diagram);
	if (!known) {
		known = {
			node: new Map(diagram.nodes.map((node, place) => [node.id, place])),
			edge: new Map(diagram.edges.map((edge, place) => [edge.id, place])),
			starts: startsOf(diagram),
			reaching: new Map(),
		};
		surveys.set(diagram, known);
	}
	return known;
}

/** Place of a node or an edge in the file; -1 where it is not of this diagram. */
export function placeOf(diagram: Diagram, kind: 'node' | 'edge', id: string): number {
	return survey(diagram)[kind].get(id) ?? -1;
}

/** Circles that nothing leads to; without any, nodes that nothing leads to; without any, the first node. */
function startsOf(diagram: Diagram): string[] {
	const free = diagram.nodes.filter(node => diagram.in(node.id).every(edge => edge.synthetic));
	const circles = free.filter(node => node.shape === 'circle');
	return [circles, free, diagram.nodes.slice(0, 1)].find(list => list.length > 0)?.map(node => node.id) ?? [];
}

/** Whether a token that leaves node `from` can come to node `to`. */
export function reaches(diagram: Diagram, from: string, to: string): boolean {
	const {reaching, node: places} = survey(diagram);
	let marks = reaching.get(to);
	if (!marks) {
		marks = new Uint8Array(places.size);
		const open = [to];
		for (let node = open.pop(); node !== undefined; node = open.pop())
			for (const edge of diagram.in(node)) {
				const place = places.get(edge.from) ?? -1;
				if (marks[place] === 1) continue;
				marks[place] = 1;
				open.push(edge.from);
			}
		reaching.set(to, marks);
	}
	return marks[places.get(from) ?? -1] === 1;
}
