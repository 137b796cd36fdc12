/**
 * Fourth pass: where on its side each slot stands, so that lines leave in the order in which they
 * turn away and a straight line keeps the middle.
 */

import {groupBy} from '../group.js';
import type {Grid} from './grid.js';
import {type Corner, isSideways, type Link, type Slot} from './links.js';

/** Slots of all links, each once, in the order of the links. */
export function slotsOf(links: readonly Link[]): Slot[] {
	return [...new Set(links.flatMap(link => [link.source, link.target]))];
}

/** The way of a slot's line away from its box, turned so that it leaves to the right. */
interface Turn {
	readonly slot: Slot;
	/** -1 the line turns up, 0 it runs straight, 1 it turns down. */
	readonly way: number;
	/** How far it runs before it turns, how far after, and whether it then turns right (1) or left (-1). */
	readonly ahead: number;
	readonly aside: number;
	readonly next: number;
}

/** Slots by the row (sideways ones) or the column (others) that their lines run along. */
export type Neighbours = ReadonlyMap<number, readonly Slot[]>;

export function neighboursOf(grid: Grid, slots: readonly Slot[]): Neighbours {
	return groupBy(slots, slot => lineOf(slot, grid));
}

/** Numbers the line of the grid that a slot's line runs along: rows from 0 upwards, columns from -1 downwards. */
function lineOf({node, side}: Slot, grid: Grid): number {
	return isSideways(side) ? (grid.y[node] ?? 0) : -1 - (grid.x[node] ?? 0);
}

/** Sets the offset of every slot; `pitch` is the distance of slots on upper and lower sides, in columns. */
export function placePorts(grid: Grid, slots: readonly Slot[], neighbours: Neighbours, pitch: number): void {
	const sides = groupBy(slots, slot => slot.handle);
	for (const side of sides.values()) spreadSide(side, pitch);
	clearPasses(grid, slots, neighbours, pitch);
}

/** Gives the slot, and the one at the other end of a straight line, an offset that nothing of the row or column has. */
export function moveAway(slot: Slot, neighbours: Neighbours, grid: Grid, pitch: number): void {
	const across = isSideways(slot.side);
	const others = neighbours.get(lineOf(slot, grid)) ?? [];
	const room = Math.max(...[slot, ...partners(slot)].map(each => labelRoom(each)));
	const last = others.reduce(
		(most, other) => Math.max(most, other.offset + (across ? 0 : labelRoom(other))),
		0,
	);
	for (const each of [slot, ...partners(slot)]) each.offset = last + (across ? 1 + room : pitch);
}

/** The slot at the other end of the straight line that leaves `slot`, if one does. */
function partners(slot: Slot): Slot[] {
	return slot.links
		.filter(link => link.path.length === 2)
		.map(link => (slot.incoming ? link.source : link.target));
}

function spreadSide(side: Slot[], pitch: number): void {
	if (side.length === 1) return;
	const turns = side.map(turnOf).sort(compare);
	const straight = turns.findIndex(turn => turn.way === 0);
	const middle = straight >= 0 ? straight : (turns.length - 1) >> 1;
	const order = turns.map(turn => turn.slot);
	const gap = (before: Slot, after: Slot) =>
		isSideways(after.side) ? 1 + labelRoom(after) : Math.max(pitch, labelRoom(before) + 1);
	for (let i = middle + 1; i < order.length; i++) {
		const [before, slot] = [order[i - 1], order[i]];
		if (before && slot) slot.offset = before.offset + gap(before, slot);
	}
	for (let i = middle - 1; i >= 0; i--) {
		const [slot, after] = [order[i], order[i + 1]];
		if (after && slot) slot.offset = after.offset - gap(slot, after);
	}
}

/** Rows above a sideways slot, or columns to the right of another, that its label keeps free: it is nearer to its own line than to the next. */
function labelRoom({label, side}: Slot): number {
	if (!label) return 0;
	return isSideways(side) ? label.lines.length + 1 : label.width + 3;
}

