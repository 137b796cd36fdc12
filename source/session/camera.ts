/** Which part of the drawing is seen. Cells; the view is as large as the drawing's area on the screen. */
import type {Box, Point} from '../layout/geometry.js';

/** The cell of the drawing in the upper left corner of the view. */
export interface Camera extends Point {
	/** Whether the view moves along with the token. */
	readonly follow: boolean;
}

/** Of the drawing, or of the view. */
export interface Extent {
	readonly width: number;
	readonly height: number;
}

/** Cells kept free around what is brought into view, where there is room. */
const margin = {x: 4, y: 1};

/** `camera` where the view never leaves the drawing. */
export function hold(camera: Camera, view: Extent, drawing: Extent): Camera {
	const x = Math.max(0, Math.min(camera.x, drawing.width - view.width));
	const y = Math.max(0, Math.min(camera.y, drawing.height - view.height));
	return x === camera.x && y === camera.y ? camera : {...camera, x, y};
}

/** `camera` with the middle of `box` in the middle of the view; where that is too small for it, from its beginning on. */
export function centreOn(camera: Camera, view: Extent, box: Box): Camera {
	const half = (room: number, size: number) => Math.min(0, Math.round((size - room) / 2));
	return {
		...camera,
		x: box.x + half(view.width, box.width),
		y: box.y + half(view.height, box.height),
	};
}

/**
 * `camera` with `box` in sight, and as many of `near` as there is room for. Each axis moves only if it must, and then
 * so far that the token has room ahead: many small shifts are harder to follow than a few large ones.
 */
export function reveal(camera: Camera, view: Extent, box: Box, near: readonly Box[]): Camera {
	return {
		...camera,
		x: along(
			camera.x,
			view.width,
			span(box, 'x', 'width'),
			near.map(b => span(b, 'x', 'width')),
			margin.x,
		),
		y: along(
			camera.y,
			view.height,
			span(box, 'y', 'height'),
			near.map(b => span(b, 'y', 'height')),
			margin.y,
		),
	};
}

type Span = readonly [from: number, to: number];

function span(box: Box, start: 'x' | 'y', size: 'width' | 'height'): Span {
	return [box[start], box[start] + box[size]];
}

function along(at: number, room: number, box: Span, near: readonly Span[], free: number): number {
	let wanted = box;
	for (const [from, to] of near) {
		const both: Span = [Math.min(wanted[0], from), Math.max(wanted[1], to)];
		if (both[1] - both[0] <= room) wanted = both;
	}
	if (wanted[0] >= at && wanted[1] <= at + room) return at;
	const spare = Math.max(0, Math.min(free, Math.floor((room - (wanted[1] - wanted[0])) / 2)));
	if (wanted[1] - wanted[0] > room) return wanted[0];
	const middle = Math.round((wanted[0] + wanted[1]) / 2 - room / 2);
	return Math.max(wanted[1] + spare - room, Math.min(middle, wanted[0] - spare));
}
