/** The cells that the line of an edge runs through, and its arms in each. */
import type {EdgeLine, Point} from '../layout/geometry.js';
import type {Cells} from './cells.js';
import {down, left, right, up} from './strokes.js';

/** The arm that touches the box at the end of a line which leaves or enters by that side. */
const towardsBox = {left: right, right: left, top: down, bottom: up};

/** Where the head of a line points that enters by a side. */
const pointing = {left: 'right', right: 'left', top: 'down', bottom: 'up'} as const;

/** Draws a line into cells: its points, then what lies between them. */
export function drawLine(cells: Cells, edge: EdgeLine, index: number): void {
	edge.points.forEach((point, i) => {
		const next = edge.points[i + 1];
		cells.stroke(
			point.x,
			point.y,
			index,
			armsAt(edge, i),
			edge.back,
			next ? undefined : pointing[edge.toSide],
		);
		if (!next) return;
		if (point.y === next.y) {
			const [from, to] = [Math.min(point.x, next.x) + 1, Math.max(point.x, next.x)];
			cells.strokeRow(point.y, from, to, index, left | right, edge.back);
		} else {
			const [from, to] = [Math.min(point.y, next.y) + 1, Math.max(point.y, next.y)];
			cells.strokeColumn(point.x, from, to, index, up | down, edge.back);
		}
	});
}

/** Adds the arms of a line in row `y`, columns `from` and up, to `arms`. */
export function addRow(edge: EdgeLine, y: number, from: number, arms: Uint8Array): void {
	const add = (x: number, own: number) => {
		if (x >= from && x < from + arms.length) arms[x - from] = (arms[x - from] ?? 0) | own;
	};
	edge.points.forEach((point, i) => {
		if (point.y === y) add(point.x, armsAt(edge, i));
		const next = edge.points[i + 1];
		if (!next) return;
		if (point.x === next.x) {
			if (Math.min(point.y, next.y) < y && y < Math.max(point.y, next.y)) add(point.x, up | down);
		} else if (point.y === y) {
			const end = Math.min(Math.max(point.x, next.x), from + arms.length);
			for (let x = Math.max(Math.min(point.x, next.x) + 1, from); x < end; x++) add(x, left | right);
		}
	});
}

function armsAt(edge: EdgeLine, i: number): number {
	const point = edge.points[i];
	if (!point) return 0;
	const [before, after] = [edge.points[i - 1], edge.points[i + 1]];
	return (
		(before ? armTowards(point, before) : towardsBox[edge.fromSide]) |
		(after ? armTowards(point, after) : towardsBox[edge.toSide])
	);
}

function armTowards(from: Point, to: Point): number {
	if (to.x !== from.x) return to.x > from.x ? right : left;
	return to.y > from.y ? down : up;
}
