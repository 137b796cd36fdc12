/** What of a session goes into the record of its drill. */

import {typed} from '../drill/action-item.js';
import {count, type Event, type Fact, word} from '../drill/event.js';
import {factsOf as factsOfRun, switchesFact} from '../drill/facts.js';
import {emptyLogbook, entered} from '../drill/logbook.js';
import {originOf} from '../drill/opening.js';
import type {Replayed} from '../drill/replay.js';
import {restartsTold} from '../drill/retold.js';
import {dealtIn} from '../drill/rules.js';
import {changes} from '../run/acts.js';
import type {Run} from '../run/run.js';
import {stepCount} from '../run/walked.js';
import type {Drill} from './drill.js';
import {decider} from './drill.js';
import {itemOf, reasonFor} from './notes.js';
import type {Note, Session} from './session.js';

/** What happened between two states of a session, for its record. */
export function factsOf(before: Session, after: Session): Fact[] {
	if (after.drill.resumed && !before.drill.resumed) {
		const resume: Fact = {type: 'resume', after: 'interruption'};
		const pause: readonly Fact[] = after.drill.pausedAt === undefined ? [] : [{type: 'pause'}];
		return [resume, ...pause, ...(after.drill.unfinished?.changed ? retold(after) : [])];
	}
	if (!after.elapsed) return [];
	const by = byKeyboard(after);
	const notes = after.notes.slice(before.notes.length);
	const place = before.notes.findIndex(note => !after.notes.includes(note));
	const gone = after.notes.length < before.notes.length ? before.notes[place] : undefined;
	if (gone) {
		const {type: kind, text} = gone;
		return [{type: 'withdraw', entry: before.notes.length - place, kind, text, ...by}];
	}
	return [
		// What was there before the first thing was done is told with it.
		...(before.elapsed ? [] : before.notes).map(note => noteFact(after, note)),
		// A reason comes before its decision, even where it was written down in the same breath.
		...notes.filter(({type}) => type === 'why').map(note => noteFact(after, note)),
		...(before.diagram === after.diagram
			? runFacts(before.run, after)
			: retold(after, (after.cut?.lost ?? 0) - (before.cut?.to === before.run ? before.cut.lost : 0))),
		...notes.filter(({type}) => type !== 'why').map(note => noteFact(after, note)),
		...(before.drill.expected === after.drill.expected
			? []
			: [{type: 'expect', expected: after.drill.expected, ...by}]),
		...pauseFacts(before.drill, after.drill, by),
	];
}

function byKeyboard({drill: {who}}: Session): {readonly by?: string} {
	return who === '' ? {} : {by: who};
}

/** What led from `first` to the run of the session, with who did it and why. */
function runFacts(first: Run, session: Session): Fact[] {
	return changes(first, session.run).flatMap(change =>
		factsOfRun(change, session.outcomes).map(fact =>
			fact.type === 'decide' ? decided(session, change.before, fact) : {...fact, ...byKeyboard(session)},
		),
	);
}

/**
 * A file that was read again begins a new run, which is told from its start, but for who did it: that is told where it
 * was done. So many steps could not be done again, or could that a change before had taken, where the number is negative.
 */
function retold(session: Session, lost = 0): Fact[] {
	const {name, text} = session.source;
	let first = session.run;
	while (first.past) first = first.past;
	const again = runFacts(first, session).map(fact => ({...fact, by: undefined}));
	const switches = switchesFact(first.switches);
	const file = {type: 'file', file: originOf(name, text), switches, retold: again.length};
	return [{...file, ...(lost > 0 && {lost}), ...(lost < 0 && {regained: -lost})}, ...again];
}

/** A decision with who made it, the person of its lane before the one at the keyboard, and why. */
function decided(session: Session, before: Run, fact: Fact): Fact {
	const {node, choice} = fact;
	const by = (typeof node === 'string' && decider(session, node)) || session.drill.who;
	const why = typeof choice === 'string' ? reasonFor(session.notes, before, choice) : undefined;
	return {...fact, ...(by !== '' && {by}), ...(why !== undefined && {why})};
}

function noteFact(session: Session, note: Note): Fact {
	const {type, text, node} = note;
	const by = byKeyboard(session);
	if (type !== 'action') return {type, text, node, ...by};
	return {type, ...itemOf(session, text), node, ...by};
}

/** The notes in a record, as a session has them. */
export function notesIn(events: readonly Event[], {run, at}: Replayed): Note[] {
	const notes: Note[] = [];
	const dealt = dealtIn(events);
	let book = emptyLogbook;
	let where = {step: 0, restarts: 0};
	// On a changed file the run is begun anew, and rounds that cannot be any more are not told again: they count all the same.
	let untold = 0;
	for (const [index, event] of events.entries()) {
		if (event.type === 'file') untold = where.restarts - restartsTold(event, events.slice(index + 1), at);
		if (event.type === 'decide' && word(event, 'why') !== '') answer(notes, event, where);
		const state = at.get(event.seq);
		if (state) where = {step: stepCount(state), restarts: untold + state.restarts};
		const gone = event.type === 'withdraw' ? (count(event, 'entry') ?? 0) : 0;
		if (gone > 0 && gone <= notes.length) notes.splice(notes.length - gone, 1);
		const known = book.entries.size;
		book = entered(book, event);
		const entry = book.entries.get(known);
		if (!entry) continue;
		const {type, text, owner, due, node, at: time} = entry;
		notes.push({
			type,
			text: type === 'action' ? typed({text, owner, due}) : text,
			node: run.diagram.has(node) ? node : undefined,
			...where,
			at: time,
			...(dealt.has(event.seq) && {isDealt: true}),
		});
	}
	return notes.map(note => ({...note, restarts: note.restarts - untold}));
}

/** The reason that was written down for a decision was given for the branch that `event` took. */
function answer(notes: Note[], event: Event, {step, restarts}: Pick<Note, 'step' | 'restarts'>): void {
	const index = notes.findLastIndex(
		note =>
			note.type === 'why' &&
			note.node === event.node &&
			note.step === step &&
			note.restarts === restarts &&
			note.text === event.why,
	);
	const found = notes[index];
	if (found) notes[index] = {...found, choice: word(event, 'choice')};
}

function pauseFacts(before: Drill, after: Drill, by: object): Fact[] {
	if ((before.pausedAt === undefined) === (after.pausedAt === undefined)) return [];
	return [{type: after.pausedAt === undefined ? 'resume' : 'pause', ...by}];
}
