/** What a route comes to: a guess from its words, by rules, with the words it rests on. */
import type {Diagram} from '../diagram/diagram.js';
import {numbered, type Stop, stopsOf, type Visit, withoutDetours} from './detours.js';
import {endLabels} from './end-labels.js';
import {type Marks, marksOf, type Overrides} from './evidence.js';
import {at, endOf, type Network, networkOf} from './network.js';
import {type Evidence, evidenceOf, nothing, type Said, type State} from './said.js';
import {States} from './states.js';

/** What a route comes to, and why. */
export interface Verdict {
	/** Name of the outcome; `open` where the route has not ended. */
	readonly outcome: string;
	readonly evidence: readonly Evidence[];
}

/** The outcome of a route that has not ended. */
export const open = 'open';
export const deadEnd = 'dead end';
export const neverEnds = 'never ends';
const order = ['success', 'degraded', 'escalated', 'rollback', 'rejected', 'aborted', 'failure'];

/** Whether two names are that of one outcome: letters in either case are the same. */
export function isSameOutcome(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase();
}

/** The outcomes of `diagram`; `overrides` go before the words. Throws a RangeError where those name nothing. */
export function outcomesOf(diagram: Diagram, overrides: Overrides = new Map()): Outcomes {
	return new Outcomes(networkOf(diagram), marksOf(networkOf(diagram), overrides));
}

/** How the routes of one diagram are named, and why. */
export class Outcomes {
	readonly net: Network;
	/** Every name a route may get, in order of showing. */
	readonly names: readonly string[];
	readonly #marks: Marks;
	readonly #states = new States();
	readonly #nodes: Int32Array;
	readonly #edges: Int32Array;
	readonly #index: ReadonlyMap<string, number>;
	readonly #known = new Map<string, Evidence>();
	/** Verdicts of routes of which nothing but the end tells, by its number. */
	readonly #ends: Verdict[] = [];
	readonly #labels: ReadonlyMap<number, string>;
	/** The whole diagram, where `net` may be part of it. */
	readonly #whole: Network;

	/** `part` is the network to walk, its nodes and edges numbered as in `whole`. */
	constructor(whole: Network, marks: Marks, part: Network = whole) {
		this.net = part;
		this.#whole = whole;
		this.#marks = marks;
		this.#nodes = Int32Array.from(whole.out, (_, node) => this.#states.of(marks.nodes.get(node)));
		this.#edges = Int32Array.from(whole.to, (_, edge) => this.#states.of(marks.edges.get(edge)));
		const said = this.#states.outcomes;
		this.#labels = endLabels(whole, [...order, ...said]);
		this.names = [
			...new Set([
				...order.filter(name => said.has(name)),
				...said,
				...this.#labels.values(),
				deadEnd,
				neverEnds,
			]),
		];
		this.#index = new Map([...this.names, open].map((name, index) => [name, index]));
	}

	/** Number of states; they count from 0. */
	get states(): number {
		return this.#states.count;
	}

