/** The shortest way to an outcome. */
import type {Line} from './cover.js';
import {numbered, type Visit} from './detours.js';
import {nearest} from './nearest-end.js';
import {at, type Network, stepsOf} from './network.js';
import type {Outcomes} from './outcome.js';
import type {State} from './said.js';
import {Walk} from './walk.js';

/** Steps that a search past detours may take. */
const mostSteps = 200_000;

/**
 * The edges of a shortest route on from `node`, reached in `state` by `walked`, that ends in
 * `outcome`; undefined where there is none. The way to the nearest end; where that is no route, or a detour may belie it
 * (what it says is forgotten), the best of the routes that can be walked in time.
 * `returns` tells whether a way back over nodes of `walked` may change what the route says.
 */
export function wayTo(
	outcomes: Outcomes,
	outcome: string,
	node: number,
	state: State,
	walked: readonly Visit[],
	returns: boolean,
): readonly number[] | undefined {
	const {net} = outcomes;
	const before = numbered(net, walked);
	const comesTo = (way: readonly number[]) => {
		const stops = way.map(edge => ({node: at(net.to, edge), edge}));
		return outcomes.judge([...before, ...stops]).outcome === outcome;
	};
	const quick = nearest(outcomes, outcome, {node, state, edge: before.at(-1)?.edge ?? -1});
	let best = quick && isRoute(net, node, quick) && comesTo(quick) ? quick : undefined;
	if (!returns && (best || !quick)) return best;
	const walk = new Walk(net, {from: node, state, after: () => 0, rounds: 1, budget: mostSteps});
	while (walk.next()) {
		const way = walk.edges.slice(0, walk.length);
		if ((!best || stepsOf(net, way) < stepsOf(net, best)) && comesTo(way)) best = way;
	}
	return best;
}

/** A shortest route of the network that `outcomes` walks, from any start to `outcome`; undefined where there is none. */
export function shortestRoute(outcomes: Outcomes, outcome: string): Line | undefined {
	const {net} = outcomes;
	const lines = net.starts.flatMap(origin => {
		const start = [{node: net.diagram.nodes[origin]?.id ?? ''}];
		const edges = wayTo(outcomes, outcome, origin, outcomes.begin(origin), start, false);
		return edges ? [{origin, edges}] : [];
	});
	return lines.reduce<Line | undefined>(
		(best, line) => (best && stepsOf(net, best.edges) <= stepsOf(net, line.edges) ? best : line),
		undefined,
	);
}

/** Whether `way` comes back to a node of a cycle that nothing leaves by its last edge at the earliest: there a route ends. */
function isRoute(net: Network, node: number, way: readonly number[]): boolean {
	const nodes = [node, ...way.slice(0, -1).map(edge => at(net.to, edge))];
	const trapped = nodes.filter(one => net.trap[at(net.component, one)]);
	return new Set(trapped).size === trapped.length;
}
