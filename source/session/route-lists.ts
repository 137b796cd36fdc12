/** The routes of the diagram, in lists that end where nobody would read on. */
import {onceFor} from '../once.js';
import {coverEdges} from '../paths/cover.js';
import type {Outcomes} from '../paths/outcome.js';
import {everything, Query} from '../paths/query.js';
import {type Route, RouteMaker} from '../paths/route.js';
import type {Run} from '../run/run.js';
import {countWords, edgesOf} from './prospects.js';
import {here, type Session} from './session.js';

/** The routes that the screen lists. */
export interface Routes {
	readonly list: readonly Route[];
	/** Whether those are all that there are: a list ends after some hundreds. */
	readonly isAll: boolean;
	/** How many there are in all, in words, where that was counted. */
	readonly count?: string;
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
	/** The greatest of them. */
	last: number;
}

const known = onceFor<Outcomes, Known>(() => ({byFilter: new Map(), numbers: new Map(), last: 0}));

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
	if (!outcomes.names.includes(filter)) return {list: [], isAll: true};
	const {list, isAll} = routesOf(outcomes);
	if (!isAll) return found(outcomes, new Query(outcomes, {...everything, outcomes: [filter]}));
	return {list: list.filter(({verdict}) => verdict.outcome === filter), isAll};
}

function found(outcomes: Outcomes, query: Query): Routes {
	const routes = searched(outcomes, query, []);
	if (routes.isAll) return routes;
	const {value, exact} = query.count().total;
	return {...routes, count: countWords(value, exact)};
}

/** The routes that begin with the edges of `along`. */
export function routesAlong(outcomes: Outcomes, along: readonly string[]): Routes {
	// Those have the first numbers.
	routesOf(outcomes);
	return searched(outcomes, new Query(outcomes, everything), along);
}

function searched(outcomes: Outcomes, query: Query, along: readonly string[]): Routes {
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
	const {numbers, last} = known(outcomes);
	const number = numbers.get(route.id) ?? last + 1;
	keepNumber(outcomes, route.id, number);
	return {...route, number};
}

/** The route with this id is to have this number, if it has none yet. */
export function keepNumber(outcomes: Outcomes, id: string, number: number) {
	const kept = known(outcomes);
	if (!kept.numbers.has(id)) kept.numbers.set(id, number);
	kept.last = Math.max(kept.last, number);
}

function planOf(outcomes: Outcomes): Routes {
	// Those have the first numbers.
	routesOf(outcomes);
	const maker = new RouteMaker(outcomes);
	const lines = coverEdges(new Query(outcomes, everything).network);
	const list = lines
		.slice(0, mostListed)
		.map(({origin, edges}, index) => numbered(outcomes, maker.make(index + 1, origin, edges)));
	return {list, isAll: list.length === lines.length, count: String(lines.length)};
}

/** The routes that begin as a run did; worked out once for each run. */
const behind = onceFor<Run, Map<Outcomes, Routes>>(() => new Map());

/** The routes that go on from where the run stands, or that it has walked; empty where all are listed anyway, or it is on none. */
export function routesFromHere(session: Session): Routes {
	const {run, outcomes} = session;
	if (run.past === undefined || routesOf(outcomes).isAll) return {list: [], isAll: true};
	const walked = edgesOf(run);
	const routes = behind(run).get(outcomes) ?? routesAlong(outcomes, walked);
	behind(run).set(outcomes, routes);
	// Who jumped stands elsewhere.
	return routes.list[0]?.nodes[walked.length] === here(session) ? routes : {list: [], isAll: true};
}
