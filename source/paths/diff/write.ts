/** A difference between two diagrams, written for people and for programs. */
import type {Diagram} from '../../diagram/diagram.js';
import {numberOf, plural} from '../../numbers.js';
import {json as asText, harmless, pad, width} from '../../text.js';
import {decisionTexts} from '../formats/decision.js';
import {hang} from '../formats/hang.js';
import {plain} from '../formats/markdown.js';
import type {Count} from '../query.js';
import {reason} from '../reason.js';
import type {Route} from '../route.js';
import type {RouteChange, RouteDifference} from './routes.js';
import type {Change, Field} from './structure.js';

export interface Difference {
	readonly names: {readonly before: string; readonly after: string};
	readonly before: Diagram;
	readonly after: Diagram;
	readonly changes: readonly Change[];
	readonly routes: RouteDifference;
}

/** Every way to write a difference. */
export const differenceFormats = {text, markdown, json} satisfies Record<
	string,
	(difference: Difference) => string
>;

/** Whether anything differs. */
export function differs({changes, routes}: Difference): boolean {
	const {added, removed, outcome, steps} = routes;
	return changes.length + added.length + removed.length + outcome.length + steps.length > 0;
}

const columns = 80;
const signs = {added: '+', removed: '-', changed: '~'};
/** Routes of one kind that text and Markdown list. */
const mostListed = 100;

/** What may have happened to a route, the gravest first. */
const routeKinds = ['ends otherwise', 'gone', 'new', 'other steps'] as const;

/** A line of text or of a table: what happened to a route. */
interface RouteLine {
	readonly kind: (typeof routeKinds)[number];
	readonly outcome: string;
	readonly decisions: string;
	readonly why: string;
}

function text(difference: Difference): string {
	const {names, changes, routes} = difference;
	const head = `${harmless(names.before)} → ${harmless(names.after)}`;
	if (!differs(difference)) return `${head}: no difference\n`;
	const structure = changes.flatMap(change => [
		...hang(`  ${signs[change.change]} ${change.element} `, harmless(titleOf(change)), columns),
		...change.fields.flatMap(field => hang('      ', harmless(fieldText(field)), columns)),
	]);
	const rows = outcomeRows(routes);
	const wide = Math.max(0, ...rows.map(({name}) => width(harmless(name))));
	const listed = routeLines(difference);
	const lines = routeKinds.flatMap(kind => {
		const routesOf = listed.filter(line => line.kind === kind);
		const body = routesOf.flatMap(({outcome, decisions, why}) => [
			...hang(`    ${outcome}  `, decisions || 'no decisions', columns),
			...hang('      why  ', why, columns),
		]);
		return body.length > 0 ? ['', `  ${kind}:`, ...body] : [];
	});
	return `${[
		head,
		'',
		`Routes: ${turn(routes.before.total, routes.after.total)}`,
		...rows.map(({name, before, after}) => `  ${pad(harmless(name), wide)}  ${turn(before, after)}`),
		...lines,
		...notes(routes),
		'',
		`Structure: ${changes.length === 0 ? 'no difference' : plural(changes.length, 'change')}`,
		...structure,
	].join('\n')}\n`;
}

function markdown(difference: Difference): string {
	const {names, changes, routes} = difference;
	const head = `## ${plain(names.before)} → ${plain(names.after)}`;
	if (!differs(difference)) return `${head}\n\nNo difference.\n`;
	const rows = changes.map(change => {
		const what = change.fields.map(field => plain(fieldText(field))).join('; ');
		return `| ${change.change} | ${change.element} ${plain(titleOf(change))} | ${what} |`;
	});
	const counts = outcomeRows(routes).map(
		({name, before, after}) => `| ${plain(name)} | ${numberOfCount(before)} | ${numberOfCount(after)} |`,
	);
	const lines = routeLines(difference).map(
		({kind, outcome, decisions, why}) =>
			`| ${kind} | ${plain(outcome)} | ${plain(decisions) || 'none'} | ${plain(why)} |`,
	);
	const table = (header: string, body: readonly string[]) =>
		body.length === 0 ? [] : ['', header, header.replace(/[^|]+/g, '--'), ...body];
	return `${[
		head,
		'',
		`**${turn(routes.before.total, routes.after.total)} routes**`,
		...table('| Outcome | Before | After |', counts),
		...table('| Route | Outcome | Decisions | Why |', lines),
		...table('| Change | What | From → to |', rows),
		...notes(routes).map(plain),
	].join('\n')}\n`;
}

function json({names, changes, routes}: Difference): string {
	const count = ({value, exact}: Count) => ({value: String(value), exact});
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
		changes,
		routes: {
			before: count(routes.before.total),
			after: count(routes.after.total),
			outcomes: outcomeRows(routes).map(({name, before, after}) => ({
				name,
				before: String(before.value),
				after: String(after.value),
			})),
			compared: routes.compared,
			added: routes.added.map(route),
			removed: routes.removed.map(route),
			outcome: routes.outcome.map(change),
			steps: routes.steps.map(change),
		},
	})}\n`;
}

function routeLines({before, after, routes}: Difference): RouteLine[] {
	const line = (kind: RouteLine['kind'], diagram: Diagram, route: Route, was = ''): RouteLine => ({
		kind,
		outcome: `${was}${harmless(route.verdict.outcome)}`,
		decisions: decisionTexts(diagram, route).join(' · '),
		why: reason(route.verdict),
	});
	const was = (pair: RouteChange) => `${harmless(pair.before.verdict.outcome)} → `;
	return [
		...routes.outcome.slice(0, mostListed).map(pair => line('ends otherwise', after, pair.after, was(pair))),
		...routes.removed.slice(0, mostListed).map(route => line('gone', before, route)),
		...routes.added.slice(0, mostListed).map(route => line('new', after, route)),
		...routes.steps.slice(0, mostListed).map(pair => line('other steps', after, pair.after)),
	];
}

function notes({compared, added, removed, outcome, steps}: RouteDifference): string[] {
	if (!compared) return ['', 'There are too many routes to compare them one by one.'];
	const cut = [added, removed, outcome, steps].some(list => list.length > mostListed);
	return cut
		? ['', `Only the first ${mostListed} routes of each kind are listed; --format json has all.`]
		: [];
}

function outcomeRows({before, after}: RouteDifference) {
	const names = [...new Set([...after.outcomes, ...before.outcomes].map(({outcome}) => outcome))];
	const find = (counts: typeof before, name: string): Count =>
		counts.outcomes.find(({outcome}) => outcome === name)?.count ?? {value: 0n, exact: counts.total.exact};
	return names.map(name => ({name, before: find(before, name), after: find(after, name)}));
}

/** Edges go by their ends: their ids change with every line put in before them. */
function titleOf({element, id, title}: Change): string {
	return element === 'node' || element === 'lane' ? `${id} “${title}”` : title;
}

function fieldText({name, before, after}: Field): string {
	return `${name} “${before}” → “${after}”`;
}

function turn(before: Count, after: Count): string {
	const [from, to] = [numberOfCount(before), numberOfCount(after)];
	return from === to ? to : `${from} → ${to}`;
}

function numberOfCount({value, exact}: Count): string {
	return numberOf(value, exact);
}
