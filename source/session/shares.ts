/** Who has how many of the rows that lie under the drawing, or in the panel at the right. */
import {choices} from '../run/choices.js';
import {stepCount} from '../run/walked.js';
import {wrap} from '../wrap.js';
import type {PanelName} from './action.js';
import {kindOf, type Size} from './arrange.js';
import {endRows} from './ending.js';
import {injectHere} from './notes.js';
import {here, type Session} from './session.js';

/** What came as news, what lies ahead with its heading, what was opened, and where the token was. */
type Part = 'news' | 'ahead' | 'beside' | 'trail';

/** Rows of each part. */
type Shares = Readonly<Record<Part, number>>;

/** A part, and how many rows it has once this claim is met. */
type Claim = readonly [part: Part, upTo: number];

/** Rows of a heading or a rule. */
const heading = 1;
/** Rows of what was opened at least: a line of it between how much is above and below; and at most, so that the drawing stays in sight. */
const leastBeside = 3;
const mostBeside = 10;

/** `rows` of `columns` in shares. First comes what must be seen, then a row for each way on; what is left over lets those say more. */
export function sharesOf(session: Session, columns: number, rows: number): Shares {
	const shares = {news: 0, ahead: 0, beside: 0, trail: 0};
	const news = newsLines(session, columns).length;
	const claims = [
		...needs(session, news, columns),
		...wants(session, news, columns),
		...rest(session, columns, rows),
	];
	let left = rows;
	for (const [part, upTo] of claims) {
		const more = Math.max(0, Math.min(left, upTo - shares[part]));
		shares[part] += more;
		left -= more;
	}
	return shares;
}

/** Rows that all parts need together under the drawing, and those that they would like; what lies ahead has `columns`. */
export function rowsWanted(session: Session, columns: number): {least: number; most: number} {
	const news = newsLines(session, columns).length;
	const sum = (claims: readonly Claim[]) => claims.reduce((total, [, rows]) => total + rows, 0);
	return {least: sum(needs(session, news, columns)), most: sum(wants(session, news, columns))};
}

/** Ways on that are in sight whatever else there is: most decisions have no more. */
const leastWays = 2;

/** So that nothing looks whole that is not: two ways, or one and how many more there are, the beginning of what is news and of what was opened. `news` are the lines of the news. */
function needs(session: Session, news: number, columns: number): Claim[] {
	return [
		['ahead', heading + Math.max(1, Math.min(leastWays, waysAhead(session, columns)))],
		['news', Math.min(1, news)],
		['beside', Math.min(leastBeside, besideWanted(session))],
		['trail', trailAtEnd(session)],
	];
}

function wants(session: Session, news: number, columns: number): Claim[] {
	return [
		['ahead', heading + Math.max(1, waysAhead(session, columns))],
		['news', Math.min(third(session.size), news)],
		['beside', besideWanted(session)],
		['trail', lineOfTrail(session)],
	];
}

/** Rows of a way on in the panel at the right, where something stands beneath: its name, what can happen behind it, how far it is. */
const wayRows = 3;

/** What is left over lets the ways say more. In the panel at the right, which has rows enough, what was opened has the rest. */
function rest(session: Session, columns: number, rows: number): Claim[] {
	if (!isBeside(session) || kindOf(session.size) !== 'standard') return [['ahead', rows]];
	return [
		['ahead', heading + wayRows * Math.max(1, waysAhead(session, columns))],
		['beside', rows],
	];
}

/** At the end a part of the panel at the right, which many decisions would fill. */
function trailAtEnd({size, run}: Session): number {
	if (kindOf(size) !== 'standard' || run.state !== 'ended') return 0;
	return Math.min(third(size), heading + stepCount(run));
}

/** A line under the drawing, where all of it is not there to be read. */
function lineOfTrail({size, panel}: Session): number {
	return kindOf(size) === 'compact' && panel?.name !== 'trail' ? 1 : 0;
}

/** What an inject says where the token stands, for as long as it stands there. */
export function newsLines(session: Session, columns: number): string[] {
	const text = injectHere(session);
	return text === '' ? [] : wrap(`INJECT: ${text}`, columns);
}

/** Rows of what lies ahead, in `columns`. */
export function waysAhead(session: Session, columns: number): number {
	const {run, diagram} = session;
	const at = here(session);
	if (run.state === 'ended') return endRows(session, columns);
	return run.state === 'choosing' || at === undefined ? choices(run).length : diagram.out(at).length;
}

/** Rows of what was opened, where it has no place of its own. */
function besideWanted(session: Session): number {
	const {size} = session;
	const kind = kindOf(size);
	if (kind === 'tiny' || kind === 'wide') return 0;
	return isBeside(session) ? Math.min(mostBeside, third(size)) : 0;
}

const opened: ReadonlySet<PanelName> = new Set(['routes', 'palette', 'details', 'trail', 'map']);

function isBeside({panel}: Session): boolean {
	return panel !== undefined && opened.has(panel.name);
}

function third({rows}: Size): number {
	return Math.max(3, Math.floor(rows / 3));
}
