/**
 * The coarse grid on which lines are routed: even x are the vertical channels between the columns,
 * odd x the columns; y counts, lane after lane, channel, row, channel, row, …, channel.
 */
import {groupBy} from '../group.js';
import type {Placement} from './place.js';
import {firstOver} from './sorted.js';

/** Cells of nodes and what is free between them. */
export interface Grid {
	readonly width: number;
	readonly height: number;
	/** Coarse cell of every node, by index. */
	readonly x: Int32Array;
	readonly y: Int32Array;
	/** First y of every lane: the channel under its upper border. One more entry ends the list. */
	readonly laneStart: readonly number[];
	/** Whether y is a row of nodes; else it is a channel. */
	isRow(y: number): boolean;
	/** The nearest x strictly beyond `x` in row `y` that holds a node, towards `step`; ±Infinity if none. */
	nextInRow(x: number, y: number, step: -1 | 1): number;
	/** The nearest y strictly beyond `y` in column `x` that holds a node, towards `step`; ±Infinity if none. */
	nextInColumn(x: number, y: number, step: -1 | 1): number;
}

export function gridOf(placement: Placement): Grid {
	const laneStart = [0];
	for (const rows of placement.rows) laneStart.push((laneStart.at(-1) ?? 0) + 2 * rows + 1);
	const height = laneStart.at(-1) ?? 0;
	const rowAt = new Uint8Array(height);
	placement.rows.forEach((rows, lane) => {
		for (let row = 0; row < rows; row++) rowAt[(laneStart[lane] ?? 0) + 2 * row + 1] = 1;
	});
	const x = placement.column.map(column => 2 * column + 1);
	const y = placement.row.map((row, node) => (laneStart[placement.lane[node] ?? 0] ?? 0) + 2 * row + 1);
	const inRow = groups(y, x);
	const inColumn = groups(x, y);
	return {
		width: 2 * placement.columns + 1,
		height,
		x,
		y,
		laneStart,
		isRow: at => rowAt[at] === 1,
		nextInRow: (atX, atY, step) => beyond(inRow.get(atY), atX, step),
		nextInColumn: (atX, atY, step) => beyond(inColumn.get(atX), atY, step),
	};
}

/** The sorted `values` of all nodes with the same key. */
function groups(keys: Int32Array, values: Int32Array): Map<number, number[]> {
	const nodes = groupBy(keys.keys(), node => keys[node] ?? 0);
	return new Map(
		[...nodes].map(([key, list]) => [key, list.map(node => values[node] ?? 0).sort((a, b) => a - b)]),
	);
}

function beyond(sorted: readonly number[] | undefined, value: number, step: -1 | 1): number {
	const none = step * Number.POSITIVE_INFINITY;
	if (!sorted) return none;
	const place = step === 1 ? firstOver(sorted, value) : firstOver(sorted, value - 1) - 1;
	return sorted[place] ?? none;
}
