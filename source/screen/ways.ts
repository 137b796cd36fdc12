/** The ways on from where the token stands, as rows: what each is called, where it leads, what can happen behind it. */
import type {Way} from '../session/ahead.js';
import type {Prospects} from '../session/prospects.js';
import {pad, width} from '../text.js';
import {wrap} from '../wrap.js';
import {cutApart} from './apart.js';
import {excerpt} from './around.js';
import {ending, type Piece, type Row, widthOf} from './line.js';
import {distance, distances, outcomeLines, outcomePieces, outcomesOf} from './outcomes.js';

/** A row, and what a click on it means: the number of a branch, or of a line. */
export interface Target {
	readonly row: Row;
	readonly number?: number;
}

/** A row a way, and how many there is no room for. */
export function nextRows(ways: readonly Way[], rows: number): Target[] {
	const list = ways.map((way): Target => ({row: ['  → ', ...labelled(way, way.label), way.target]}));
	const shown = list.length > rows ? Math.max(0, rows - 1) : list.length;
	return [...list.slice(0, shown), ...marked(list.length - shown, 'more')];
}

/** A row a way, in columns; where that leaves something out and there are rows enough, several rows a way. */
export function barRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const {areCut, isWhole} = columnsOf(ways, columns);
	if (isWhole) return tableRows(ways, columns, rows);
	return blockRows(ways, columns, rows, areCut ? afters.length : 1) ?? tableRows(ways, columns, rows);
}

/** A row a way, in columns; how far it is to the end where there is room for that. */
function tableRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const digits = digitsOf(ways);
	const {label, target} = columnsOf(ways, columns);
	const labels = namesOf(ways, 'label', label);
	const targets = namesOf(ways, 'target', target);
	const placeOf = (way: Way): Row => {
		const name = labelled(way, pad(labels.get(way) ?? '', label));
		return [...numbered(way, digits), ...name, targets.get(way) ?? ''];
	};
	// The same outcomes look the same behind each way, and below each other, so that they can be compared.
	const start = 3 + Math.max(0, ...ways.map(way => widthOf(placeOf(way))));
	const prospects = ways.map(way => way.prospects);
	const list = outcomesOf(prospects, columns - start);
	const behind = new Map(ways.map((way, at) => [way, list[at] ?? []]));
	const far = distancesIn(
		columns - start,
		ways.map(way => [way, behind.get(way) ?? []]),
	);
	return listed(ways, columns, rows, way => {
		const [place, after] = [placeOf(way), behind.get(way) ?? []];
		if (after.length === 0) return place;
		return [...place, ' '.repeat(start - widthOf(place)), ...after, ...(far.get(way) ?? [])];
	});
}

/** How far it is behind each way, in the longest form that has room beside the outcomes of all; none where none has. */
function distancesIn(columns: number, ways: readonly (readonly [Way, Row])[]): ReadonlyMap<Way, Row> {
	for (const form of [0, 1, 2] as const) {
		const list = ways.map(([way]): [Way, Row] => [way, ['   ', ['dim', distances(way.prospects)[form]]]]);
		if (list.every(([, far], at) => widthOf([...(ways[at]?.[1] ?? []), ...far]) <= columns))
			return new Map(list);
	}
	return new Map();
}

/** The labels or targets of ways in at most `columns`, so that they can be told apart. */
function namesOf(ways: readonly Way[], of: 'label' | 'target', columns: number): ReadonlyMap<Way, string> {
	const list = cutApart(
		ways.map(way => way[of]),
		columns,
	);
	return new Map(ways.map((way, at) => [way, list[at] ?? '']));
}

/** Columns of `   3 outcomes`: that something lies behind a way is not left out for a long name. */
const forOutcomes = 13;
/** Columns of a label or a target from which on it shares a row with outcomes. */
const leastName = 8;

/** Columns of the list of ways. What a way is called and where it leads come first, then the outcomes behind it. */
function columnsOf(ways: readonly Way[], columns: number) {
	const widest = (width: (way: Way) => number) => Math.max(0, ...ways.map(width));
	const label = widest(way => width(way.label));
	const target = widest(way => width(way.target));
	const [arrow, parts] = label > 0 && target > 0 ? [3, 2] : [0, 1];
	const room = columns - 3 - digitsOf(ways) - arrow;
	const hasOutcomes =
		ways.some(way => way.prospects.outcomes.length > 0) && room - forOutcomes >= parts * leastName;
	const names = hasOutcomes ? room - forOutcomes : room;
	const areCut = label + target > names;
	const fits = (after: (way: Way) => Row) => label + target + 3 + widest(way => widthOf(after(way))) <= room;
	return {
		...(areCut ? shared(label, target, names) : {label, target}),
		areCut,
		hasOutcomes,
		/** The outcomes of all ways fit, and how far it is to the end. */
		isWhole: fits(({prospects}) => [...outcomePieces(prospects), '   ', distance(prospects)]),
	};
}

/** Columns of label and target in `room`: each has half of it, and what the other leaves. */
function shared(label: number, target: number, room: number): {label: number; target: number} {
	const half = Math.max(0, room >> 1);
	const forTarget = Math.min(target, Math.max(half, room - label));
	return {label: Math.min(label, Math.max(0, room - forTarget)), target: forTarget};
}

/**
 * All that there is room for: the way with its target, its outcomes, how far it is to the end. That something lies behind
 * each way is worth more than where it leads.
 */
