/** The arrangement of the screen for a session, and the part of the drawing that is seen. */
import {choices} from '../run/choices.js';
import {type Arrangement, arrange, kindOf} from './arrange.js';
import {type Extent, hold} from './camera.js';
import type {Session} from './session.js';

/** Rows of a heading or a rule. */
const heading = 1;
/** Rows a branch takes where there is room for more than its name. */
const rowsPerWay = 2;
/** Rows under the drawing of a wide screen, so that it does not jump at every decision. */
const wideBelow = 7;

/** Where the parts of the screen stand. */
export function arrangementOf(session: Session): Arrangement {
	const ways = Math.max(1, choices(session.run).length);
	switch (kindOf(session.size)) {
		case 'compact':
			return arrange(session.size, heading + ways + (session.folded.has('trail') ? 0 : 1));
		case 'wide':
			return arrange(session.size, Math.max(wideBelow, heading + ways * rowsPerWay));
		default:
			return arrange(session.size, 0);
	}
}

/** The size of the view on the drawing. */
export function viewOf(session: Session): Extent {
	return arrangementOf(session).view;
}

/** The session with its view inside the drawing. */
export function held(session: Session): Session {
	const camera = hold(session.camera, viewOf(session), session.drawing.layout);
	return camera === session.camera ? session : {...session, camera};
}
