/** What is told line by line when it is asked for: a screen has it in sight all the time. */

import {plural} from '../numbers.js';
import {stepCount} from '../run/walked.js';
import {harmless} from '../text.js';
import {stepLines} from './passed.js';
import {placeBlock} from './plain.js';
import {prospectsOf, prospectWords} from './prospects.js';
import {nodesCalled} from './search.js';
import {nothingCalled, type Session} from './session.js';
import {elapsed} from './status.js';
import {trail} from './trail.js';

/** What there is to ask for. */
export type Recital = 'where' | 'trail' | 'find';

const makers: Readonly<Record<Recital, (session: Session, text: string) => readonly string[]>> = {
	where,
	trail: session => stepLines(session, trail(session.run, stepCount(session.run))),
	find,
};

/** The lines of `recital`; `text` is what was said behind its name. */
export function recited(session: Session, recital: Recital, text: string): readonly string[] {
	return makers[recital](session, text);
}

/** The place of the token with what is ahead of it, and how long the drill took so far. */
function where(session: Session): string[] {
	const place = placeBlock(session);
	if (session.run.state === 'ended') return place;
	const outcomes = prospectsOf(session).outcomes.map(prospectWords).join(', ');
	return [
		...place,
		...(outcomes === '' ? [] : [`  still possible: ${outcomes}`]),
		`  ${elapsed(session)} since the drill began`,
	];
}

/** Nodes that are told, at most. */
const mostFound = 20;

/** The nodes of such words: `n18 in Load Balancer: Stable?`. */
function find(session: Session, words: string): string[] {
	const {diagram} = session;
	if (words === '') return ['(find what? `find roll` finds all that is called so)'];
	const found = nodesCalled(session, words);
	if (found.length === 0) return [`(${nothingCalled(session, `nothing is called ${harmless(words)}`)})`];
	const more = found.length - mostFound;
	return [
		...found.slice(0, mostFound).map(id => {
			const {lane, label} = diagram.node(id);
			return `  ${harmless(`${id} in ${diagram.lane(lane).name}: ${label}`)}`;
		}),
		...(more > 0 ? [`  … ${plural(more, 'node')} more`] : []),
	];
}
