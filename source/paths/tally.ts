/** Exact numbers of routes by outcome, for every node of a diagram, without listing them. */
import {once} from '../once.js';
import {anyOutcome, holds, noOutcome, type OutcomeSet, outcomesBehind} from './behind.js';
import {apply} from './change.js';
import type {Passages} from './hub.js';
import {at} from './network.js';
import type {Outcomes} from './outcome.js';
import {type Purse, Rounds} from './rounds.js';
import type {State} from './said.js';

/** Numbers of routes by number of the outcome. */
export interface Tally {
	readonly counts: ReadonlyMap<number, bigint>;
	/** The outcomes of which there may be more, since counting gave up. */
	readonly unsure: OutcomeSet;
}

/** Whether the number of routes that come to `outcome` is exact; without one, of all routes. */
export function isExact({unsure}: Tally, outcome?: number): boolean {
	return outcome === undefined ? unsure === noOutcome : !holds(unsure, outcome);
}

/** So many routes that end with an outcome, or go on from a node in a state. */
type Part =
	| {readonly times: bigint; readonly unsure: OutcomeSet; readonly outcome: number}
	| {readonly times: bigint; readonly unsure: OutcomeSet; readonly node: number; readonly state: State};

/** Steps of walking that one diagram may cost in all; well under a second. */
export const mostSteps = 3_000_000;

/** Counts the routes on from a node in a state, remembering each answer. */
export class Tallies {
	readonly outcomes: Outcomes;
	readonly rounds: Rounds;
	readonly #known = new Map<number, Tally>();
	readonly #shared = new Map<Passages, Map<State, Tally>>();
	readonly #behind: () => readonly OutcomeSet[];

	/** A cycle is gone round at most `rounds` times; `purse` may be shared with other counts. */
	constructor(outcomes: Outcomes, rounds: number, purse: Purse = {steps: mostSteps}) {
		this.outcomes = outcomes;
		this.#behind = once(() => outcomesBehind(outcomes));
		this.rounds = new Rounds(outcomes, rounds, purse);
	}

	/** Routes from all starts. */
	all(): Tally {
		const {outcomes} = this;
		return sum(outcomes.net.starts.map(node => ({tally: this.from(node, outcomes.begin(node)), times: 1n})));
	}

	/** Routes that stand on `node` in `state` and begin there. */
	from(node: number, state: State): Tally {
		const open: [number, State][] = [[node, state]];
		for (let top = open.at(-1); top; top = open.at(-1)) {
			const [next, nextState] = top;
			const missing = this.#settle(next, nextState);
			if (missing.length > 0) open.push(...missing);
			else open.pop();
		}
		return this.#known.get(this.#key(node, state)) ?? nothing;
	}

	/** Works out what is known of a node in a state; or tells what has to be known for that before. */
	#settle(node: number, state: State): readonly [number, State][] {
		const key = this.#key(node, state);
		if (this.#known.has(key)) return [];
		const {net} = this.outcomes;
		const cyclic = net.cyclic[at(net.component, node)];
		const shared = cyclic ? this.#sharedBy(this.rounds.from(node)) : undefined;
		const old = shared?.get(state);
		if (old) {
			this.#known.set(key, old);
			return [];
		}
		const parts = this.#parts(node, state);
		const missing = parts.flatMap((part): [number, State][] =>
			'node' in part && !this.#known.has(this.#key(part.node, part.state)) ? [[part.node, part.state]] : [],
		);
		if (missing.length > 0) return missing;
		const tally = this.#sum(parts);
		this.#known.set(key, tally);
		shared?.set(state, tally);
		return [];
	}

	/** Tallies by state of the nodes whose walks out of their cycle are the same. */
	#sharedBy(list: Passages): Map<State, Tally> {
		const known = this.#shared.get(list) ?? new Map<State, Tally>();
		this.#shared.set(list, known);
		return known;
	}

	/** Routes that go on by `edge` after having come to its source in `state` by `last` (-1: none). */
	by(edge: number, state: State): Tally {
		const {net} = this.outcomes;
		const node = at(net.from, edge);
		const parts = net.cyclic[at(net.component, node)]
			? this.#through(this.rounds.by(edge), change => apply(this.outcomes, change, state))
			: [this.#arrival(edge, this.outcomes.after(state, edge), 1n, true)];
		return this.#finish(parts);
	}

	/** Routes that have come by `edge` into `state`. */
	arriving(edge: number, state: State): Tally {
		return this.#finish([this.#arrival(edge, state, 1n, true)]);
	}

	/** The routes of passages out of a cycle. */
	passing(list: Passages, state: (change: number) => State): Tally {
		return this.#finish(this.#through(list, state));
	}

	#through({list, exact}: Passages, state: (change: number) => State): Part[] {
		return list.map(({edge, change, count}) => this.#arrival(edge, state(change), count, exact));
	}

	#finish(parts: readonly Part[]): Tally {
		for (const part of parts) if ('node' in part) this.from(part.node, part.state);
		return this.#sum(parts);
	}

	#parts(node: number, state: State): Part[] {
		const {outcomes} = this;
		const {net} = outcomes;
		const edges = net.out[node] ?? [];
		if (edges.length === 0)
			return [{times: 1n, unsure: noOutcome, outcome: outcomes.ending(state, node, -1)}];
		if (!net.cyclic[at(net.component, node)])
			return edges.map(edge => this.#arrival(edge, outcomes.after(state, edge), 1n, true));
		return this.#through(this.rounds.from(node), change => apply(outcomes, change, state));
	}

	/** What becomes of routes that come by `edge` into `state`. */
	#arrival(edge: number, state: State, times: bigint, exact: boolean): Part {
		const {net} = this.outcomes;
		const unsure = exact ? noOutcome : (this.#behind()[at(net.component, at(net.from, edge))] ?? anyOutcome);
		const node = at(net.to, edge);
		const cycle = at(net.component, node);
		const closed = net.trap[cycle] && cycle === at(net.component, at(net.from, edge));
		if (closed || net.out[node]?.length === 0)
			return {times, unsure, outcome: this.outcomes.ending(state, node, edge)};
		return {times, unsure, node, state};
	}

	#sum(parts: readonly Part[]): Tally {
		return sum(
			parts.map(part => {
				const {times, unsure} = part;
				const tally: Tally =
					'outcome' in part
						? {counts: new Map([[part.outcome, 1n]]), unsure: noOutcome}
						: (this.#known.get(this.#key(part.node, part.state)) ?? nothing);
				return {tally: unsure === noOutcome ? tally : {...tally, unsure}, times};
			}),
		);
	}

	#key(node: number, state: State): number {
		return node * this.outcomes.states + state;
	}
}

const nothing: Tally = {counts: new Map(), unsure: noOutcome};

/** All tallies added up, each taken so many times; a single one is shared, not copied. */
export function sum(parts: readonly {readonly tally: Tally; readonly times: bigint}[]): Tally {
	const [only] = parts;
	if (parts.length === 1 && only?.times === 1n) return only.tally;
	const counts = new Map<number, bigint>();
	for (const {tally, times} of parts)
		for (const [outcome, count] of tally.counts)
			counts.set(outcome, (counts.get(outcome) ?? 0n) + count * times);
	return {counts, unsure: parts.reduce((all, {tally}) => all | tally.unsure, noOutcome)};
}

/** The number of routes, whatever they come to. */
export function total(tally: Pick<Tally, 'counts'>): bigint {
	let result = 0n;
	for (const count of tally.counts.values()) result += count;
	return result;
}
