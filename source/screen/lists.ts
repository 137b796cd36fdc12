/** Lists beside the drawing: the routes, and the palette. */
import type {Route} from '../paths/route.js';
import {type Entry, entriesOf} from '../session/palette.js';
import {routesShown} from '../session/routes.js';
import type {Session} from '../session/session.js';
import {cut, harmless, width} from '../text.js';
import {wrap} from '../wrap.js';
import {around} from './around.js';
import {type Row, widthOf} from './line.js';
import {outcomeLook} from './theme.js';
import type {Target} from './ways.js';

/** The rows of the open list, with the line that each belongs to, from 0; empty where none is open. */
export function listTargets(session: Session, columns: number, rows: number): Target[] {
	switch (session.panel?.name) {
		case 'routes':
			return routeTargets(session, columns, rows);
		case 'palette':
			return paletteTargets(session, columns, rows);
		default:
			return [];
	}
}

/** Every route with its outcome and decisions; the picked one is lit on the lanes. */
function routeTargets(session: Session, columns: number, rows: number): Target[] {
	const {list, isAll, count, at} = routesShown(session);
	const filter = session.panel?.filter;
	const title: Row = [
		['title', 'ROUTES'],
		` ${list.length > 0 ? at + 1 : 0}/${list.length}${isAll ? '' : count ? ` of ${count}` : ' and more'}`,
		...(filter === undefined ? [] : ([' · ', [outcomeLook(filter), filter]] as const)),
	];
	if (list.length === 0 && !isAll) return [{row: title}, {row: ['  ', ['dim', 'none was found in time']]}];
	const nameOf = (node: string) => session.diagram.node(node).label;
	const digits = String(Math.max(0, ...list.map(({number}) => number))).length;
	const picked = list[at];
	// The picked one is told whole: routes often differ in their last decision only.
	const whole = picked ? wholeOf(picked, columns - digits - 2, rows - 2, nameOf) : [];
	return [
		{row: title},
		...around(list, at, rows - 1 - whole.length).flatMap((route): Target[] => {
			const row = routeRow(route, route === picked, digits);
			const number = list.indexOf(route);
			const room = columns - widthOf(row) - 2;
			const under = whole.map((part): Row => [' '.repeat(digits + 2), part]);
			const block =
				route === picked ? [row, ...under] : [[...row, `  ${told(route, list[number - 1], room, nameOf)}`]];
			return block.map(row => ({row, number}));
		}),
	];
}

/** All decisions of a route, with their questions where half of the `rows` have room for them. */
function wholeOf(route: Route, columns: number, rows: number, nameOf: (node: string) => string): string[] {
	const asked = route.decisions.map(({node, choice}) => {
		const question = cut(harmless(nameOf(node)), mostQuestion);
		return `${question} ${harmless(choice)}`;
	});
	const lines = wrap(asked.join(' › '), columns);
	return asked.length > 0 && lines.length <= rows / 2 ? lines : foldedIn(decisionsOf(route), columns, rows);
}

/** `text` in lines of so many columns; where there are more than `rows`, the last one is cut. */
function foldedIn(text: string, columns: number, rows: number): string[] {
	const lines = wrap(text, columns);
	if (lines.length <= rows) return lines;
	const last = Math.max(0, rows - 1);
	return [...lines.slice(0, last), cut(lines.slice(last).join(' '), columns)].slice(0, Math.max(0, rows));
}

function decisionsOf({decisions}: Pick<Route, 'decisions'>): string {
	return decisions.map(({choice}) => harmless(choice)).join(' › ') || 'no decision';
}

/** Columns that the name of a question takes in the row of a route, at least. */
const leastQuestion = 8;
/** And where all questions of a route are named, at most. */
const mostQuestion = 32;

/**
 * The decisions of a route; where there is no room for all, those from where it parts from the route `before` it, and on
 * which question: `… Came up? No › Yes`.
 */
function told(
	{decisions}: Route,
	before: Route | undefined,
	columns: number,
	nameOf: (node: string) => string,
): string {
	const whole = decisionsOf({decisions});
	const parted = decisions.findIndex(({edge}, at) => edge !== before?.decisions[at]?.edge);
	const [first] = decisions.slice(parted);
	if (!before || parted < 1 || !first || width(whole) <= columns) return whole;
	const rest = decisionsOf({decisions: decisions.slice(parted)});
	const most = Math.max(leastQuestion, columns - 3 - Math.min(width(harmless(first.choice)), columns >> 1));
	return `… ${cut(harmless(nameOf(first.node)), most)} ${rest}`;
}

function routeRow(route: Route, picked: boolean, digits: number): Row {
	const {outcome} = route.verdict;
	const number = String(route.number).padStart(digits);
	return [picked ? ['found', `►${number}`] : ['dim', ` ${number}`], ' ', [outcomeLook(outcome), outcome]];
}

/** What fits the words that were typed; of the picked one all that it does. */
function paletteTargets(session: Session, columns: number, rows: number): Target[] {
	const list = entriesOf(session);
	const at = session.panel?.at ?? 0;
	const picked = list[at];
	const isCut = picked && widthOf(entryRow(picked, true)) > columns;
	const whole = isCut ? foldedIn(picked.says, columns - 4, rows - 2) : [];
	const title: Row = [['title', 'COMMANDS'], ` ${list.length > 0 ? at + 1 : 0}/${list.length}`];
	return [
		{row: title},
		...around(list, at, rows - 1 - whole.length).flatMap((entry): Target[] => {
			const number = list.indexOf(entry);
			if (entry !== picked) return [{row: entryRow(entry, false), number}];
			const block = [
				entryRow(entry, true, whole.length === 0),
				...whole.map((line): Row => ['    ', ['dim', line]]),
			];
			return block.map(row => ({row, number}));
		}),
	];
}

function entryRow({name, says, keys}: Entry, picked: boolean, isWhole = true): Row {
	return [
		picked ? ['found', '► '] : '  ',
		[picked ? 'picked' : 'strong', name],
		...(keys.length > 0 ? ([' ', ['key', keys.join(' ')]] as const) : []),
		['dim', isWhole ? `  ${says}` : ''],
	];
}
