/** Independent routes, as many as the cyclomatic number: McCabe's basis (1976). */
import type {Line} from './cover.js';
import {at, type Network} from './network.js';
import {edgesTo, waysFrom, waysOn} from './shortest.js';

/**
 * One route for every way on that is not the usual one, and the usual one: with all starts led into by one
 * node and all ends leading into another, edges − nodes + 2 of them. None can be put together from the others.
 */
export function basis(net: Network): Line[] {
	const before = waysFrom(net);
	const after = waysOn(net, before.keys());
	const on = (node: number): number[] => {
		const edges: number[] = [];
		for (let edge = after.get(node) ?? -1; edge >= 0; edge = after.get(at(net.to, edge)) ?? -1)
			edges.push(edge);
		return edges;
	};
	const usual = net.starts.map(origin => ({origin, edges: on(origin)}));
	const others = [...before.keys()].flatMap(node =>
		(net.out[node] ?? [])
			.filter(edge => edge !== after.get(node))
			.map(edge => {
				const edges = [...edgesTo(net, before, node), edge, ...on(at(net.to, edge))];
				return {origin: at(net.from, at(edges, 0)), edges};
			}),
	);
	return [...usual, ...others];
}
