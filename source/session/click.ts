/** The mouse on the drawing and on the branches. */
import type {Canvas} from '../canvas/canvas.js';
import {choices} from '../run/choices.js';
import {lightOf} from './light.js';
import {showFound} from './look.js';
import type {Session} from './session.js';
import {take} from './walk.js';

/** A click on a cell of the view: on a branch or its target picks that branch, and again takes it; on a node finds it. */
export function click(session: Session, x: number, y: number): Session {
	const hit = session.drawing.canvas.at(session.camera.x + x, session.camera.y + y);
	if (!hit || hit.kind === 'lane' || !isDrawn(session, hit)) return session;
	const index = choices(session.run).findIndex(
		choice => (hit.kind === 'edge' ? choice.edge : choice.node) === hit.id,
	);
	if (index >= 0) return point(session, index + 1);
	if (hit.kind === 'edge') return session;
	return {...showFound(session, hit.id), camera: session.camera};
}

/** Whether a part of the drawing is there to be hit: a blind drill leaves the most out. */
function isDrawn(session: Session, {kind, id}: NonNullable<ReturnType<Canvas['at']>>): boolean {
	const {nodes, edges, only} = lightOf(session);
	return !only || (kind === 'edge' ? edges : nodes).has(id);
}

/** A click on branch `number`, from 1: picks it, and again takes it. */
export function point(session: Session, number: number): Session {
	return session.picked === number - 1 ? take(session, number) : {...session, picked: number - 1};
}
