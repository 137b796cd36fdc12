/** What a route comes to: a guess from its words, by rules, with the words it rests on. */
import type {Diagram} from '../diagram/diagram.js';
import {harmless} from '../text.js';
import {numbered, type Stop, stopsOf, type Visit, withoutDetours} from './detours.js';
import {type Mark, type Marks, marksOf, type Overrides} from './evidence.js';
import {at, type Network, networkOf} from './network.js';
import {type Evidence, evidenceOf, nothing, type Said, type State} from './said.js';

/** What a route comes to, and why. */
export interface Verdict {
	/** Name of the outcome; `open` where the route has not ended. */
	readonly outcome: string;
	readonly evidence: readonly Evidence[];
}

/** The outcome of a route that has not ended. */
export const open = 'open';
const deadEnd = 'dead end';
const neverEnds = 'never ends';
/** Beyond so many differently named ends the rest go by one name. */
const mostLabels = 99;
const order = ['success', 'degraded', 'escalated', 'rollback', 'rejected', 'aborted', 'failure'];
const failing = new Set(['failure', 'rejected', 'aborted']);

/** The outcomes of `diagram`; `overrides` go before the words. Throws a RangeError where those name nothing. */
export function outcomesOf(diagram: Diagram, overrides: Overrides = new Map()): Outcomes {
	return new Outcomes(networkOf(diagram), marksOf(networkOf(diagram), overrides));
}

