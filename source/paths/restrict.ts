/** A part of a network: only the ways that a reader asked about, and that come to an end. */
import {cyclesOf} from './cycles.js';
import {at, endsAt, type Network, reaching} from './network.js';

interface Restriction {
	/** Where routes begin; the diagram's starts where none is given. */
	readonly from?: readonly number[];
	/** Where routes end when they get there; else where nothing leads on. */
	readonly to?: readonly number[];
	/** Nodes no route may touch. */
	readonly avoid?: readonly number[];
}

/** `net` without the nodes and edges that no route under `restriction` takes; all numbers stay as they are. */
export function restrict(net: Network, {from, to, avoid = []}: Restriction): Network {
	const avoided = new Set(avoid);
	const goals = new Set(to);
	const isTrapped = (node: number) => net.trap[at(net.component, node)] === true;
	const open = net.out.map((edges, node) =>
		avoided.has(node) || goals.has(node) ? [] : edges.filter(edge => !avoided.has(at(net.to, edge))),
	);
	const rough = cyclesOf(open, net.to);
	const ends = net.out.flatMap((edges, node) => {
		if (avoided.has(node)) return [];
		const end =
			to === undefined
				? edges.length === 0 || (isTrapped(node) && rough.cyclic[at(rough.component, node)])
				: goals.has(node);
		return end ? [node] : [];
	});
	const part = leading(net, open, ends, from ?? net.starts);
	return {
		...part,
		trap: part.members.map(
			(nodes, index) => part.cyclic[index] === true && to === undefined && isTrapped(nodes[0] ?? 0),
		),
	};
}

/**
 * `net` without the edges by which a route goes past one of `nodes`, all numbers as they are: every route passes those
 * of them that lie in no cycle, and the cycles of the others.
 */
export function past(net: Network, nodes: readonly number[]): Network {
	if (nodes.length === 0) return net;
	const {component, trap} = net;
	const stations = nodes.map(node => at(component, node));
	const [first, last] = [Math.max(...stations), Math.min(...stations)];
	// An edge never leads to a component of a greater number, so a station between its ends is missed for good.
	const skips = (edge: number) =>
		stations.some(
			station => station < at(component, at(net.from, edge)) && station > at(component, at(net.to, edge)),
		);
	const open = net.out.map(edges => edges.filter(edge => !skips(edge)));
	const ends = [...net.out.keys()].filter(node => endsAt(net, node) && at(component, node) <= last);
	const part = leading(
		net,
		open,
		ends,
		net.starts.filter(node => at(component, node) >= first),
	);
	return {...part, trap: part.members.map(([node = 0]) => trap[at(component, node)] === true)};
}

/** `net` with those of the `open` edges that lead on to one of `ends`. */
function leading(
	net: Network,
	open: readonly (readonly number[])[],
	ends: readonly number[],
	starts: readonly number[],
): Network {
	const into: number[][] = net.out.map(() => []);
	for (const edge of open.flat()) into[at(net.to, edge)]?.push(edge);
	const live = reaching({...net, in: into}, ends);
	const out = open.map((edges, node) =>
		live[node] === 1 ? edges.filter(edge => live[at(net.to, edge)] === 1) : [],
	);
	return {
		...net,
		out,
		in: into.map((edges, node) =>
			live[node] === 1 ? edges.filter(edge => live[at(net.from, edge)] === 1) : [],
		),
		starts: starts.filter(node => live[node] === 1),
		...cyclesOf(out, net.to),
	};
}
