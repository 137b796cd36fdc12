/** The ways on from where the token stands, as rows: what each is called, where it leads, what can happen behind it. */
import type {Way} from '../session/ahead.js';
import {type Prospects, prospectWords} from '../session/prospects.js';
import {cut, pad, width} from '../text.js';
import {around} from './around.js';
import {type Piece, type Row, widthOf} from './line.js';
import {outcomeLook} from './theme.js';

/** A row, and the number of the branch that a click on it means. */
export interface Target {
	readonly row: Row;
	readonly number?: number;
}

/** A row a way, and how many there is no room for. */
export function nextRows(ways: readonly Way[], rows: number): Target[] {
	const list = ways.map((way): Target => ({row: ['  → ', ...labelled(way, way.label), way.target]}));
	if (list.length <= rows) return list;
	const shown = Math.max(0, rows - 1);
	return [...list.slice(0, shown), {row: [['dim', `  … ${list.length - shown} more`]]}];
}

/** A row a way, in columns; how far it is to the end where there is room for that. */
export function barRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const digits = digitsOf(ways);
	const {label, target, outcomes} = columnsOf(ways, columns);
	return listed(ways, rows, way => {
		const place: Row = [
			...marked(way, digits),
			...labelled(way, label > 0 ? pad(cut(way.label, label), label) : ''),
			pad(cut(way.target, target), target),
		];
		const pieces = outcomes === 'whole' ? outcomePieces(way.prospects) : [possible(way.prospects)];
		const row: Row = outcomes === 'none' ? place : [...place, '   ', ...pieces];
		const far: Row = [...row, ['dim', distance(way.prospects, '   ')]];
		return widthOf(far) <= columns ? far : row;
	});
}

/** Columns of the list of ways. What a way is called comes first, then where it leads, then the outcomes behind it. */
function columnsOf(ways: readonly Way[], columns: number) {
	const widest = (width: (way: Way) => number) => Math.max(0, ...ways.map(width));
	const label = widest(way => width(way.label));
	const target = widest(way => width(way.target));
	const whole = widest(way => widthOf(outcomePieces(way.prospects)));
	const short = widest(way => width(possible(way.prospects)));
	const room = columns - 3 - digitsOf(ways) - (label > 0 ? 3 : 0);
	if (whole === 0) return {...shared(label, target, room), outcomes: 'none'};
	if (label + target + 3 + whole <= room) return {label, target, outcomes: 'whole'};
	return {...shared(label, target, room - 3 - short), outcomes: 'short'};
}

/** Columns of label and target in `room`: each has half of it, and what the other leaves. */
function shared(label: number, target: number, room: number): {label: number; target: number} {
	const half = Math.max(0, room >> 1);
	const forTarget = Math.min(target, Math.max(half, room - label));
	return {label: Math.min(label, Math.max(0, room - forTarget)), target: forTarget};
}

function possible({outcomes}: Prospects): string {
	return outcomes.length > 0 ? `${outcomes.length} possible` : '';
}

/** All that there is room for: the way with its target, its outcomes, how far it is to the end. */
export function panelRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const digits = digitsOf(ways);
	const blocks = ways.map(way => {
		const row: Row = [...marked(way, digits), ...labelled(way, way.label), way.target];
		const split = widthOf(row) > columns && way.label !== '';
		const list: Row[] = [
			...(split
				? [[...marked(way, digits), labelled(way, way.label)[0] ?? ''], [`    → ${way.target}`]]
				: [row]),
			...outcomeLines(way.prospects, columns - 4).map((line): Row => ['    ', ...line]),
			[['dim', distance(way.prospects, '    ')]],
		];
		return list.map(row => ({row, number: way.number}));
	});
	const height = (each: number) => blocks.reduce((sum, block) => sum + Math.min(each, block.length), 0);
	const each = [5, 4, 3, 2].find(most => height(most) <= rows);
	if (each) return blocks.flatMap(block => block.slice(0, each));
	return listed(ways, rows, way => [...marked(way, digits), ...labelled(way, way.label), way.target]);
}

/** A row a way: as many as there is room for, the picked one among them, and how many there are beside. */
function listed(ways: readonly Way[], rows: number, rowOf: (way: Way) => Row): Target[] {
	const picked = ways.findIndex(way => way.picked);
	const shown = ways.length > rows ? around(ways, picked, Math.max(1, rows - 1)) : ways;
	const list = shown.map(way => ({row: rowOf(way), number: way.number}));
	const more = ways.length - shown.length;
	return more > 0 && rows > 1 ? [...list, {row: [['dim', `  … ${more} more`]]}] : list;
}

/** Columns of a number. */
function digitsOf(ways: readonly Way[]): number {
	return String(ways.length).length;
}

function marked(way: Way, digits: number): Row {
	return [way.picked ? ['found', '► '] : '  ', ['key', String(way.number).padStart(digits)], ' '];
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

/** The outcomes behind a way, in as many rows as they take. */
function outcomeLines({outcomes}: Prospects, columns: number): Piece[][] {
	const lines: Piece[][] = [[]];
	for (const outcome of outcomes) {
		const [piece = ''] = outcomePieces({outcomes: [outcome]});
		const last = lines.at(-1) ?? [];
		if (last.length > 0 && widthOf([...last, ' · ', piece]) > columns) lines.push([piece]);
		else last.push(...(last.length > 0 ? [' · '] : []), piece);
	}
	return lines;
}

/** `success 1 · rollback 3`, each in its colour. */
export function outcomePieces({outcomes}: Pick<Prospects, 'outcomes'>): Piece[] {
	return outcomes.flatMap((prospect, index): Piece[] => [
		...(index > 0 ? [' · '] : []),
		[outcomeLook(prospect.outcome), prospectWords(prospect)],
	]);
}
