/** The routes of the diagram, to look at and to follow. */
import type {Route} from '../paths/route.js';
import type {Run} from '../run/run.js';
import {restart} from '../run/undo.js';
import {type Guide, guided, isGuided} from './guide.js';
import {keyFor} from './key-names.js';
import {edgesOf} from './prospects.js';
import {
	drillPlan,
	fromHere,
	keepNumber,
	type Routes,
	routesAlong,
	routesFromHere,
	routesOf,
} from './route-lists.js';
import {here, type Panel, type Session, told} from './session.js';
import {alongWords, guideTo, to} from './walk.js';

/** The routes that the open panel lists, and which of them is picked: the last one where the list became shorter. */
export function routesShown(session: Session): Routes & {readonly at: number} {
	const {filter = undefined, at = 0} = session.panel ?? {};
	const routes = filter === fromHere ? routesFromHere(session) : routesOf(session.outcomes, filter);
	return {...routes, at: Math.max(0, Math.min(at, routes.list.length - 1))};
}

/** The route picked in the open panel. */
export function routePicked(session: Session): Route | undefined {
	if (session.panel?.name !== 'routes') return undefined;
	const {list, at} = routesShown(session);
	return list[at];
}

/**
 * Narrows the list to those from here where not all are listed, to the next outcome that routes come to, then to the drill
 * plan, at last to none. What is picked stays so where it is still listed.
 */
export function nextFilter(session: Session): Session {
	const {panel} = session;
	if (!panel) return session;
	const outcomes = session.outlook.all().outcomes.map(({outcome}) => outcome);
	const here = routesFromHere(session).list.length > 0 ? [fromHere] : [];
	const names = [...here, ...outcomes, drillPlan];
	const next = panel.filter === undefined ? 0 : names.indexOf(panel.filter) + 1;
	const narrowed = {...session, panel: {...panel, filter: names[next], at: 0}};
	const picked = routePicked(session)?.id;
	const at = Math.max(
		0,
		routesShown(narrowed).list.findIndex(({id}) => id === picked),
	);
	return {...narrowed, panel: {...narrowed.panel, at}};
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
	return {name: `route ${number}`, edges, of: {route: id, filter, number}};
}

/** `guide` in the diagram of `session`, maybe another one now; undefined where it leads nowhere there. */
export function guideAgain(session: Session, {of, edges}: Guide): Guide | undefined {
	if ('outcome' in of) return guideTo(session, of.outcome);
	const {route: wanted, filter, number} = of;
	const {outcomes} = session;
	const among = ({list}: Routes) => list.find(({id}) => id === wanted);
	const listed = among(routesOf(outcomes));
	if (listed) return guideOf(listed, filter);
	keepNumber(outcomes, wanted, number);
	const route = among(filter === fromHere ? routesAlong(outcomes, edges) : routesOf(outcomes, filter));
	return route && guideOf(route, filter);
}

/**
 * The list that opens, and the line it opens at: the route that was walked to its end, the one that is followed, else the
 * first that the run has come along. Where the list of all does not come to it, it opens narrowed.
 */
export function routesOpened(session: Session): Pick<Panel, 'filter' | 'at'> {
	const at = lineOf(session, routesOf(session.outcomes));
	if (at >= 0) return {filter: undefined, at};
	const routes = routesFromHere(session);
	return {filter: routes.list.length > 0 ? fromHere : undefined, at: Math.max(0, lineOf(session, routes))};
}

function lineOf(session: Session, {list}: Routes): number {
	const {run, guide} = session;
	const followed = guide && 'route' in guide.of && isGuided(run, guide) ? guide.of.route : undefined;
	const tests = [
		(route: Route) => isWalked(run, route),
		({id}: Route) => id === followed,
		(route: Route) => isAlong(session, route),
	];
	return tests.map(is => list.findIndex(is)).find(at => at >= 0) ?? -1;
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
