/**
 * The nodes of a cycle from which all ways on are used up, until one of them is free again: the blocking of
 * Johnson's search for elementary circuits (1975).
 */
import {at, type Network} from './network.js';

/** Nodes that a walk need not try, for the time being. */
export class Closed {
	readonly #net: Network;
	readonly #closed: Uint8Array;
	/** Per node: closed nodes that open again when it does. */
	readonly #waiting = new Map<number, Set<number>>();

	constructor(net: Network) {
		this.#net = net;
		this.#closed = new Uint8Array(net.out.length);
	}

	has(node: number): boolean {
		return this.#closed[node] === 1;
	}

	/** Closes `node` until one of those it leads to opens. */
	close(node: number): void {
		this.#closed[node] = 1;
		for (const edge of this.#net.out[node] ?? []) {
			const next = at(this.#net.to, edge);
			const waiting = this.#waiting.get(next);
			if (waiting) waiting.add(node);
			else this.#waiting.set(next, new Set([node]));
		}
	}

	/** Opens `node`, and all that wait for it. */
	open(node: number): void {
		const opening = [node];
		for (let next = opening.pop(); next !== undefined; next = opening.pop()) {
			this.#closed[next] = 0;
			const waiting = this.#waiting.get(next);
			if (!waiting) continue;
			this.#waiting.delete(next);
			opening.push(...waiting);
		}
	}
}
