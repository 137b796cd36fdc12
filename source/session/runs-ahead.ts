/**
 * What a run can still come to where several ways are taken at once: routes would be told one by one there, while the
 * run takes them together. Every answer is tried, up to a limit.
 */
import type {Outcomes} from '../paths/outcome.js';
import {onPath} from '../run/arrive.js';
import {choices} from '../run/choices.js';
import {byRule} from '../run/random.js';
import {resultOf} from '../run/result.js';
import {activeToken, type Run} from '../run/run.js';
import {isTrapped} from '../run/scenarios.js';
import {choose, step} from '../run/step.js';
import {survey} from '../run/survey.js';
import {waysOn} from '../run/ways.js';

/** How many runs come to each outcome; `exact` where all were tried. */
interface RunsAhead {
	readonly counts: ReadonlyMap<string, number>;
	readonly exact: boolean;
}

/** Steps of all runs together that are tried, behind all answers to a question; they bound the time that a key takes. */
const mostSteps = 2000;
/** With more tokens than this a step counts for more, since every one of them may be asked whether it is waited for. */
const fewTokens = 16;

/** By the run, and by the choice taken first; empty where none is. */
const known = new WeakMap<Run, Map<string, RunsAhead>>();

/** Whether a step of the diagram of `run` may send out several tokens, or several are under way. */
export function isParallel(run: Run): boolean {
	if (run.tokens.size > 1) return true;
	return survey(run.diagram).forks.some(node => waysOn(run, node).some(({type}) => type === 'all'));
}

/** The outcomes of all runs that go on from `run`, with `choice` where one is named; worked out once. */
export function runsAhead(run: Run, outcomes: Outcomes, choice = ''): RunsAhead {
	const byChoice = known.get(run) ?? new Map<string, RunsAhead>();
	known.set(run, byChoice);
	let ahead = byChoice.get(choice);
	if (!ahead) {
		ahead = worked(run, outcomes, choice);
		byChoice.set(choice, ahead);
	}
	return ahead;
}

/** What lies behind a question is what lies behind its answers: the whole is never less than a part. */
function worked(run: Run, outcomes: Outcomes, choice: string): RunsAhead {
	if (choice !== '')
		return tried(choose(fresh(run), choice), outcomes, Math.ceil(mostSteps / choices(run).length));
	if (run.state !== 'choosing') return tried(fresh(run), outcomes, mostSteps);
	return summed(choices(run).map(({id}) => runsAhead(run, outcomes, id)));
}

function summed(parts: readonly RunsAhead[]): RunsAhead {
	const counts = new Map<string, number>();
	for (const part of parts)
		for (const [outcome, count] of part.counts) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
	return {counts, exact: parts.every(({exact}) => exact)};
}

/** `run` as if each node had been run once at the most: from here a token goes round each cycle once more, as routes do. */
function fresh(run: Run): Run {
	let {visits} = run;
	for (const [node, count] of run.visits.entries()) if (count > 1) visits = visits.with(node, 1);
	return {...run, visits, granted: 0, switches: {...run.switches, maxVisits: 2}};
}

/** What the runs from `from` on come to, as far as `most` steps tell. */
function tried(from: Run, outcomes: Outcomes, most: number): RunsAhead {
	const counts = new Map<string, number>();
	const open: (() => Run)[] = [() => from];
	for (let left = most, next = open.pop(); next; next = open.pop()) {
		let run = next();
		for (; run.state === 'moving' && left > 0; left -= effort(run)) run = step(run);
		if (left <= 0) return {counts, exact: false};
		left -= 1;
		const now = run;
		if (now.state === 'ended') {
			const {outcome} = resultOf(now, outcomes);
			counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
		} else for (const id of answersTo(now).toReversed()) open.push(() => choose(now, id));
	}
	return {counts, exact: true};
}

/**
 * The answers that are tried. A token that came round a cycle too often is followed no further, unless there is no end
 * to come to; where others were there before it, it goes on.
 */
function answersTo(run: Run): readonly string[] {
	const token = activeToken(run);
	if (run.question?.type !== 'visits' || !token) {
		const ruled = byRule(run);
		return ruled === undefined ? choices(run).map(({id}) => id) : [ruled];
	}
	if (isTrapped(run.diagram, token.node)) return ['end'];
	return onPath(run, token) ? [] : ['go on'];
}

function effort({tokens}: Run): number {
	return Math.max(1, tokens.size / fewTokens);
}
