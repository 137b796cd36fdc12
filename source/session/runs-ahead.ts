/**
 * What a run can still come to where several ways are taken at once: routes would be told one by one there, while the
 * run takes them together. Every answer is tried, up to a limit.
 */
import {onceFor} from '../once.js';
import {isCyclic, isTrapped} from '../paths/network.js';
import type {Outcomes} from '../paths/outcome.js';
import {choices} from '../run/choices.js';
import {resultOf} from '../run/result.js';
import {activeToken, type Run} from '../run/run.js';
import {choose, step} from '../run/step.js';
import {placeOf, survey} from '../run/survey.js';
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
/** Things looked at that cost as much as a step. */
const cheap = 100;

/** By the run, and by the choice taken first; empty where none is. */
const known = onceFor<Run, Map<string, RunsAhead>>(() => new Map());

/** Whether a step of the diagram of `run` may send out several tokens, or several are under way. */
export function isParallel(run: Run): boolean {
	if (run.tokens.size > 1) return true;
	return survey(run.diagram).forks.some(node => waysOn(run, node).some(({type}) => type === 'all'));
}

/** The outcomes of all runs that go on from `run`, with `choice` where one is named; worked out once. */
export function runsAhead(run: Run, outcomes: Outcomes, choice = ''): RunsAhead {
	const byChoice = known(run);
	let ahead = byChoice.get(choice);
	if (!ahead) {
		ahead = worked(run, outcomes, choice);
		byChoice.set(choice, ahead);
	}
	return ahead;
}

/** What lies behind a question is what lies behind its answers: the whole is never less than a part. */
function worked(run: Run, outcomes: Outcomes, choice: string): RunsAhead {
	const {from, answers} = freshOf(run);
	if (choice === '' && answers.length > 0) return summed(answers.map(id => runsAhead(run, outcomes, id)));
	if (choice === '') return tried(from, outcomes, mostSteps);
	// To take one of many answers, all are looked at.
	const most = Math.floor(mostSteps / answers.length - answers.length / cheap);
	return most > 0 ? tried(choose(from, choice), outcomes, most) : {counts: new Map(), exact: false};
}

function summed(parts: readonly RunsAhead[]): RunsAhead {
	const counts = new Map<string, number>();
	for (const part of parts)
		for (const [outcome, count] of part.counts) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
	return {counts, exact: parts.every(({exact}) => exact)};
}

/** A run to try from, and the answers to its question. */
interface Fresh {
	readonly from: Run;
	readonly answers: readonly string[];
}

/** A run as if each node had been run once at the most: from here a token goes round each cycle once more, as routes do. */
const freshOf = onceFor((run: Run): Fresh => {
	let {visits} = run;
	for (const [node, count] of run.visits.entries()) if (count > 1) visits = visits.with(node, 1);
	const from = {...run, visits, granted: 0, switches: {...run.switches, maxVisits: 2}};
	return {from, answers: choices(run).map(({id}) => id)};
});

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
			left -= now.steps.size / cheap;
			const {outcome} = resultOf(now, outcomes);
			counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
		} else for (const way of waysOf(now).toReversed()) open.push(way);
	}
	// Where all went round too often, what routes come to is all that is known.
	return {counts, exact: counts.size > 0};
}

/**
 * The answers that are tried. A token that came round a cycle too often is followed no further, unless there is no end
 * to come to; where others were there before it, it goes on.
 */
function waysOf(run: Run): readonly (() => Run)[] {
	const token = activeToken(run);
	if (run.question?.type !== 'visits' || !token)
		return choices(run).map(
			({id}) =>
				() =>
					choose(run, id),
		);
	if (isTrapped(run.diagram, token.node)) return [() => choose(run, 'end')];
	return isCyclic(run.diagram, token.node) ? [] : [() => choose(admitting(run, token.node), 'go on')];
}

/** `run` where to go on past the limit lets one more token in at `node`, and none anywhere else. */
function admitting(run: Run, node: string): Run {
	const visits = run.visits.with(placeOf(run.diagram, 'node', node), 1);
	return {...run, visits, granted: run.granted - run.switches.maxVisits};
}

function effort({tokens}: Run): number {
	return Math.max(1, tokens.size / fewTokens);
}
