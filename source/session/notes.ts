/** What the person writes down, marks and copies. */

import {harmless} from '../text.js';
import {lasted} from './clock.js';
import {attended, here, type Note, type Session, told} from './session.js';
import {stepCount, trail} from './trail.js';

const kept: Readonly<Record<Note['type'], string>> = {
	note: 'the note is kept',
	why: 'the reason is kept',
	action: 'the action item is kept',
	inject: 'the inject is kept',
};

/** The session with a note on where the token is. */
export function note(session: Session, type: Note['type'], text: string): Session {
	if (text.trim() === '') return session;
	const entry: Note = {
		type,
		text: text.trim(),
		node: here(session),
		step: stepCount(session.run),
		at: lasted(session),
	};
	return told({...session, notes: [...session.notes, entry]}, kept[type]);
}

/** The reason that was written down for the decision before the token. */
export function reasonFor(session: Session): string | undefined {
	const [at, step] = [here(session), stepCount(session.run)];
	return session.notes.findLast(one => one.type === 'why' && one.node === at && one.step === step)?.text;
}

/** Sets a breakpoint on the node under the reader's attention, or takes it away. */
export function toggleBreakpoint(session: Session): Session {
	const node = attended(session);
	if (node === undefined) return session;
	const breakpoints = new Set(session.breakpoints);
	const gone = breakpoints.delete(node);
	if (!gone) breakpoints.add(node);
	const {label} = session.diagram.node(node);
	return told({...session, breakpoints}, `${gone ? 'no breakpoint' : 'breakpoint'} at ${harmless(label)}`);
}

/** The trail as lines of plain text: step, node, and the way taken. */
export function trailText(session: Session): string {
	const entries = trail(session.run, session.run.steps.size);
	return entries
		.map(({number, node, label, taken}) => `${number}. ${label} (${node})${taken ? ` -> ${taken}` : ''}\n`)
		.join('');
}
