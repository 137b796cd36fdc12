/** The shapes a line may take between two boxes, named after their straight pieces. */
import type {Side} from '../diagram/diagram.js';
import type {Grid} from './grid.js';
import {type Corner, isSideways, type Link, type Slot} from './links.js';

/** How far outside of both ends a line may go. */
const beyond = 4;

/** What other lines have taken already. */
export interface Taken {
	/** Handles whose middle belongs to a line that runs straight. */
	readonly straight: ReadonlySet<number>;
	/** Empty cells (see {@link cellKey}) in which a line bends. */
	readonly bends: ReadonlySet<number>;
}

/** Numbers the cells of the grid. */
export function cellKey(grid: Grid, x: number, y: number): number {
	return y * grid.width + x;
}

/** An end of a line: its cell, the direction it leaves its box, and how far that way is free. */
interface End extends Corner {
	readonly step: -1 | 1;
	/** The first coordinate along its direction that is not free. */
	readonly limit: number;
}

const steps: Readonly<Record<Side, -1 | 1>> = {left: -1, right: 1, top: -1, bottom: 1};

/** Takes a path, if one of that length and so many bends can still be of use: paths are many, most in vain. */
export interface Offer {
	isWorth(length: number, bends: number): boolean;
	take(path: readonly Corner[]): void;
}

/**
 * Offers every path worth a look from the source of `link` to its target; at least one. `reach` is
 * how many channels are tried at each end of a line.
 */
export function offerPaths(grid: Grid, link: Link, taken: Taken, reach: number, offer: Offer): void {
	const source = endOf(grid, link.source);
	const target = endOf(grid, link.target);
	const sideways = [isSideways(link.source.side), isSideways(link.target.side)];
	const free = !taken.straight.has(link.source.handle) && !taken.straight.has(link.target.handle);
	if (sideways[0] && sideways[1]) horizontal(grid, source, target, free, reach, offer);
	else if (!sideways[0] && !sideways[1]) vertical(grid, source, target, free, reach, offer);
	else if (sideways[0]) mixed(grid, source, target, taken, reach, offer);
	else mixed(grid, target, source, taken, reach, turnedRound(offer));
}

function turnedRound(offer: Offer): Offer {
	return {isWorth: offer.isWorth, take: path => offer.take(path.toReversed())};
}

function endOf(grid: Grid, {node, side}: Slot): End {
	const x = grid.x[node] ?? 0;
	const y = grid.y[node] ?? 0;
	const step = steps[side];
	const limit = isSideways(side) ? grid.nextInRow(x, y, step) : grid.nextInColumn(x, y, step);
	return {x, y, step, limit};
}

/** How long a line is that goes from one coordinate to the next. */
function way(a: number, b: number, c = b, d = c): number {
	return Math.abs(b - a) + Math.abs(c - b) + Math.abs(d - c);
}

/** Both ends leave sideways: straight, by one channel, or by channel – row channel – channel. */
function horizontal(grid: Grid, s: End, t: End, straight: boolean, reach: number, offer: Offer): void {
	if (straight && s.y === t.y && s.limit === t.x && t.limit === s.x) offer.take([s, t]);
	for (const a of channels(grid.width, s.x, t.x, reach)) {
		if (!isFree(s, s.x, a) || !isFree(t, t.x, a)) continue;
		if (offer.isWorth(way(s.x, a, t.x) + way(s.y, t.y), 2))
			offer.take([s, {x: a, y: s.y}, {x: a, y: t.y}, t]);
	}
	const rows = rowChannels(grid, s.y, t.y, reach);
	for (const a of firstChannels(s, s.x, grid.width))
		for (const c of firstChannels(t, t.x, grid.width)) {
			if (a === c) continue;
			for (const b of rows)
				if (offer.isWorth(way(s.x, a, c, t.x) + way(s.y, b, t.y), 4))
					offer.take([s, {x: a, y: s.y}, {x: a, y: b}, {x: c, y: b}, {x: c, y: t.y}, t]);
		}
}

