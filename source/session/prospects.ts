/** What can still happen: from here, and behind each branch; and what it came to at the end. */

import {numberOf} from '../numbers.js';
import {onceFor} from '../once.js';
import {leave} from '../paths/network.js';
import {isSameOutcome} from '../paths/outcome.js';
import type {Ahead, Outlook, View} from '../paths/outlook.js';
import {reason} from '../paths/reason.js';
import {jointly, resultOf} from '../run/result.js';
import type {Choice, Path, Run} from '../run/run.js';
import {endedIn} from '../run/walked.js';
import {harmless} from '../text.js';
import {isParallel, runsAhead} from './runs-ahead.js';
import {here, type Session} from './session.js';

/**
 * How many routes come to an outcome, runs where several ways are taken at once; `≥` where counting gave up, empty
 * where it found none.
 */
interface Prospect {
	readonly outcome: string;
	readonly count: string;
}

/** `success 2`. */
export function prospectWords({outcome, count}: Prospect): string {
	return count === '' ? outcome : `${outcome} ${count}`;
}

/** What is ahead of a place. */
export interface Prospects {
	readonly outcomes: readonly Prospect[];
	/** Fewest steps and decisions to an end; undefined where none can be reached. */
	readonly steps: number | undefined;
	readonly decisions: number | undefined;
}

export const nothing: Prospects = {outcomes: [], steps: undefined, decisions: undefined};

/** What can still happen from where the token stands. */
export function prospectsOf(session: Session): Prospects {
	const {run, drill} = session;
	if (run.state !== 'ended' && !drill.blind && isParallel(run)) return together(session, viewFrom(session));
	const view = viewFrom(session);
	return view ? shown(view) : nothing;
}

/** What can still happen after each of `all`, the choices of the run; nothing is told of those that take no branch. */
export function behind(session: Session, all: readonly Choice[]): Prospects[] {
	const {run, drill} = session;
	const view = viewFrom(session);
	const isTried = !drill.blind && isParallel(run);
	return all.map(({id, edge}) => {
		if (edge === undefined && id !== leave) return nothing;
		const ahead = view?.branches.get(id);
		if (isTried) return together(session, ahead, id);
		if (!ahead) return nothing;
		return id === leave ? shown(ahead) : later(shown(ahead));
	});
}

/** `prospects` from a step earlier. */
function later(prospects: Prospects): Prospects {
	const {steps} = prospects;
	return {...prospects, steps: steps === undefined ? undefined : steps + 1};
}

/** What a run came to, in words. */
export interface Result {
	readonly outcome: string;
	readonly why: string;
	/** Whether that was expected, and what was; empty where nothing was. */
	readonly expected: string;
}

/** What the run came to. */
export function verdictOf({run, outcomes, drill}: Session): Result {
	const verdict = resultOf(run, outcomes);
	const {outcome} = verdict;
	const met = isSameOutcome(drill.expected, outcome);
	const expected = drill.expected && (met ? 'as expected' : `expected ${harmless(drill.expected)}`);
	return {outcome, why: reason(verdict), expected};
}

/**
 * What can still happen where several ways are taken at once. Where not all was tried, what routes of the tokens come to
 * is there too; those of the one that moves are `routes`.
 */
function together(session: Session, routes: Ahead | undefined, choice?: string): Prospects {
	const {run, outcomes} = session;
	const {counts, exact} = runsAhead(run, outcomes, choice);
	const tried = Array.from(counts, ([outcome, count]) => ({outcome, count: countWords(count, exact)}));
	const named = exact ? [] : jointly([namesOf(routes), ...besides(session)], outcomes);
	const others = named.filter(outcome => !counts.has(outcome));
	return {...nothing, outcomes: [...tried, ...others.map(outcome => ({outcome, count: ''}))]};
}

/** What routes of the tokens can come to that do not move next, and what those came to that ended. */
function besides({run, outlook}: Session): readonly (readonly string[])[] {
	const told = waysTold(outlook);
	return [...run.tokens, ...endedIn(run)].flatMap(({number, node, path}) => {
		if (number === run.active || !path) return [];
		const names = told.get(path) ?? namesOf(outlook.from(node, edgesOn(path)));
		told.set(path, names);
		return [names];
	});
}

/** By the way of a token, which stays the same until it moves. */
const waysTold = onceFor<Outlook, WeakMap<Path, readonly string[]>>(() => new WeakMap());

function namesOf(ahead: Ahead | undefined): string[] {
	return (ahead?.outcomes ?? []).map(({outcome}) => outcome);
}

/** The edges of a way, in order. */
function edgesOn(path: Path | undefined): string[] {
	const edges: string[] = [];
	for (let here = path; here; here = here.before) if (here.edge !== undefined) edges.push(here.edge);
	return edges.reverse();
}

function viewFrom(session: Session): View | undefined {
	const at = session.drill.blind ? undefined : here(session);
	return at === undefined ? undefined : session.outlook.from(at, edgesOf(session.run));
}

/** The edges that a run took, in order. */
export const edgesOf = onceFor((run: Run): readonly string[] =>
	Array.from(run.steps).flatMap(step => step.edge ?? []),
);

function shown({outcomes, steps, decisions}: Ahead): Prospects {
	return {
		outcomes: outcomes.map(({outcome, count, exact}) => ({outcome, count: countWords(count, exact)})),
		steps,
		decisions,
	};
}

const large = ['million', 'billion', 'trillion'];

/** A count that stays short: `489,888`, then `3.2 million`, at last `countless`; `≥ 12` where counting gave up. */
export function countWords(count: bigint | number, exact: boolean): string {
	const {length} = String(count);
	if (length <= 6) return exact ? numberOf(count) : `≥ ${numberOf(count)}`;
	const place = 10n ** BigInt(length - Math.max(2, ((length - 1) % 3) + 1));
	// A bound is not rounded up: it would be none.
	const rounded = ((BigInt(count) + (exact ? place / 2n : 0n)) / place) * place;
	const thousands = Math.ceil(String(rounded).length / 3) - 1;
	const name = large[thousands - 2];
	if (name === undefined) return 'countless';
	const figure = Number(rounded / 10n ** BigInt(thousands * 3 - 1)) / 10;
	return exact ? `${figure} ${name}` : `≥ ${figure} ${name}`;
}
