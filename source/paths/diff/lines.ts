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
import type {RouteChange, RouteDifference, StepChange} from './routes.js';
import type {Change, Field} from './structure.js';

/** What may have happened to a route, the gravest first. */
type RouteKind = 'ends otherwise' | 'gone' | 'new' | 'other steps';

/** Routes to which the same has happened. */
export interface RouteGroup {
	readonly kind: RouteKind;
	/** Those that are listed. */
	readonly lines: readonly RouteLine[];
	/** How many more there are. */
	readonly more: number;
}

/** What happened to a route, or to several alike. Harmless. */
interface RouteLine {
	/** Of several, their number. */
	readonly outcome: string;
	/** Of several, how many of each outcome. */
	readonly decisions: readonly string[];
	/** What its outcome rests on, or which steps are new. */
	readonly why: string;
}

/** The routes that differ, at most `limit` lines for each kind; those that take the same other steps are one line. */
export function routeGroups({before, after, routes}: Difference, limit: number): RouteGroup[] {
	const line = (diagram: Diagram, route: Route, was = ''): RouteLine => ({
		outcome: `${was}${harmless(route.verdict.outcome)}`,
		decisions: decisionTexts(diagram, route),
		why: reason(route.verdict),
	});
	const group = <T>(
		kind: RouteKind,
		all: readonly T[],
		lineOf: (item: T) => RouteLine,
		size = (_: T) => 1,
	) => ({
		kind,
		lines: all.slice(0, limit).map(lineOf),
		more: all.slice(limit).reduce((sum, item) => sum + size(item), 0),
	});
	const steps = [...groupBy(routes.steps, pair => stepWords(before, after, pair))];
	const was = (pair: RouteChange) => `${harmless(pair.before.verdict.outcome)} → `;
	return [
		group('ends otherwise', routes.outcome, pair => line(after, pair.after, was(pair))),
		group('gone', routes.removed, route => line(before, route)),
		group('new', routes.added, route => line(after, route)),
		group(
			'other steps',
			steps,
			([why, pairs]) => {
				const [first, ...others] = pairs;
				if (first && others.length === 0) return {...line(after, first.after), why};
				return {outcome: plural(pairs.length, 'route'), decisions: tallied(pairs), why};
			},
			([, pairs]) => pairs.length,
		),
	].filter(({lines}) => lines.length > 0);
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
export function remarks({errors}: Difference): string[] {
	return [...unreadWords(errors.before, 'old file'), ...unreadWords(errors.after, 'new file')];
}

/** What follows the number of routes where no more than that was compared. */
export function uncomparedWords({uncompared}: RouteDifference): string {
	return uncompared ? `; too ${uncompared} to compare one by one` : '';
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
