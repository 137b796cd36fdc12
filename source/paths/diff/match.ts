/** Which parts of two diagrams are the same thing, though an id, a label or a place may have changed. */
import type {Diagram, Edge, Lane, Node} from '../../diagram/diagram.js';
import {countEach} from '../../group.js';

/** Ids in the old diagram to ids in the new one. */
export interface Matching {
	readonly lanes: ReadonlyMap<string, string>;
	readonly nodes: ReadonlyMap<string, string>;
	readonly edges: ReadonlyMap<string, string>;
}

/** Matches the plainest cases first; what stays over was removed or added. */
export function match(before: Diagram, after: Diagram): Matching {
	const nodes = pairs(before.nodes, after.nodes, node => node.id, [
		node => `${node.id}\n${node.label}`,
		node => node.label,
		node => node.id,
	]);
	byNeighbours(before, after, nodes);
	const lanes = pairs(before.lanes, after.lanes, lane => lane.id, [lane => lane.id, lane => lane.name]);
	byMembers(before, after, nodes, lanes);
	return {lanes, nodes, edges: matchEdges(before, after, nodes)};
}

type Key<T> = (item: T) => string;

/** Pairs what has the same key and shares it with nothing else, one key after the other. */
function pairs<T>(
	before: readonly T[],
	after: readonly T[],
	id: Key<T>,
	keys: readonly Key<T>[],
): Map<string, string> {
	const found = new Map<string, string>();
	const taken = new Set<string>();
	for (const key of keys) {
		const old = singles(
			before.filter(item => !found.has(id(item))),
			key,
		);
		const young = singles(
			after.filter(item => !taken.has(id(item))),
			key,
		);
		for (const [value, item] of old) {
			const other = young.get(value);
			if (other === undefined) continue;
			found.set(id(item), id(other));
			taken.add(id(other));
		}
	}
	return found;
}

/** Items by a key that only one of them has. */
function singles<T>(items: readonly T[], key: Key<T>): Map<string, T> {
	const counts = countEach(items.map(key));
	return new Map(items.filter(item => counts.get(key(item)) === 1).map(item => [key(item), item]));
}

/** A node whose neighbours are all matched is the one between the same neighbours. */
function byNeighbours(before: Diagram, after: Diagram, nodes: Map<string, string>): void {
	const taken = new Set(nodes.values());
	const around = (diagram: Diagram, node: Node, name: (id: string) => string | undefined) => {
		const sides = [diagram.in(node.id).map(edge => edge.from), diagram.out(node.id).map(edge => edge.to)];
		const named = sides.map(ids => ids.map(name));
		if (named.flat().length === 0 || named.flat().includes(undefined)) return undefined;
		return `${node.shape}\n${named.map(side => side.sort().join(' ')).join('\n')}`;
	};
	const old = before.nodes.filter(node => !nodes.has(node.id));
	const young = after.nodes.filter(node => !taken.has(node.id));
	const oldKeys = new Map(old.map(node => [node.id, around(before, node, id => nodes.get(id))]));
	const youngKeys = new Map(
		young.map(node => [node.id, around(after, node, id => (taken.has(id) ? id : undefined))]),
	);
	const known = (keys: ReadonlyMap<string, string | undefined>) => (node: Node) =>
		keys.get(node.id) !== undefined;
	const youngBy = singles(young.filter(known(youngKeys)), node => youngKeys.get(node.id) ?? '');
	for (const [key, node] of singles(old.filter(known(oldKeys)), other => oldKeys.get(other.id) ?? '')) {
		const other = youngBy.get(key);
		if (other) nodes.set(node.id, other.id);
	}
}

/** A lane that most of another's nodes went to is that lane. */
function byMembers(
	before: Diagram,
	after: Diagram,
	nodes: ReadonlyMap<string, string>,
	lanes: Map<string, string>,
): void {
	const taken = new Set(lanes.values());
	const open = (lane: Lane) => !lanes.has(lane.id);
	for (const lane of before.lanes.filter(open)) {
		const members = before.members(lane.id);
		const counts = new Map<string, number>();
		for (const {id} of members) {
			const other = nodes.get(id);
			const at = other === undefined ? undefined : after.node(other).lane;
			if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
		}
		const [home] = [...counts].find(([, count]) => count * 2 > members.length) ?? [];
		if (home === undefined || taken.has(home)) continue;
		lanes.set(lane.id, home);
		taken.add(home);
	}
}

/**
 * Edges between the same nodes with the same label, then those of the same branch, then those with another label. Who
 * swaps two labels swaps where the branches lead: a person at the decision chooses by the label.
 */
function matchEdges(
	before: Diagram,
	after: Diagram,
	nodes: ReadonlyMap<string, string>,
): Map<string, string> {
	const old = before.edges.map(edge => ({
		...edge,
		from: nodes.get(edge.from) ?? `old ${edge.from}`,
		to: nodes.get(edge.to) ?? `old ${edge.to}`,
	}));
	const sides = ({fromSide, toSide}: Edge) => `${fromSide} ${toSide}`;
	return pairs(old, after.edges, edge => edge.id, [
		edge => `${edge.from} ${edge.to} ${sides(edge)} ${edge.label}`,
		edge => `${edge.from} ${edge.to} ${edge.label}`,
		edge => (edge.label === '' ? `only ${edge.id}${edge.from}${edge.to}` : `${edge.from} ${edge.label}`),
		edge => `${edge.from} ${edge.to} ${sides(edge)}`,
		edge => `${edge.from} ${edge.to}`,
	]);
}
