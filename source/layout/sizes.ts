/** Seventh pass: how much room every channel, row and column of the coarse grid takes, in cells. */
import type {Diagram} from '../diagram/diagram.js';
import {type Extent, extentsOf} from './extents.js';
import type {Grid} from './grid.js';
import {isSideways, type Slot} from './links.js';
import type {Contents} from './measure.js';

/** One coordinate of the coarse grid. */
export interface Band {
	/** Cells taken. */
	readonly size: number;
	/** Cells from its start to the axis (rows, columns) or to the first track (channels). */
	readonly axis: number;
}

export interface Sizes {
	readonly extents: readonly Extent[];
	/** By x of the coarse grid. */
	readonly columns: readonly Band[];
	/** By y of the coarse grid. */
	readonly rows: readonly Band[];
}

/** Columns between two tracks of a vertical channel; row channels have theirs on every row. */
export const trackPitch = 2;

/** Columns between two boxes that a line joins. */
const shortestArrow = 3;

export function sizesOf(
	diagram: Diagram,
	grid: Grid,
	slots: readonly Slot[],
	contents: Contents,
	tracks: {readonly vertical: ReadonlyMap<number, number>; readonly horizontal: ReadonlyMap<number, number>},
): Sizes {
	const extents = extentsOf(diagram, grid, slots, contents);
	const columns = Array.from({length: grid.width}, (_, x) => {
		const lines = tracks.vertical.has(x);
		return emptyChannel(x > 0 || lines, x < grid.width - 1 || lines);
	});
	const rows = Array.from({length: grid.height}, () => emptyChannel(false, false));
	extents.forEach((extent, node) => {
		grow(columns[grid.x[node] ?? 0], extent.left, extent.right);
		grow(rows[grid.y[node] ?? 0], extent.up, extent.down);
	});
	for (const slot of slots) reserve(slot, grid, columns, rows);
	const between = (x: number): Band => {
		const count = tracks.vertical.get(x) ?? 0;
		const need = columns[x] ?? emptyChannel(false, false);
		return channel(
			need,
			count > 0 ? (count - 1) * trackPitch + 1 : 0,
			need.used || count > 0 ? shortestArrow : 0,
		);
	};
	return {
		extents,
		columns: columns.map((need, x) => {
			if (x % 2 === 0) return between(x);
			const free = tracks.vertical.has(x + 1) ? 0 : between(x + 1).size - 1;
			return around({...need, after: Math.max(need.after, need.overhang - free)});
		}),
		rows: rows.map((need, y) => {
			if (grid.isRow(y)) return around(need);
			const between = contents.framed && grid.isRow(y - 1) && grid.isRow(y + 1);
			const least = Number(need.used || between) + Number(need.head && between);
			return channel(need, tracks.horizontal.get(y) ?? 0, least);
		}),
	};
}

/** What a band must hold: cells before and after its axis, or beside its tracks. */
interface Needs {
	before: number;
	after: number;
	/** Like `after`, for labels: they may stand over the next channel where no line runs along it. */
	overhang: number;
	/** Whether a line leaves or enters a box here, and whether one enters. */
	used: boolean;
	head: boolean;
}

/** A cell beside borders is never a track, so that no line touches one in passing. */
function emptyChannel(borderBefore: boolean, borderAfter: boolean): Needs {
	return {before: Number(borderBefore), after: Number(borderAfter), overhang: 0, used: false, head: false};
}

function grow(need: Needs | undefined, before: number, after: number): void {
	if (!need) return;
	need.before = Math.max(need.before, before);
	need.after = Math.max(need.after, after);
}

/** A band of boxes, around their axis. */
function around({before, after}: Needs): Band {
	return {size: before + 1 + after, axis: before};
}

/** A channel of at least `least` cells. Cells beside its tracks are those of labels and arrowheads. */
function channel({before, after}: Needs, tracks: number, least: number): Band {
	const full = before + tracks + after;
	const spare = Math.max(0, least - full);
	return {size: full + spare, axis: before + (spare >> 1)};
}

/** Room for the label and the arrowhead of a slot, in its own row or column and in the channel beside it. */
function reserve(
	{node, side, label, incoming, offset}: Slot,
	grid: Grid,
	columns: Needs[],
	rows: Needs[],
): void {
	const x = grid.x[node] ?? 0;
	const y = grid.y[node] ?? 0;
	const step = side === 'left' || side === 'top' ? -1 : 1;
	const sideways = isSideways(side);
	const beside = sideways ? columns[x + step] : rows[y + step];
	const column = columns[x];
	if (!beside) return;
	beside.used = true;
	beside.head ||= incoming;
	const room = sideways
		? 1 + (label ? label.width + 1 : 0)
		: Number(incoming) + (label ? label.lines.length : 0);
	grow(beside, step === 1 ? room : 0, step === 1 ? 0 : room);
	if (!label) return;
	if (sideways) grow(rows[y], label.lines.length - offset, 0);
	else if (column) column.overhang = Math.max(column.overhang, offset + 2 + label.width);
}
