/** What the view is about: it stays in sight where the window, the zoom or the file becomes another. */
import type {Box} from '../layout/geometry.js';
import {reveal} from './camera.js';
import {foundNow, here, type Session} from './session.js';
import {viewOf} from './view.js';

/** The node of the token where it is in sight, else the one found where that is, else the one nearest to the middle of the view. */
export function anchorOf(session: Session): string | undefined {
	const {drawing} = session;
	const known = [here(session), foundNow(session)].find(id => {
		const box = id === undefined ? undefined : drawing.boxes.get(id);
		return box !== undefined && isSeen(session, box);
	});
	return known ?? nearest(session);
}

/** Whether the view moved away from the token. */
export function isTokenLost(session: Session): boolean {
	const box = session.drawing.boxes.get(here(session) ?? '');
	return box !== undefined && !isSeen(session, box);
}

function isSeen(session: Session, {x, y, width, height}: Box): boolean {
	const {camera} = session;
	const view = viewOf(session);
	const across = x < camera.x + view.width && x + width > camera.x;
	return across && y < camera.y + view.height && y + height > camera.y;
}

function nearest(session: Session): string | undefined {
	const {camera, drawing} = session;
	const view = viewOf(session);
	const [x, y] = [camera.x + view.width / 2, camera.y + view.height / 2];
	let [nearest, least] = [drawing.layout.nodes[0], Number.POSITIVE_INFINITY];
	for (const box of drawing.layout.nodes) {
		const far = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
		if (far < least) [nearest, least] = [box, far];
	}
	return nearest?.id;
}

/** `after` with what the view was about before still in sight. */
export function keptInSight(before: Session, after: Session): Session {
	const box = after.drawing.boxes.get(anchorOf(before) ?? '');
	return box ? {...after, camera: reveal(after.camera, viewOf(after), box, [])} : after;
}

/** `after`, of which the drawing is another one, with what the view was about where it was on the screen. */
export function keptInPlace(before: Session, after: Session): Session {
	const {camera} = before;
	const id = anchorOf(before) ?? '';
	const [old, box] = [before.drawing.boxes.get(id), after.drawing.boxes.get(id)];
	const [x, y] = old && box ? [box.x - old.x, box.y - old.y] : [0, 0];
	return {...after, camera: {...camera, x: camera.x + x, y: camera.y + y}};
}
