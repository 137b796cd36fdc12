/** Seventh pass: how much room every channel, row and column of the coarse grid takes, in cells. */
import type {Diagram} from '../diagram/diagram.js';
import type {Grid} from './grid.js';
import type {Slot} from './links.js';
import type {Contents} from './measure.js';
import {isSideways} from './ports.js';
import {rowsFor} from './taskbox.js';

/** One coordinate of the coarse grid. */
export interface Band {
	/** Cells taken. */
	readonly size: number;
	/** Cells from its start to the axis (rows, columns) or to the first track (channels). */
	readonly axis: number;
}

/** Cells of a box before and after the axes of its column and row, borders included. */
export interface Extent {
	readonly left: number;
	readonly right: number;
	readonly up: number;
	readonly down: number;
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
	else if (column) column.overhang = Math.max(column.overhang, offset + 1 + label.width);
}

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

/** Columns that a circle is wider than its text, so that the mark of a token stands apart from it. */
const roomForToken = 2;

/** Up to so many lines of text, boxes of a row are equally high; a higher one does not stretch the others. */
const evenLines = 3;

/**
 * Boxes of a column are equally wide and those of a row about equally high, unless their slots ask
 * for more. A circle is nearly as narrow as its text, so that starts and ends are seen at a glance.
 */
function extentsOf(diagram: Diagram, grid: Grid, slots: readonly Slot[], contents: Contents): Extent[] {
	const widest = new Map<number, number>();
	const highest = new Map<number, number>();
	contents.nodes.forEach((content, node) => {
		const x = grid.x[node] ?? 0;
		const y = grid.y[node] ?? 0;
		widest.set(x, Math.max(widest.get(x) ?? 0, content.width));
		highest.set(y, Math.max(highest.get(y) ?? 0, Math.min(rowsFor(content), evenLines)));
	});
	const frame = contents.framed ? 1 : 0;
	const beside = 2 * contents.padding + (contents.bracketed ? 2 : 0);
	const extents = contents.nodes.map((content, node): Mutable<Extent> => {
		const narrow = contents.framed && diagram.nodes[node]?.shape === 'circle';
		const most = widest.get(grid.x[node] ?? 0) ?? 0;
		const inner = (narrow ? Math.min(content.width + roomForToken, most) : most) + beside;
		const lines = Math.max(rowsFor(content), highest.get(grid.y[node] ?? 0) ?? 1);
		const left = (inner - 1) >> 1;
		const up = (lines - 1) >> 1;
		return {
			left: left + frame,
			right: inner - 1 - left + frame,
			up: up + frame,
			down: lines - 1 - up + frame,
		};
	});
	for (const {node, side, offset} of slots) {
		const extent = extents[node];
		if (!extent) continue;
		if (isSideways(side)) {
			extent.up = Math.max(extent.up, frame - offset);
			extent.down = Math.max(extent.down, frame + offset);
		} else {
			const margin = contents.framed ? (diagram.nodes[node]?.shape === 'diamond' ? 2 : 1) : 0;
			extent.left = Math.max(extent.left, margin - offset);
			extent.right = Math.max(extent.right, margin + offset);
		}
	}
	return extents;
}
