/** The nearest end of an outcome: breadth first over nodes and states. */
import {at} from './network.js';
import {neverEnds, type Outcomes} from './outcome.js';
import type {State} from './said.js';

/** A node in a state, come to by an edge: -1 where a route begins there. */
interface Arrival {
	readonly node: number;
	readonly state: State;
	readonly edge: number;
}

/** An arrival on the way of a search, and the one before it. */
interface Place extends Arrival {
	readonly steps: number;
	readonly before: Place | undefined;
}

/**
 * The edges of a shortest way from `start` to where a route ends in `outcome`: where nothing leads on, or, in a cycle
 * that nothing leaves, where it comes back to a node of it; undefined where there is none. It takes no heed of what
 * a detour leaves unsaid, nor of a round that was closed before: no route is shorter, but the way may be none.
 */
export function nearest(outcomes: Outcomes, outcome: string, start: Arrival): readonly number[] | undefined {
	const {net} = outcomes;
	const isWanted = ({state, node, edge}: Arrival) =>
		outcomes.name(outcomes.ending(state, node, edge)) === outcome;
	const mayGoRound = outcome === neverEnds || outcomes.isGiven(outcome);
	let best: Place | undefined;
	for (const place of placesFrom(outcomes, {...start, steps: 0, before: undefined})) {
		if (best && place.steps >= best.steps) break;
		if (net.out[place.node]?.length === 0) {
			if (isWanted(place)) return edgesTo(place);
		} else if (mayGoRound && mayGoRoundFrom(outcomes, place))
			best = roundFrom(outcomes, place, best?.steps ?? Number.POSITIVE_INFINITY, isWanted) ?? best;
	}
	return best && edgesTo(best);
}

/** Whether a shortest route may end by a round that begins at `place`: it comes back from another node than led there. */
function mayGoRoundFrom({net}: Outcomes, {node, before}: Place): boolean {
	if (!net.trap[at(net.component, node)]) return false;
	return !before || (net.in[node] ?? []).some(edge => at(net.from, edge) !== before.node);
}

/** The end of a shortest round on from `place` and back to its node, in less than `most` steps in all. */
function roundFrom(
	outcomes: Outcomes,
	place: Place,
	most: number,
	isWanted: (place: Place) => boolean,
): Place | undefined {
	for (const next of placesFrom(outcomes, place)) {
		if (next.steps >= most) return undefined;
		if (next !== place && next.node === place.node && isWanted(next)) return next;
	}
	return undefined;
}

/** All places that are reached from `first`, the nearest first; its own again where a way leads back there. */
function* placesFrom(outcomes: Outcomes, first: Place): Generator<Place, void, undefined> {
	const {net, states} = outcomes;
	const seen = new Set<number>();
	const queue = [first];
	for (const before of queue) {
		yield before;
		for (const edge of net.out[before.node] ?? []) {
			const node = at(net.to, edge);
			const state = outcomes.after(before.state, edge);
			// Whether an end in no circle has an outcome depends on the last edge, so ends are kept apart by it.
			const key = net.out[node]?.length === 0 ? -1 - edge * states - state : node * states + state;
			if (seen.has(key)) continue;
			seen.add(key);
			// An exit is no step: what lies behind it is as near as the node that it leads out of.
			if (net.diagram.edges[edge]) queue.push({node, state, edge, steps: before.steps + 1, before});
			else yield {node, state, edge, steps: before.steps, before};
		}
	}
}

function edgesTo(place: Place): number[] {
	const edges: number[] = [];
	for (let next = place; next.before; next = next.before) edges.push(next.edge);
	return edges.reverse();
}
