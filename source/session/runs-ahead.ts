/**
 * What a run can still come to where several ways are taken at once: routes would be told one by one there, while the
 * run takes them together. Every answer is tried, up to a limit.
 */
import type {Outcomes} from '../paths/outcome.js';
import {choices} from '../run/choices.js';
import {byRule} from '../run/random.js';
import {resultOf} from '../run/result.js';
import type {Run} from '../run/run.js';
import {choose, step} from '../run/step.js';
import {survey} from '../run/survey.js';
import {waysOn} from '../run/ways.js';

/** How many runs come to each outcome; `exact` where all were tried. */
interface RunsAhead {
	readonly counts: ReadonlyMap<string, number>;
	readonly exact: boolean;
}

/** Steps of all runs together that are tried; they bound the time that a key takes. */
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
		ahead = tried(choice === '' ? run : choose(run, choice), outcomes);
		byChoice.set(choice, ahead);
	}
	return ahead;
}

function tried(from: Run, outcomes: Outcomes): RunsAhead {
	const counts = new Map<string, number>();
	const open: (() => Run)[] = [() => from];
	for (let left = mostSteps, next = open.pop(); next; next = open.pop()) {
		let run = next();
		for (; run.state === 'moving' && left > 0; left -= effort(run)) run = step(run);
		if (left <= 0) return {counts, exact: false};
		left -= 1;
		const now = run;
		const ruled = byRule(now);
		if (now.state === 'ended') {
			const {outcome} = resultOf(now, outcomes);
			counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
		} else if (ruled !== undefined) open.push(() => choose(now, ruled));
		else for (const {id} of choices(now).toReversed()) open.push(() => choose(now, id));
	}
	return {counts, exact: true};
}

function effort({tokens}: Run): number {
	return Math.max(1, tokens.size / fewTokens);
}
