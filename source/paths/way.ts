/** The shortest way to an outcome. */
import type {Line} from './cover.js';
import {numbered, type Visit} from './detours.js';
import {at, endsAt, type Network} from './network.js';
import type {Outcomes} from './outcome.js';
import type {State} from './said.js';
import {roundFrom} from './shortest.js';
import {Walk} from './walk.js';

/** Steps that a search past detours may take. */
const mostSteps = 200_000;

/**
 * The edges of a shortest way from `node`, reached in `state` by `walked`, that ends in
 * `outcome`; undefined where there is none. Breadth first over nodes and states; where a detour
 * may belie that (what it says is forgotten), the best of the routes that can be walked in time.
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
	if (comesTo([])) return [];
	const quick = breadthFirst(outcomes, outcome, node, state);
	let best = quick && comesTo(quick) ? quick : undefined;
	if (!returns && (best || !quick)) return best;
	const walk = new Walk(net, {from: node, state, after: () => 0, rounds: 1, budget: mostSteps});
	while (walk.next()) {
		const way = walk.edges.slice(0, walk.length);
		if ((!best || way.length < best.length) && comesTo(way)) best = way;
	}
	return best;
}

/** A shortest route of the network that `outcomes` walks, from any start to `outcome`; undefined where there is none. */
export function shortestRoute(outcomes: Outcomes, outcome: string): Line | undefined {
	const {net} = outcomes;
	const lines = net.starts.flatMap(origin => {
		const start = [{node: net.diagram.nodes[origin]?.id ?? ''}];
		const way = wayTo(outcomes, outcome, origin, outcomes.begin(origin), start, false);
		return way ? [{origin, edges: [...way, ...closing(net, origin, way)]}] : [];
	});
	return lines.reduce<Line | undefined>(
		(best, line) => (best && best.edges.length <= line.edges.length ? best : line),
		undefined,
	);
}

/** Where `way` comes into a cycle that nothing leaves, a shortest round back to where it did: so a route ends there. */
function closing(net: Network, origin: number, way: readonly number[]): readonly number[] {
	const last = way.at(-1);
	const node = last === undefined ? origin : at(net.to, last);
	return net.trap[at(net.component, node)] === true ? roundFrom(net, node) : [];
}

interface Place {
	readonly node: number;
	readonly state: State;
	readonly edge: number;
	readonly before: Place | undefined;
}

function breadthFirst(outcomes: Outcomes, outcome: string, node: number, state: State): number[] | undefined {
	const {net, states} = outcomes;
	const seen = new Set<number>();
	const queue: Place[] = [{node, state, edge: -1, before: undefined}];
	for (const place of queue) {
		if (
			endsAt(net, place.node) &&
			outcomes.name(outcomes.ending(place.state, place.node, place.edge)) === outcome
		)
			return edgesTo(place);
		for (const edge of net.out[place.node] ?? []) {
			const next = {node: at(net.to, edge), state: outcomes.after(place.state, edge), edge, before: place};
			// Whether an end in no circle has an outcome depends on the last edge, so sinks are kept apart by it.
			const key =
				net.out[next.node]?.length === 0 ? -1 - edge * states - next.state : next.node * states + next.state;
			if (seen.has(key)) continue;
			seen.add(key);
			queue.push(next);
		}
	}
	return undefined;
}

function edgesTo(place: Place): number[] {
	const edges: number[] = [];
	for (let next: Place | undefined = place; next?.before; next = next.before) edges.push(next.edge);
	return edges.reverse();
}
