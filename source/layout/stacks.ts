/** Which nodes of a lane stand one above the other, in one column. */

/** Nodes that move, with the column each goes to. */
export type Moves = ReadonlyMap<number, number>;

/** The columns that nodes stand in, kept together with the stacks that they make. */
export class Stacks {
	/** The last column there is. */
	readonly last: number;
	readonly #column: Int32Array;
	readonly #lane: Int32Array;
	readonly #stacks = new Map<number, Set<number>>();

	/** Writes what moves into `column`. */
	constructor(column: Int32Array, lane: Int32Array) {
		this.#column = column;
		this.#lane = lane;
		this.last = column.reduce((most, at) => Math.max(most, at), 0);
		column.forEach((at, node) => {
			this.#stack(node, at, 1);
		});
	}

	/** The column of a node. */
	at(node: number): number {
		return this.#column[node] ?? 0;
	}

	/** The only node in column `at` of the lane of `node`; undefined where there is none, or more than one. */
	alone(node: number, at: number): number | undefined {
		if (at < 0 || at > this.last) return undefined;
		const stack = this.#stacks.get(this.#place(node, at));
		return stack?.size === 1 ? stack.values().next().value : undefined;
	}

	/** Whether a node stands in column `at` of the lane of `node`. */
	isTaken(node: number, at: number): boolean {
		return (this.#stacks.get(this.#place(node, at))?.size ?? 0) > 0;
	}

	/** Moves nodes; yields how many more pairs of a lane now share a column. */
	move(moves: Moves): number {
		let pairs = 0;
		for (const [node, to] of moves) {
			pairs -= this.#stack(node, this.at(node), -1);
			pairs += this.#stack(node, to, 1);
			this.#column[node] = to;
		}
		return pairs;
	}

	/** Counts a node in or out of a column; yields how many others of its lane stand there. */
	#stack(node: number, at: number, by: -1 | 1): number {
		const place = this.#place(node, at);
		const stack = this.#stacks.get(place) ?? new Set();
		this.#stacks.set(place, stack);
		if (by > 0) stack.add(node);
		else stack.delete(node);
		return by > 0 ? stack.size - 1 : stack.size;
	}

	#place(node: number, at: number): number {
		return (this.#lane[node] ?? 0) * (this.last + 1) + at;
	}
}
