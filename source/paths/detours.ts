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
export interface Stop {
	readonly node: number;
	readonly edge: number;
}

/** The stops of a route in numbers. */
export function stopsOf(net: Network, origin: number, edges: readonly number[]): Stop[] {
	const stops: Stop[] = [{node: origin, edge: -1}];
	for (const edge of edges) stops.push({node: at(net.to, edge), edge});
	return stops;
}

/** Visits by numbers. */
export function numbered(net: Network, visits: Iterable<Visit>): Stop[] {
	return Array.from(visits, visit => ({
		node: net.nodeOf.get(visit.node) ?? -1,
		edge: visit.edge === undefined ? -1 : (net.edgeOf.get(visit.edge) ?? -1),
	}));
}

/** The stops less those between two stops at one node; a node of another cycle in between stays. */
export function withoutDetours(net: Network, stops: readonly Stop[]): readonly Stop[] {
	const {component, cyclic, trap, from} = net;
	if (!stops.some(({node}) => cyclic[at(component, node)])) return stops;
	const kept: Stop[] = [];
	const place = new Map<number, number>();
	for (const stop of stops) {
		const {node, edge} = stop;
		const cycle = at(component, node);
		const before = place.get(node) ?? kept.length;
		const returns = edge >= 0 && at(component, at(from, edge)) === cycle && !trap[cycle];
		if (returns && kept[before]?.node === node) {
			const others = kept.splice(before + 1).filter(other => at(component, other.node) !== cycle);
			for (const other of others) place.set(other.node, kept.push(other) - 1);
		} else place.set(node, kept.push(stop) - 1);
	}
	return kept;
}
