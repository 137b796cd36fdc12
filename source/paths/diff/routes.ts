/** What a change of a diagram does to its routes. */
import {countEach, groupBy} from '../../group.js';
import type {Counts, Query} from '../query.js';
import type {Route} from '../route.js';
import type {Matching} from './match.js';

/** A route that is in both diagrams and is not the same in them. */
export interface RouteChange {
	readonly before: Route;
	readonly after: Route;
}

/** A route that takes other steps. */
export interface StepChange extends RouteChange {
	/** Nodes of the new diagram that it comes to and did not, as often as that. */
	readonly also: readonly string[];
	/** Nodes of the old diagram that it does not come to any more. */
	readonly without: readonly string[];
}

export interface RouteDifference {
	readonly before: Counts;
	readonly after: Counts;
	/** What the routes are too much of to be compared one by one, so that only their numbers were; undefined where they were. */
	readonly uncompared: 'many' | 'long' | undefined;
	readonly added: readonly Route[];
	readonly removed: readonly Route[];
	/** The same decisions, another outcome. */
	readonly outcome: readonly RouteChange[];
	/** The same decisions and outcome, other steps. */
	readonly steps: readonly StepChange[];
}

/** Routes on one side, and steps of them all together, beyond which they are not compared one by one. */
const mostCompared = 20_000;
const mostSteps = 2_000_000;

/** Compares the routes of two questions; first those with the same edges, then those with the same decisions. */
export function routeDifference(before: Query, after: Query, matching: Matching): RouteDifference {
	const counts = {before: before.count(), after: after.count()};
	const none = {added: [], removed: [], outcome: [], steps: []};
	if ([counts.before, counts.after].some(({total}) => total.value > mostCompared || !total.exact))
		return {...counts, uncompared: 'many', ...none};
	const old = listed(before);
	const all = old && listed(after);
	if (!all) return {...counts, uncompared: 'long', ...none};
	return {...counts, uncompared: undefined, ...compared(old, all, matching)};
}

/** All routes; undefined where they are too long to be looked at all. */
function listed(query: Query): Route[] | undefined {
	const routes: Route[] = [];
	let steps = 0;
	for (const route of query.routes()) {
		steps += route.nodes.length;
		if (steps > mostSteps) return undefined;
		routes.push(route);
	}
	return routes;
}

function compared(
	old: readonly Route[],
	after: readonly Route[],
	matching: Matching,
): Pick<RouteDifference, 'added' | 'removed' | 'outcome' | 'steps'> {
	const young = new Map(after.map(route => [route.number, route]));
	const same = pairsBy(
		old,
		young,
		route => byEdges(route, matching),
		route => byEdges(route),
	);
	const kept = new Set(same.map(pair => pair.before));
	const left = old.filter(route => !kept.has(route));
	const alike = pairsBy(
		left,
		young,
		route => byDecisions(route, matching.nodes),
		route => byDecisions(route),
	);
	const all = [...same, ...alike].sort((a, b) => a.after.number - b.after.number);
	const isTurned = (pair: RouteChange) => pair.before.verdict.outcome !== pair.after.verdict.outcome;
	const paired = new Set(all.map(pair => pair.before));
	return {
		added: [...young.values()],
		removed: old.filter(route => !paired.has(route)),
		outcome: all.filter(isTurned),
		steps: all
			.filter(pair => !isTurned(pair))
			.map(pair => ({...pair, ...stepsOf(pair, matching.nodes)}))
			.filter(({before, also, without}) => !kept.has(before) || also.length + without.length > 0),
	};
}

/** The steps that one of the two takes and the other does not. */
function stepsOf({before, after}: RouteChange, nodes: ReadonlyMap<string, string>) {
	const left = countEach(after.nodes);
	const without = before.nodes.filter(id => {
		const count = left.get(nodes.get(id) ?? '') ?? 0;
		if (count > 0) left.set(nodes.get(id) ?? '', count - 1);
		return count === 0;
	});
	return {also: [...left].flatMap(([id, count]) => Array<string>(count).fill(id)), without};
}

/** Pairs routes with the same key, in order, and takes the new ones out of `young`. */
function pairsBy(
	old: readonly Route[],
	young: Map<number, Route>,
	oldKey: (route: Route) => string | undefined,
	youngKey: (route: Route) => string | undefined,
): RouteChange[] {
	const byKey = groupBy(young.values(), route => youngKey(route) ?? '');
	return old.flatMap(before => {
		const key = oldKey(before);
		const after = key === undefined ? undefined : byKey.get(key)?.shift();
		if (!after) return [];
		young.delete(after.number);
		return [{before, after}];
	});
}

/** The edges of a route as the new diagram calls them, its node where it has none; undefined where one is gone. */
function byEdges({nodes, edges}: Route, matching?: Matching): string | undefined {
	const called = (kind: 'nodes' | 'edges', id = '') => (matching ? matching[kind].get(id) : id);
	const names = edges.length > 0 ? edges.map(id => called('edges', id)) : ['at', called('nodes', nodes[0])];
	return names.includes(undefined) ? undefined : names.join(' ');
}

function byDecisions({decisions}: Route, matching?: ReadonlyMap<string, string>): string | undefined {
	const names = decisions.map(({node}) => (matching ? matching.get(node) : node));
	if (names.includes(undefined)) return undefined;
	return decisions.map(({choice}, index) => `${names[index]}\n${choice}`).join('\n');
}
