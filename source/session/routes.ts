/** The routes of the diagram, to look at and to follow. */
import {onceFor} from '../once.js';
import {coverEdges} from '../paths/cover.js';
import type {Outcomes} from '../paths/outcome.js';
import {everything, Query} from '../paths/query.js';
import {type Route, RouteMaker} from '../paths/route.js';
import type {Run} from '../run/run.js';
import {restart} from '../run/undo.js';
import {type Guide, guided, isGuided} from './guide.js';
import {keyFor} from './key-names.js';
import {countWords, edgesOf} from './prospects.js';
import {here, type Session, told} from './session.js';
import {alongWords, guideTo, to} from './walk.js';

/** The routes that the screen lists. */
interface Routes {
	readonly list: readonly Route[];
	/** How many there are in all, in words: the list stops at some hundreds. */
	readonly count: string;
}

/** More than anyone reads on a screen; `paths` lists the rest. */
const mostListed = 300;
/** Signs of life of the search after which a diagram with very few such routes is left alone. */
const mostPatience = 20;

/** The filter that leaves the fewest routes which together take every edge: what to rehearse. */
export const drillPlan = 'drill plan';

const known = onceFor<Outcomes, Map<string, Routes>>(() => new Map());

/**
 * The routes in file order, all of them, those that come to `outcome`, or the drill plan; worked out once. A route keeps the
 * number it has among all of them where all are listed.
 */
export function routesOf(outcomes: Outcomes, filter?: string): Routes {
	const byFilter = known(outcomes);
	const name = filter ?? '';
	const routes = byFilter.get(name) ?? routesBy(outcomes, filter);
	byFilter.set(name, routes);
	return routes;
}

function routesBy(outcomes: Outcomes, filter: string | undefined): Routes {
	if (filter === undefined) return found(outcomes, []);
	const all = routesOf(outcomes);
	if (filter === drillPlan) return planOf(outcomes, new Map(all.list.map(route => [route.id, route])));
	// A file that was changed may know it no more.
	if (!outcomes.names.includes(filter)) return {list: [], count: '0'};
	if (all.count !== String(all.list.length)) return found(outcomes, [filter]);
	const list = all.list.filter(({verdict}) => verdict.outcome === filter);
	return {list, count: String(list.length)};
}

function found(outcomes: Outcomes, wanted: readonly string[]): Routes {
	const query = new Query(outcomes, {...everything, outcomes: wanted});
	const list: Route[] = [];
	let searching = 0;
	for (const found of query.search()) {
		if (found === 'searching') searching += 1;
		else list.push(found);
		if (list.length >= mostListed || searching > mostPatience) break;
	}
	const {value, exact} = query.count().total;
	return {list, count: countWords(value, exact)};
}

/** The drill plan; a route of `listed`, by its id, is that one, and the others are numbered after those. */
function planOf(outcomes: Outcomes, listed: ReadonlyMap<string, Route>): Routes {
	const maker = new RouteMaker(outcomes);
	const lines = coverEdges(new Query(outcomes, everything).network);
	let number = listed.size;
	const list = lines.slice(0, mostListed).map(({origin, edges}) => {
		const route = maker.make(number + 1, origin, edges);
		const same = listed.get(route.id);
		if (!same) number = route.number;
		return same ?? route;
	});
	return {list, count: String(lines.length)};
}

/** The routes that the open panel lists. */
export function routesShown(session: Session): Routes {
	return routesOf(session.outcomes, session.panel?.filter);
}

/** The route picked in the open panel. */
export function routePicked(session: Session): Route | undefined {
	return session.panel?.name === 'routes' ? routesShown(session).list[session.panel.at] : undefined;
}

/** Narrows the list to the next outcome that routes come to, then to the drill plan, at last to none. */
export function nextFilter(session: Session): Session {
	const {panel} = session;
	if (!panel) return session;
	const names = [...session.outlook.all().outcomes.map(({outcome}) => outcome), drillPlan];
	const next = panel.filter === undefined ? 0 : names.indexOf(panel.filter) + 1;
	return {...session, panel: {...panel, filter: names[next], at: 0}};
}

/**
 * The picked route as a guide: at each decision its branch is picked beforehand. Who is on it already goes on from there,
 * all others begin anew.
 */
export function followRoute(session: Session): Session {
	const route = routePicked(session);
	if (!route) return {...session, panel: undefined};
	const {run} = session;
	const begun = {...session, panel: undefined, guide: guideOf(route, session.panel?.filter)};
	if (!run.past) return told(to(begun, restart(run)), `route ${route.number}: ${alongWords(session)}`);
	if (isOn(session, route))
		return told(
			{...begun, picked: guided(run, begun.guide)},
			`on route ${route.number} already: ${alongWords(session)}`,
		);
	return told(
		to(begun, restart(run)),
		`route ${route.number} anew (${keyFor(session, 'back')} undoes): ${alongWords(session)}`,
	);
}

function guideOf({number, edges, id}: Route, filter: string | undefined): Guide {
	return {name: `route ${number}`, edges, of: {route: id, filter}};
}

/** `guide` in the diagram of `session`, maybe another one now; undefined where it leads nowhere there. */
export function guideAgain(session: Session, {of}: Guide): Guide | undefined {
	if ('outcome' in of) return guideTo(session, of.outcome);
	const {route: wanted, filter} = of;
	const among = ({list}: Routes) => list.find(({id}) => id === wanted);
	const route = among(routesOf(session.outcomes)) ?? among(routesOf(session.outcomes, filter));
	return route && guideOf(route, filter);
}

/**
 * The line that the list opens at: the route that was walked to its end, the one that is followed, else the first that the
 * run has come along.
 */
export function firstRoute(session: Session): number {
	const {run, guide} = session;
	const {list} = routesOf(session.outcomes);
	const followed = guide && 'route' in guide.of && isGuided(run, guide) ? guide.of.route : undefined;
	const tests = [
		(route: Route) => isWalked(run, route),
		({id}: Route) => id === followed,
		(route: Route) => isAlong(session, route),
	];
	return tests.map(is => list.findIndex(is)).find(at => at >= 0) ?? 0;
}

/** Whether to follow the picked route is to begin again. */
export function followsAnew(session: Session): boolean {
	const route = routePicked(session);
	return route !== undefined && session.run.past !== undefined && !isOn(session, route);
}

/** Whether the run can go on along `route` from where it stands. */
function isOn(session: Session, route: Route): boolean {
	return session.run.state !== 'ended' && isAlong(session, route);
}

/** Whether the run has come along `route` so far. */
function isAlong(session: Session, route: Route): boolean {
	const walked = edgesOf(session.run);
	return walked.every((edge, at) => edge === route.edges[at]) && here(session) === route.nodes[walked.length];
}

/** Whether what was walked is `route` from its start to its end. */
export function isWalked(run: Run, {edges}: Route): boolean {
	const walked = edgesOf(run);
	return (
		run.state === 'ended' && walked.length === edges.length && walked.every((edge, at) => edge === edges[at])
	);
}
