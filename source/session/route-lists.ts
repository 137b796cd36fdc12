/** The routes of the diagram, in lists that end where nobody would read on. */
import {onceFor} from '../once.js';
import {coverEdges} from '../paths/cover.js';
import type {Outcomes} from '../paths/outcome.js';
import {everything, Query} from '../paths/query.js';
import {type Route, RouteMaker} from '../paths/route.js';
import type {Run} from '../run/run.js';
import {countWords, edgesOf} from './prospects.js';
import type {Session} from './session.js';

/** The routes that the screen lists. */
export interface Routes {
	readonly list: readonly Route[];
	/** How many there are in all, in words; more than are listed, where those are some hundreds. */
	readonly count: string;
}

/** More than anyone reads on a screen; `paths` lists the rest. */
const mostListed = 300;
/** Signs of life of the search after which a diagram with very few such routes is left alone. */
const mostPatience = 20;

/** The filter that leaves the fewest routes which together take every edge: what to rehearse. */
export const drillPlan = 'drill plan';
/** The filter that leaves the routes which the run has come along so far, where not all are listed. */
export const fromHere = 'from here';

/** What was listed of a diagram, so that it is worked out once. */
interface Known {
	readonly byFilter: Map<string, Routes>;
	/** By the id of a route: the number that it has on the screen. */
	readonly numbers: Map<string, number>;
}

const known = onceFor<Outcomes, Known>(() => ({byFilter: new Map(), numbers: new Map()}));

/**
 * The routes in file order, all of them, those that come to `outcome`, or the drill plan. A route has the same number in
 * all lists: its place among all of them, or the next one free.
 */
export function routesOf(outcomes: Outcomes, filter?: string): Routes {
	const {byFilter} = known(outcomes);
	const name = filter ?? '';
	const routes = byFilter.get(name) ?? routesBy(outcomes, filter);
	byFilter.set(name, routes);
	return routes;
}

function routesBy(outcomes: Outcomes, filter: string | undefined): Routes {
	if (filter === undefined) return found(outcomes, new Query(outcomes, everything));
	if (filter === drillPlan) return planOf(outcomes);
	// A file that was changed may know it no more.
	if (!outcomes.names.includes(filter)) return {list: [], count: '0'};
	const all = routesOf(outcomes);
	if (!isWhole(all)) return found(outcomes, new Query(outcomes, {...everything, outcomes: [filter]}));
	const list = all.list.filter(({verdict}) => verdict.outcome === filter);
	return {list, count: String(list.length)};
}

function isWhole({list, count}: Routes): boolean {
	return count === String(list.length);
}

function found(outcomes: Outcomes, query: Query): Routes {
	const {list} = searched(outcomes, query, []);
	const {value, exact} = query.count().total;
	return {list, count: countWords(value, exact)};
}

/** The routes that begin with the edges of `along`. */
export function routesAlong(outcomes: Outcomes, along: readonly string[]): Routes {
	// Those have the first numbers.
	routesOf(outcomes);
	const {list, isAll} = searched(outcomes, new Query(outcomes, everything), along);
	return {list, count: isAll ? String(list.length) : 'more'};
}

function searched(
	outcomes: Outcomes,
	query: Query,
	along: readonly string[],
): {list: Route[]; isAll: boolean} {
	const list: Route[] = [];
	let searching = 0;
	for (const found of query.search(along)) {
		if (list.length === mostListed || searching > mostPatience) return {list, isAll: false};
		if (found === 'searching') searching += 1;
		else list.push(numbered(outcomes, found));
	}
	return {list, isAll: true};
}

function numbered(outcomes: Outcomes, route: Route): Route {
	const {numbers} = known(outcomes);
	const number = numbers.get(route.id) ?? numbers.size + 1;
	numbers.set(route.id, number);
	return {...route, number};
}

function planOf(outcomes: Outcomes): Routes {
	// Those have the first numbers.
	routesOf(outcomes);
	const maker = new RouteMaker(outcomes);
	const lines = coverEdges(new Query(outcomes, everything).network);
	const list = lines
		.slice(0, mostListed)
		.map(({origin, edges}, index) => numbered(outcomes, maker.make(index + 1, origin, edges)));
	return {list, count: String(lines.length)};
}

/** The routes that begin as a run did; worked out once for each run. */
const behind = onceFor<Run, Map<Outcomes, Routes>>(() => new Map());

export function routesFromHere({run, outcomes}: Session): Routes {
	const routes = behind(run).get(outcomes) ?? routesAlong(outcomes, edgesOf(run));
	behind(run).set(outcomes, routes);
	return routes;
}

/** Whether the list of all routes leaves some out, and the run has gone part of the way. */
export function isPartial({run, outcomes}: Session): boolean {
	return run.past !== undefined && !isWhole(routesOf(outcomes));
}
