/** The shortest ways from the starts of a network, and on to its ends. */
import {at, endsAt, type Network} from './network.js';

/** For every node that is reached, the edge by which a shortest way from a start comes; -1 at a start. In order of reaching. */
export function waysFrom(net: Network): ReadonlyMap<number, number> {
	const ways = new Map(net.starts.map(node => [node, -1]));
	for (const node of ways.keys())
		for (const edge of net.out[node] ?? []) if (!ways.has(at(net.to, edge))) ways.set(at(net.to, edge), edge);
	return ways;
}

/** For every node that leads to an end among `nodes`, the first edge of a shortest way there; -1 at an end. */
export function waysOn(net: Network, nodes: Iterable<number>): ReadonlyMap<number, number> {
	const ends = [...nodes].filter(node => endsAt(net, node));
	const ways = new Map(ends.map(node => [node, -1]));
	for (const node of ways.keys())
		for (const edge of net.in[node] ?? [])
			if (!ways.has(at(net.from, edge))) ways.set(at(net.from, edge), edge);
	return ways;
}

/** The edges of the way to `node`, where `ways` has the last one for each node. */
export function edgesTo(net: Network, ways: ReadonlyMap<number, number>, node: number): number[] {
	const edges: number[] = [];
	for (let edge = ways.get(node) ?? -1; edge >= 0; edge = ways.get(at(net.from, edge)) ?? -1)
		edges.push(edge);
	return edges.reverse();
}
