/** What can still happen from a node, given the route that led there. Cheap at every step. */
import type {Diagram} from '../diagram/diagram.js';
import {noOutcome} from './behind.js';
import {settled, settledState} from './change.js';
import {numbered, visitsOf, withoutDetours} from './detours.js';
import {type Least, leastOf} from './least.js';
import {at, leave} from './network.js';
import {type Outcomes, open} from './outcome.js';
import type {Purse} from './rounds.js';
import type {State} from './said.js';
import {isExact, sum, Tallies, type Tally, total} from './tally.js';
import type {Trail} from './walk.js';
import {wayTo} from './way.js';

/** Steps for the counts at a place that only keep to what was counted one step before. */
const fewSteps = 5000;

/** How many routes come to an outcome. */
interface Prospect {
	readonly outcome: string;
	readonly count: bigint;
	/** False where counting gave up: at least so many. */
	readonly exact: boolean;
}

/** The routes on from a place. */
export interface Ahead {
	/** Outcomes that can still happen, in their order of showing; never a count of 0. */
	readonly outcomes: readonly Prospect[];
	readonly total: {readonly count: bigint; readonly exact: boolean};
	/** Fewest edges to an end; undefined where none can be reached. */
	readonly steps: number | undefined;
	/** Fewest decisions to take on the way to an end; undefined where none can be reached. */
	readonly decisions: number | undefined;
}

/** The routes on from a node, all together and by the edge they begin with: `leave` where that is none. */
export interface View extends Ahead {
	readonly branches: ReadonlyMap<string, Ahead>;
}

/** The outlook on the diagram of `outcomes`. A route goes round each cycle once at most, from where it stands. */
export function outlook(outcomes: Outcomes): Outlook {
	return new Outlook(outcomes);
}

/** Answers for any place of a run what can still happen; what was counted once is kept. */
export class Outlook {
	readonly #diagram: Diagram;
	readonly #outcomes: Outcomes;
	readonly #tallies: Tallies;
	readonly #least: Least;
	readonly #views = new Map<string, View>();

	constructor(outcomes: Outcomes) {
		this.#diagram = outcomes.net.diagram;
		this.#outcomes = outcomes;
		this.#tallies = new Tallies(outcomes, 1);
		this.#least = leastOf(outcomes.net);
	}

