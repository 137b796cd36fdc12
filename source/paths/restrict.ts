/** A part of a network: only the ways that a reader asked about, and that come to an end. */
import {cyclesOf} from './cycles.js';
import {at, type Network, reaching} from './network.js';

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
	const live = reaching(net, ends, avoided);
	const out = open.map((edges, node) =>
		live[node] === 1 ? edges.filter(edge => live[at(net.to, edge)] === 1) : [],
	);
	const into: number[][] = out.map(() => []);
	out.flat().forEach(edge => {
		into[at(net.to, edge)]?.push(edge);
	});
	const {component, members, cyclic} = cyclesOf(out, net.to);
	return {
		...net,
		out,
		in: into,
		starts: (from ?? net.starts).filter(node => live[node] === 1),
		component,
		members,
		cyclic,
		trap: members.map(
			(nodes, index) => cyclic[index] === true && to === undefined && isTrapped(nodes[0] ?? 0),
		),
	};
}
