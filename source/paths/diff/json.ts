/** A difference as JSON: all of it, for programs. */
import {json as asText} from '../../text.js';
import type {Count} from '../query.js';
import {reason} from '../reason.js';
import type {Route} from '../route.js';
import type {Difference, Sides, Tally} from './difference.js';
import {outcomeRows} from './lines.js';
import type {RouteChange} from './routes.js';

export function json({names, errors, changes, routes, runs}: Difference): string {
	const route = ({id, number, verdict, nodes, edges, decisions}: Route) => ({
		id,
		number,
		outcome: verdict.outcome,
		why: reason(verdict),
		nodes,
		edges,
		decisions,
	});
	const change = ({before, after}: RouteChange) => ({before: route(before), after: route(after)});
	return `${asText({
		schema: 'flowzap-tui/diff/1',
		before: names.before,
		after: names.after,
		errors,
		changes,
		routes: {
			...tally(routes),
			compared: routes.uncompared === undefined,
			added: routes.added.map(route),
			removed: routes.removed.map(route),
			outcome: routes.outcome.map(change),
			steps: routes.steps.map(pair => ({...change(pair), also: pair.also, without: pair.without})),
		},
		...(runs ? {runs: tally(runs)} : {}),
	})}\n`;
}

function tally(sides: Sides<Tally>) {
	const count = ({value, exact}: Count) => ({value: String(value), exact});
	return {
		before: count(sides.before.total),
		after: count(sides.after.total),
		outcomes: outcomeRows(sides).map(({name, before, after}) => ({
			name,
			before: String(before.value),
			after: String(after.value),
		})),
	};
}
