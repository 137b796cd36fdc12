/** The ways on from where the token stands, as rows: what each is called, where it leads, what can happen behind it. */
import {plural} from '../numbers.js';
import type {Way} from '../session/ahead.js';
import {type Prospects, prospectWords} from '../session/prospects.js';
import {pad, width} from '../text.js';
import {wrap} from '../wrap.js';
import {cutApart} from './apart.js';
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

/** A row a way, in columns; where that leaves something out and there are rows enough, several rows a way. */
export function barRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const {areCut, isWhole} = columnsOf(ways, columns);
	if (isWhole) return tableRows(ways, columns, rows);
	return blockRows(ways, columns, rows, areCut ? 2 : mostRows) ?? tableRows(ways, columns, rows);
}

/** A row a way, in columns; how far it is to the end where there is room for that. */
function tableRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	const digits = digitsOf(ways);
	const {label, target, isAligned} = columnsOf(ways, columns);
	const labels = namesOf(ways, 'label', label);
	const targets = namesOf(ways, 'target', target);
	return listed(ways, rows, way => {
		const name = targets.get(way) ?? '';
		const place: Row = [
			...marked(way, digits),
			...labelled(way, pad(labels.get(way) ?? '', label)),
			isAligned ? pad(name, target) : name,
		];
		const pieces = outcomesIn(way.prospects, columns - widthOf(place) - 3);
		const row: Row = pieces.length > 0 ? [...place, '   ', ...pieces] : place;
		const far: Row = [...row, ['dim', distance(way.prospects, '   ')]];
		return widthOf(far) <= columns ? far : row;
	});
}

/** The labels or targets of ways in at most `columns`, so that they can be told apart. */
function namesOf(ways: readonly Way[], of: 'label' | 'target', columns: number): ReadonlyMap<Way, string> {
	const list = cutApart(
		ways.map(way => way[of]),
		columns,
	);
	return new Map(ways.map((way, at) => [way, list[at] ?? '']));
}

/** Columns from which on a row has room for names and `3 possible`. */
const leastForBoth = 60;

/** Columns of the list of ways. What a way is called and where it leads come first, then the outcomes behind it. */
function columnsOf(ways: readonly Way[], columns: number) {
	const widest = (width: (way: Way) => number) => Math.max(0, ...ways.map(width));
	const label = widest(way => width(way.label));
	const target = widest(way => width(way.target));
	const room = columns - 3 - digitsOf(ways) - (label > 0 ? 3 : 0);
	// That something lies behind a way is not left out for a long name.
	const names =
		columns >= leastForBoth && ways.some(way => way.prospects.outcomes.length > 0) ? room - 13 : room;
	const areCut = label + target > names;
	const fits = (after: (way: Way) => Row) => label + target + 3 + widest(way => widthOf(after(way))) <= room;
	return {
		...(areCut ? shared(label, target, names) : {label, target}),
		areCut,
		/** The outcomes of all ways fit, below each other. */
		isAligned: fits(({prospects}) => outcomePieces(prospects)),
		/** And so does how far it is to the end. */
		isWhole: fits(({prospects}) => [...outcomePieces(prospects), distance(prospects, '   ')]),
	};
}

/** Columns of label and target in `room`: each has half of it, and what the other leaves. */
function shared(label: number, target: number, room: number): {label: number; target: number} {
	const half = Math.max(0, room >> 1);
	const forTarget = Math.min(target, Math.max(half, room - label));
	return {label: Math.min(label, Math.max(0, room - forTarget)), target: forTarget};
}

/** All that there is room for: the way with its target, its outcomes, how far it is to the end. */
export function panelRows(ways: readonly Way[], columns: number, rows: number): Target[] {
	return (
		blockRows(ways, columns, rows) ??
		blockRows(shortened(ways, columns), columns, rows) ??
		tableRows(ways, columns, rows)
	);
}

/** The ways with names of at most a row each. */
function shortened(ways: readonly Way[], columns: number): readonly Way[] {
	const labels = namesOf(ways, 'label', columns - 3 - digitsOf(ways));
	const targets = namesOf(ways, 'target', columns - 6);
	return ways.map(way => ({...way, label: labels.get(way) ?? '', target: targets.get(way) ?? ''}));
}

/** Rows of a way at most: those that it may take where there is room. */
const mostRows = 8;

/** Up to {@link mostRows} rows a way, `fewest` at least and its whole name among them; undefined where there is no room. */
function blockRows(ways: readonly Way[], columns: number, rows: number, fewest = 2): Target[] | undefined {
	const digits = digitsOf(ways);
	const blocks = ways.map(way => {
		const name = nameRows(way, columns, digits);
		const outcomes = outcomeLines(way.prospects, columns - 4).map((line): Row => ['    ', ...line]);
		const far = distance(way.prospects, '    ');
		const last: Row[] = far === '' ? [] : [[['dim', far]]];
		return {name, list: [...name, ...outcomes, ...last].map((row): Target => ({row, number: way.number}))};
	});
	const height = (each: number) => blocks.reduce((sum, {list}) => sum + Math.min(each, list.length), 0);
	const least = Math.max(fewest, ...blocks.map(({name}) => name.length));
	for (let each = mostRows; each >= least; each -= 1)
		if (height(each) <= rows) return blocks.flatMap(({list}) => list.slice(0, each));
	return undefined;
}

/** The name of a way and where it leads: in a row, else folded. */
function nameRows(way: Way, columns: number, digits: number): Row[] {
	const row: Row = [...marked(way, digits), ...labelled(way, way.label), way.target];
	if (widthOf(row) <= columns) return [row];
	const before = marked(way, digits);
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

/** `9 steps, 1 decision or more`; `3 steps` where there is but one way. */
function distance({steps, decisions}: Prospects, before: string): string {
	if (steps === undefined) return '';
	const more = decisions ? `, ${plural(decisions, 'decision')} or more` : '';
	return `${before}${plural(steps, 'step')}${more}`;
}

/** The outcomes behind a way, in as many rows as they take. */
function outcomeLines({outcomes}: Prospects, columns: number): Piece[][] {
	const lines: Piece[][] = [];
	for (const piece of outcomes.flatMap(outcome => outcomePieces({outcomes: [outcome]}))) {
		const last = lines.at(-1);
		if (last && widthOf([...last, ' · ', piece]) <= columns) last.push(' · ', piece);
		else lines.push([piece]);
	}
	return lines;
}

/** `success 1 · rollback 3`, each in its colour. */
export function outcomePieces({outcomes}: Pick<Prospects, 'outcomes'>): Piece[] {
	return listedPieces(outcomes.map(one => [outcomeLook(one.outcome), prospectWords(one)]));
}

/** The outcomes in at most `columns`: with their numbers, else their names, as many as fit, else how many; maybe nothing. */
export function outcomesIn({outcomes}: Pick<Prospects, 'outcomes'>, columns: number): Row {
	if (outcomes.length === 0) return [];
	const names = outcomes.map(({outcome}): Piece => [outcomeLook(outcome), outcome]);
	const some = outcomes
		.slice(1)
		.map((_, cut) => listedPieces([...names.slice(0, -cut - 1), `${cut + 1} more`]));
	const forms: readonly Row[] = [
		outcomePieces({outcomes}),
		listedPieces(names),
		...some,
		[`${outcomes.length} possible`],
	];
	return forms.find(form => widthOf(form) <= columns) ?? [];
}

function listedPieces(pieces: readonly Piece[]): Piece[] {
	return pieces.flatMap((piece, index): Piece[] => (index > 0 ? [' · ', piece] : [piece]));
}
