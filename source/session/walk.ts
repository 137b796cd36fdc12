/** What moves the token: steps, choices, and back. */
import type {Box} from '../layout/geometry.js';
import {choices} from '../run/choices.js';
import {onward} from '../run/onward.js';
import type {Run} from '../run/run.js';
import {choose, step} from '../run/step.js';
import {back, forward, restart} from '../run/undo.js';
import {reveal} from './camera.js';
import {here, type Session} from './session.js';
import {viewOf} from './view.js';

/** One step on; at a decision the picked branch, and nothing where none is picked. */
export function advance(session: Session): Session {
	const {run, picked} = session;
	if (run.state === 'ended') return told(session, 'the run has ended: ← one step back, r begin again');
	if (run.state === 'moving') return to(session, step(run));
	if (picked !== undefined) return take(session, picked + 1);
	// A key held down must not run through a decision.
	return told(session, `choose 1–${choices(run).length}`);
}

/** Takes branch `number` of the present decision; counts from 1. */
export function take(session: Session, number: number): Session {
	const {run} = session;
	if (run.state !== 'choosing') return told(session, 'there is nothing to choose here');
	const ways = choices(run);
	const choice = ways[number - 1];
	return choice ? to(session, choose(run, choice.id)) : told(session, `choose 1–${ways.length}`);
}

/** Picks another branch; the first press picks the first or the last. */
export function pick(session: Session, by: number): Session {
	const count = choices(session.run).length;
	if (count === 0) return session;
	const start = session.picked ?? (by > 0 ? -1 : count);
	return {...session, picked: Math.max(0, Math.min(count - 1, start + by))};
}

/** Steps until there is something to decide, or the end. */
export function runOn(session: Session): Session {
	if (session.run.state !== 'moving') return advance({...session, picked: undefined});
	return to(session, onward(session.run));
}

export function stepBack(session: Session): Session {
	const run = back(session.run);
	return run === session.run ? told(session, 'this is the beginning') : to(session, run);
}

export function stepForward(session: Session): Session {
	const run = forward(session.run);
	return run === session.run ? told(session, 'nothing was undone') : to(session, run);
}

export function beginAgain(session: Session): Session {
	return to(session, restart(session.run));
}

/** The session with `run`, and its token in sight where the view follows. */
export function to(session: Session, run: Run): Session {
	return followed({...session, run, picked: undefined});
}

/** The session with the token in sight, where the view follows it. */
export function followed(session: Session): Session {
	const at = here(session);
	if (!session.camera.follow || at === undefined) return session;
	const {boxes} = session.drawing;
	const box = boxes.get(at);
	if (!box) return session;
	const near = session.diagram.out(at).flatMap((edge): Box[] => {
		const target = boxes.get(edge.to);
		return target ? [target] : [];
	});
	return {...session, camera: reveal(session.camera, viewOf(session), box, near)};
}

function told(session: Session, text: string): Session {
	return {...session, notice: {text, urgent: true}};
}
