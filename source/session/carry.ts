/** A run carried over to the diagram as it stands now, by what was done rather than by where. */
import type {Diagram} from '../diagram/diagram.js';
import {apply} from '../run/acts.js';
import {begin} from '../run/begin.js';
import {choices} from '../run/choices.js';
import type {Choice, Run} from '../run/run.js';
import {choose} from '../run/step.js';
import {back, restart} from '../run/undo.js';

interface Carried {
	readonly run: Run;
	/** How many things that moved a token could not be done again. */
	readonly lost: number;
	/** Whether everything that was done could be done again. */
	readonly whole: boolean;
}

/**
 * `old` walked again in `diagram`: all that was done is done again, branches known by the nodes they join and their
 * label. Where that is not possible any more the run stops there. What was before it was begun anew, and what was undone,
 * is kept as far as it can be.
 */
export function carry(old: Run, diagram: Diagram): Carried {
	const none: Carried = {run: begin(diagram), lost: 0, whole: false};
	const carried = roundsOf(old).reduce(({run, whole}, states) => {
		const {switches, restarts} = states[0];
		const begun = whole ? restart(run) : {...begin(diagram, switches), restarts};
		return roundAgain(states, begun);
	}, none);
	return carried.whole ? {...carried, run: withFuture(carried.run, old)} : carried;
}

/** What `states` were done by, done again from `begun`. */
function roundAgain([first, ...later]: Round, begun: Run): Carried {
	let run = begun;
	const start = lastNode(first);
	// The run goes on where it began, whatever other starts there are by now.
	if (run.question?.type === 'start' && start !== undefined) run = choose(run, start);
	if (start !== undefined && lastNode(run) !== start) return cutAt(run, later);
	let before = first;
	for (const [index, after] of later.entries()) {
		const next = again(run, before, after);
		if (next === undefined) return cutAt(run, later.slice(index));
		[run, before] = [next, after];
	}
	return {run, lost: 0, whole: true};
}

/** `run`, the same as `old` in another diagram, with what was undone from there on. */
function withFuture(run: Run, old: Run): Run {
	let [last, before, undone] = [run, old, 0];
	for (let after = old.future; after; after = after.future) {
		const next = again(last, before, after);
		if (next === undefined) break;
		if (next !== last) undone += 1;
		[last, before] = [next, after];
	}
	for (; undone > 0; undone -= 1) last = back(last);
	return last;
}

function cutAt(run: Run, rest: readonly Run[]): Carried {
	return {run, lost: rest.filter(({steps, past}) => steps.size !== past?.steps.size).length, whole: false};
}

/** The states of a run since it began, or was begun anew. */
type Round = readonly [Run, ...Run[]];

/** All states of `run`, up to itself. */
function roundsOf(run: Run): readonly Round[] {
	const states: Run[] = [];
	for (let state: Run | undefined = run; state; state = state.past) states.push(state);
	const rounds: [Run, ...Run[]][] = [];
	for (const state of states.reverse()) {
		const round = rounds.at(-1);
		if (round && state.act.type !== 'restart') round.push(state);
		else rounds.push([state]);
	}
	return rounds;
}

/** `run` after what led from `before` to `after`; undefined where that cannot be done, or leads elsewhere. */
function again(run: Run, before: Run, after: Run): Run | undefined {
	const next = actAgain(run, before, after);
	return next && lastNode(next) === lastNode(after) ? next : undefined;
}

function actAgain(run: Run, before: Run, {act}: Run): Run | undefined {
	if (act.type !== 'choose') return changed(run, apply(run, act));
	if (before.question?.type === 'start' && run.question?.type !== 'start') return run;
	const given = choices(before).find(({id}) => id === act.id);
	const choice = given && choices(run).find(one => equal(run.diagram, one, before.diagram, given));
	return choice && changed(run, choose(run, choice.id));
}

function changed(before: Run, after: Run): Run | undefined {
	return after === before ? undefined : after;
}

function lastNode({steps}: Run): string | undefined {
	return steps.last?.node;
}

function equal(diagram: Diagram, choice: Choice, oldDiagram: Diagram, old: Choice): boolean {
	if (choice.edge === undefined || old.edge === undefined) return choice.id === old.id;
	const [edge, other] = [diagram.edge(choice.edge), oldDiagram.edge(old.edge)];
	return edge.from === other.from && edge.to === other.to && edge.label === other.label;
}
