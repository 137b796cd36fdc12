/** What differs, in words that text and Markdown share. */
import type {Diagram} from '../../diagram/diagram.js';
import {groupBy} from '../../group.js';
import {numberOf, plural} from '../../numbers.js';
import {harmless} from '../../text.js';
import {decisionTexts} from '../formats/decision.js';
import {unreadWords} from '../formats/remarks.js';
import type {Count} from '../query.js';
import {reason} from '../reason.js';
import type {Route} from '../route.js';
import type {Difference, Sides, Tally} from './difference.js';
import type {RouteChange, StepChange} from './routes.js';
import type {Change, Field} from './structure.js';

/** Routes of one kind that text and Markdown list. */
const mostListed = 100;

/** What may have happened to a route, the gravest first. */
export const routeKinds = ['ends otherwise', 'gone', 'new', 'other steps'] as const;

/** What happened to a route, or to several alike. Harmless. */
export interface RouteLine {
	readonly kind: (typeof routeKinds)[number];
	/** Of several, their number. */
	readonly outcome: string;
	/** Of several, how many of each outcome. */
	readonly decisions: readonly string[];
	/** What its outcome rests on, or which steps are new. */
	readonly why: string;
}

/** The routes that differ, a line each; those that take other steps together where these are the same. */
export function routeLines({before, after, routes}: Difference): RouteLine[] {
	const line = (kind: RouteLine['kind'], diagram: Diagram, route: Route, was = ''): RouteLine => ({
		kind,
		outcome: `${was}${harmless(route.verdict.outcome)}`,
		decisions: decisionTexts(diagram, route),
		why: reason(route.verdict),
	});
	const was = (pair: RouteChange) => `${harmless(pair.before.verdict.outcome)} → `;
	const groups = stepGroups({before, after, routes});
	return [
		...routes.outcome.slice(0, mostListed).map(pair => line('ends otherwise', after, pair.after, was(pair))),
		...routes.removed.slice(0, mostListed).map(route => line('gone', before, route)),
		...routes.added.slice(0, mostListed).map(route => line('new', after, route)),
		...[...groups].slice(0, mostListed).map(([why, pairs]): RouteLine => {
			const [first, ...others] = pairs;
			if (first && others.length === 0) return {...line('other steps', after, first.after), why};
			return {
				kind: 'other steps',
				outcome: plural(pairs.length, 'route'),
				decisions: tallied(pairs),
				why,
			};
		}),
	];
}

/** The routes that take other steps, by what is other about them. */
function stepGroups({before, after, routes}: Pick<Difference, 'before' | 'after' | 'routes'>) {
	return groupBy(routes.steps, pair => stepWords(before, after, pair));
}

/** How many of `pairs` have each outcome. */
function tallied(pairs: readonly RouteChange[]): string[] {
	const byOutcome = groupBy(pairs, ({after}) => harmless(after.verdict.outcome));
	return [...byOutcome].map(([outcome, {length}]) => `${outcome} ${length}`);
}

/** Which steps are new and which are gone. */
function stepWords(before: Diagram, after: Diagram, {also, without}: StepChange): string {
	const named = (diagram: Diagram, ids: readonly string[]) =>
		ids.map(id => harmless(`${id} “${diagram.node(id).label}”`)).join(', ');
	if (also.length + without.length === 0) return 'the same steps in another order, or by other ways';
	return [
		...(also.length > 0 ? [`also ${named(after, also)}`] : []),
		...(without.length > 0 ? [`without ${named(before, without)}`] : []),
	].join('; ');
}

/** What else has to be known of the comparison. */
export function remarks(difference: Difference): string[] {
	const {routes, errors} = difference;
	const {compared, added, removed, outcome} = routes;
	const lines = [added.length, removed.length, outcome.length, stepGroups(difference).size];
	const cut = lines.some(count => count > mostListed);
	return [
		...unreadWords(errors.before, 'old file'),
		...unreadWords(errors.after, 'new file'),
		...(compared ? [] : ['There are too many routes to compare them one by one.']),
		...(cut ? [`Only the first ${mostListed} routes of each kind are listed; --format json has all.`] : []),
	];
}

/** How often each outcome is come to, those of the new diagram first. */
export function outcomeRows({before, after}: Sides<Tally>) {
	const names = [...new Set([...after.outcomes, ...before.outcomes].map(({outcome}) => outcome))];
	const find = (counts: Tally, name: string): Count =>
		counts.outcomes.find(({outcome}) => outcome === name)?.count ?? {value: 0n, exact: counts.total.exact};
	return names.map(name => ({name, before: find(before, name), after: find(after, name)}));
}

/** Edges go by their ends: their ids change with every line put in before them. */
export function titleOf({element, id, title}: Change): string {
	return element === 'node' || element === 'lane' ? `${id} “${title}”` : title;
}

/** A property before and after; of an edge the nodes that it joins with their labels. */
export function fieldText({before, after}: Sides<Diagram>, {element}: Change, field: Field): string {
	const isEnd = element === 'edge' && (field.name === 'from' || field.name === 'to');
	const named = (id: string) => {
		const diagram = after.has(id) ? after : before;
		return isEnd && diagram.has(id) ? `${id} “${diagram.node(id).label}”` : `“${id}”`;
	};
	return `${field.name} ${named(field.before)} → ${named(field.after)}`;
}

/** A number that may have changed. */
export function turn({before, after}: Sides<Count>): string {
	const [from, to] = [numberOfCount(before), numberOfCount(after)];
	return from === to ? to : `${from} → ${to}`;
}

export function numberOfCount({value, exact}: Count): string {
	return numberOf(value, exact);
}
