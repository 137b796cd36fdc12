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
/** Nodes that move at once, at most. */
const mostMoved = 40;

/** Moves `column` of some nodes to the right, never beyond the last column there is. */
export function align(
	column: Int32Array,
	lane: Int32Array,
	pulls: readonly Pull[],
	spans: readonly Span[],
): void {
	const last = column.reduce((most, at) => Math.max(most, at), 0);
	const after = lists(
		column.length,
		pulls.filter(p => p.edge >= 0),
		pull => pull.from,
	);
	const before = lists(column.length, pulls, pull => pull.to);
	const touching = lists(column.length, spans, span => span.from);
	spans.forEach(span => {
		if (span.to !== span.from) touching[span.to]?.push(span);
	});
	const stacks = new Map<string, number>();
	const stack = (node: number, at: number) => `${lane[node]} ${at}`;
	column.forEach((at, node) => {
		stacks.set(stack(node, at), (stacks.get(stack(node, at)) ?? 0) + 1);
	});

	const price = (moves: ReadonlyMap<number, number>): number => {
		let sum = 0;
		const seen = new Set<Span>();
		for (const node of moves.keys())
			for (const span of touching[node] ?? []) {
				if (seen.has(span)) continue;
				seen.add(span);
				const [from, to] = [column[span.from] ?? 0, column[span.to] ?? 0];
				sum += costOf(span, (moves.get(span.to) ?? to) - (moves.get(span.from) ?? from));
				sum -= costOf(span, to - from);
			}
		const change = new Map<string, number>();
		for (const [node, to] of moves) {
			const [old, own] = [stack(node, column[node] ?? 0), stack(node, to)];
			change.set(old, (change.get(old) ?? 0) - 1);
			change.set(own, (change.get(own) ?? 0) + 1);
		}
		for (const [key, by] of change) {
			const count = stacks.get(key) ?? 0;
			sum += costOfStacking * (pairs(count + by) - pairs(count));
		}
		return sum;
	};

	const move = (moves: ReadonlyMap<number, number>): void => {
		for (const [node, to] of moves) {
			const [old, own] = [stack(node, column[node] ?? 0), stack(node, to)];
			stacks.set(old, (stacks.get(old) ?? 0) - 1);
			stacks.set(own, (stacks.get(own) ?? 0) + 1);
			column[node] = to;
		}
	};

	/** Moves of `node` to column `at`, of all it pushes on, and with `tight` of all that stand right before; none if there is no room. */
	const pushed = (node: number, at: number, tight: boolean): Map<number, number> | undefined => {
		const moves = new Map([[node, at]]);
		const todo = [node];
		const set = (other: number, to: number) => {
			if ((moves.get(other) ?? column[other] ?? 0) >= to) return;
			moves.set(other, to);
			todo.push(other);
		};
		for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
			const to = moves.get(next) ?? 0;
			if (to > last || moves.size > mostMoved) return undefined;
			for (const {to: other, step} of after[next] ?? []) set(other, to + step);
			if (!tight) continue;
			for (const {from: other, step, edge} of before[next] ?? [])
				if (edge >= 0 && (column[other] ?? 0) + step === column[next]) set(other, to - step);
		}
		return moves;
	};

	for (let round = 0; round < rounds; round++) {
		let moved = false;
		for (const span of spans) {
			const apart = (column[span.to] ?? 0) - (column[span.from] ?? 0);
			const goal = goalOf(span);
			if (apart === goal || lane[span.from] === lane[span.to]) continue;
			const [node, by] = apart < goal ? [span.to, goal - apart] : [span.from, apart - goal];
			let best: Map<number, number> | undefined;
			let least = 0;
			for (const tight of [false, true]) {
				const moves = pushed(node, (column[node] ?? 0) + by, tight);
				const cost = moves ? price(moves) : 0;
				if (moves && cost < least) {
					best = moves;
					least = cost;
				}
			}
			if (!best) continue;
			move(best);
			moved = true;
		}
		if (!moved) break;
	}
}

function pairs(count: number): number {
	return (count * (count - 1)) / 2;
}

/** How many columns the target of an edge best stands to the right of its source. */
function goalOf({fromSide, toSide}: Span): number {
	if (fromSide === 'right' && toSide !== 'right') return 1;
	if (toSide === 'left' && fromSide !== 'left') return 1;
	if (fromSide === 'left' || toSide === 'right') return -1;
	return 0;
}

/** What an edge costs whose target stands `columns` to the right of its source. */
function costOf(span: Span, columns: number): number {
	const goal = goalOf(span);
	const against = goal > 0 ? columns < goal : goal < 0 ? columns > goal : columns !== 0;
	return Math.abs(columns) + (against ? costOfBends : 0);
}

function lists<T>(count: number, items: readonly T[], key: (item: T) => number): T[][] {
	const result: T[][] = Array.from({length: count}, () => []);
	for (const item of items) result[key(item)]?.push(item);
	return result;
}
