/** The mouse on the drawing. */
import {choices} from '../run/choices.js';
import {showFound} from './look.js';
import type {Session} from './session.js';
import {take} from './walk.js';

/** A click on a cell of the view: on a branch or its target picks that branch, and again takes it; on a node finds it. */
export function click(session: Session, x: number, y: number): Session {
	const hit = session.drawing.canvas.at(session.camera.x + x, session.camera.y + y);
	if (!hit || hit.kind === 'lane') return session;
	const index = choices(session.run).findIndex(
		choice => (hit.kind === 'edge' ? choice.edge : choice.node) === hit.id,
	);
	if (index >= 0) return session.picked === index ? take(session, index + 1) : {...session, picked: index};
	if (hit.kind === 'edge') return session;
	return {...showFound(session, hit.id), camera: session.camera};
}
