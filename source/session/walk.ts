/** What moves the token: steps, choices, and back. */
import type {Box} from '../layout/geometry.js';
import {numbersTo, plural} from '../numbers.js';
import {randomFrom} from '../random.js';
import {choices} from '../run/choices.js';
import {onward, toEnd} from '../run/onward.js';
import {atRandom} from '../run/random.js';
import type {Run} from '../run/run.js';
import {activate, jump, movable} from '../run/steer.js';
import {choose, step} from '../run/step.js';
import {back, forward, restart} from '../run/undo.js';
import {harmless} from '../text.js';
import {isWindow} from './arrange.js';
import {reveal} from './camera.js';
import {lasted} from './clock.js';
import {type Guide, guided} from './guide.js';
import {keyFor} from './key-names.js';
import {answered, cardsLeft, dealt, reasonFor} from './notes.js';
import {edgesOf} from './prospects.js';
import {isParallel} from './runs-ahead.js';
import {here, hidden, lastLines, letGo, newPanel, type Session, told} from './session.js';
import {viewOf} from './view.js';

/** One step on; at a decision the picked branch, and nothing where none is picked. */
export function advance(session: Session): Session {
	const {run, picked} = session;
	if (run.state === 'ended') return told(session, 'ended: step back, or begin again', true);
	if (run.state === 'moving') return to(session, step(run));
	if (picked !== undefined) return take(session, picked + 1);
	// A key held down must not run through a decision.
	return told(session, `choose ${numbersTo(choices(run).length)}`, true);
}

/** Takes branch `number` of the present decision; counts from 1. */
export function take(session: Session, number: number): Session {
	const {run} = session;
	if (run.state !== 'choosing') return told(session, 'there is nothing to choose here', true);
	const ways = choices(run);
	const choice = ways[number - 1];
	if (!choice) return told(session, `choose ${numbersTo(ways.length)}`, true);
	const {notes, drill} = session;
	if (drill.demandsWhy && run.question?.type === 'decide' && !reasonFor(notes, run, choice.label))
		return askWhy(session, number);
	return to(session, choose(run, choice.id));
}

/** The reason comes first: the branch is taken with it. */
function askWhy(session: Session, branch: number): Session {
	return {...session, picked: branch - 1, panel: {...newPanel(session, 'why'), branch}};
}

/** Picks another branch; the first press picks the first or the last. */
export function pick(session: Session, by: number): Session {
	const count = choices(session.run).length;
	if (count === 0) return told(session, 'there is nothing to pick here', true);
	const start = session.picked ?? (by > 0 ? -1 : count);
	return {...session, picked: Math.max(0, Math.min(count - 1, start + by))};
}

/** Steps until there is something to decide, a breakpoint, or the end. */
export function runOn(session: Session): Session {
	// A key that runs on must not run through a decision, even where a branch is picked.
	if (session.run.state === 'choosing')
		return told(session, `choose ${numbersTo(choices(session.run).length)}`, true);
	if (session.run.state === 'ended') return advance(session);
	const next = to(session, onward(session.run, stopsOf(session)));
	const at = here(next);
	const isStopped = next.run.state === 'moving' && at !== undefined && session.breakpoints.has(at);
	if (!isStopped || next.notice) return next;
	return told(next, `stopped at the breakpoint ${harmless(session.diagram.node(at).label || at)}`);
}

/** Where a run on stops. */
function stopsOf(session: Session): ReadonlySet<string> {
	return new Set([...session.breakpoints, ...cardsLeft(session).map(({node}) => node)]);
}

export function stepBack(session: Session): Session {
	const run = back(session.run);
	return run === session.run ? told(session, 'this is the beginning', true) : to(session, run);
}

export function stepForward(session: Session): Session {
	const run = forward(session.run);
	return run === session.run ? told(session, 'nothing was undone', true) : to(session, run);
}

/** Begins anew, off any guide. */
export function beginAgain(session: Session): Session {
	return to({...session, guide: undefined}, restart(session.run));
}

export function jumpTo(session: Session, node: string): Session {
	return to({...session, guide: undefined}, jump(session.run, node));
}

