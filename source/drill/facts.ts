/** What happened to a run, as facts for its record. */
import type {Outcomes} from '../paths/outcome.js';
import {reason} from '../paths/reason.js';
import {type Change, changes} from '../run/acts.js';
import {choices} from '../run/choices.js';
import {resultOf} from '../run/result.js';
import {activeToken, type Run, type Step, type Switches} from '../run/run.js';
import type {Fact} from './event.js';

/** The facts that lead from `before` to `after`, two states of one run: what was done, and what came of it. */
export function factsBetween(before: Run, after: Run, outcomes: Outcomes): Fact[] {
	return changes(before, after).flatMap(change => factsOf(change, outcomes));
}

/** The facts of one change: the act first, what followed by itself behind it. */
export function factsOf(change: Change, outcomes: Outcomes): Fact[] {
	const {before, after} = change;
	if (change.type === 'undone') return [{type: 'undo', ...standing(after)}];
	const steps = after.act.type === 'restart' ? [...after.steps] : stepsSince(before, after);
	const followed = steps.filter(({type}) => type === 'join' || type === 'reply' || type === 'end');
	return [actFact(before, after, steps), ...followed.map(step => followedFact(step, after, outcomes))];
}

/** The facts at the beginning of a run: where tokens were put. */
export function startFacts(run: Run): Fact[] {
	return Array.from(run.steps, ({token, node}) => ({type: 'start', token, node}));
}

/** The last line of a record: a drill that is over is finished, any other can be gone on with. */
export function lastFact(isOver: boolean): Fact {
	return {type: isOver ? 'close' : 'leave'};
}

/** Switches as a record holds them. */
export function switchesFact({nodes, ...rest}: Partial<Switches>): Readonly<Record<string, unknown>> {
	return {...rest, ...(nodes && nodes.size > 0 && {nodes: Object.fromEntries(nodes)})};
}

function stepsSince(before: Run, after: Run): Step[] {
	return after.steps.tail(after.steps.size - before.steps.size);
}

function actFact(before: Run, after: Run, steps: readonly Step[]): Fact {
	const {act} = after;
	switch (act.type) {
		case 'step':
			return moved(before, steps);
		case 'choose':
			return decided(before, steps, act.id);
		case 'jump':
			return {type: 'jump', node: act.node, token: after.active};
		case 'token':
			return {type: 'token', token: act.number};
		case 'read':
			return {type: 'reading', ...switchesFact(act.switches)};
		case 'restart':
		case 'begin':
			return {type: 'restart'};
	}
}

function moved(before: Run, steps: readonly Step[]): Fact {
	const [first] = steps;
	const forks = steps.filter(({type}) => type === 'fork');
	if (forks.length === 0) return {type: 'move', node: first?.node, edge: first?.edge, token: first?.token};
	const {node, token} = standing(before);
	return {
		type: 'fork',
		node,
		token,
		edges: forks.map(({edge}) => edge),
		tokens: forks.map(step => step.token),
	};
}

function decided(before: Run, steps: readonly Step[], id: string): Fact {
	if (before.question?.type === 'start')
		return {
			type: 'start',
			choice: id,
			nodes: steps.filter(({type}) => type === 'start').map(({node}) => node),
		};
	const choice = choices(before).find(one => one.id === id);
	const {node, token} = standing(before);
	const {edge, node: to} = choice ?? {};
	return {
		type: 'decide',
		node: before.question?.node ?? choice?.node ?? node,
		edge,
		to,
		id,
		choice: choice?.label,
		token,
	};
}

function standing(run: Run): {node: string | undefined; token: number | undefined} {
	const token = activeToken(run);
	return {node: token?.node, token: token?.number};
}

function followedFact(step: Step, after: Run, outcomes: Outcomes): Fact {
	const {type, token, node, merged, why} = step;
	if (type !== 'end') return {type, token, node, ...(merged && {tokens: merged})};
	const fact = {type, token, node, ...(why && {why})};
	const isLast = after.state === 'ended' && after.steps.last === step;
	if (!isLast) return fact;
	const verdict = resultOf(after, outcomes);
	return {...fact, outcome: verdict.outcome, reason: reason(verdict)};
}
