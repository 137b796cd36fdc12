/** NEXT, CHOOSE, END: what lies before the token. It is never folded away. */
import {type Ahead, ahead, type Decision, type Way} from '../session/ahead.js';
import {type Prospects, prospectWords} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {arrangementOf} from '../session/view.js';
import {cut, pad, width} from '../text.js';
import {wrap} from '../wrap.js';
import {type Piece, type Row, ruled, widthOf} from './line.js';
import {outcomeLook} from './theme.js';

/** Where it stands: `bar` is wide and low, a row a way; `panel` is narrow, with room for more than a row a way. */
export type Form = 'bar' | 'panel';

/** A row, and the number of the branch that a click on it means. */
interface Target {
	readonly row: Row;
	readonly number?: number;
}

/** In at most `rows` rows of `columns`. */
export function aheadRows(session: Session, columns: number, rows: number, form: Form): Row[] {
	return targets(session, columns, rows, form).map(({row}) => row);
}

/** The number of the branch that is listed at a cell under the header; undefined where none is. */
export function branchAt(session: Session, x: number, y: number): number | undefined {
	const {kind, view, side, below} = arrangementOf(session);
	if (kind === 'standard')
		return x < view.width ? undefined : targets(session, side - 2, view.height + below, 'panel')[y]?.number;
	const columns = kind === 'wide' ? Math.floor(view.width / 2) : view.width;
	return x < columns ? targets(session, columns, below, 'bar')[y - view.height]?.number : undefined;
}

function targets(session: Session, columns: number, rows: number, form: Form): Target[] {
	const now = ahead(session);
	const row = form === 'bar' ? ruled(title(now), columns) : title(now);
	return [{row}, ...body(now, columns, rows - 1, form)].slice(0, rows);
}

function title(now: Ahead): Row {
	switch (now.type) {
		case 'next':
			return [['title', 'NEXT'], now.together ? ' · all at once' : ''];
		case 'choose':
			return [['title', 'CHOOSE'], ' · ', ['strong', now.question], now.who && `  ${now.who} decides`];
		case 'end':
			return [['title', 'END'], ' · ', [outcomeLook(now.outcome), now.outcome.toUpperCase()]];
	}
}

function body(now: Ahead, columns: number, rows: number, form: Form): Target[] {
	switch (now.type) {
		case 'next':
			return nextRows(now.ways, rows);
		case 'choose':
			return form === 'bar' ? barRows(now.ways, columns, rows) : panelRows(now.ways, columns, rows);
		case 'end':
			return [now.why && `why: ${now.why}`, now.sum, decided(now.decisions)]
				.filter(Boolean)
				.flatMap(text => wrap(text, columns - 2))
				.map(row => ({row: [`  ${row}`]}));
	}
}

/** A row a way, and how many there is no room for. */
function nextRows(ways: readonly Way[], rows: number): Target[] {
	const list = ways.map((way): Target => ({row: ['  → ', ...labelled(way, way.label), way.target]}));
	if (list.length <= rows) return list;
	const shown = Math.max(0, rows - 1);
	return [...list.slice(0, shown), {row: [['dim', `  … ${list.length - shown} more`]]}];
}

/** Decisions that are told at the end; the trail has them all. */
const mostDecisions = 6;

/** The way in short: `Current active? Blue · Tests passed? No`. */
function decided(decisions: readonly Decision[]): string {
	const last = decisions.slice(-mostDecisions).map(({question, choice}) => `${question} ${choice}`);
	return [...(decisions.length > mostDecisions ? ['…'] : []), ...last].join(' · ');
}

/** A row a way, in columns; how far it is to the end where there is room for that. */
function barRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const label = widest(
		ways.map(way => way.label),
		Math.floor(columns / 4),
	);
	const target = widest(
		ways.map(way => way.target),
		Math.floor(columns / 3),
	);
	return around(ways, rows).map(way => {
		const place: Row = [
			...marked(way),
			...labelled(way, label > 0 ? pad(cut(way.label, label), label) : ''),
			pad(cut(way.target, target), target),
			'   ',
		];
		const whole: Row = [...place, ...outcomePieces(way.prospects)];
		const row: Row =
			widthOf(whole) <= columns ? whole : [...place, `${way.prospects.outcomes.length} possible`];
		const far: Row = [...row, ['dim', distance(way.prospects, '   ')]];
		return {row: widthOf(far) <= columns ? far : row, number: way.number};
	});
}

/** All that there is room for: the way with its target, its outcomes, how far it is to the end. */
function panelRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const blocks = ways.map(way => {
		const row: Row = [...marked(way), ...labelled(way, way.label), way.target];
		const split = widthOf(row) > columns && way.label !== '';
		const list: Row[] = [
			...(split ? [[...marked(way), labelled(way, way.label)[0] ?? ''], [`    → ${way.target}`]] : [row]),
			['    ', ...outcomePieces(way.prospects)],
			[['dim', distance(way.prospects, '    ')]],
		];
		return list.map(row => ({row, number: way.number}));
	});
	const height = (each: number) => blocks.reduce((sum, block) => sum + Math.min(each, block.length), 0);
	const each = [4, 3, 2].find(most => height(most) <= rows);
	if (each) return blocks.flatMap(block => block.slice(0, each));
	return around(ways, rows).map(way => ({
		row: [...marked(way), ...labelled(way, way.label), way.target],
		number: way.number,
	}));
}

/** As many ways as there is room for, the picked one among them. */
function around(ways: readonly Way[], room: number): readonly Way[] {
	const picked = Math.max(
		0,
		ways.findIndex(way => way.picked),
	);
	const first = Math.max(0, Math.min(ways.length - room, picked - Math.floor(room / 2)));
	return ways.slice(first, first + room);
}

function marked(way: Way): Row {
	return [way.picked ? ['found', '► '] : '  ', ['key', String(way.number)], ' '];
}

function labelled(way: Way, label: string): Row {
	return label ? [[way.picked ? 'picked' : 'strong', label], way.target ? ' → ' : ''] : [];
}

/** `9 steps or more, 1 decision`. */
function distance({steps, decisions}: Prospects, before: string): string {
	if (steps === undefined) return '';
	const more = decisions ? `, ${decisions} decision${decisions === 1 ? '' : 's'}` : '';
	return `${before}${steps} step${steps === 1 ? '' : 's'}${more} or more`;
}

function widest(texts: readonly string[], limit: number): number {
	return Math.min(limit, Math.max(0, ...texts.map(width)));
}

/** `success 1 · rollback 3`, each in its colour. */
export function outcomePieces({outcomes}: Pick<Prospects, 'outcomes'>): Piece[] {
	return outcomes.flatMap((prospect, index): Piece[] => [
		...(index > 0 ? [' · '] : []),
		[outcomeLook(prospect.outcome), prospectWords(prospect)],
	]);
}
