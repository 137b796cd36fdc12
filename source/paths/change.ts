/**
 * What a part of a route makes of the state before it, as one number: what it makes of "nothing said", and of
 * a rollback. From these two follows what it makes of any state.
 */
import type {Outcomes} from './outcome.js';
import type {State} from './said.js';

/** The change that leaves every state as it is. */
export function unchanged(outcomes: Outcomes): number {
	return outcomes.undoing;
}

/** The change that makes `state` of anything; for trails, whose states are known. */
export function settled(outcomes: Outcomes, state: State): number {
	return state * outcomes.states + state;
}

/** The state of a walk whose trail was {@link settled}. */
export function settledState(outcomes: Outcomes, change: number): State {
	return Math.floor(change / outcomes.states);
}

/** What a change becomes by taking `edge`. */
export function after(outcomes: Outcomes, change: number, edge: number): number {
	const {states} = outcomes;
	return outcomes.after(Math.floor(change / states), edge) * states + outcomes.after(change % states, edge);
}

/** The state that `change` makes of `state`. */
export function apply(outcomes: Outcomes, change: number, state: State): State {
	const fromNothing = Math.floor(change / outcomes.states);
	if (outcomes.given(state)) return outcomes.given(fromNothing) ? fromNothing : state;
	if (state !== 0 && state === outcomes.undoing) return change % outcomes.states;
	return fromNothing === 0 ? state : fromNothing;
}
