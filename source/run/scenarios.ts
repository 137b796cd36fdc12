/** Every run of a diagram: one for each series of answers, parallel splits taken whole. */
import type {Diagram} from '../diagram/diagram.js';
import {isTrapped, networkOf} from '../paths/network.js';
import type {Outcomes, Verdict} from '../paths/outcome.js';
import {splitsIn} from '../paths/splits.js';
import {begin} from './begin.js';
import {choices} from './choices.js';
import {onward} from './onward.js';
import {byRule} from './random.js';
import {resultOf} from './result.js';
import type {Choice, Run} from './run.js';
import {choose} from './step.js';

/** An answer that a person would give. */
export interface Answer {
	readonly node: string;
	readonly choice: Choice;
}

/** A run to its end. */
export interface Scenario {
	readonly answers: readonly Answer[];
	readonly verdict: Verdict;
	/** Nodes and edges in the order in which tokens came to them. */
	readonly steps: readonly {readonly node: string; readonly edge?: string}[];
}

/** The answers given so far, the last one first: branches share those before they part. */
interface Given {
	readonly answer: Answer;
	readonly before: Given | undefined;
}

/**
 * The runs of `diagram` in the order of its file, no node run more than `rounds + 1` times, except that what
 * cannot end is followed that far. What no one needs to decide goes by rule. `searching` is a sign of life for each
 * run that goes round too often to count.
 */
export function* scenarios(
	diagram: Diagram,
	outcomes: Outcomes,
	rounds: number,
): Generator<Scenario | 'searching', void, undefined> {
	// A branch is walked when its turn comes, so that a limit spares the rest of a wide fan-out.
	const open: {walk: () => Run; given: Given | undefined}[] = [
		{walk: () => onward(begin(diagram, {maxVisits: rounds + 1})), given: undefined},
	];
	for (let top = open.pop(); top; top = open.pop()) {
		const {given} = top;
		const run = top.walk();
		const ruled = byRule(run);
		if (run.state !== 'choosing') {
			yield stoppedShort(run)
				? 'searching'
				: {answers: inOrder(given), verdict: resultOf(run, outcomes), steps: stepsOf(run)};
		} else if (ruled !== undefined) open.push({walk: () => onward(choose(run, ruled)), given});
		else {
			const node = run.question?.node ?? '';
			const ways = choices(run).map(choice => ({
				walk: () => onward(choose(run, choice.id)),
				given: {answer: {node, choice}, before: given},
			}));
			open.push(...ways.reverse());
		}
	}
}

/** Whether the runs of `diagram` are its routes, so that nobody needs to walk them to count them: one token, and nothing to go round. */
export function areRoutes(diagram: Diagram): boolean {
	const {starts, cyclic} = networkOf(diagram);
	return starts.length === 1 && !cyclic.includes(true) && splitsIn(diagram).length === 0;
}

function inOrder(given: Given | undefined): Answer[] {
	const answers: Answer[] = [];
	for (let at = given; at; at = at.before) answers.push(at.answer);
	return answers.reverse();
}

/** Whether the limit of visits ended a token that could still have come to an end: it went round too often. */
function stoppedShort({diagram, steps}: Run): boolean {
	return Array.from(steps).some(({why, node}) => why === 'limit' && !isTrapped(diagram, node));
}

function stepsOf(run: Run): Scenario['steps'] {
	return Array.from(run.steps)
		.filter(({type}) => type === 'start' || type === 'move' || type === 'decide' || type === 'fork')
		.map(({node, edge}) => ({node, ...(edge === undefined ? {} : {edge})}));
}
