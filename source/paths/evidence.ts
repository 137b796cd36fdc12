/** Which nodes and edges of a diagram name an outcome, and by which word. */
import type {Edge, Node} from '../diagram/diagram.js';
import {endsOf, foregone} from './foregone.js';
import {at, type Network} from './network.js';
import {type Unavoidable, unavoidable} from './unavoidable.js';
import {type Meaning, meaningOf} from './words/meaning.js';

/** What a person says the outcomes are: ids of nodes or edges by the name of the outcome. */
export type Overrides = ReadonlyMap<string, readonly string[]>;

/** A node or an edge that names an outcome. */
export interface Mark {
	readonly outcome: string;
	/** The word it rests on; empty where a person gave the outcome. */
	readonly word: string;
	/** Given by a person, so that words no longer count. */
	readonly given: boolean;
}

/** Marks by number of node and of edge. */
export interface Marks {
	readonly nodes: ReadonlyMap<number, Mark>;
	readonly edges: ReadonlyMap<number, Mark>;
}

/**
 * The marks of a diagram. A question never counts, nor does what stands on every route, nor a word
 * that every route has met before, nor words that say the same of every route where its ends differ. Throws a RangeError for an override that names nothing.
 */
export function marksOf(net: Network, overrides: Overrides): Marks {
	const {nodes, edges} = telling(net, wordMarks(net));
	for (const [outcome, ids] of overrides)
		for (const id of ids) {
			const node = net.nodeOf.get(id);
			const edge = net.edgeOf.get(id);
			const given = {outcome, word: '', given: true};
			if (node !== undefined) nodes.set(node, given);
			else if (edge !== undefined) edges.set(edge, given);
			else throw new RangeError(`no node or edge is called ${id}`);
		}
	return {nodes, edges};
}

interface WordMarks {
	readonly nodes: Map<number, Mark>;
	readonly edges: Map<number, Mark>;
}

/**
 * Where every route comes to the same by its words, and it is no success, they are what the process is about: its ends
 * speak, if they say different things.
 */
function telling(net: Network, marks: WordMarks): WordMarks {
	const outcome = foregone(net, marks);
	if (outcome === undefined || outcome === 'success') return marks;
	const nodes = new Map<number, Mark>();
	const said = new Set<string>();
	for (const {id, label} of endsOf(net)) {
		const node = net.nodeOf.get(id) ?? 0;
		const mark = marks.nodes.get(node);
		if (mark) nodes.set(node, mark);
		said.add(mark?.outcome ?? label.toLowerCase());
	}
	return said.size > 1 ? {nodes, edges: new Map()} : marks;
}

function wordMarks(net: Network): WordMarks {
	const {diagram} = net;
	const must = unavoidable(net);
	const topics = new Topics(net, must);
	const nodes = new Map<number, Mark>();
	const edges = new Map<number, Mark>();
	diagram.nodes.forEach((node, index) => {
		const said = must.nodes.has(index) ? undefined : saidBy(node);
		if (said && !topics.have(said.word, index)) nodes.set(index, mark(said));
	});
	diagram.edges.forEach((edge, index) => {
		const said = must.edges.has(index) ? undefined : saidOn(edge);
		if (said && !topics.have(said.word, at(net.from, index))) edges.set(index, mark(said));
	});
	return {nodes, edges};
}

function mark(said: Meaning): Mark {
	return {outcome: said.outcome, word: said.word, given: false};
}

/** What a node says of an outcome; a decision only asks. */
function saidBy({shape, label}: Node): Meaning | undefined {
	return shape === 'diamond' || isQuestion(label) ? undefined : meaningOf(label);
}

/** What an edge says of an outcome; the condition of a loop line tells what does not hold yet. */
function saidOn({label, synthetic}: Edge): Meaning | undefined {
	return synthetic || isQuestion(label) ? undefined : meaningOf(label);
}

function isQuestion(label: string): boolean {
	return /[?？]\s*$/.test(label);
}

/** Words that every route meets, and how far into the diagram: what the process is about. */
class Topics {
	readonly #net: Network;
	/** Per word: nodes that can come behind the unavoidable place that says it. */
	readonly #behind = new Map<string, Uint8Array>();

	constructor(net: Network, must: Unavoidable) {
		this.#net = net;
		for (const node of must.nodes) {
			const step = net.diagram.nodes[node];
			const said = step && saidBy(step);
			if (said) this.#add(said.word, node);
		}
		for (const edge of must.edges) {
			const way = net.diagram.edges[edge];
			const said = way && saidOn(way);
			if (said) this.#add(said.word, at(net.to, edge));
		}
	}

	/** Whether every route has met `word` before it comes to `node`. */
	have(word: string, node: number): boolean {
		return this.#behind.get(word)?.[node] === 1;
	}

	/** An earlier place reaches a later one, so the first one met holds all. */
	#add(word: string, node: number) {
		const seen = this.#behind.get(word) ?? new Uint8Array(this.#net.out.length);
		this.#behind.set(word, seen);
		const open = [node];
		for (let next = open.pop(); next !== undefined; next = open.pop()) {
			if (seen[next] === 1) continue;
			seen[next] = 1;
			for (const edge of this.#net.out[next] ?? []) open.push(at(this.#net.to, edge));
		}
	}
}
