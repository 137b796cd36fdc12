/** Last pass: columns that hold nothing but lines on their way through are taken out. */
import {width} from '../text.js';
import type {Layout, Point} from './geometry.js';

/** Columns that stay beside a box, a bend, a label and a title, on either side. */
const beside = {box: 2, bend: 1, label: 1, title: 3};

/** `layout` without its idle columns; rows have none, since they are packed as they are made. */
export function squeezed(layout: Layout): Layout {
	const kept = keptColumns(layout);
	const column = new Int32Array(layout.width + 1);
	for (let x = 0; x < layout.width; x++) column[x + 1] = (column[x] ?? 0) + (kept[x] ?? 0);
	const at = (x: number) => column[x] ?? 0;
	if (at(layout.width) === layout.width) return layout;
	const moved = <P extends Point>(point: P): P => ({...point, x: at(point.x)});
	return {
		...layout,
		width: at(layout.width),
		lanes: layout.lanes.map(lane => ({
			...moved(lane),
			width: at(lane.x + lane.width) - at(lane.x),
			titleX: at(lane.titleX),
		})),
		nodes: layout.nodes.map(moved),
		edges: layout.edges.map(edge => ({
			...edge,
			points: edge.points.map(moved),
			...(edge.label ? {label: moved(edge.label)} : {}),
		})),
	};
}

/** A 1 for every column in which something stands, or near which it does. */
function keptColumns({width: columns, lanes, nodes, edges}: Layout): Uint8Array {
	const kept = new Uint8Array(columns);
	const keep = (x: number, cells: number, margin: number) =>
		kept.fill(1, Math.max(0, x - margin), x + cells + margin);
	for (const lane of lanes) {
		keep(lane.titleX, width(lane.title), beside.title);
		for (const border of [lane.x, lane.x + lane.width - 1]) keep(border, 1, beside.box);
	}
	for (const box of nodes) keep(box.x, box.width, beside.box);
	for (const {points, label} of edges) {
		for (const {x} of points) keep(x, 1, beside.bend);
		if (label) keep(label.x, label.width, beside.label);
	}
	return kept;
}
