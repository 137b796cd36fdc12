/**
 * Which token holds back which of the nodes where others wait: after a step only those nodes are looked at again that
 * it can have let go.
 */
import type {Edge} from '../diagram/diagram.js';
import {type Chain, valuesOf} from './chain.js';
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
	readonly held: Trie<Chain>;
}

/** Follows the tokens of a run that is coming to rest. */
export class Watch {
	/** Whether nothing is known, so that every node is in doubt at first. */
	#isNew: boolean;
	/** The tokens when doubts were last asked for. */
	#tokens: Trie<Token>;
	#holder: Trie<Holder>;
	#held: Trie<Chain>;
	/** By place of a node: what it waited for before that moved. */
	readonly #before = new Map<number, Holder>();

	constructor({holds, switches, tokens}: Run) {
		const known = holds?.switches === switches ? holds : undefined;
		this.#isNew = known === undefined;
		this.#tokens = known?.tokens ?? tokens;
		this.#holder = known?.holder ?? Trie.empty();
		this.#held = known?.held ?? Trie.empty();
	}

	/** Places of the nodes that may be free to go on since this was last asked, rising; at first all under a new reading. */
	doubts({diagram, tokens, waiting}: Run): number[] {
		if (this.#isNew) {
			this.#isNew = false;
			return Array.from(waiting.entries(), ([place]) => place);
		}
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
		if (!isListed) this.#held = this.#held.with(token, {value: place, before: this.#held.get(token)});
	}

	/** What was found, for the next time that `run` moves. */
	found({switches, tokens}: Run): Holds {
		return {switches, tokens, holder: this.#holder, held: this.#held};
	}

	/** The places of the nodes that `token` held, as it is elsewhere now. */
	#giveUp(token: number): number[] {
		const places = [...valuesOf(this.#held.get(token))];
		this.#held = this.#held.without(token);
		return places.filter(place => {
			const holder = this.#holder.get(place);
			if (holder?.token !== token) return false;
			this.#before.set(place, holder);
			this.#holder = this.#holder.without(place);
			return true;
		});
	}
}
