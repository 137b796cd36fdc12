/**
 * First pass: every node gets a cell of the coarse grid, a column and a row of its lane.
 *
 * Columns are longest paths after cycles are broken (the layering of Sugiyama, Tagawa and Toda,
 * 1981, with handles deciding the direction); rows follow the handles, so that edges from right to
 * left run straight and edges from bottom to top fall to the row below.
 */
import type {Diagram} from '../diagram/diagram.js';
import {align, type Span} from './align.js';
import {folded} from './fold.js';
import type {LayoutOptions} from './geometry.js';
import {into, type Pull, pullsOf} from './pulls.js';
import {rowsOf} from './rows.js';

/** Column and row of every node, by index; rows count from 0 within the lane. */
export interface Placement {
	readonly columns: number;
	readonly column: Int32Array;
	readonly row: Int32Array;
	/** By index of the lane, at least 1. */
	readonly rows: readonly number[];
	/** Index of the lane of every node. */
	readonly lane: Int32Array;
}

/** Indices of nodes, edges and lanes by id, made once a layout. */
export interface Indices {
	readonly node: ReadonlyMap<string, number>;
	readonly edge: ReadonlyMap<string, number>;
	readonly lane: ReadonlyMap<string, number>;
}

export function indicesOf(diagram: Diagram): Indices {
	return {
		node: new Map(diagram.nodes.map((node, i) => [node.id, i])),
		edge: new Map(diagram.edges.map((edge, i) => [edge.id, i])),
		lane: new Map(diagram.lanes.map((lane, i) => [lane.id, i])),
	};
}

/** A cell for every node: no two nodes of a lane share one. `back` are the indices of edges that lead back. */
export function place(
	diagram: Diagram,
	indices: Indices,
	{spread, fold}: LayoutOptions,
	back: ReadonlySet<number>,
): Placement {
	const lane = Int32Array.from(diagram.nodes, node => indices.lane.get(node.lane) ?? 0);
	const pulls = pullsOf(diagram, indices, lane, spread, back);
	const order = topological(pulls, lane.length);
	const column = columnsOf(order, pulls, lane);
	align(column, lane, pulls, spansOf(diagram, indices));
	const {row, rows} = rowsOf(order, pulls, lane, column, diagram.lanes.length);
	const columns = column.reduce((most, c) => Math.max(most, c + 1), 0);
	return folded({columns, column, row, rows, lane}, fold);
}

/** Kahn's algorithm, ties in file order. */
function topological(pulls: readonly Pull[], count: number): number[] {
	const waiting = new Int32Array(count);
	const out: number[][] = Array.from({length: count}, () => []);
	for (const {from, to} of pulls) {
		waiting[to] = (waiting[to] ?? 0) + 1;
		out[from]?.push(to);
	}
	const order = [...waiting.keys()].filter(node => waiting[node] === 0);
	for (let i = 0; i < order.length; i++) {
		for (const to of out[order[i] ?? 0] ?? []) {
			waiting[to] = (waiting[to] ?? 0) - 1;
			if (waiting[to] === 0) order.push(to);
		}
	}
	return order;
}

/** The edges as {@link align} sees them. */
function spansOf(diagram: Diagram, indices: Indices): Span[] {
	return diagram.edges.map(({from, to, fromSide, toSide}) => ({
		from: indices.node.get(from) ?? 0,
		to: indices.node.get(to) ?? 0,
		fromSide,
		toSide,
	}));
}

/** How many lanes that a line came through are kept in mind. */
const mostPassed = 8;

/** Longest paths; what goes up or down to other lanes and comes back to its own stands a column further on. */
function columnsOf(order: readonly number[], pulls: readonly Pull[], lane: Int32Array): Int32Array {
	const column = new Int32Array(order.length);
	const ways = into(pulls, order.length);
	/** Lanes that lines came through to a node without leaving its column. */
	const passed: (readonly number[] | undefined)[] = [];
	for (const node of order) {
		const own = ways[node] ?? [];
		const at = own.reduce((most, {from, step}) => Math.max(most, (column[from] ?? 0) + step), 0);
		const through = own.flatMap(({from, step}) => {
			if (step !== 0 || column[from] !== at) return [];
			return lane[from] === lane[node] ? (passed[from] ?? []) : [...(passed[from] ?? []), lane[from] ?? 0];
		});
		const returns = through.includes(lane[node] ?? 0);
		column[node] = returns ? at + 1 : at;
		if (!returns && through.length > 0) passed[node] = [...new Set(through)].slice(-mostPassed);
	}
	return column;
}
