/** The map: a sign for each node, and bars inside its box that lead the lines which end there to the sign. */
import type {Side} from '../diagram/diagram.js';
import type {EdgeLine, NodeBox, Point} from '../layout/geometry.js';
import type {CharacterSet} from './canvas.js';
import type {Cells} from './cells.js';
import {dots, tokenMark} from './shapes.js';
import {down, left, right, strokeGlyph, up} from './strokes.js';

/** Where a line ends: the cell of the box beside it, the arm there that meets it, and whether it arrives. */
interface End {
	readonly at: Point;
	readonly arm: number;
	readonly arrives: boolean;
}

/** Paints `nodes`, where `edges` end at them. */
export function paintDots(
	cells: Cells,
	nodes: readonly NodeBox[],
	edges: readonly EdgeLine[],
	set: CharacterSet,
): void {
	const ends = new Map<string, End[]>(nodes.map(({id}) => [id, []]));
	for (const {from, to, fromSide, toSide, points} of edges) {
		const [first, last] = [points.at(0), points.at(-1)];
		if (first) ends.get(from)?.push({...inside(first, fromSide), arrives: false});
		if (last) ends.get(to)?.push({...inside(last, toSide), arrives: true});
	}
	for (const node of nodes)
		if (cells.shows(node.y, node.height)) paintDot(cells, node, ends.get(node.id) ?? [], set);
}

/** The cell of a box next to `x`, `y`, where a line ends at `side`. */
function inside({x, y}: Point, side: Side): Pick<End, 'at' | 'arm'> {
	switch (side) {
		case 'left':
			return {at: {x: x + 1, y}, arm: left};
		case 'right':
			return {at: {x: x - 1, y}, arm: right};
		case 'top':
			return {at: {x, y: y + 1}, arm: up};
		case 'bottom':
			return {at: {x, y: y - 1}, arm: down};
	}
}

/** The sign stands where a line arrives: the way to a node ends at it, and at none of the bars. */
function paintDot(
	cells: Cells,
	{id, shape, x, y, width, height}: NodeBox,
	ends: readonly End[],
	set: CharacterSet,
): void {
	const middle = {x: x + ((width - 1) >> 1), y: y + ((height - 1) >> 1)};
	const sign = arrivalOf(ends)?.at ?? middle;
	for (const [place, arms] of barsTo(sign, ends, cells.columns)) {
		const [plain, walked] = [strokeGlyph(set, arms, 0, false), strokeGlyph(set, arms, arms, false)];
		const bar = cells.add({type: 'border', id, glyphs: {plain, walked, token: walked}});
		cells.set(place % cells.columns, Math.floor(place / cells.columns), bar);
	}
	const [text, token] = [dots[set][shape], tokenMark[set]];
	const dot = cells.add({type: 'glyph', text, width: 1, role: 'text', kind: 'node', id, token});
	cells.set(sign.x, sign.y, dot);
}

/** The end at which the sign stands: the line that goes straight on from there leads on from the sign. */
function arrivalOf(ends: readonly End[]): End | undefined {
	const arrivals = ends.filter(({arrives}) => arrives);
	const goesOn = ({at}: End) => ends.some(end => !end.arrives && end.at.y === at.y && end.at.x >= at.x);
	return arrivals.find(end => end.arm === left && goesOn(end)) ?? arrivals[0];
}

/** The arms in the cells between `ends` and the sign, by place: row by row, of so many columns. */
function barsTo(sign: Point, ends: readonly End[], columns: number): ReadonlyMap<number, number> {
	const bars = new Map<number, number>();
	const armsAt = ({x, y}: Point) => bars.get(y * columns + x) ?? 0;
	const add = (at: Point, arm: number) => bars.set(at.y * columns + at.x, armsAt(at) | arm);
	for (const {at, arm} of ends) {
		add(at, arm);
		for (let here = at; here.x !== sign.x || here.y !== sign.y; ) {
			const {next, out, into} = step(here, sign);
			if (armsAt(here) & out) break;
			add(here, out);
			add(next, into);
			here = next;
		}
	}
	return bars;
}

/** The next cell on the way to the sign, up or down first, and the arms that lead out of the one into the other. */
function step({x, y}: Point, sign: Point): {next: Point; out: number; into: number} {
	if (y < sign.y) return {next: {x, y: y + 1}, out: down, into: up};
	if (y > sign.y) return {next: {x, y: y - 1}, out: up, into: down};
	if (x < sign.x) return {next: {x: x + 1, y}, out: right, into: left};
	return {next: {x: x - 1, y}, out: left, into: right};
}
