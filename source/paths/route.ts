/** A route as people and programs read it. */
import type {Diagram, Edge} from '../diagram/diagram.js';
import {at, type Network} from './network.js';
import type {Outcomes, Verdict} from './outcome.js';

/** A node with more than one way on, and the one taken. */
export interface Decision {
	readonly node: string;
	readonly edge: string;
	/** The label of the edge, else of the node it leads to. */
	readonly choice: string;
}

/** A way through a diagram, from a start to where it ends. */
export interface Route {
	/** Place in the listing, from 1. */
	readonly number: number;
	/** A hash of the steps and labels: the same route has the same id in every listing and every order of the file. */
	readonly id: string;
	readonly nodes: readonly string[];
	/** One less than the nodes. */
	readonly edges: readonly string[];
	readonly decisions: readonly Decision[];
	readonly verdict: Verdict;
}

/** Turns routes in numbers into {@link Route}s. Quick: what edges have in common is made once. */
export class RouteMaker {
	readonly #outcomes: Outcomes;
	readonly #diagram: Diagram;
	readonly #prints: readonly (readonly [number, number])[];
	/** By edge: the decision it is, if its source has other ways on. */
	readonly #decisions: readonly (Decision | undefined)[];

	constructor(outcomes: Outcomes, {diagram, out, from}: Network) {
		this.#outcomes = outcomes;
		this.#diagram = diagram;
		this.#prints = diagram.edges.map(edge => print(`${edge.from}\n${edge.to}\n${edge.label}`));
		this.#decisions = diagram.edges.map((edge, index) =>
			(out[at(from, index)] ?? []).length > 1
				? {node: edge.from, edge: edge.id, choice: edge.label || diagram.node(edge.to).label}
				: undefined,
		);
	}

	/** The route from node `from` over `edges`. */
	make(number: number, from: number, edges: readonly number[]): Route {
		const nodes = [this.#diagram.nodes[from]?.id ?? ''];
		const ids: string[] = [];
		const decisions: Decision[] = [];
		for (const index of edges) {
			const edge = this.#diagram.edges[index] as Edge;
			nodes.push(edge.to);
			ids.push(edge.id);
			const decision = this.#decisions[index];
			if (decision) decisions.push(decision);
		}
		const id = this.id(from, edges);
		return {number, id, nodes, edges: ids, decisions, verdict: this.#outcomes.verdictOf(from, edges)};
	}

	/** Twice FNV-1a over the prints of the edges, as 16 hexadecimal digits. */
	id(from: number, edges: readonly number[]): string {
		let [a, b] = print(this.#diagram.nodes[from]?.id ?? '');
		for (const edge of edges) {
			const [c, d] = this.#prints[edge] ?? [0, 0];
			a = mix(mix(a, c), c >>> 16);
			b = mix(mix(b, d), d >>> 16);
		}
		return [a, b].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
	}
}

function mix(hash: number, value: number): number {
	return Math.imul(hash ^ (value & 0xffff), 0x01000193);
}

/** Two hashes of a text, of different beginnings. */
function print(text: string): readonly [number, number] {
	let a = 0x811c9dc5 | 0;
	let b = 0x2f0b4c47 | 0;
	for (let index = 0; index < text.length; index++) {
		a = mix(a, text.charCodeAt(index));
		b = mix(b, text.charCodeAt(index) + 1);
	}
	return [a, b];
}
