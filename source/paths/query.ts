/**
 * Which routes are asked for, counted and listed: the same set in both. The files of this folder, from the words up:
 *
 * - words/ know what words say; evidence.ts finds the nodes and edges of a diagram that name an outcome, unavoidable.ts
 *   those that every route passes and that therefore tell nothing; said.ts is what a route has said so far, states.ts
 *   that as a number, detours.ts takes its rounds out again, outcome.ts names what it comes to, by end-labels.ts where
 *   no word tells, and reason.ts says why.
 * - network.ts is a diagram as numbers, cycles.ts its cycles, restrict.ts the part of it that a question leaves.
 * - Counted: change.ts makes one number of what a part of a route does to what was said; hub.ts and rounds.ts count the
 *   walks through one cycle, tally.ts joins them from the ends back to every node; where that gives up, behind.ts tells
 *   which numbers are not exact, and estimate.ts guesses, by samples.ts of the walks through cycles. least.ts and
 *   outlook.ts answer the same from where a token stands.
 * - Listed: walk.ts goes from route to route, closed.ts keeps it from what is used up, narrow.ts on ways that can still
 *   answer, route.ts makes what people and formats/ read; splits.ts tells where a route is less than a run.
 * - Chosen: cover.ts and basis.ts, by the ways of shortest.ts, and way.ts (the shortest to an outcome, mostly that to its
 *   nearest-end.ts) take few routes out of all. diff/ compares two diagrams.
 */
import {mustBeWhole} from '../given.js';
import {anyOutcome, noOutcome} from './behind.js';
import {type Estimate, estimate} from './estimate.js';
import {Hope, Needs} from './narrow.js';
import {at, type Network, networkOf} from './network.js';
import {isSameOutcome, type Outcomes} from './outcome.js';
import {outlook} from './outlook.js';
import {past, restrict} from './restrict.js';
import type {Purse} from './rounds.js';
import {type Route, RouteMaker} from './route.js';
import type {Said} from './said.js';
import {isExact, mostSteps, Tallies, type Tally, total} from './tally.js';
import {Walk} from './walk.js';

/** What a reader asks of the routes; ids of nodes, names of outcomes. */
export interface Question {
	/** How often a route may go round a cycle, 0 to 100: every node is visited at most once more than that. */
	readonly rounds: number;
	/** Where routes begin; the diagram's starts where empty. */
	readonly from: readonly string[];
	/** Where routes end as soon as they get there; where nothing leads on where empty. */
	readonly to: readonly string[];
	/** Only routes that come to one of these outcomes, in whatever case; any where empty. */
	readonly outcomes: readonly string[];
	/** Nodes that every route passes, in any order. */
	readonly via: readonly string[];
	/** Nodes that no route passes. */
	readonly avoid: readonly string[];
}

/** The most rounds that may be asked for. */
export const mostRounds = 100;

/** All routes, each cycle gone round once at the most. */
export const everything: Question = {rounds: 1, from: [], to: [], outcomes: [], via: [], avoid: []};

/** A number of routes. */
export interface Count {
	readonly value: bigint;
	/** False: there are at least so many. */
	readonly exact: boolean;
}

/** A number of routes in all and by outcome. */
export interface Counts {
	readonly total: Count;
	/** In order of showing, none of 0. */
	readonly outcomes: readonly {readonly outcome: string; readonly count: Count}[];
}

/** The outcome called `word`, in whatever case, as the diagram has it. Throws a RangeError that names those there are. */
function outcomeCalled(outcomes: Outcomes, word: string): string {
	const {names} = outcomes;
	if (names.includes(word)) return word;
	const name = names.find(other => isSameOutcome(other, word));
	if (name !== undefined) return name;
	throw new RangeError(`no outcome is called ${word}; there are: ${outlook(outcomes).reached().join(', ')}`);
}

/** How routes are walked. */
interface Walking {
	/** Steps after which a walk gives up. */
	readonly budget?: number;
	/** The edges that each route begins with. */
	readonly along?: readonly number[];
}

/** With more nodes to pass than this, routes are counted by walking. */
const mostCombined = 8;
/** Steps without a route before a search gives a sign of life. */
const patience = 100_000;

/** The routes of a diagram that answer a question. */
export class Query {
	readonly outcomes: Outcomes;
	readonly question: Question;
	/** The outcomes of the part of the diagram that the routes use. */
	readonly part: Outcomes;
	readonly #whole: Network;
	readonly #via: readonly number[];

	/** Throws a RangeError where the question names a node or an outcome that is not there, or a number of rounds that is none. */
	constructor(outcomes: Outcomes, question: Question) {
		mustBeWhole('rounds', question.rounds, 0, mostRounds);
		this.outcomes = outcomes;
		this.#whole = networkOf(outcomes.net.diagram);
		this.question = {...question, outcomes: question.outcomes.map(word => outcomeCalled(outcomes, word))};
		this.#via = this.#numbers(question.via);
		this.part = this.#without([]);
	}

	/** The network that the routes use. */
	get network(): Network {
		return this.part.net;
	}

	/** Whether the routes are fewer than those of {@link network}. */
	get narrowed(): boolean {
		return this.#via.length > 0 || this.question.outcomes.length > 0;
	}

	/** The number of routes, found without listing them. */
	count(): Counts {
		const via = this.#via;
		if (via.length === 0) return this.#counts(this.#tally([]));
		if (via.length <= mostCombined) {
			const sum = this.#passingAll();
			if (sum) return this.#counts(sum);
		}
		return this.#counts(this.#walked());
	}

