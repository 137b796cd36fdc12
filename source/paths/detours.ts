/** A route without the rounds it made: loop erasure, in the order of walking. */
import type {Diagram} from '../diagram/diagram.js';
import {at, type Network} from './network.js';

/** A node a route comes to, with the edge that led there: none at a start or after a jump. */
export interface Visit {
	readonly node: string;
	readonly edge?: string | undefined;
}

/** The visits of a route that took `edges` in order and stands on `node`; gaps between edges are jumps. */
export function visitsOf(diagram: Diagram, node: string, edges: Iterable<string>): Visit[] {
	const visits: Visit[] = [];
	for (const id of edges) {
		const edge = diagram.edge(id);
		if (visits.at(-1)?.node !== edge.from) visits.push({node: edge.from});
		visits.push({node: edge.to, edge: id});
	}
	if (visits.at(-1)?.node !== node) visits.push({node});
	return visits;
}

/** A visit by numbers; the edge is -1 where there is none. */
export interface Kept {
	readonly node: number;
	readonly edge: number;
}

/** The visits less those between two visits of one node; a node of another cycle in between stays. */
export function withoutDetours(net: Network, visits: Iterable<Visit>): Kept[] {
	const kept: Kept[] = [];
	const place = new Map<number, number>();
	for (const visit of visits) {
		const node = net.nodeOf.get(visit.node) ?? -1;
		const edge = visit.edge === undefined ? -1 : (net.edgeOf.get(visit.edge) ?? -1);
		const cycle = at(net.component, node);
		const before = place.get(node) ?? kept.length;
		const returns = edge >= 0 && at(net.component, at(net.from, edge)) === cycle && !net.trap[cycle];
		if (returns && kept[before]?.node === node) {
			const others = kept.splice(before + 1).filter(other => at(net.component, other.node) !== cycle);
			for (const other of others) place.set(other.node, kept.push(other) - 1);
		} else place.set(node, kept.push({node, edge}) - 1);
	}
	return kept;
}