export function panelRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	return (
		blockRows(ways, columns, rows) ??
		blockRows(shortened(ways, columns), columns, rows) ??
		pairRows(ways, columns, rows) ??
		tableRows(columnsOf(bare(ways), columns).hasOutcomes ? bare(ways) : ways, columns, rows)
	);
}

/** Two rows a way: its name with what lies behind it, and under that its target; undefined where there is no room. */
function pairRows(ways: readonly Way[], columns: number, rows: number): Target[] | undefined {
	if (ways.length * 2 > rows || !columnsOf(bare(ways), columns).hasOutcomes) return undefined;
	const indent = ' '.repeat(digitsOf(ways) + 3);
	const targets = namesOf(ways, 'target', columns - indent.length - 2);
	const heads = tableRows(bare(ways), columns, rows);
	return ways.flatMap((way, at): Target[] => {
		const under: Target = {row: [`${indent}→ ${targets.get(way) ?? ''}`], number: way.number};
		return [...heads.slice(at, at + 1), ...(way.label && way.target ? [under] : [])];
	});
}

/** The ways by their names alone. */
function bare(ways: readonly Way[]): readonly Way[] {
	return ways.map(way => ({...way, label: way.label || way.target, target: ''}));
}

/** The ways with names of at most a row each. */
function shortened(ways: readonly Way[], columns: number): readonly Way[] {
	const labels = namesOf(ways, 'label', columns - 3 - digitsOf(ways));
	const targets = namesOf(ways, 'target', columns - 6);
	return ways.map(way => ({...way, label: labels.get(way) ?? '', target: targets.get(way) ?? ''}));
}

/** Rows of a way at most: those that it may take where there is room. */
const mostRows = 8;

/** What stands under the names of ways, from all there is to a row that says that something lies behind it. */
const afters: readonly ((list: readonly Prospects[], columns: number) => Row[][])[] = [
	(list, columns) =>
		list.map(prospects => {
			const far = wrap(distance(prospects), columns);
			return [...outcomeLines(prospects, columns), ...far.map((line): Row => [['dim', line]])];
		}),
	(list, columns) => list.map(prospects => outcomeLines(prospects, columns)),
	(list, columns) => outcomesOf(list, columns).map(row => (row.length > 0 ? [row] : [])),
];

/** Several rows a way, its whole name and its outcomes among them, `forms` of {@link afters} at most; undefined where there is no room. */
function blockRows(
	ways: readonly Way[],
	columns: number,
	rows: number,
	forms = afters.length,
): Target[] | undefined {
	const digits = digitsOf(ways);
	const names = ways.map(way => nameRows(way, columns, digits));
	for (const after of afters.slice(0, forms)) {
		const under = after(
			ways.map(({prospects}) => prospects),
			columns - 4,
		);
		const blocks = ways.map(({number}, at) => {
			const indented = (under[at] ?? []).map((row): Row => ['    ', ...row]);
			return [...(names[at] ?? []), ...indented].map((row): Target => ({row, number}));
		});
		const list = blocks.flat();
		if (list.length <= rows && blocks.every(({length}) => length <= mostRows)) return list;
	}
	return undefined;
}

/** The name of a way and where it leads: in a row, else folded. */
function nameRows(way: Way, columns: number, digits: number): Row[] {
	const row: Row = [...numbered(way, digits), ...labelled(way, way.label), way.target];
	if (widthOf(row) <= columns) return [row];
	const before = numbered(way, digits);
	const [first = '', ...more] = wrap(way.label || way.target, columns - widthOf(before));
	const look = way.picked ? 'picked' : 'strong';
	const said = (text: string): Piece => (way.label ? [look, text] : text);
	const target = way.label ? wrap(`→ ${way.target}`, columns - 4) : [];
	return [
		[...before, said(first)],
		...more.map((line): Row => [' '.repeat(widthOf(before)), said(line)]),
		...target.map((line): Row => [`    ${line}`]),
	];
}

/** A row a way: as many as there is room for, the picked one among them, and how many there are above and below. */
function listed(ways: readonly Way[], columns: number, rows: number, rowOf: (way: Way) => Row): Target[] {
	const picked = ways.findIndex(way => way.picked);
	const {above, shown, below} = excerpt(ways, picked, rows);
	const list = shown.map(way => ({row: rowOf(way), number: way.number}));
	// Two rows have no room for two marks, one row has none for one of its own.
	if (rows === 2) return [...list, ...marked(above + below, 'more')];
	if (rows < 2)
		return list.map(({row, number}) => ({row: ending(row, moreOf(above + below), columns), number}));
	return [...marked(above, 'above'), ...list, ...marked(below, 'more')];
}

/** Behind a row: that there are `count` ways that have none. */
export function moreOf(count: number): Row {
	return count > 0 ? [['dim', `  … ${count} more`]] : [];
}

/** `… 5 more`, where there are some. */
function marked(count: number, where: string): Target[] {
	return count > 0 ? [{row: [['dim', `  … ${count} ${where}`]]}] : [];
}

/** Columns of a number. */
function digitsOf(ways: readonly Way[]): number {
	return String(ways.length).length;
}

function numbered(way: Way, digits: number): Row {
	return [way.picked ? ['found', '► '] : '  ', ['key', String(way.number).padStart(digits)], ' '];
}

function labelled(way: Way, label: string): Row {
	return label ? [[way.picked ? 'picked' : 'strong', label], way.target ? ' → ' : ''] : [];
}
