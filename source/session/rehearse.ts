/** What a person does with the drill itself: stop its clock, say what is expected, go on with an earlier one. */
import {foldings} from '../canvas/typed.js';
import {begunAt} from '../drill/seconds.js';
import {walked} from '../run/walked.js';
import {harmless} from '../text.js';
import {elapsedNow} from './clock.js';
import {type Drill, expectedIn} from './drill.js';
import {judgedBy} from './open.js';
import {hidden, type Session, told, tooLate} from './session.js';
import {to} from './walk.js';

/** Stops the clock, or lets it go on. */
export function pause(session: Session): Session {
	const {drill} = session;
	const time = elapsedNow(session);
	if (drill.pausedAt === undefined)
		return told(
			{...session, auto: undefined, drill: {...drill, pausedAt: time}},
			'paused: the clock stands still',
		);
	const paused = drill.paused + time - drill.pausedAt;
	return told({...session, drill: {...drill, paused, pausedAt: undefined}}, 'the clock goes on');
}

/** Names the outcome that is expected, one that the diagram has. */
export function expect(session: Session, text: string): Session {
	if (text.trim() === '') return session;
	if (session.drill.endSeen) return told(session, tooLate, true);
	const found = outcomeCalled(session, text);
	if (found === undefined)
		return told(
			session,
			`no outcome is called that; there are: ${session.outlook.reached().join(', ')}`,
			true,
		);
	return told({...session, drill: {...session.drill, expected: found}}, `expected: ${found}`);
}

/** The outcome that `text` names, be it the one that begins so. */
export function outcomeCalled({outlook}: Pick<Session, 'outlook'>, text: string): string | undefined {
	const named = expectedIn(outlook, text);
	if (named !== undefined) return named;
	const begun = outlook.reached().filter(name => foldings.some(fold => fold(name).startsWith(fold(text))));
	return begun.length === 1 ? begun[0] : undefined;
}

/** Goes on with the unfinished drill, where there is one. */
export function resume(session: Session): Session {
	const {drill, now} = session;
	const {unfinished} = drill;
	if (!unfinished) return told(session, 'there is no unfinished drill of this file', true);
	const {run, notes, people, expected, endSeen, overrides, rules, lasted: before, isPaused} = unfinished;
	const who = drill.who || unfinished.who;
	const pausedAt = isPaused ? before : undefined;
	const taken = {who, people, expected, endSeen, overrides};
	const next = {...drill, ...rules, ...taken, paused: 0, pausedAt, resumed: true};
	const judged = judgedBy(session.diagram, overrides);
	const began = {...session, ...judged, notes, drill: next, elapsed: begunAt(now, before)};
	return told(
		to(began, run),
		[unfinished.remark ?? 'the drill goes on where it was left', ...kept(drill, next)].join('; '),
	);
}

/** What stays as it was recorded though something else was given, or nothing. */
function kept(given: Drill, drill: Drill): string[] {
	const others = given.people.length > 0 && JSON.stringify(given.people) !== JSON.stringify(drill.people);
	return [
		...(others ? ['its people stay as they were'] : []),
		...(given.overrides.size > 0 ? ['its outcomes are called as they were'] : []),
		...(given.expected !== '' && given.expected !== drill.expected ? ['what was expected too'] : []),
		...(given.who === '' && drill.who !== '' ? [`${harmless(drill.who)} is at the keyboard, as before`] : []),
		...(drill.pausedAt === undefined ? [] : ['its clock stands']),
	];
}

/** Dims what was not walked; asked again, nothing. */
export function dim(session: Session): Session {
	if (session.shade === 'dim') return told({...session, shade: 'none'}, 'nothing is dimmed');
	return told({...session, shade: 'dim'}, 'what was not walked is dimmed');
}

/** Marks what no recorded drill has walked; asked again, nothing. */
export function cover(session: Session, unrehearsed: ReadonlySet<string> | undefined): Session {
	if (session.drill.blind) return told(session, hidden, true);
	if (session.shade === 'coverage') return told({...session, shade: 'none'}, 'nothing is marked');
	if (!unrehearsed) return told(session, 'no drill of this file was recorded yet', true);
	const all = session.diagram.nodes.length + session.diagram.edges.length;
	// This drill counts too, wherever it is recorded.
	const {nodes, edges} = walked(session.run);
	const left = new Set([...unrehearsed].filter(id => !nodes.has(id) && !edges.has(id)));
	return told(
		{...session, shade: 'coverage', unrehearsed: left},
		`${left.size} of ${all} nodes and edges nobody has rehearsed: marked`,
	);
}
