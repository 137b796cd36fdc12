/** A route as people and programs read it. */
import type {Diagram, Edge} from '../diagram/diagram.js';
import {visitsOf} from './detours.js';
import {at, type Network} from './network.js';
import type {Outcomes, Verdict} from './outcome.js';

/** A node with more than one way on, and the one taken. */
export interface Decision {
	readonly node: string;
	readonly edge: string;
	/** The label of the edge, else of the node it leads to. */
	readonly choice: string;
}

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

/** Turns routes in numbers into {@link Route}s. */
export class RouteMaker {
	readonly #outcomes: Outcomes;
	readonly #net: Network;
	readonly #diagram: Diagram;
	readonly #prints: readonly (readonly [number, number])[];

	constructor(outcomes: Outcomes, whole: Network) {
		this.#outcomes = outcomes;
		this.#net = whole;
		this.#diagram = whole.diagram;
		this.#prints = this.#diagram.edges.map(edge => print(`${edge.from}\n${edge.to}\n${edge.label}`));
	}

	/** The route from node `from` over `edges`. */
	make(number: number, from: number, edges: readonly number[]): Route {
		const taken = edges.map(edge => this.#diagram.edges[edge]).filter(edge => edge !== undefined);
		const start = this.#diagram.nodes[from]?.id ?? '';
		const nodes = [start, ...taken.map(edge => edge.to)];
		const ids = taken.map(edge => edge.id);
		const decided = taken.filter(
			(_, index) => (this.#net.out[at(this.#net.from, edges[index] ?? 0)] ?? []).length > 1,
		);
		return {
			number,
			id: this.id(from, edges),
			nodes,
			edges: ids,
			decisions: decided.map(edge => ({node: edge.from, edge: edge.id, choice: this.#choice(edge)})),
			verdict: this.#outcomes.verdict(visitsOf(this.#diagram, nodes.at(-1) ?? '', ids)),
		};
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

	#choice(edge: Edge): string {
		return edge.label || this.#diagram.node(edge.to).label;
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
