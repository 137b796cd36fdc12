/** A run carried over to the diagram as it stands now, by what was done rather than by where. */
import type {Diagram} from '../diagram/diagram.js';
import {begin} from '../run/begin.js';
import {choices} from '../run/choices.js';
import type {Choice, Run} from '../run/run.js';
import {choose, step} from '../run/step.js';

interface Carried {
	readonly run: Run;
	/** Whether everything that was done could be done again. */
	readonly whole: boolean;
}

/**
 * `old` walked again in `diagram`: steps are made again, branches known by the nodes they join and their label.
 * Where that is not possible any more the run stops there.
 */
export function carry(old: Run, diagram: Diagram): Carried {
	let run = begin(diagram, old.switches);
	for (const [before, after] of deeds(old)) {
		const next = before.state === 'choosing' ? answered(run, before, after) : step(run);
		const came = after.steps.get(after.steps.size - 1)?.node;
		if (next === undefined || next === run || next.steps.get(next.steps.size - 1)?.node !== came)
			return {run, whole: false};
		run = next;
	}
	return {run, whole: true};
}

/** What was done since the run began, or was begun anew, as the runs before and after each deed. */
function deeds(run: Run): readonly (readonly [Run, Run])[] {
	const list: [Run, Run][] = [];
	for (let now = run; now.past && now.past.steps.size < now.steps.size; now = now.past)
		list.push([now.past, now]);
	return list.reverse();
}

function answered(run: Run, before: Run, after: Run): Run | undefined {
	const given = choices(before).find(choice => same(choose(before, choice.id), after));
	const again = given && choices(run).find(choice => equal(run.diagram, choice, before.diagram, given));
	return again && choose(run, again.id);
}

function same(a: Run, b: Run): boolean {
	const [last, other] = [a.steps.get(a.steps.size - 1), b.steps.get(b.steps.size - 1)];
	return a.steps.size === b.steps.size && last?.node === other?.node && last?.edge === other?.edge;
}

function equal(diagram: Diagram, choice: Choice, oldDiagram: Diagram, old: Choice): boolean {
	if (choice.edge === undefined || old.edge === undefined) return choice.id === old.id;
	const [edge, other] = [diagram.edge(choice.edge), oldDiagram.edge(old.edge)];
	return edge.from === other.from && edge.to === other.to && edge.label === other.label;
}
