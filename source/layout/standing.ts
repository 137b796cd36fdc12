/** Where the bands of the coarse grid stand in cells, and with them the boxes and the lanes. */
import type {Diagram} from '../diagram/diagram.js';
import type {LaneBox, NodeBox} from './geometry.js';
import type {Grid} from './grid.js';
import type {Link} from './links.js';
import type {Contents} from './measure.js';
import type {Band, Sizes} from './sizes.js';
import type {Wiring} from './wires.js';

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

/** A cell for every band of the coarse grid, by its coordinate. */
export interface Axes {
	readonly x: readonly number[];
	readonly y: readonly number[];
}

/** Bands, boxes and lanes in their places. */
export interface Standing {
	/** The first cells of bands. */
	readonly starts: Axes;
	/** The axes of rows and columns, the first tracks of channels. */
	readonly axis: Axes;
	/** The column after the right border. */
	readonly end: number;
	readonly lanes: readonly Pick<LaneBox, 'id' | 'y' | 'height'>[];
	readonly nodes: readonly NodeBox[];
}

/** Cells of the border on each side of a lane; neighbours share the one between them. */
const border = 1;

export function standingOf(decided: Decided): Standing {
	const {grid, sizes} = decided;
	const starts = {
		x: startsOf(sizes.columns, () => 0, border),
		y: startsOf(sizes.rows, y => (grid.laneStart.indexOf(y) > 0 ? border : 0), border),
	};
	const axis = {
		x: starts.x.map((start, x) => start + (sizes.columns[x]?.axis ?? 0)),
		y: starts.y.map((start, y) => start + (sizes.rows[y]?.axis ?? 0)),
	};
	return {
		starts,
		axis,
		end: (starts.x.at(-1) ?? border) + (sizes.columns.at(-1)?.size ?? 0) + border,
		lanes: lanesOf(decided, starts.y),
		nodes: boxesOf(decided, axis),
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

function lanesOf({diagram, grid, sizes}: Decided, startY: readonly number[]): Standing['lanes'] {
	return diagram.lanes.map(({id}, i) => {
		const from = grid.laneStart[i] ?? 0;
		const to = (grid.laneStart[i + 1] ?? 0) - 1;
		const y = (startY[from] ?? 0) - border;
		const height = (startY[to] ?? 0) + (sizes.rows[to]?.size ?? 0) + border - y;
		return {id, y, height};
	});
}

function boxesOf({diagram, grid, sizes, contents}: Decided, axis: Axes): NodeBox[] {
	return diagram.nodes.map((node, i): NodeBox => {
		const {left, right, up, down} = sizes.extents[i] ?? {left: 0, right: 0, up: 0, down: 0};
		const {lines, rule} = contents.nodes[i] ?? {lines: []};
		return {
			id: node.id,
			x: (axis.x[grid.x[i] ?? 0] ?? 0) - left,
			y: (axis.y[grid.y[i] ?? 0] ?? 0) - up,
			width: left + 1 + right,
			height: up + 1 + down,
			shape: node.shape,
			framed: contents.framed,
			lines,
			...(rule === undefined ? {} : {rule}),
		};
	});
}
