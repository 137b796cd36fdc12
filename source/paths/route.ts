/** A route as people and programs read it. */
import type {Diagram} from '../diagram/diagram.js';
import {at, leave, networkOf} from './network.js';
import type {Outcomes, Verdict} from './outcome.js';
import type {Said} from './said.js';
import type {Walk} from './walk.js';

/** A node with more than one way on, and the one taken. */
export interface Decision {
	readonly node: string;
	/** Its id; `leave` where a loop is left by none. */
	readonly edge: string;
	/** The label of the edge, else of the node it leads to; `leave` likewise. */
	readonly choice: string;
}

/** A way through a diagram, from a start to where it ends. */
export interface Route {
	/** Place in the listing, from 1. */
	readonly number: number;
	/**
	 * A hash of the steps and labels: the same route has the same id in every listing and every order of the file, but for
	 * edges that are alike in both.
	 */
	readonly id: string;
	readonly nodes: readonly string[];
	/** One less than the nodes. */
	readonly edges: readonly string[];
	readonly decisions: readonly Decision[];
	readonly verdict: Verdict;
}

/**
 * Turns routes in numbers into {@link Route}s. Routes found one after another mostly begin alike: what the
 * route before has of one is kept, so that the cost is that of what is different.
 */
export class RouteMaker {
	readonly #outcomes: Outcomes;
	readonly #diagram: Diagram;
	readonly #prints: readonly Print[];
	/** By edge, an exit too: the decision it is, if its source has other ways on. */
	readonly #decisions: readonly (Decision | undefined)[];
	/** Steps of the route in hand. What is known of it after each of them, the first entry without any: */
	#length = 0;
	readonly #edges: number[] = [];
	readonly #hashes: Print[] = [];
	readonly #decided: number[] = [];
	readonly #nodes: string[] = [];
	readonly #ids: string[] = [];
	readonly #taken: Decision[] = [];

	constructor(outcomes: Outcomes) {
		const {diagram, out, from, exits} = networkOf(outcomes.net.diagram);
		this.#outcomes = outcomes;
		this.#diagram = diagram;
		const alike = new Map<string, number>();
		this.#prints = diagram.edges.map(({from: source, to, label}) => {
			const words = `${source}\n${to}\n${label}`;
			const before = alike.get(words) ?? 0;
			alike.set(words, before + 1);
			return print(before === 0 ? words : `${words}\n${before}`);
		});
		const chosen = diagram.edges.map((edge, index) =>
			(out[at(from, index)] ?? []).length > 1
				? {node: edge.from, edge: edge.id, choice: edge.label || diagram.node(edge.to).label}
				: undefined,
		);
		const left = Array.from(exits.keys(), node => diagram.nodes[node]?.id ?? '');
		this.#decisions = [...chosen, ...left.map(node => ({node, edge: leave, choice: leave}))];
	}

	/** The route from node `origin` over `edges`. */
	make(number: number, origin: number, edges: readonly number[]): Route {
		return this.#route(number, origin, edges, edges.length, this.#outcomes.verdictOf(origin, edges));
	}

	/** The route that `walk` has in hand. */
	of(number: number, walk: Walk<Said>): Route {
		const {origin, edges, length, state, node, last} = walk;
		return this.#route(number, origin, edges, length, this.#outcomes.verdictIn(state, node, last));
	}

	#route(number: number, origin: number, edges: readonly number[], length: number, verdict: Verdict): Route {
		this.#follow(origin, edges, length);
		// An exit is a decision, but no step.
		const steps =
			length > 0 && this.#diagram.edges[at(edges, length - 1)] === undefined ? length - 1 : length;
		return {
			number,
			id: hexadecimal(this.#hashes[steps]),
			nodes: this.#nodes.slice(0, steps + 1),
			edges: this.#ids.slice(0, steps),
			decisions: this.#taken.slice(0, this.#decided[length]),
			verdict,
		};
	}

	/** Takes another route in hand. */
	#follow(origin: number, edges: readonly number[], length: number): void {
		const start = this.#diagram.nodes[origin]?.id ?? '';
		if (this.#nodes[0] !== start) {
			this.#length = 0;
			this.#nodes[0] = start;
			this.#hashes[0] = print(start);
			this.#decided[0] = 0;
		}
		const most = Math.min(length, this.#length);
		let same = 0;
		while (same < most && edges[same] === this.#edges[same]) same += 1;
		for (let index = same; index < length; index++) this.#step(index, at(edges, index));
		this.#length = length;
	}

	#step(index: number, number: number): void {
		const decision = this.#decisions[number];
		const before = this.#decided[index] ?? 0;
		if (decision) this.#taken[before] = decision;
		this.#edges[index] = number;
		this.#decided[index + 1] = before + (decision ? 1 : 0);
		const edge = this.#diagram.edges[number];
		if (!edge) return;
		this.#ids[index] = edge.id;
		this.#nodes[index + 1] = edge.to;
		this.#hashes[index + 1] = joined(this.#hashes[index] as Print, this.#prints[number] as Print);
	}
}

/** Two hashes of the same thing, of different beginnings: FNV-1a by 32 bits. */
type Print = readonly [number, number];

/** The prints of a route so far and of its next edge as one. */
function joined([a, b]: Print, [c, d]: Print): Print {
	return [mix(mix(a, c), c >>> 16), mix(mix(b, d), d >>> 16)];
}

const digits = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 16 digits. */
function hexadecimal(print: Print = [0, 0]): string {
	const half = (hash: number) =>
		`${digits[hash >>> 24]}${digits[(hash >>> 16) & 255]}${digits[(hash >>> 8) & 255]}${digits[hash & 255]}`;
	return half(print[0]) + half(print[1]);
}

function mix(hash: number, value: number): number {
	return Math.imul(hash ^ (value & 0xffff), 0x01000193);
}

function print(text: string): Print {
	let a = 0x811c9dc5 | 0;
	let b = 0x2f0b4c47 | 0;
	for (let index = 0; index < text.length; index++) {
		a = mix(a, text.charCodeAt(index));
		b = mix(b, text.charCodeAt(index) + 1);
	}
	return [a, b];
}
