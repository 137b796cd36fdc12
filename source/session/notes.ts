/** What the person writes down, marks and copies. */

import {type ActionItem, itemIn, itemWords, mistakeIn} from '../drill/action-item.js';
import {entryWords} from '../drill/logbook.js';
import type {Card} from '../drill/rules.js';
import {changes} from '../run/acts.js';
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {stepCount} from '../run/walked.js';
import {harmless} from '../text.js';
import type {PanelName} from './action.js';
import {lasted} from './clock.js';
import {attended, here, type Note, type Session, told} from './session.js';
import {trail} from './trail.js';

/** Whether a panel takes something that is written down. */
export function isNote(name: PanelName): name is Note['type'] {
	return name === 'note' || name === 'why' || name === 'action' || name === 'inject';
}

/** The session with a note on where the token is; unchanged but for a word where it cannot be written down. */
export function note(session: Session, type: Note['type'], typed: string): Session {
	const text = typed.trim();
	if (text === '') return session;
	const mistake = type === 'action' ? mistakeIn(itemOf(session, text)) : undefined;
	if (mistake !== undefined) return told(session, mistake, true);
	const {run} = session;
	const where = {node: here(session), step: stepCount(run), restarts: run.restarts};
	const entry: Note = {type, text, ...where, at: lasted(session)};
	return told({...session, notes: [...session.notes, entry]}, answer(session, entry));
}

/**
 * Takes back what a person wrote down last, and nothing else: a reason that a decision was taken with is part of that, so
 * that the decision goes first.
 */
export function withdraw(session: Session): Session {
	const {notes, run} = session;
	const index = notes.findLastIndex(({isDealt}) => !isDealt);
	const last = notes[index];
	if (!last) return told(session, 'nothing is written down that could be taken back', true);
	const words = entryWords(last.type, last.text);
	if (isTaken(run, last)) return told(session, `step back first: ${words} belongs to a decision`, true);
	return told({...session, notes: notes.toSpliced(index, 1)}, `taken back: ${words}`);
}

/** Whether the decision stands that `note` is the reason of. */
function isTaken(run: Run, note: Note): boolean {
	if (note.choice === undefined) return false;
	for (let state = run; state.past && state.act.type !== 'restart'; state = state.past) {
		const {act, past} = state;
		if (act.type !== 'choose' || !isOf(past)(note)) continue;
		if (choices(past).find(({id}) => id === act.id)?.label === note.choice) return true;
	}
	return false;
}

/** Whether a note was written down where `run` stands, and not before that was begun anew. */
function isOf(run: Run): (note: Note) => boolean {
	const [at, now] = [here({run}), stepCount(run)];
	return ({node, step, restarts}) => node === at && step === now && restarts === run.restarts;
}

/** An action item as it was typed, by one of those who take part. */
export function itemOf({drill}: Pick<Session, 'drill'>, text: string): ActionItem {
	return itemIn(
		text,
		drill.people.map(({name}) => name),
	);
}

/** What is said of a note that was written down. */
function answer(session: Session, {type, text}: Note): string {
	switch (type) {
		case 'note':
			return 'noted';
		case 'why':
			return 'the reason is noted';
		case 'action':
			return `action item: ${itemWords(itemOf(session, text))}`;
		case 'inject':
			return 'the inject is noted';
	}
}

/** The reason that was written down for the decision that `run` comes to next; that for another branch than `choice` is none. */
export function reasonFor(notes: readonly Note[], run: Run, choice?: string): string | undefined {
	return reasonNoted(notes, run, choice)?.text;
}

/** The notes once the run went from `before` to `after`: a reason was given for the branch that was taken with it. */
export function answered(notes: readonly Note[], before: Run, after: Run): readonly Note[] {
	let result = notes;
	for (const {type, before: asked, after: next} of changes(before, after)) {
		const {act} = next;
		if (type === 'undone' || act.type !== 'choose') continue;
		const choice = choices(asked).find(({id}) => id === act.id)?.label ?? '';
		const reason = reasonNoted(result, asked, choice);
		if (reason) result = result.map(note => (note === reason ? {...note, choice} : note));
	}
	return result;
}

function reasonNoted(notes: readonly Note[], run: Run, choice: string | undefined): Note | undefined {
	const isHere = isOf(run);
	const isFor = (note: Note) => note.choice === undefined || note.choice === choice;
	return notes.findLast(one => one.type === 'why' && isHere(one) && isFor(one));
}

/** The cards that were not dealt since the run was begun, or begun anew. */
export function cardsLeft({drill, notes, run}: Session): readonly Card[] {
	const dealt = notes.filter(({isDealt, restarts}) => isDealt && restarts === run.restarts);
	return drill.cards.filter(
		card => !dealt.some(({node, text}) => node === card.node && text === card.text.trim()),
	);
}

/** The session with the cards dealt that lie where the token stands, kept as injects. */
export function dealt(session: Session): Session {
	const at = here(session);
	const found = cardsLeft(session).filter(({node}) => node === at);
	if (found.length === 0) return session;
	const still: Session = {...session, auto: undefined};
	const written = found.reduce((now, {text}) => note(now, 'inject', text), still);
	const news = written.notes.slice(session.notes.length).map((one): Note => ({...one, isDealt: true}));
	const noted = {...written, notes: [...session.notes, ...news]};
	return told(noted, `INJECT: ${injectHere(noted)}`, true);
}

/** The news that came where the token stands, harmless; empty where none did. */
export function injectHere({run, notes}: Session): string {
	const isHere = isOf(run);
	const found = notes.filter(one => one.type === 'inject' && isHere(one));
	return harmless(found.map(({text}) => text).join(' / '));
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
		.map(({number, node, label, taken, token}) => {
			const way = taken ? ` -> ${taken}` : '';
			return `${number}. ${token && `#${token} `}${label} (${node})${way}\n`;
		})
		.join('');
}
