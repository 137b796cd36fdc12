/** How near the next end is. */
import {at, type Network} from './network.js';

/** By number of the node; undefined where no end can be reached. */
export interface Least {
	/** Fewest edges to an end. */
	readonly steps: readonly (number | undefined)[];
	/** Fewest nodes with more than one way out on a way to an end. */
	readonly decisions: readonly (number | undefined)[];
}

/** Fewest steps and fewest decisions from every node to an end, each for itself. */
export function leastOf(net: Network): Least {
	return {
		steps: distances(net, edge => (edge < net.diagram.edges.length ? 1 : 0)),
		decisions: distances(net, edge => ((net.out[at(net.from, edge)] ?? []).length > 1 ? 1 : 0)),
	};
}

/** Distances to an end against the flow, where an edge costs 0 or 1: breadth first, one ring of cost at a time. */
function distances(net: Network, cost: (edge: number) => 0 | 1): (number | undefined)[] {
	const result: (number | undefined)[] = net.out.map(() => undefined);
	let ring = net.out.flatMap((edges, node) => (edges.length === 0 ? [node] : []));
	for (let distance = 0; ring.length > 0; distance++) {
		const next: number[] = [];
		for (const node of ring) {
			if (result[node] !== undefined) continue;
			result[node] = distance;
			for (const edge of net.in[node] ?? []) {
				const before = at(net.from, edge);
				if (result[before] === undefined) (cost(edge) === 0 ? ring : next).push(before);
			}
		}
		ring = next;
	}
	return result;
}