	/** All routes of the diagram, from every start. */
	all(): Ahead {
		const starts = this.#outcomes.net.starts;
		return {
			...this.#count(this.#tallies.all()),
			steps: least(starts.map(node => this.#least.steps[node])),
			decisions: least(starts.map(node => this.#least.decisions[node])),
		};
	}

	/** The names of the outcomes that routes come to; all there might be where counting gave up. */
	reached(): readonly string[] {
		const {outcomes, total} = this.all();
		const names = outcomes.flatMap(({outcome}) => (outcome === open ? [] : [outcome]));
		return names.length > 0 && total.exact ? names : this.#outcomes.names.filter(name => name !== open);
	}

	/** What is ahead of `node` after a route took `walked`, edges in order. */
	from(node: string, walked: Iterable<string> = []): View {
		const stand = this.#stand(node, walked);
		const {trail, edge} = stand;
		// What a route comes to at an end is a matter of its last edge too.
		const end = this.#outcomes.net.out[stand.node]?.length === 0 ? edge : '';
		const key = `${stand.node} ${stand.state} ${trail ? steps(trail) : end}`;
		const old = this.#views.get(key);
		if (old) return old;
		const view = this.#view(stand);
		this.#views.set(key, view);
		return view;
	}

	/** Ids of the edges of a shortest way to `outcome`; undefined where there is none. */
	wayTo(outcome: string, node: string, walked: Iterable<string> = []): readonly string[] | undefined {
		const edges = [...walked];
		const {state, node: from, trail} = this.#stand(node, edges);
		const visits = visitsOf(this.#diagram, node, edges);
		const way = wayTo(this.#outcomes, outcome, from, state, visits, trail !== undefined);
		return way?.flatMap(edge => this.#diagram.edges[edge]?.id ?? []);
	}

	#view(stand: Stand): View {
		const edges = this.#outcomes.net.out[stand.node] ?? [];
		const purse = {steps: fewSteps};
		const tallies = edges.map(edge => this.#by(edge, stand, purse));
		const all = edges.length > 0 ? sum(tallies.map(tally => ({tally, times: 1n}))) : this.#ended(stand);
		const branches = edges.map((edge, index): [string, Ahead] => [
			this.#diagram.edges[edge]?.id ?? leave,
			{
				...this.#count(tallies[index] as Tally),
				...this.#near(at(this.#outcomes.net.to, edge)),
			},
		]);
		return {...this.#count(all), ...this.#near(stand.node), branches: new Map(branches)};
	}

	#near(node: number) {
		return {steps: this.#least.steps[node], decisions: this.#least.decisions[node]};
	}

	#ended({state, node, edge}: Stand): Tally {
		return {counts: new Map([[this.#outcomes.ending(state, node, edge), 1n]]), unsure: noOutcome};
	}

	/** Without its trail a place is counted from anew: less true of what was passed, but at no cost. */
	#by(edge: number, {state, trail, speaks}: Stand, purse: Purse): Tally {
		const outcomes = this.#outcomes;
		if (!trail) return this.#tallies.by(edge, state);
		const passages = this.#tallies.rounds.by(edge, trail, speaks ? undefined : purse);
		if (!speaks && !passages.exact) return this.#tallies.by(edge, state);
		return this.#tallies.passing(passages, change => settledState(outcomes, change));
	}

	#count(tally: Tally): Pick<Ahead, 'outcomes' | 'total'> {
		const outcomes = [...tally.counts]
			.sort(([a], [b]) => a - b)
			.map(([index, count]) => ({outcome: this.#outcomes.name(index), count, exact: isExact(tally, index)}));
		return {outcomes, total: {count: total(tally), exact: isExact(tally)}};
	}

	/** Where a route stands once its detours are forgotten. */
	#stand(node: string, walked: Iterable<string>): Stand {
		const outcomes = this.#outcomes;
		const {net} = outcomes;
		const kept = withoutDetours(net, numbered(net, visitsOf(this.#diagram, node, walked)));
		const last = kept.at(-1) ?? {node: 0, edge: -1};
		const cycle = at(net.component, last.node);
		let state: State = 0;
		let trail: Trail<number> | undefined;
		for (const {node: next, edge} of kept) {
			state = edge < 0 ? outcomes.begin(next, state) : outcomes.after(state, edge);
			if (at(net.component, next) === cycle)
				trail = {node: next, state: settled(outcomes, state), before: trail};
		}
		const matters = net.cyclic[cycle] && !net.trap[cycle] && trail?.before;
		return {
			node: last.node,
			edge: last.edge,
			state,
			trail: matters ? trail : undefined,
			speaks: this.#speaks(cycle),
		};
	}

	/** Whether anything in a cycle names an outcome. */
	#speaks(cycle: number): boolean {
		const {net} = this.#outcomes;
		return (net.members[cycle] ?? []).some(node =>
			(net.in[node] ?? []).some(
				edge => at(net.component, at(net.from, edge)) === cycle && this.#outcomes.marked(edge),
			),
		);
	}
}

interface Stand {
	readonly node: number;
	readonly edge: number;
	readonly state: State;
	/** The way through the cycle that it is on, where there is one. */
	readonly trail: Trail<number> | undefined;
	/** Whether what was passed on that cycle decides what comes of it. */
	readonly speaks: boolean;
}

function steps(trail: Trail<number>): string {
	const list: string[] = [];
	for (let next: Trail<number> | undefined = trail; next; next = next.before)
		list.push(`${next.node}:${next.state}`);
	return list.join(' ');
}

function least(values: readonly (number | undefined)[]): number | undefined {
	const known = values.filter(value => value !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
}
