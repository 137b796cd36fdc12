/** The seen part of the drawing, as styled rows for the frame sink. */
import {lightOf} from '../session/light.js';
import type {Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import type {Look, Theme} from './theme.js';

/** Rows of exactly the view's width; what was walked has the look `walked`. */
export function drawingRows(session: Session, theme: Theme, walked: Look): string[] {
	const {camera, drawing} = session;
	const {width, height} = viewOf(session);
	const light = lightOf(session);
	return Array.from({length: height}, (_, row) =>
		theme.cells(drawing.canvas.row(camera.y + row, camera.x, camera.x + width, light), walked),
	);
}
