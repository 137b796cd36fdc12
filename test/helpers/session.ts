/** Sessions for tests. */
import {read} from '../../source/diagram/read.js';
import type {Moment} from '../../source/drill/seconds.js';
import type {Action} from '../../source/session/action.js';
import {standardKeys} from '../../source/session/keys.js';
import {type Opening, open} from '../../source/session/open.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';

/** A session of the diagram `text` in a terminal of 80 columns and 24 rows without colour, at the beginning of time; `more` says otherwise. */
export function sessionOf(text: string, more: Partial<Opening> = {}): Session {
	return open({
		source: {name: 'x.fz', text},
		...read(text),
		characters: 'unicode',
		theme: 'none',
		bindings: standardKeys,
		size: {columns: 80, rows: 24},
		now: at(0),
		notices: [],
		...more,
	});
}

/** A moment so many milliseconds after both clocks began. */
export function at(milliseconds: number): Moment {
	return {wall: milliseconds, steady: milliseconds};
}

/** What becomes of a session by `actions`, one after the other. */
export function after(from: Session, ...actions: readonly Action[]): Session {
	return actions.reduce(reduce, from);
}

/** A diagram of one decision, where yes is success and no a rollback. */
export const decision = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Look"
n3: diamond label:"Well?"
n4: circle label:"Completed"
n5: circle label:"Rolled back"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
n3.handle(right) -> n4.handle(left) [label="Yes"]
n3.handle(bottom) -> n5.handle(left) [label="No"]
}
`;

/** The end of a run through `count` decisions, all of them yes, in a window of `columns` by `rows`. */
export function decided(
	count: number,
	columns: number,
	rows: number,
	question = (at: number) => `Is check number ${at} passed?`,
): Session {
	const all = Array.from({length: count}, (_, at) => at + 1);
	const text = [
		'L { # Lane',
		...all.map(at => `n${at}: diamond label:"${question(at)}"`),
		'end: circle label:"End"',
		...all.map(
			at => `n${at}.handle(right) -> ${at < count ? `n${at + 1}` : 'end'}.handle(left) [label="Yes ${at}"]`,
		),
		...all.map(at => `n${at}.handle(bottom) -> end.handle(left) [label="No"]`),
		'}',
	].join('\n');
	const yes = all.map((): Action => ({type: 'choose', number: 1}));
	return after(sessionOf(text, {size: {columns, rows}}), ...yes);
}