/** One step on, with a branch drawn by lot; the lot comes from the seed, else the clock, and the step. */
export function randomStep(session: Session): Session {
	const {run, now, drill} = session;
	if (run.state !== 'choosing') return advance(session);
	const id = atRandom(run, randomFrom((drill.seed ?? now.wall) + run.steps.size));
	return take(session, choices(run).findIndex(choice => choice.id === id) + 1);
}

/** On to the end by lot, or to where a run on stops; from the beginning, with a seed, the way of `run --seed`. */
export function randomRun(session: Session): Session {
	const {run, now, drill} = session;
	if (drill.demandsWhy) return told(session, 'this drill asks why at each decision', true);
	const random = randomFrom(drill.seed ?? now.wall);
	const next = toEnd(run, at => atRandom(at, random), stopsOf(session));
	return next === run ? runOn(session) : to(session, next);
}

/** Makes a step every so many seconds. */
export function play(session: Session, seconds: number): Session {
	if (session.run.state === 'ended') return advance(session);
	if (session.run.state === 'choosing') return told(session, 'choose first: auto-play makes steps', true);
	const every = seconds * 1000;
	return {...session, auto: {every, next: session.now.steady + every, said: undefined}};
}

/** Goes on with the live token after the active one. */
export function nextToken(session: Session): Session {
	const {run} = session;
	const able = movable(run);
	const index = able.findIndex(({number}) => number === run.active);
	const next = able[(index + 1) % able.length];
	if (!next || next.number === run.active)
		return told(session, 'there is no other token to go on with', true);
	return to(session, activate(run, next.number));
}

/** What a step does with a guide: one token goes along it, of several the one that it is for. */
export function alongWords(session: Session): string {
	const step = isWindow(session.size) ? keyFor(session, 'step') : 'Enter';
	return isParallel(session.run) ? `${step} goes along it; other tokens ask` : `${step} goes along it`;
}

/** Picks the branch on the shortest way to `outcome`. */
export function steer(session: Session, outcome: string): Session {
	if (session.run.state === 'ended') return advance(session);
	if (session.drill.blind) return told(session, hidden, true);
	const guide = guideTo(session, outcome);
	if (!guide) return told(session, `${outcome} is impossible from here`, true);
	const steps = guide.edges.length - edgesOf(session.run).length;
	const picked = guided(session.run, guide);
	return told({...session, guide, picked}, `${plural(steps, 'step')} to ${outcome}: ${alongWords(session)}`);
}

/** The shortest way on to `outcome`; undefined where there is none. */
export function guideTo(session: Session, outcome: string): Guide | undefined {
	const at = here(session);
	const walked = edgesOf(session.run);
	const way = at === undefined ? undefined : session.outlook.wayTo(outcome, at, walked);
	return way && {name: `the way to ${outcome}`, edges: [...walked, ...way], of: {outcome}};
}

/** The session with `run`, its token in sight where the view follows, and the guide's branch picked; the trail follows it too. */
export function to(session: Session, run: Run): Session {
	const {panel} = session;
	const moved = {
		...session,
		drill: {
			...session.drill,
			movedAt: lasted(session),
			endSeen: !isBegunAnew(run) && (session.drill.endSeen || run.state === 'ended'),
		},
		notes: answered(session.notes, session.run, run),
		run,
		picked: guided(run, session.guide),
		panel: panel?.name === 'trail' ? {...panel, at: lastLines} : panel,
		auto: run.state === 'moving' ? session.auto : undefined,
	};
	const isThere = here(moved) === here(session) && run.restarts === session.run.restarts;
	return followed(isThere ? moved : dealt(letGo(moved)));
}

/** Whether `run` was begun anew by what led to it, not come back to. */
function isBegunAnew(run: Run): boolean {
	return run.act.type === 'restart' && !run.future;
}

/** The session with the token in sight, where the view follows it. */
export function followed(session: Session): Session {
	const at = here(session);
	const {boxes} = session.drawing;
	const box = at === undefined ? undefined : boxes.get(at);
	if (!session.camera.follow || at === undefined || !box) return session;
	const near = session.diagram.out(at).flatMap((edge): Box[] => {
		const target = boxes.get(edge.to);
		return target ? [target] : [];
	});
	return {...session, camera: reveal(session.camera, viewOf(session), box, near)};
}
