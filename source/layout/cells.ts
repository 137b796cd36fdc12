/** Last pass: everything that was decided becomes boxes, points and labels in character cells. */
import type {Diagram} from '../diagram/diagram.js';
import {width} from '../text.js';
import type {Box, EdgeLine, LaneBox, Layout, NodeBox, Point} from './geometry.js';
import type {Grid} from './grid.js';
import type {Link, Slot} from './links.js';
import type {Block, Contents} from './measure.js';
import {isSideways} from './ports.js';
import {type Band, type Sizes, trackPitch} from './sizes.js';
import {placeTitles, type TitlePlace} from './titles.js';
import {isVertical, type Wiring} from './wires.js';

/** All that the passes before decided. */
export interface Decided {
	readonly diagram: Diagram;
	readonly grid: Grid;
	readonly links: readonly Link[];
	readonly contents: Contents;
	readonly sizes: Sizes;
	readonly wirings: readonly [vertical: Wiring, horizontal: Wiring];
	/** Indices of edges that lead back. */
	readonly back: ReadonlySet<number>;
}

/** Cells of the border on each side of a lane; neighbours share the one between them. */
const border = 1;

export function cellsOf(decided: Decided): Layout {
	const {diagram, sizes, contents} = decided;
	const drawn = standingOf(decided);
	const titles = placeTitles(
		contents.titles,
		drawn.lanes.map(({y}) => y),
		drawn.edges,
		drawn.starts.x,
		drawn.end,
	);
	const {lanes, nodes, edges, end} =
		titles.extra > 0 ? standingOf({...decided, sizes: widened(sizes, titles)}) : drawn;
	const total = contents.titles.reduce((most, title) => Math.max(most, titles.x + width(title) + 3), end);
	return {
		width: diagram.lanes.length > 0 ? total : 0,
		height: lanes.reduce((most, lane) => Math.max(most, lane.y + lane.height), 0),
		lanes: lanes.map((lane, i) => ({
			...lane,
			x: 0,
			width: total,
			title: contents.titles[i] ?? '',
			titleX: titles.x,
		})),
		nodes,
		edges,
	};
}

/** Sizes with cells inserted before a band: at the start of a channel, or in the one before a column. */
function widened(sizes: Sizes, {band, extra}: TitlePlace): Sizes {
	const columns = sizes.columns.map((own, x): Band => {
		if (band % 2 === 1) return x === band - 1 ? {...own, size: own.size + extra} : own;
		return x === band ? {size: own.size + extra, axis: own.axis + extra} : own;
	});
	return {...sizes, columns};
}

/** Everything in its place but the titles. */
interface Drawn {
	readonly starts: Axes;
	/** The column after the right border. */
	readonly end: number;
	readonly lanes: readonly Pick<LaneBox, 'id' | 'y' | 'height'>[];
	readonly nodes: readonly NodeBox[];
	readonly edges: readonly EdgeLine[];
}

function standingOf(decided: Decided): Drawn {
	const {diagram, grid, sizes, contents} = decided;
	const starts = {
		x: startsOf(sizes.columns, () => 0, border),
		y: startsOf(sizes.rows, y => (grid.laneStart.indexOf(y) > 0 ? border : 0), border),
	};
	const axis = {
		x: starts.x.map((start, x) => start + (sizes.columns[x]?.axis ?? 0)),
		y: starts.y.map((start, y) => start + (sizes.rows[y]?.axis ?? 0)),
	};
	const nodes = diagram.nodes.map((node, i): NodeBox => {
		const {left, right, up, down} = sizes.extents[i] ?? {left: 0, right: 0, up: 0, down: 0};
		const {lines, rule} = contents.nodes[i] ?? {lines: []};
		const box = {
			x: (axis.x[grid.x[i] ?? 0] ?? 0) - left,
			y: (axis.y[grid.y[i] ?? 0] ?? 0) - up,
			width: left + 1 + right,
			height: up + 1 + down,
		};
		return {
			id: node.id,
			...box,
			shape: node.shape,
			framed: contents.framed,
			lines,
			...(rule === undefined ? {} : {rule}),
		};
	});
	return {
		starts,
		end: (starts.x.at(-1) ?? border) + (sizes.columns.at(-1)?.size ?? 0) + border,
		lanes: lanesOf(decided, starts.y),
		nodes,
		edges: decided.links.map(link => edgeLine(decided, link, {axis, starts, nodes})),
	};
}

function startsOf(bands: readonly Band[], gap: (at: number) => number, from: number): number[] {
	let next = from;
	return bands.map(({size}, at) => {
		const start = next + gap(at);
		next = start + size;
		return start;
	});
}

interface Axes {
	readonly x: readonly number[];
	readonly y: readonly number[];
}

/** Where the bands of the grid and the boxes stand. */
interface Standing {
	readonly axis: Axes;
	readonly starts: Axes;
	readonly nodes: readonly NodeBox[];
}

function edgeLine(
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

function lanesOf({diagram, grid, sizes}: Decided, startY: readonly number[]): Drawn['lanes'] {
	return diagram.lanes.map(({id}, i) => {
		const from = grid.laneStart[i] ?? 0;
		const to = (grid.laneStart[i + 1] ?? 0) - 1;
		const y = (startY[from] ?? 0) - border;
		const height = (startY[to] ?? 0) + (sizes.rows[to]?.size ?? 0) + border - y;
		return {id, y, height};
	});
}
