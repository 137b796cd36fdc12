/**
 * Columns are longest paths, so every lane stands as far to the left as it can. Here nodes move to
 * the right where that lets hand-overs drop straight into the next lane, as long as no lane grows:
 * a local search over the edges in file order, each trying a few moves of the nodes that hang together.
 */
import type {Side} from '../diagram/diagram.js';
import type {Pull} from './place.js';

/** The ends of an edge, by index of the node, and the sides of their boxes. */
export interface Span {
	readonly from: number;
	readonly to: number;
	readonly fromSide: Side;
	readonly toSide: Side;
}

/** What a bend or a detour costs, in columns of line. */
const costOfBends = 3;
/** What a second node in one column of a lane costs. */
const costOfStacking = 6;
const rounds = 3;
/** How many distances are tried, from all the way downwards, until there is room. */
const tries = 3;
/** Nodes that move at once, at most. */
const mostMoved = 40;

/** Which nodes move along with one that moves. */
type Following = 'pushed' | 'lane' | 'lanes';

/** Moves `column` of some nodes to the right, never beyond the last column there is. */
export function align(
	column: Int32Array,
	lane: Int32Array,
	pulls: readonly Pull[],
	spans: readonly Span[],
): void {
	const places = new Places(column, lane, pulls, spans);
	for (let round = 0; round < rounds; round++) {
		let moved = false;
		for (const span of spans) moved = places.improve(span) || moved;
		if (!moved) break;
	}
}

class Places {
	readonly #column: Int32Array;
	readonly #lane: Int32Array;
	readonly #last: number;
	/** By node: the pulls out of and into it, and the edges that touch it. */
	readonly #after: readonly Pull[][];
	readonly #before: readonly Pull[][];
	readonly #touching: readonly Span[][];
	/** How many nodes of a lane stand in a column. */
	readonly #stacks = new Map<number, number>();

	constructor(column: Int32Array, lane: Int32Array, pulls: readonly Pull[], spans: readonly Span[]) {
		this.#column = column;
		this.#lane = lane;
		this.#last = column.reduce((most, at) => Math.max(most, at), 0);
		const kept = pulls.filter(({edge}) => edge >= 0);
		this.#after = lists(column.length, kept, pull => pull.from);
		this.#before = lists(column.length, kept, pull => pull.to);
		this.#touching = lists(column.length, spans, span => span.from);
		for (const span of spans) if (span.to !== span.from) this.#touching[span.to]?.push(span);
		column.forEach((at, node) => {
			this.#stack(this.#place(node, at), 1);
		});
	}

	/** Makes the best move there is for an edge between lanes; whether there was one. */
	improve(span: Span): boolean {
		const [from, to] = [this.#at(span.from), this.#at(span.to)];
		const lacks = goalOf(span) - (to - from);
		if (lacks === 0 || this.#lane[span.from] === this.#lane[span.to]) return false;
		const node = lacks > 0 ? span.to : span.from;
		let best: ReadonlyMap<number, number> | undefined;
		let least = 0;
		for (const following of ['pushed', 'lane', 'lanes'] as const)
			for (let by = Math.abs(lacks); by > 0 && by > Math.abs(lacks) - tries; by--) {
				const moves = this.#moves(node, by, following);
				const cost = moves ? this.#priceOf(moves) : 0;
				if (cost < least) {
					best = moves;
					least = cost;
				}
				if (moves) break;
			}
		if (best) this.#move(best);
		return best !== undefined;
	}

	/** Where `node`, when it moves by some columns, and all that follow it go; undefined if there is no room. */
	#moves(node: number, by: number, following: Following): Map<number, number> | undefined {
		const moves = new Map([[node, this.#at(node) + by]]);
		const todo = [node];
		const follow = (other: number, to: number) => {
			if ((moves.get(other) ?? this.#at(other)) >= to) return;
			moves.set(other, to);
			todo.push(other);
		};
		for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
			const to = moves.get(next) ?? 0;
			if (to > this.#last || moves.size > mostMoved) return undefined;
			for (const pull of this.#after[next] ?? []) follow(pull.to, to + pull.step);
			if (following === 'pushed') continue;
			for (const {from, step} of this.#before[next] ?? [])
				if (this.#at(from) + step === this.#at(next)) follow(from, to - step);
			if (following === 'lane') continue;
			for (const span of this.#touching[next] ?? []) {
				if (this.#at(span.to) - this.#at(span.from) !== goalOf(span)) continue;
				const other = span.from === next ? span.to : span.from;
				follow(other, this.#at(other) + to - this.#at(next));
			}
		}
		return moves;
	}

	/** What moves cost, less than 0 where they are a gain. */
	#priceOf(moves: ReadonlyMap<number, number>): number {
		const old = new Map([...moves.keys()].map(node => [node, this.#at(node)]));
		const places = new Set([...old, ...moves].map(([node, at]) => this.#place(node, at)));
		const spans = new Set([...moves.keys()].flatMap(node => this.#touching[node] ?? []));
		const before = this.#cost(spans, places);
		this.#move(moves);
		const after = this.#cost(spans, places);
		this.#move(old);
		return after - before;
	}

	#cost(spans: ReadonlySet<Span>, places: ReadonlySet<number>): number {
		let sum = 0;
		for (const place of places) {
			const count = this.#stacks.get(place) ?? 0;
			sum += (costOfStacking * count * (count - 1)) / 2;
		}
		for (const span of spans) {
			const columns = this.#at(span.to) - this.#at(span.from);
			const goal = goalOf(span);
			const against = goal > 0 ? columns < goal : goal < 0 ? columns > goal : columns !== 0;
			sum += Math.abs(columns) + (against || this.#blocked(span) ? costOfBends : 0);
			if (goal === 0 && columns === 0 && this.#lane[span.from] === this.#lane[span.to]) sum -= costOfStacking;
		}
		return sum;
	}

	/** Whether nodes of the lane stand between the ends of an edge within it. */
	#blocked({from, to}: Span): boolean {
		if (this.#lane[from] !== this.#lane[to]) return false;
		const end = Math.max(this.#at(from), this.#at(to));
		for (let at = Math.min(this.#at(from), this.#at(to)) + 1; at < end; at++)
			if (this.#stacks.get(this.#place(from, at))) return true;
		return false;
	}

	#move(moves: ReadonlyMap<number, number>): void {
		for (const [node, to] of moves) {
			this.#stack(this.#place(node, this.#at(node)), -1);
			this.#stack(this.#place(node, to), 1);
			this.#column[node] = to;
		}
	}

	#at(node: number): number {
		return this.#column[node] ?? 0;
	}

	#place(node: number, at: number): number {
		return (this.#lane[node] ?? 0) * (this.#last + 1) + at;
	}

	#stack(place: number, by: number): void {
		this.#stacks.set(place, (this.#stacks.get(place) ?? 0) + by);
	}
}

/** How many columns the target of an edge best stands to the right of its source. */
function goalOf({fromSide, toSide}: Span): number {
	if (fromSide === 'right' && toSide !== 'right') return 1;
	if (toSide === 'left' && fromSide !== 'left') return 1;
	if (fromSide === 'left' || toSide === 'right') return -1;
	return 0;
}

function lists<T>(count: number, items: readonly T[], key: (item: T) => number): T[][] {
	const result: T[][] = Array.from({length: count}, () => []);
	for (const item of items) result[key(item)]?.push(item);
	return result;
}
