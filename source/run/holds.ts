/**
 * Which token holds back which of the nodes where others wait: after a step only those nodes are looked at again that
 * it can have let go.
 */
import type {Edge} from '../diagram/diagram.js';
import type {Run, Switches, Token} from './run.js';
import {placeOf} from './survey.js';
import {Trie} from './trie.js';

/** A token by its number, and the way in by which it may come to a node where others wait. */
export interface Holder {
	readonly token: number;
	readonly edge: Edge;
}

/** What was found when a run last came to rest. */
export interface Holds {
	/** The reading in force, and the live tokens. */
	readonly switches: Switches;
	readonly tokens: Trie<Token>;
	/** By place of a node: a token that it waits for. That token's list holds the place. */
	readonly holder: Trie<Holder>;
	/** By token: places of the nodes that it held back; some may wait for another by now, or for none. */
	readonly held: Trie<readonly number[]>;
}

/** Follows the tokens of a run that is coming to rest. */
export class Watch {
	readonly #known: Holds | undefined;
	/** The tokens when doubts were last asked for. */
	#tokens: Trie<Token>;
	#holder: Trie<Holder>;
	/** What was given up. */
	readonly #before = new Map<number, Holder>();
	/** Tokens that moved, whose lists were given up. */
	readonly #moved = new Set<number>();
	/** What tokens hold beyond what was known of them. */
	readonly #more = new Map<number, number[]>();

	constructor({holds, switches, tokens}: Run) {
		this.#known = holds?.switches === switches ? holds : undefined;
		this.#tokens = this.#known?.tokens ?? tokens;
		this.#holder = this.#known?.holder ?? Trie.empty();
	}

	/** Places of the nodes that may be free to go on since this was last asked, rising; at first all under a new reading. */
	doubts({diagram, tokens, waiting}: Run): number[] {
		const first = this.#known === undefined && this.#tokens === tokens;
		if (first) return Array.from(waiting.entries(), ([place]) => place);
		const doubts = new Set<number>();
		for (const number of tokens.changed(this.#tokens)) {
			for (const place of this.#giveUp(number)) doubts.add(place);
			const token = tokens.get(number);
			if (token?.phase === 'waiting') doubts.add(placeOf(diagram, 'node', token.node));
		}
		this.#tokens = tokens;
		return [...doubts].filter(place => waiting.get(place)).sort((a, b) => a - b);
	}

	/** The token that the node at `place` was last found to wait for. */
	holder(place: number): Holder | undefined {
		return this.#holder.get(place) ?? this.#before.get(place);
	}

	/** The node at `place` waits for `holder`. */
	keep(place: number, holder: Holder): void {
		const {token} = holder;
		const isListed = this.#holder.get(place)?.token === token;
		this.#holder = this.#holder.with(place, holder);
		if (isListed) return;
		const list = this.#more.get(token);
		if (list) list.push(place);
		else this.#more.set(token, [place]);
	}

	/** What was found, for the next time that `run` moves. */
	found({switches, tokens}: Run): Holds {
		let held = this.#known?.held ?? Trie.empty<readonly number[]>();
		for (const token of this.#moved) held = held.without(token);
		for (const [token, places] of this.#more)
			held = held.with(token, [...(held.get(token) ?? []), ...places]);
		return {switches, tokens, holder: this.#holder, held};
	}

	/** The places of the nodes that `token` held, as it is elsewhere now. */
	#giveUp(token: number): number[] {
		const old = this.#moved.has(token) ? [] : (this.#known?.held.get(token) ?? []);
		const places = [...old, ...(this.#more.get(token) ?? [])];
		this.#more.delete(token);
		this.#moved.add(token);
		const held = places.filter(place => this.#holder.get(place)?.token === token);
		for (const place of held) {
			this.#before.set(place, this.#holder.get(place) as Holder);
			this.#holder = this.#holder.without(place);
		}
		return held;
	}
}
