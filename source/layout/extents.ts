/** How large every box is, in cells: as large as its text asks, as its neighbours are, and as its slots need. */
import type {Diagram} from '../diagram/diagram.js';
import type {Grid} from './grid.js';
import {isSideways, type Slot} from './links.js';
import type {Contents} from './measure.js';
import {rowsFor} from './taskbox.js';

/** Cells of a box before and after the axes of its column and row, borders included. */
export interface Extent {
	readonly left: number;
	readonly right: number;
	readonly up: number;
	readonly down: number;
}

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

/** Columns that a circle is wider than its text, so that the mark of a token stands apart from it. */
const roomForToken = 2;

/** Up to so many lines of text, boxes of a row are equally high; a higher one does not stretch the others. */
const evenLines = 3;

/**
 * Boxes of a column are equally wide and those of a row about equally high, unless their slots ask
 * for more. A circle is nearly as narrow as its text, so that starts and ends are seen at a glance.
 */
export function extentsOf(
	diagram: Diagram,
	grid: Grid,
	slots: readonly Slot[],
	contents: Contents,
): Extent[] {
	const extents = evenExtents(diagram, grid, contents);
	const frame = contents.framed ? 1 : 0;
	for (const {node, side, offset} of slots) {
		const extent = extents[node];
		if (!extent) continue;
		if (isSideways(side)) {
			extent.up = Math.max(extent.up, frame - offset);
			extent.down = Math.max(extent.down, frame + offset);
		} else {
			const margin = contents.framed ? (diagram.nodes[node]?.shape === 'diamond' ? 2 : 1) : 0;
			extent.left = Math.max(extent.left, margin - offset);
			extent.right = Math.max(extent.right, margin + offset);
		}
	}
	return extents;
}

/** Extents by the texts of a column and a row alone. */
function evenExtents(diagram: Diagram, grid: Grid, contents: Contents): Mutable<Extent>[] {
	const widest = new Map<number, number>();
	const highest = new Map<number, number>();
	contents.nodes.forEach((content, node) => {
		const x = grid.x[node] ?? 0;
		const y = grid.y[node] ?? 0;
		widest.set(x, Math.max(widest.get(x) ?? 0, content.width));
		highest.set(y, Math.max(highest.get(y) ?? 0, Math.min(rowsFor(content), evenLines)));
	});
	const frame = contents.framed ? 1 : 0;
	const beside = 2 * contents.padding + (contents.bracketed ? 2 : 0);
	return contents.nodes.map((content, node) => {
		const narrow = contents.framed && diagram.nodes[node]?.shape === 'circle';
		const most = widest.get(grid.x[node] ?? 0) ?? 0;
		const inner = (narrow ? Math.min(content.width + roomForToken, most) : most) + beside;
		const lines = Math.max(rowsFor(content), highest.get(grid.y[node] ?? 0) ?? 1);
		const left = (inner - 1) >> 1;
		const up = (lines - 1) >> 1;
		return {
			left: left + frame,
			right: inner - 1 - left + frame,
			up: up + frame,
			down: lines - 1 - up + frame,
		};
	});
}
