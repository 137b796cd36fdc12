/** The lines of edges in cells, and where their labels stand beside them. */
import type {Box, EdgeLine, NodeBox, Point} from './geometry.js';
import type {Grid} from './grid.js';
import {isSideways, isVertical, type Link, type Slot} from './links.js';
import type {Block} from './measure.js';
import {type Sizes, trackPitch} from './sizes.js';
import type {Axes, Decided, Standing} from './standing.js';
import type {Wiring} from './wires.js';

/** The line of `link`, from the border of one box to that of the other. */
export function edgeLine(
	{diagram, contents, grid, sizes, wirings, back}: Decided,
	link: Link,
	standing: Standing,
): EdgeLine {
	const {axis, nodes} = standing;
	const edge = diagram.edges[link.edge];
	if (!edge) throw new RangeError(`edge ${link.edge} is not in the diagram`);
	const corners = link.path.slice(1, -1).map(
		(_, i): Point => ({
			x: coordinate(link, i + 1, true, axis, wirings),
			y: coordinate(link, i + 1, false, axis, wirings),
		}),
	);
	const first = beside(link.source, nodes, axis, link.path[0]);
	const last = beside(link.target, nodes, axis, link.path.at(-1));
	const label = contents.edges[link.edge];
	const own = link.source.links.length === 1 ? link.source : link.target;
	const box = label && labelBox(own, own === link.source ? first : last, label, {grid, sizes, standing});
	return {
		id: edge.id,
		from: edge.from,
		to: edge.to,
		fromSide: edge.fromSide,
		toSide: edge.toSide,
		points: withoutRepeats([first, ...corners, last]),
		...(box ? {label: box} : {}),
		back: back.has(link.edge) || edge.synthetic,
	};
}

/** Where the pieces before and after corner `index` of a path lie, in cells. */
function coordinate(
	link: Link,
	index: number,
	ofX: boolean,
	axis: Axes,
	[vertical, horizontal]: readonly [Wiring, Wiring],
): number {
	const piece = isVertical(link, index) === ofX ? index : index - 1;
	const corner = link.path[index];
	const base = (ofX ? axis.x[corner?.x ?? 0] : axis.y[corner?.y ?? 0]) ?? 0;
	if (piece === 0) return base + link.source.offset;
	if (piece === link.path.length - 2) return base + link.target.offset;
	const track = (ofX ? vertical : horizontal).wireOf.get(link)?.get(piece)?.track ?? 0;
	return base + track * (ofX ? trackPitch : 1);
}

/** The cell at a slot, outside of the border. */
function beside(
	{node, side, offset}: Slot,
	nodes: readonly NodeBox[],
	axis: Axes,
	cell: {x: number; y: number} | undefined,
): Point {
	const box = nodes[node] ?? {x: 0, y: 0, width: 0, height: 0};
	const x = (axis.x[cell?.x ?? 0] ?? 0) + offset;
	const y = (axis.y[cell?.y ?? 0] ?? 0) + offset;
	if (side === 'left') return {x: box.x - 1, y};
	if (side === 'right') return {x: box.x + box.width, y};
	return {x, y: side === 'top' ? box.y - 1 : box.y + box.height};
}

/**
 * Labels stand in the channel beside the slot, where room was reserved: above a line that runs
 * sideways, to the right of one that runs up or down. One that is no higher than its box may stand
 * close to it, since nothing else comes between the box and the channel there.
 */
function labelBox(
	{node, side, incoming}: Slot,
	at: Point,
	{lines, width: columns}: Block,
	{grid, sizes, standing}: {readonly grid: Grid; readonly sizes: Sizes; readonly standing: Standing},
): Box & {readonly lines: readonly string[]} {
	const step = side === 'left' || side === 'top' ? -1 : 1;
	const size = {width: columns, height: lines.length, lines};
	const apart = isSideways(side) || incoming ? 1 : 0;
	const along = isSideways(side) ? 'x' : 'y';
	const band = (grid[along][node] ?? 0) + step;
	const start = standing.starts[along][band] ?? 0;
	const bandSize = (along === 'x' ? sizes.columns : sizes.rows)[band]?.size ?? 0;
	const extent = along === 'x' ? columns : lines.length;
	const place = step === 1 ? start + apart : start + bandSize - apart - extent;
	const nodeBox = standing.nodes[node];
	if (along === 'x' && nodeBox && at.y - lines.length >= nodeBox.y)
		return {x: step === 1 ? at.x + 1 : at.x - columns, y: at.y - lines.length, ...size};
	return along === 'x' ? {x: place, y: at.y - lines.length, ...size} : {x: at.x + 2, y: place, ...size};
}

function withoutRepeats(points: readonly Point[]): Point[] {
	const kept: Point[] = [];
	for (const point of points) {
		const [before, last] = [kept.at(-2), kept.at(-1)];
		if (last && last.x === point.x && last.y === point.y) continue;
		const straight =
			before &&
			last &&
			((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
		if (straight) kept.pop();
		kept.push(point);
	}
	return kept;
}