/** How the routes of one diagram are named, and why. */
export class Outcomes {
	readonly net: Network;
	/** Every name a route may get, in order of showing. */
	readonly names: readonly string[];
	/** Number of states; they count from 0. */
	readonly states: number;
	readonly #marks: Marks;
	readonly #state = new Map<string, State>();
	readonly #byState: (Mark | undefined)[] = [undefined];
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
		this.#nodes = Int32Array.from(whole.diagram.nodes, (_, node) => this.#stateOf(marks.nodes.get(node)));
		this.#edges = Int32Array.from(whole.diagram.edges, (_, edge) => this.#stateOf(marks.edges.get(edge)));
		this.states = this.#byState.length;
		const said = new Set(this.#byState.flatMap(mark => mark?.outcome ?? []));
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

	/** The same outcomes for a network that is part of the diagram's. */
	on(part: Network): Outcomes {
		return new Outcomes(this.#whole, this.#marks, part);
	}

	/** The state after taking `edge` in `state`. */
	after(state: State, edge: number): State {
		return this.#fold(this.#fold(state, at(this.#edges, edge)), at(this.#nodes, at(this.net.to, edge)));
	}

	/** The state after coming to `node` without an edge: at a start, or by a jump. */
	begin(node: number, state: State = 0): State {
		return this.#fold(state, at(this.#nodes, node));
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

	/** The state of rollback by a word, from which failing does not lead away; 0 where no label says it. */
	get undoing(): State {
		return this.#state.get('rollback') ?? 0;
	}

	/** The name of an outcome by its number, as {@link ending} gives it. */
	name(outcome: number): string {
		return this.names[outcome] ?? open;
	}

	/** Whether a person gave the outcome of `state`. */
	given(state: State): boolean {
		return this.#byState[state]?.given === true;
	}

	/** Number of the outcome of a route that ends in `node`, come to by `edge` (-1: it began there). */
	ending(state: State, node: number, edge: number): number {
		const {component, trap, diagram, out} = this.#whole;
		const trapped = trap[at(component, node)] === true;
		if (out[node]?.length !== 0 && !trapped) return this.#number(open);
		const mark = this.#byState[state];
		if (mark?.given) return this.#number(mark.outcome);
		if (trapped) return this.#number(neverEnds);
		const circle = diagram.nodes[node]?.shape === 'circle';
		const here = edge < 0 ? at(this.#nodes, node) !== 0 : this.marked(edge);
		if (mark && (circle || here)) return this.#number(mark.outcome);
		return this.#number(circle ? (this.#labels.get(node) ?? deadEnd) : deadEnd);
	}

	/**
	 * The outcome of a route. What lies between two visits of one node is a detour and counts for
	 * nothing; the last mark on the rest decides, except that a failure does not undo a rollback.
	 */
	verdict(visits: Iterable<Visit>): Verdict {
		return this.#judge(numbered(this.#whole, visits));
	}

	/** The same for a route in numbers. */
	verdictOf(origin: number, edges: readonly number[]): Verdict {
		return this.#judge(stopsOf(this.#whole, origin, edges));
	}

	#judge(stops: readonly Stop[]): Verdict {
		const kept = withoutDetours(this.#whole, stops);
		const last = kept.at(-1);
		if (!last) return {outcome: open, evidence: []};
		const hear = (said: Said, {node, edge}: Stop) =>
			edge < 0 ? this.hearAt(node, said) : this.hear(said, edge);
		return this.verdictIn(kept.reduce(hear, nothing), last.node, last.edge);
	}

	/** The outcome of a route that has `said` so much and ends in `node`, come to by `edge` (-1: it began there). */
	verdictIn(said: Said, node: number, edge: number): Verdict {
		const outcome = this.name(this.ending(said.state, node, edge));
		if (outcome === open || outcome === this.#byState[said.state]?.outcome)
			return {outcome, evidence: evidenceOf(said)};
		// What is named by its end alone is named alike every time.
		const old = this.#ends[node];
		if (old) return old;
		const kind = outcome === neverEnds ? 'cycle' : outcome === deadEnd ? 'stop' : 'label';
		const made = {outcome, evidence: [this.#evidence(kind, 'node', node)]};
		this.#ends[node] = made;
		return made;
	}

	/** A mark that says something else takes the place of the evidence; one that leaves the state joins it. */
	#hear(said: Said, next: State, element: Evidence['element'], index: number): Said {
		if (next === 0) return said;
		const state = this.#fold(said.state, next);
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

	#number(name: string): number {
		return this.#index.get(name) ?? 0;
	}

	#stateOf(mark: Mark | undefined): State {
		if (!mark) return 0;
		const key = mark.given ? `given ${mark.outcome}` : mark.outcome;
		const old = this.#state.get(key);
		if (old !== undefined) return old;
		this.#state.set(key, this.#byState.length);
		return this.#byState.push(mark) - 1;
	}

	#fold(state: State, next: State): State {
		const [before, after] = [this.#byState[state], this.#byState[next]];
		if (!after) return state;
		if (!before || after.given) return next;
		if (before.given || (before.outcome === 'rollback' && failing.has(after.outcome))) return state;
		return next;
	}
}

/** Pieces of evidence that a reason names. */
const mostNamed = 3;

/** The verdict's reason in words, harmless: `n13 “Rollback deployment”, edge “Failed”`. Of many the last few. */
export function reason({evidence}: Verdict): string {
	const more = evidence.length - mostNamed;
	return evidence.slice(-mostNamed).map(sentence).join(', ') + (more > 0 ? ` and ${more} before` : '');
}

const sentences = new WeakMap<Evidence, string>();

function sentence(evidence: Evidence): string {
	const old = sentences.get(evidence);
	if (old !== undefined) return old;
	const {kind, element, id, label} = evidence;
	const name = element === 'node' ? `${id} “${label}”` : label === '' ? `edge ${id}` : `edge “${label}”`;
	const text = {
		word: name,
		given: `${name} as told`,
		label: `ends in ${name}`,
		stop: `stops in ${name}, which is no circle`,
		cycle: `no way out from ${name}`,
	}[kind];
	const made = harmless(text);
	sentences.set(evidence, made);
	return made;
}

/** What a route without evidence is called: the label of the circle it ends in. */
function endLabels(net: Network, names: readonly string[]): ReadonlyMap<number, string> {
	const result = new Map<number, string>();
	const byFold = new Map(names.map(name => [name.toLowerCase(), name]));
	const classes = byFold.size;
	net.diagram.nodes.forEach((node, index) => {
		if (node.shape !== 'circle' || net.out[index]?.length !== 0) return;
		const label = harmless(node.label).trim() || node.id;
		const fold = label.toLowerCase();
		const name = byFold.get(fold) ?? (byFold.size - classes < mostLabels ? label : 'another end');
		byFold.set(fold, name);
		result.set(index, name);
	});
	return result;
}