function turnOf(slot: Slot): Turn {
	const straight = slot.links.some(link => link.path.length === 2);
	const path = slot.links[0]?.path ?? [];
	const [start, first, second, third] = (slot.incoming ? path.toReversed() : path).map(corner =>
		turned(corner, slot),
	);
	if (straight || !start || !first || !second) return {slot, way: 0, ahead: 0, aside: 0, next: 0};
	const aside = second.y - first.y;
	return {
		slot,
		way: aside < 0 ? -1 : 1,
		ahead: first.x - start.x,
		aside: Math.abs(aside),
		next: third ? Math.sign(third.x - second.x) : 0,
	};
}

function turned({x, y}: Corner, {side}: Slot): Corner {
	if (side === 'right') return {x, y};
	if (side === 'left') return {x: -x, y};
	return side === 'bottom' ? {x: y, y: x} : {x: -y, y: x};
}

/** Top to bottom: the order in which lines that leave to the right do not cross each other. */
function compare(a: Turn, b: Turn): number {
	if (a.way !== b.way) return a.way - b.way;
	return a.way * outer(a, b) || (a.slot.links[0]?.edge ?? 0) - (b.slot.links[0]?.edge ?? 0);
}

/** Positive where `a` stands further from the middle than `b`, both turning the same way. */
function outer(a: Turn, b: Turn): number {
	if (a.ahead !== b.ahead) return b.ahead - a.ahead;
	if (a.aside === b.aside) return b.next - a.next;
	const shorter = a.aside < b.aside ? a : b;
	const longerIsOuter = shorter.next >= 0;
	return (shorter === a) === longerIsOuter ? -1 : 1;
}

/** Lines that come towards each other must not lie on one another: the later one moves away. */
function clearPasses(grid: Grid, slots: readonly Slot[], neighbours: Neighbours, pitch: number): void {
	const passes = new Passes();
	for (const slot of slots) {
		const stretches = stretchesOf(slot, grid);
		if (stretches.length === 0) continue;
		const own = [slot, ...partners(slot)];
		for (let tries = 0; tries < 3 && passes.meet(slot, stretches, own); tries++)
			moveAway(slot, neighbours, grid, pitch);
		passes.add(slot, stretches);
	}
}

/** A part of a line of the grid, both ends as coordinates along it. */
interface Stretch {
	readonly line: number;
	readonly low: number;
	readonly high: number;
}

/**
 * The stretches that lines of a slot take on the way from its box; none where they turn in the
 * channel beside the box, since nothing else comes nearer than that channel.
 */
function stretchesOf(slot: Slot, grid: Grid): Stretch[] {
	const across = isSideways(slot.side);
	const here = (across ? grid.x : grid.y)[slot.node] ?? 0;
	const line = lineOf(slot, grid);
	return slot.links.flatMap(({path}) => {
		const corner = path[slot.incoming ? path.length - 2 : 1];
		const end = (across ? corner?.x : corner?.y) ?? here;
		return Math.abs(end - here) > 1 ? [{line, low: Math.min(here, end), high: Math.max(here, end)}] : [];
	});
}

/** Stretches are looked up by pieces of the grid of 2 to this many coordinates. */
const pieceBits = 5;

/** Which stretches are taken, at which offset. */
class Passes {
	readonly #taken = new Map<string, (Stretch & {readonly slot: Slot})[]>();

	add(slot: Slot, stretches: readonly Stretch[]): void {
		for (const stretch of stretches)
			for (const key of keysOf(stretch, slot.offset)) {
				const list = this.#taken.get(key);
				if (list) list.push({...stretch, slot});
				else this.#taken.set(key, [{...stretch, slot}]);
			}
	}

	/** Whether `slot` meets another that is not one of `own`. */
	meet(slot: Slot, stretches: readonly Stretch[], own: readonly Slot[]): boolean {
		return stretches.some(stretch =>
			keysOf(stretch, slot.offset).some(key =>
				this.#taken
					.get(key)
					?.some(other => other.low < stretch.high && stretch.low < other.high && !own.includes(other.slot)),
			),
		);
	}
}

function keysOf({line, low, high}: Stretch, offset: number): string[] {
	const first = low >> pieceBits;
	return Array.from({length: (high >> pieceBits) - first + 1}, (_, i) => `${line} ${first + i} ${offset}`);
}
