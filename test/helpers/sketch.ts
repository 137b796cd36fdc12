/** Diagrams for tests, drawn in a line or two. */
import {Diagram, type Edge, type Loop, type Node, type Shape} from '../../source/diagram/diagram.js';

const span = {start: 0, end: 0};
const shapes: readonly (readonly [RegExp, Shape])[] = [
	[/^\((.+)\)$/, 'circle'],
	[/^<(.+)>$/, 'diamond'],
	[/^(.+)$/, 'rectangle'],
];

/**
 * The diagram of `lines` in one lane. A line is a chain such as `(start) -> <ok?> -Yes-> (end)`: `( )` a circle,
 * `< >` a diamond, else a rectangle; `-Yes->` an edge with a label, `~again~>` one that a loop line implies;
 * `loop [until valid] a b` a loop. An id is its label too.
 */
export function sketch(...lines: string[]): Diagram {
	const nodes = new Map<string, Node>();
	const edges: Edge[] = [];
	const loops: Loop[] = [];
	for (const line of lines) {
		const loop = /^loop \[(.*)\] (.+)$/.exec(line);
		if (loop) {
			loops.push({condition: loop[1] ?? '', nodes: (loop[2] ?? '').split(' '), span});
			continue;
		}
		const [first = '', ...rest] = line.split(/ (->|-[^ >].*?->|~.*?~>) /);
		let from = add(nodes, first);
		for (let at = 0; at < rest.length; at += 2) {
			const to = add(nodes, rest[at + 1] ?? '');
			const arrow = rest[at] ?? '';
			edges.push({
				id: `e${edges.length + 1}`,
				from,
				to,
				fromSide: 'right',
				toSide: 'left',
				label: arrow.slice(1, -2),
				synthetic: arrow.startsWith('~'),
				span,
			});
			from = to;
		}
	}
	return new Diagram({lanes: [{id: 'lane', name: 'Lane', span}], nodes: [...nodes.values()], edges, loops});
}

function add(nodes: Map<string, Node>, text: string): string {
	for (const [pattern, shape] of shapes) {
		const id = pattern.exec(text.trim())?.[1];
		if (id === undefined) continue;
		if (!nodes.has(id)) nodes.set(id, {id, shape, lane: 'lane', label: id, attributes: new Map(), span});
		return id;
	}
	throw new Error(`no node in ${JSON.stringify(text)}`);
}
