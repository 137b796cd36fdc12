/** What every route passes: found along one route, by how far the rest of the diagram leads past it. */
import {at, type Network} from './network.js';

/** Nodes and edges that stand on every route, in the order in which a route meets them. */
export interface Unavoidable {
	readonly nodes: ReadonlySet<number>;
	readonly edges: ReadonlySet<number>;
}

/**
 * Takes one route and walks along it: a place on it is unavoidable when nothing before it leads to
 * a later place without passing it. Linear in the size of the diagram.
 */
export function unavoidable(net: Network): Unavoidable {
	const graph = elements(net);
	const route = anyRoute(graph);
	const position = new Map(route.map((element, index) => [element, index]));
	const seen = new Uint8Array(graph.size);
	const must: number[] = [];
	let furthest = 0;
	route.forEach((place, index) => {
		if (furthest === index) must.push(place);
		const open = [place];
		for (let element = open.pop(); element !== undefined; element = open.pop())
			for (const next of graph.next(element)) {
				const further = position.get(next);
				if (further !== undefined) furthest = Math.max(furthest, further);
				else if (seen[next] === 0) {
					seen[next] = 1;
					open.push(next);
				}
			}
	});
	const count = net.out.length;
	return {
		nodes: new Set(must.filter(element => element < count)),
		edges: new Set(must.filter(e => e >= count && e < graph.source).map(e => e - count)),
	};
}

/** Nodes, then edges, then one source before all starts and one sink behind all ends. */
interface Elements {
	readonly size: number;
	readonly source: number;
	readonly sink: number;
	next(element: number): readonly number[];
}

function elements(net: Network): Elements {
	const count = net.out.length;
	const source = count + net.to.length;
	const sink = source + 1;
	const leaving = net.out.map((edges, node) => {
		const ends = edges.length === 0 || net.trap[at(net.component, node)] === true;
		return ends ? [sink] : edges.map(edge => count + edge);
	});
	return {
		size: sink + 1,
		source,
		sink,
		next(element) {
			if (element === source) return net.starts;
			if (element === sink) return [];
			return element < count ? (leaving[element] ?? []) : [at(net.to, element - count)];
		},
	};
}

/** A shortest way from source to sink, both in it; empty where there is none. */
function anyRoute(graph: Elements): number[] {
	const before = new Int32Array(graph.size).fill(-1);
	before[graph.source] = graph.source;
	const queue = [graph.source];
	for (const element of queue) {
		for (const next of graph.next(element)) {
			if (before[next] !== -1) continue;
			before[next] = element;
			queue.push(next);
		}
	}
	if (before[graph.sink] === -1) return [];
	const route = [graph.sink];
	for (let element = graph.sink; element !== graph.source; ) {
		element = at(before, element);
		route.push(element);
	}
	return route.reverse();
}
