/**
 * Where the titles of lanes stand in their borders: all in one column, as far to the left as it can
 * be without a line that crosses one, the drawing being widened a little where that brings them nearer.
 */
import {width} from '../text.js';
import type {EdgeLine} from './geometry.js';
import {firstOver} from './sorted.js';

/** The column of all titles, and the cells to insert before a band of the coarse grid for it. */
export interface TitlePlace {
	readonly x: number;
	readonly extra: number;
	readonly band: number;
}

/** Cells from a corner or a crossing line to a title. */
const gap = 3;
/** How many of the leftmost lines a title may stand after; else it stands after the last. */
const mostBefore = 200;
/** Columns to the right that a title rather goes than widen the drawing by one. */
const costOfWidening = 2;

/**
 * `borders` are the rows of the lanes' upper borders, in the order of `titles`; `bands` the first
 * column of every band of the coarse grid, `end` the column after the last.
 */
export function placeTitles(
	titles: readonly string[],
	borders: readonly number[],
	edges: readonly EdgeLine[],
	bands: readonly number[],
	end: number,
): TitlePlace {
	const crossed = crossingsOf(edges, borders);
	const lengths = titles.map(width);
	const longest = Math.max(0, ...lengths);
	const lines = [...new Set(crossed.flat())].sort((a, b) => a - b);
	const candidates = [gap, ...[...lines.slice(0, mostBefore), ...lines.slice(-1)].map(x => x + gap)];
	let best: TitlePlace = {x: gap, extra: 0, band: 0};
	let least = Number.POSITIVE_INFINITY;
	for (const x of candidates) {
		if (x >= least) break;
		const {extra, at} = roomFor(x, lengths, crossed);
		const band = bandOf(at, bands);
		if (extra > 0 && x - gap >= (bands[band] ?? 0)) continue;
		const cost = x + costOfWidening * extra + Math.max(0, x + longest + gap - end - extra);
		if (cost >= least) continue;
		least = cost;
		best = {x, extra, band};
	}
	return best;
}

/** Cells that titles in column `x` lack before the next line, and the leftmost line that is too near. */
function roomFor(
	x: number,
	lengths: readonly number[],
	crossed: readonly (readonly number[])[],
): {extra: number; at: number} {
	let extra = 0;
	let at = Number.POSITIVE_INFINITY;
	crossed.forEach((line, lane) => {
		const next = line.find(each => each > x - gap);
		const lacks = next === undefined ? 0 : x + (lengths[lane] ?? 0) + gap - 1 - next;
		if (next === undefined || lacks <= 0) return;
		extra = Math.max(extra, lacks);
		at = Math.min(at, next);
	});
	return {extra, at};
}

/** The last band that starts at or before a column. */
function bandOf(column: number, bands: readonly number[]): number {
	return Math.max(0, firstOver(bands, column) - 1);
}

/** For every border, from top to bottom, the columns at which lines cross it, in order. */
function crossingsOf(edges: readonly EdgeLine[], borders: readonly number[]): number[][] {
	const crossed = borders.map(() => new Set<number>());
	for (const {points} of edges)
		points.forEach((to, i) => {
			const from = points[i - 1];
			if (!from || from.x !== to.x) return;
			const low = Math.min(from.y, to.y);
			const high = Math.max(from.y, to.y);
			for (let lane = firstOver(borders, low); (borders[lane] ?? high) < high; lane++)
				crossed[lane]?.add(to.x);
		});
	return crossed.map(line => [...line].sort((a, b) => a - b));
}
