/** A run carried over to the diagram as it stands now, by what was done rather than by where. */
import type {Diagram} from '../diagram/diagram.js';
import {apply} from '../run/acts.js';
import {begin} from '../run/begin.js';
import {choices} from '../run/choices.js';
import type {Choice, Run} from '../run/run.js';
import {choose} from '../run/step.js';

interface Carried {
	readonly run: Run;
	/** How many things that moved a token could not be done again. */
	readonly lost: number;
	/** Whether everything that was done could be done again. */
	readonly whole: boolean;
}

/**
 * `old` walked again in `diagram`: all that was done is done again, branches known by the nodes they join and their
 * label. Where that is not possible any more the run stops there.
 */
export function carry(old: Run, diagram: Diagram): Carried {
	const [first, ...later] = statesOf(old);
	let run = begin(diagram, first.switches);
	const start = lastNode(first);
	// The run goes on where it began, whatever other starts there are by now.
	if (run.question?.type === 'start' && start !== undefined) run = choose(run, start);
	if (start !== undefined && lastNode(run) !== start) return cutAt(run, later);
	let before = first;
	for (const [index, after] of later.entries()) {
		const next = again(run, before, after);
		if (next === undefined || lastNode(next) !== lastNode(after)) return cutAt(run, later.slice(index));
		[run, before] = [next, after];
	}
	return {run, lost: 0, whole: true};
}

function cutAt(run: Run, rest: readonly Run[]): Carried {
	return {run, lost: rest.filter(({steps, past}) => steps.size !== past?.steps.size).length, whole: false};
}

/** The states of `run` since it began, or was begun anew. */
function statesOf(run: Run): readonly [Run, ...Run[]] {
	const later: Run[] = [];
	let now = run;
	for (; now.past && now.act.type !== 'restart'; now = now.past) later.push(now);
	return [now, ...later.reverse()];
}

/** `run` after what led from `before` to `after`; undefined where that cannot be done. */
function again(run: Run, before: Run, {act}: Run): Run | undefined {
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
