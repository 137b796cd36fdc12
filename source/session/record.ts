/** What of a session goes into the record of its drill. */
import type {Fact} from '../drill/event.js';
import {factsBetween} from '../drill/facts.js';
import {originOf} from '../drill/opening.js';
import type {Drill} from './drill.js';
import {reasonFor} from './notes.js';
import type {Note, Session} from './session.js';

/** What happened between two states of a session, for its record. */
export function factsOf(before: Session, after: Session): Fact[] {
	if (after.drill.resumed && !before.drill.resumed) return [{type: 'resume', after: 'interruption'}];
	const who = after.drill.who;
	const by = who === '' ? {} : {by: who};
	return [
		...runFacts(before, after).map(fact =>
			fact.type === 'decide' ? decided(before, fact) : {...fact, ...by},
		),
		...after.notes.slice(before.notes.length).flatMap(note => noteFact(note, by)),
		...(before.drill.expected === after.drill.expected
			? []
			: [{type: 'expect', expected: after.drill.expected, ...by}]),
		...pauseFacts(before.drill, after.drill, by),
	];
}

/** A file that was read again begins a new run, which is told from its start. */
function runFacts(before: Session, after: Session): Fact[] {
	const {run, outcomes, diagram, source} = after;
	if (before.diagram === diagram) return factsBetween(before.run, run, outcomes);
	let first = run;
	while (first.past) first = first.past;
	const file = originOf(source.name, source.text);
	return [{type: 'file', file}, ...factsBetween(first, run, outcomes)];
}

/** A decision with who made it, the person of its lane before the one at the keyboard, and why. */
function decided(session: Session, fact: Fact): Fact {
	const {drill, diagram} = session;
	const node = typeof fact.node === 'string' && diagram.has(fact.node) ? diagram.node(fact.node) : undefined;
	const lane = node && diagram.lane(node.lane);
	const person = drill.people.find(one => lane && (one.lane === lane.id || one.lane === lane.name));
	const by = person?.name ?? drill.who;
	const why = reasonFor(session);
	return {...fact, ...(by !== '' && {by}), ...(why !== undefined && {why})};
}

function noteFact(note: Note, by: object): Fact[] {
	if (note.type === 'why') return [];
	const {type, text, node} = note;
	if (type !== 'action') return [{type, text, node, ...by}];
	return [{type, ...actionIn(text), node, ...by}];
}

/** An action item as it is typed: `what is to be done @owner !due`. */
export function actionIn(text: string): {
	readonly text: string;
	readonly owner: string;
	readonly due: string;
} {
	const [, owner = ''] = /(?:^|\s)@(\S+)/.exec(text) ?? [];
	const [, due = ''] = /(?:^|\s)!(\S+)/.exec(text) ?? [];
	return {text: text.replaceAll(/(?:^|\s)[@!]\S+/g, '').trim(), owner, due};
}

function pauseFacts(before: Drill, after: Drill, by: object): Fact[] {
	if ((before.pausedAt === undefined) === (after.pausedAt === undefined)) return [];
	return [{type: after.pausedAt === undefined ? 'resume' : 'pause', ...by}];
}
