/** What of a session goes into the record of its drill. */
import type {Event, Fact} from '../drill/event.js';
import {factsBetween} from '../drill/facts.js';
import {emptyLogbook, entered} from '../drill/logbook.js';
import {originOf} from '../drill/opening.js';
import type {Replayed} from '../drill/replay.js';
import type {Drill} from './drill.js';
import {decider} from './drill.js';
import {itemOf, reasonFor} from './notes.js';
import type {Note, Session} from './session.js';
import {stepCount} from './trail.js';

/** What happened between two states of a session, for its record. */
export function factsOf(before: Session, after: Session): Fact[] {
	if (after.drill.resumed && !before.drill.resumed) {
		const resume: Fact = {type: 'resume', after: 'interruption'};
		return after.drill.unfinished?.changed ? [resume, ...retold(after)] : [resume];
	}
	const who = after.drill.who;
	const by = who === '' ? {} : {by: who};
	const notes = after.notes.slice(before.notes.length);
	return [
		// A reason comes before its decision, even where it was written down in the same breath.
		...notes.filter(({type}) => type === 'why').map(note => noteFact(after, note, by)),
		...runFacts(before, after).map(fact =>
			fact.type === 'decide' ? decided({...before, notes: after.notes}, fact) : {...fact, ...by},
		),
		...notes.filter(({type}) => type !== 'why').map(note => noteFact(after, note, by)),
		...(before.drill.expected === after.drill.expected
			? []
			: [{type: 'expect', expected: after.drill.expected, ...by}]),
		...pauseFacts(before.drill, after.drill, by),
	];
}

/** A file that was read again begins a new run, which is told from its start. */
function runFacts(before: Session, after: Session): Fact[] {
	const {run, outcomes, diagram} = after;
	return before.diagram === diagram ? factsBetween(before.run, run, outcomes) : retold(after);
}

function retold({run, outcomes, source}: Session): Fact[] {
	let first = run;
	while (first.past) first = first.past;
	const file = originOf(source.name, source.text);
	return [{type: 'file', file}, ...factsBetween(first, run, outcomes)];
}

/** A decision with who made it, the person of its lane before the one at the keyboard, and why. */
function decided(session: Session, fact: Fact): Fact {
	const by = (typeof fact.node === 'string' && decider(session, fact.node)) || session.drill.who;
	const why = reasonFor(session);
	return {...fact, ...(by !== '' && {by}), ...(why !== undefined && {why})};
}

function noteFact(session: Session, note: Note, by: object): Fact {
	const {type, text, node} = note;
	if (type !== 'action') return {type, text, node, ...by};
	return {type, ...itemOf(session, text), node, ...by};
}

/** The notes in a record, as a session has them. */
export function notesIn(events: readonly Event[], {run, at}: Replayed): Note[] {
	const notes: Note[] = [];
	let [book, step] = [emptyLogbook, 0];
	for (const event of events) {
		const state = at.get(event.seq);
		if (state) step = stepCount(state);
		const known = book.entries.size;
		book = entered(book, event);
		const entry = book.entries.get(known);
		if (!entry) continue;
		const {type, text, owner, due, node, at: time} = entry;
		notes.push({
			type,
			text: [text, owner && `@${owner}`, due && `!${due}`].filter(Boolean).join(' '),
			node: run.diagram.has(node) ? node : undefined,
			step,
			at: time,
		});
	}
	return notes;
}

function pauseFacts(before: Drill, after: Drill, by: object): Fact[] {
	if ((before.pausedAt === undefined) === (after.pausedAt === undefined)) return [];
	return [{type: after.pausedAt === undefined ? 'resume' : 'pause', ...by}];
}