	/** Every route, one after another, in file order; only the one in hand is in memory. */
	*routes(): Generator<Route, void, undefined> {
		for (const found of this.search()) if (found !== 'searching') yield found;
	}

	/** The same, or those that begin with the edges of `along`, with a sign of life wherever the next takes long to find. */
	*search(along: readonly string[] = []): Generator<Route | 'searching', void, undefined> {
		const maker = new RouteMaker(this.outcomes);
		let number = 0;
		for (const walk of this.walks({along: along.map(id => this.part.net.edgeOf.get(id) ?? -1)}))
			while (!walk.done) {
				if (walk.next(patience)) {
					number += 1;
					yield maker.of(number, walk);
				} else yield 'searching';
			}
	}

	/** The same routes as {@link search} in numbers: a walk for each start. */
	*walks({budget, along = []}: Walking = {}): Generator<Walk<Said>, void, undefined> {
		const part = this.part;
		const wanted = new Set(this.question.outcomes);
		const needs = this.#via.length > 0 ? new Needs(part.net, this.#via) : undefined;
		const hope = wanted.size > 0 ? new Hope(part, this.question.rounds, this.question.outcomes) : undefined;
		for (const from of part.net.starts) {
			const walk: Walk<Said> = new Walk(part.net, {
				from,
				state: part.hearAt(from),
				after: (said, edge) => part.hear(said, edge),
				rounds: this.question.rounds,
				along,
				...(budget === undefined ? {} : {budget}),
				...(needs || hope
					? {
							allows: (edge, {state}) =>
								needs?.canMeet(at(part.net.to, edge), walk) !== false && hope?.for(edge, state) !== false,
							accepts: (node, {state}, edge) =>
								needs?.areMet(walk) !== false &&
								(!hope || wanted.has(part.name(part.ending(state, node, edge)))),
						}
					: {}),
			});
			yield walk;
		}
	}

	/**
	 * The number of routes by samples, for where {@link count} is not exact; undefined where they tell nothing, or no
	 * more than those `counted`.
	 */
	estimate(counted = 0n): Estimate | undefined {
		const {rounds, outcomes: wanted} = this.question;
		const part = this.#passing(this.part);
		const isWanted = (outcome: number) => wanted.length === 0 || wanted.includes(part.name(outcome));
		const guess = estimate(part, {rounds, via: this.#via, isWanted});
		return guess && guess.value > counted ? guess : undefined;
	}

	/** `part` without the ways past nodes that every route passes. */
	#passing(part: Outcomes): Outcomes {
		return this.#via.length === 0 ? part : part.on(past(part.net, this.#via));
	}

	/** Inclusion and exclusion: routes that miss none of the nodes; undefined where a count was not exact. */
	#passingAll(): Tally | undefined {
		const counts = new Map<number, bigint>();
		const purse = {steps: mostSteps};
		for (let set = 0; set < 2 ** this.#via.length; set++) {
			const missed = this.#via.filter((_, index) => (set >> index) & 1);
			const tally = this.#tally(missed, purse);
			if (!isExact(tally)) return undefined;
			for (const [outcome, count] of tally.counts)
				counts.set(outcome, (counts.get(outcome) ?? 0n) + (missed.length % 2 === 0 ? count : -count));
		}
		return {counts, unsure: noOutcome};
	}

	#tally(missed: readonly number[], purse?: Purse): Tally {
		const part = missed.length === 0 ? this.part : this.#without(missed);
		return new Tallies(part, this.question.rounds, purse).all();
	}

	#walked(): Tally {
		const counts = new Map<number, bigint>();
		let exact = true;
		for (const walk of this.walks({budget: mostSteps})) {
			while (walk.next()) {
				const outcome = this.part.ending(walk.state.state, walk.node, walk.last);
				counts.set(outcome, (counts.get(outcome) ?? 0n) + 1n);
			}
			exact &&= !walk.gaveUp;
		}
		return {counts, unsure: exact ? noOutcome : anyOutcome};
	}

	#counts(tally: Tally): Counts {
		const {outcomes: wanted} = this.question;
		const counts = [...tally.counts]
			.sort(([a], [b]) => a - b)
			.filter(
				([index, count]) => count > 0n && (wanted.length === 0 || wanted.includes(this.outcomes.name(index))),
			);
		const exact =
			wanted.length === 0 ? isExact(tally) : wanted.every(name => isExact(tally, this.outcomes.rank(name)));
		return {
			total: {value: total({counts: new Map(counts)}), exact},
			outcomes: counts.map(([index, value]) => ({
				outcome: this.outcomes.name(index),
				count: {value, exact: isExact(tally, index)},
			})),
		};
	}

	#without(missed: readonly number[]): Outcomes {
		const {from, to, avoid} = this.question;
		const part = restrict(this.#whole, {
			...(from.length > 0 ? {from: this.#numbers(from)} : {}),
			...(to.length > 0 ? {to: this.#numbers(to)} : {}),
			avoid: [...this.#numbers(avoid), ...missed],
		});
		return this.outcomes.on(part);
	}

	#numbers(ids: readonly string[]): number[] {
		return ids.map(id => {
			const node = this.#whole.nodeOf.get(id);
			if (node === undefined) throw new RangeError(`no node is called ${id}`);
			return node;
		});
	}
}
