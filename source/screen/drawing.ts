/** The seen part of the drawing, as styled rows for the frame sink. */
import type {Role, Run} from '../canvas/canvas.js';
import {lightOf} from '../session/light.js';
import type {Session} from '../session/session.js';
import {viewOf} from '../session/view.js';
import type {Look, Theme} from './theme.js';

const standing: ReadonlySet<Role> = new Set(['blank', 'lane', 'title']);

/** What was not walked is blank; the lanes stay. */
function hidden(run: Run): Run {
	return run.lit !== 'plain' || standing.has(run.role)
		? run
		: {...run, text: ' '.repeat(run.width), role: 'blank'};
}

/** What was not walked stands back as the lanes do. */
function dimmed(run: Run): Run {
	return run.lit !== 'plain' || run.role === 'title' ? run : {...run, role: 'lane'};
}

/** Rows of exactly the view's width; what was walked has the look `walked`. */
export function drawingRows(session: Session, theme: Theme, walked: Look): string[] {
	const {camera, drawing} = session;
	const {width, height} = viewOf(session);
	const light = lightOf(session);
	const hide = (run: Run) =>
		session.drill.blind ? hidden(run) : session.shade === 'dim' ? dimmed(run) : run;
	return Array.from({length: height}, (_, row) =>
		theme.cells(drawing.canvas.row(camera.y + row, camera.x, camera.x + width, light).map(hide), walked),
	);
}