	/** The same outcomes for a network that is part of the diagram's. */
	on(part: Network): Outcomes {
		return new Outcomes(this.#whole, this.#marks, part);
	}

	/** The state after taking `edge` in `state`. */
	after(state: State, edge: number): State {
		return this.#states.fold(
			this.#states.fold(state, at(this.#edges, edge)),
			at(this.#nodes, at(this.net.to, edge)),
		);
	}

	/** The state after coming to `node` without an edge: at a start, or by a jump. */
	begin(node: number, state: State = 0): State {
		return this.#states.fold(state, at(this.#nodes, node));
	}

	/** {@link after} with the evidence. */
	hear(said: Said, edge: number): Said {
		const heard = this.#hear(said, at(this.#edges, edge), 'edge', edge);
		return this.hearAt(at(this.net.to, edge), heard);
	}

	/** {@link begin} with the evidence. */
	hearAt(node: number, said: Said = nothing): Said {
		return this.#hear(said, at(this.#nodes, node), 'node', node);
	}

	/** Whether an edge, or the node it leads to, names an outcome. */
	marked(edge: number): boolean {
		return at(this.#edges, edge) !== 0 || at(this.#nodes, at(this.net.to, edge)) !== 0;
	}

	/** The state of rollback by a word; 0 where no label says it. */
	get undoing(): State {
		return this.#states.undoing;
	}

	/** The name of an outcome by its number, as {@link ending} gives it. */
	name(outcome: number): string {
		return this.names[outcome] ?? open;
	}

	/** Whether a person gave an outcome of this name. */
	isGiven(name: string): boolean {
		return [...this.#marks.nodes.values(), ...this.#marks.edges.values()].some(
			({given, outcome}) => given && outcome === name,
		);
	}

	/** Whether a person gave the outcome of `state`. */
	given(state: State): boolean {
		return this.#states.mark(state)?.given === true;
	}

	/** Number of the outcome of a route that ends in `node`, come to by `edge` (-1: it began there). */
	ending(state: State, node: number, edge: number): number {
		const {component, trap, out} = this.#whole;
		if (out[node]?.length === 0) return this.#stopping(state, node, edge);
		if (trap[at(component, node)] !== true) return this.rank(open);
		const mark = this.#states.mark(state);
		return this.rank(mark?.given ? mark.outcome : neverEnds);
	}

	/** The same where nothing leads on. */
	#stopping(state: State, node: number, edge: number): number {
		const mark = this.#states.mark(state);
		const end = endOf(this.#whole, node);
		const circle = this.#whole.diagram.nodes[end]?.shape === 'circle';
		if (mark && (mark.given || circle || this.#isSaidAt(end, state, edge))) return this.rank(mark.outcome);
		return this.rank(circle ? (this.#labels.get(end) ?? deadEnd) : deadEnd);
	}

	/** Whether a route says at its very `end` what it comes to. By an exit it is not known how it came there, only what it said. */
	#isSaidAt(end: number, state: State, edge: number): boolean {
		if (at(this.#nodes, end) !== 0) return true;
		const {edges} = this.#whole.diagram;
		const ways = edge < edges.length ? [edge] : (this.#whole.in[end] ?? []);
		return ways.some(way => {
			const said = this.#edges[way] ?? 0;
			return said !== 0 && this.#states.fold(state, said) === state;
		});
	}

	/**
	 * The outcome of a route. What lies between two visits of one node is a detour and counts for
	 * nothing; the last mark on the rest decides, except that a failure does not undo a rollback.
	 */
	verdict(visits: Iterable<Visit>): Verdict {
		return this.judge(numbered(this.#whole, visits));
	}

	/** The same for a route in numbers. */
	verdictOf(origin: number, edges: readonly number[]): Verdict {
		return this.judge(stopsOf(this.#whole, origin, edges));
	}

	/** The same for its stops. */
	judge(stops: readonly Stop[]): Verdict {
		const kept = withoutDetours(this.#whole, stops);
		const last = kept.at(-1);
		if (!last) return {outcome: open, evidence: []};
		return this.verdictIn(
			kept.reduce((said, stop) => this.#heardAt(said, stop), nothing),
			last.node,
			last.edge,
		);
	}

	#heardAt(said: Said, {node, edge}: Stop): Said {
		return edge < 0 ? this.hearAt(node, said) : this.hear(said, edge);
	}

	/** What has been said once a route that had `said` so much comes to `visit`. */
	heard(said: Said, visit: Visit): Said {
		const [stop] = numbered(this.#whole, [visit]);
		return stop ? this.#heardAt(said, stop) : said;
	}

	/** The outcome that has been said; undefined where none was. */
	named({state}: Said): string | undefined {
		return this.#states.mark(state)?.outcome;
	}

	/** The outcome of a route that has `said` so much and ends with `visit`, or leaves the loop there. */
	verdictAfter(said: Said, visit: Visit, leaves = false): Verdict {
		const [stop] = numbered(this.#whole, [visit]);
		if (!stop) return {outcome: open, evidence: []};
		const {node, edge} = stop;
		const exit = leaves ? this.#whole.exits.get(node) : undefined;
		return exit === undefined
			? this.verdictIn(said, node, edge)
			: this.verdictIn(said, at(this.#whole.to, exit), exit);
	}

	/** The outcome of a route that has `said` so much and ends in `node`, come to by `edge` (-1: it began there). */
	verdictIn(said: Said, node: number, edge: number): Verdict {
		return this.#verdict(this.ending(said.state, node, edge), said, node);
	}

	#verdict(number: number, said: Said, node: number): Verdict {
		const outcome = this.name(number);
		if (outcome === open || outcome === this.#states.mark(said.state)?.outcome)
			return {outcome, evidence: evidenceOf(said)};
		// What is named by its end alone is named alike every time.
		const old = this.#ends[node];
		if (old?.outcome === outcome) return old;
		const kind = outcome === neverEnds ? 'cycle' : outcome === deadEnd ? 'stop' : 'label';
		const made = {outcome, evidence: [this.#evidence(kind, 'node', endOf(this.#whole, node))]};
		this.#ends[node] = made;
		return made;
	}

	/** A mark that says something else takes the place of the evidence; one that leaves the state joins it. */
	#hear(said: Said, next: State, element: Evidence['element'], index: number): Said {
		if (next === 0) return said;
		const state = this.#states.fold(said.state, next);
		const given = this.given(next);
		if (given !== this.given(state)) return said;
		const evidence = this.#evidence(given ? 'given' : 'word', element, index);
		return {state, evidence, before: state === said.state ? said : undefined};
	}

	/** One object for each piece of evidence, so that what is made of it can be kept. */
	#evidence(kind: Evidence['kind'], element: Evidence['element'], index: number): Evidence {
		const list = element === 'node' ? 'nodes' : 'edges';
		const key = `${kind} ${element} ${index}`;
		const old = this.#known.get(key);
		if (old) return old;
		const {id = '', label = ''} = this.net.diagram[list][index] ?? {};
		const word = kind === 'word' ? (this.#marks[list].get(index)?.word ?? '') : '';
		const made = {kind, element, id, label, word};
		this.#known.set(key, made);
		return made;
	}

	/** The number of an outcome, as {@link ending} gives it: its place among the others, `open` comes last. */
	rank(name: string): number {
		return this.#index.get(name) ?? 0;
	}
}