/** Both ends leave up or down: the same shapes, turned. */
function vertical(grid: Grid, s: End, t: End, straight: boolean, reach: number, offer: Offer): void {
	if (straight && s.x === t.x && s.limit === t.y && t.limit === s.y) offer.take([s, t]);
	for (const b of rowChannels(grid, s.y, t.y, reach)) {
		if (!isFree(s, s.y, b) || !isFree(t, t.y, b)) continue;
		if (offer.isWorth(way(s.y, b, t.y) + way(s.x, t.x), 2))
			offer.take([s, {x: s.x, y: b}, {x: t.x, y: b}, t]);
	}
	const columns = channels(grid.width, s.x, t.x, reach);
	for (const b of firstRowChannels(grid, s))
		for (const c of firstRowChannels(grid, t)) {
			if (b === c) continue;
			for (const a of columns)
				if (offer.isWorth(way(s.y, b, c, t.y) + way(s.x, a, t.x), 4))
					offer.take([s, {x: s.x, y: b}, {x: a, y: b}, {x: a, y: c}, {x: t.x, y: c}, t]);
		}
}

/** `s` leaves sideways, `t` up or down: one bend in an empty cell, or channel – row channel. */
function mixed(grid: Grid, s: End, t: End, taken: Taken, reach: number, offer: Offer): void {
	const corner = {x: t.x, y: s.y};
	if (isFree(s, s.x, t.x) && isFree(t, t.y, s.y) && !taken.bends.has(cellKey(grid, corner.x, corner.y)))
		offer.take([s, corner, t]);
	const near = channels(grid.width, s.x, t.x, reach).filter(a => isFree(s, s.x, a));
	for (const b of rowChannels(grid, s.y, t.y, reach)) {
		if (!isFree(t, t.y, b)) continue;
		for (const a of near)
			if (offer.isWorth(way(s.x, a, t.x) + way(s.y, b, t.y), 3))
				offer.take([s, {x: a, y: s.y}, {x: a, y: b}, {x: t.x, y: b}, t]);
	}
}

/** Whether a line that leaves `end` at `from` may run as far as `to`. */
function isFree({step, limit}: End, from: number, to: number): boolean {
	return (to - from) * step > 0 && (limit - to) * step > 0;
}

/** Vertical channels around and between two columns, nearest to the ends first. */
function channels(width: number, a: number, b: number, reach: number): number[] {
	return around(Math.min(a, b), Math.max(a, b), reach).filter(x => x >= 0 && x < width);
}

/** Row channels around and between two rows. */
function rowChannels(grid: Grid, a: number, b: number, reach: number): number[] {
	const low = Math.min(a, b);
	const high = Math.max(a, b);
	const result = new Set<number>();
	for (let away = 1; away <= reach; away++)
		for (const y of [low + away, high - away]) if (y > low && y < high) result.add(y);
	for (let away = 1; away <= beyond; away++) {
		result.add(low - away);
		result.add(high + away);
	}
	return [...result].filter(y => y >= 0 && y < grid.height && !grid.isRow(y));
}

/** Coordinates of channels from `low` to `high` and a little beyond; both are those of cells. */
function around(low: number, high: number, reach: number): number[] {
	const result = new Set<number>();
	for (let away = 1; away <= 2 * reach; away += 2) {
		if (low + away < high) result.add(low + away);
		if (high - away > low) result.add(high - away);
	}
	for (let away = 1; away <= beyond; away += 2) {
		result.add(low - away);
		result.add(high + away);
	}
	return [...result];
}

function firstChannels(end: End, from: number, width: number): number[] {
	const next = from + end.step;
	const further = next + 2 * end.step;
	return [next, ...(isFree(end, from, further) && further >= 0 && further < width ? [further] : [])];
}

function firstRowChannels(grid: Grid, end: End): number[] {
	const result: number[] = [];
	for (
		let y = end.y + end.step;
		result.length < 3 && isFree(end, end.y, y) && y >= 0 && y < grid.height;
		y += end.step
	)
		if (!grid.isRow(y)) result.push(y);
	return result;
}
