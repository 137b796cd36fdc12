/** What every route passes: found along one route, by how far the rest of the diagram leads past it. */
import {at, endsAt, type Network} from './network.js';

/** Nodes and edges that stand on every route of the process they are part of, in the order in which a route meets them. */
export interface Unavoidable {
	readonly nodes: ReadonlySet<number>;
	readonly edges: ReadonlySet<number>;
}

/**
 * Takes one route and walks along it: a place on it is unavoidable when nothing before it leads to
 * a later place without passing it. A file may hold several processes, of which no route leads to another: each is
 * looked at by itself. Linear in the size of the diagram.
 */
export function unavoidable(net: Network): Unavoidable {
	const graph = elements(net);
	const before = new Int32Array(graph.size).fill(-1);
	const seen = new Uint8Array(graph.size);
	const must = startsByProcess(net).flatMap(starts => mustOf({...graph, starts}, before, seen));
	const count = net.out.length;
	return {
		nodes: new Set(must.filter(element => element < count)),
		edges: new Set(must.filter(e => e >= count && e < graph.source).map(e => e - count)),
	};
}

/** What every way from the source to the sink passes, both of them too. `before` and `seen` are for the elements of this process alone. */
function mustOf(graph: Elements, before: Int32Array, seen: Uint8Array): number[] {
	const route = anyRoute(graph, before);
	const position = new Map(route.map((element, index) => [element, index]));
	const must: number[] = [];
	let furthest = 0;
	route.forEach((place, index) => {
		if (furthest === index) must.push(place);
		const open = [place];
		for (let element = open.pop(); element !== undefined; element = open.pop())
			for (const next of nextOf(graph, element)) {
				const further = position.get(next);
				if (further !== undefined) furthest = Math.max(furthest, further);
				else if (seen[next] === 0) {
					seen[next] = 1;
					open.push(next);
				}
			}
	});
	return must;
}

/** The starts of a diagram, those together that one process may begin at: its nodes hang together by edges either way. */
function startsByProcess(net: Network): number[][] {
	const process = new Int32Array(net.out.length).fill(-1);
	const groups: number[][] = [];
	for (const start of net.starts) {
		if (process[start] === -1) {
			const open = [start];
			for (let node = open.pop(); node !== undefined; node = open.pop()) {
				if (process[node] !== -1) continue;
				process[node] = groups.length;
				for (const edge of net.out[node] ?? []) open.push(at(net.to, edge));
				for (const edge of net.in[node] ?? []) open.push(at(net.from, edge));
			}
			groups.push([]);
		}
		groups[at(process, start)]?.push(start);
	}
	return groups;
}

/** Nodes, then edges, then one source before the starts and one sink behind all ends. */
interface Elements {
	readonly size: number;
	readonly source: number;
	readonly sink: number;
	readonly starts: readonly number[];
	readonly leaving: readonly (readonly number[])[];
	readonly to: Int32Array;
}

function elements(net: Network): Elements {
	const count = net.out.length;
	const source = count + net.to.length;
	const sink = source + 1;
	const leaving = net.out.map((edges, node) =>
		endsAt(net, node) ? [sink] : edges.map(edge => count + edge),
	);
	return {size: sink + 1, source, sink, starts: net.starts, leaving, to: net.to};
}

function nextOf({source, sink, starts, leaving, to}: Elements, element: number): readonly number[] {
	if (element === source) return starts;
	if (element === sink) return [];
	return element < leaving.length ? (leaving[element] ?? []) : [at(to, element - leaving.length)];
}

/** A shortest way from source to sink, both in it; empty where there is none. */
function anyRoute(graph: Elements, before: Int32Array): number[] {
	before[graph.source] = graph.source;
	before[graph.sink] = -1;
	const queue = [graph.source];
	for (const element of queue) {
		for (const next of nextOf(graph, element)) {
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
