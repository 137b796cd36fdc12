/**
 * Columns are longest paths, so every lane stands as far to the left as it can. Here nodes move to
 * the right where that lets hand-overs drop straight into the next lane, as long as no lane grows:
 * a local search over the edges in file order, each trying a few moves of the nodes that hang together.
 */
import type {Side} from '../diagram/diagram.js';
import type {Pull} from './pulls.js';
import {type Moves, Stacks} from './stacks.js';

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
/** What it costs that a process begins a column further to the right: a reader looks for its start on the left. */
const costOfLateStart = 2;
/** How often the edges are gone through, in diagrams of up to so many edges and in larger ones. */
const fewEdges = 400;
const rounds = {few: 3, many: 1};
/** How many distances are tried, from all the way downwards, until there is room. */
const tries = 3;
/** Nodes that move at once, and edges that touch them, at most: a hub of thousands stays where it is. */
const mostMoved = 24;
const mostTouched = 200;
/** How many columns between the ends of an edge are looked at. */
const farthest = 50;

/** Moves `column` of some nodes to the right, never beyond the last column there is. */
export function align(
	column: Int32Array,
	lane: Int32Array,
	pulls: readonly Pull[],
	spans: readonly Span[],
): void {
	const alignment = new Alignment(column, lane, pulls, spans);
	const most = spans.length > fewEdges ? rounds.many : rounds.few;
	for (let round = 0; round < most; round++) if (!alignment.improve()) break;
}

/** An edge, and how many columns its target best stands to the right of its source. */
interface Line {
	readonly from: number;
	readonly to: number;
	readonly goal: -1 | 0 | 1;
	readonly within: boolean;
}

/** Which nodes move along with one that moves: those it pushes, those of its lane right before it too, those straight across lanes too. */
const followings = ['pushed', 'lane', 'lanes'] as const;
type Following = (typeof followings)[number];

/** The search: the edges, and where their nodes stand by now. */
class Alignment {
	readonly #stacks: Stacks;
	readonly #lines: readonly Line[];
	/** By node: the pulls out of and into it, and the edges that touch it. */
	readonly #after: readonly Pull[][];
	readonly #before: readonly Pull[][];
	readonly #touching: readonly Line[][];
	/** The nodes that nothing leads to. */
	readonly #starts: ReadonlySet<number>;

	constructor(column: Int32Array, lane: Int32Array, pulls: readonly Pull[], spans: readonly Span[]) {
		this.#stacks = new Stacks(column, lane);
		this.#lines = spans.map(({from, to, fromSide, toSide}) => ({
			from,
			to,
			goal: goalOf(fromSide, toSide),
			within: lane[from] === lane[to],
		}));
		const kept = pulls.filter(({edge}) => edge >= 0);
		this.#after = lists(column.length, kept, pull => pull.from);
		this.#before = lists(column.length, kept, pull => pull.to);
		this.#touching = lists(column.length, this.#lines, line => line.from);
		for (const line of this.#lines) if (line.to !== line.from) this.#touching[line.to]?.push(line);
		const led = new Set(this.#lines.map(line => line.to));
		this.#starts = new Set([...column.keys()].filter(node => !led.has(node)));
	}

	/** Makes, for every edge between lanes, the best move there is; whether there was any. */
	improve(): boolean {
		let moved = false;
		for (const {from, to, goal, within} of this.#lines) {
			const lacks = goal - (this.#stacks.at(to) - this.#stacks.at(from));
			if (within || lacks === 0) continue;
			const best =
				this.#bestMove(lacks > 0 ? to : from, Math.abs(lacks)) ??
				this.#swap(to, this.#stacks.at(from) + goal) ??
				this.#swap(from, this.#stacks.at(to) - goal);
			if (!best) continue;
			this.#stacks.move(best);
			moved = true;
		}
		return moved;
	}

	#bestMove(node: number, distance: number): Moves | undefined {
		let best: Moves | undefined;
		let least = 0;
		for (const following of followings)
			for (let by = distance; by > 0 && by > distance - tries; by--) {
				const moves = this.#moves(node, by, following);
				if (moves === 'no room') continue;
				if (moves === 'too many') return best;
				const cost = this.#priceOf(moves);
				if (cost < least) {
					best = moves;
					least = cost;
				}
				break;
			}
		return best;
	}

	/** Where `node`, when it moves by some columns, and all that follow it go. */
	#moves(node: number, by: number, following: Following): Moves | 'no room' | 'too many' {
		const moves = new Map([[node, this.#stacks.at(node) + by]]);
		const todo = [node];
		const follow = (other: number, to: number) => {
			if ((moves.get(other) ?? this.#stacks.at(other)) >= to) return;
			moves.set(other, to);
			todo.push(other);
		};
		let touched = 0;
		for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
			const to = moves.get(next) ?? 0;
			touched += this.#touching[next]?.length ?? 0;
			if (to > this.#stacks.last) return 'no room';
			if (moves.size > mostMoved || touched > mostTouched) return 'too many';
			for (const pull of this.#after[next] ?? []) follow(pull.to, to + pull.step);
			if (following === 'pushed') continue;
			for (const {from, step} of this.#before[next] ?? [])
				if (this.#stacks.at(from) + step === this.#stacks.at(next)) follow(from, to - step);
			if (following === 'lane') continue;
			for (const line of this.#touching[next] ?? []) {
				if (this.#stacks.at(line.to) - this.#stacks.at(line.from) !== line.goal) continue;
				const other = line.from === next ? line.to : line.from;
				follow(other, this.#stacks.at(other) + to - this.#stacks.at(next));
			}
		}
		return moves;
	}

	/** `node` and the one that stands alone in column `at` of its lane change places, if that is a gain. */
	#swap(node: number, at: number): Moves | undefined {
		const other = this.#stacks.alone(node, at);
		if (other === undefined) return undefined;
		const touched = (this.#touching[node]?.length ?? 0) + (this.#touching[other]?.length ?? 0);
		if (touched > mostTouched) return undefined;
		const moves = new Map([
			[node, at],
			[other, this.#stacks.at(node)],
		]);
		const column = (of: number) => moves.get(of) ?? this.#stacks.at(of);
		const pulls = [node, other].flatMap(of => [...(this.#after[of] ?? []), ...(this.#before[of] ?? [])]);
		const allowed = pulls.every(({from, to, step}) => column(to) - column(from) >= step);
		return allowed && this.#priceOf(moves) < 0 ? moves : undefined;
	}

	/** What moves cost, less than 0 where they are a gain. */
	#priceOf(moves: Moves): number {
		const lines = new Set<Line>();
		const old = new Map<number, number>();
		for (const node of moves.keys()) {
			old.set(node, this.#stacks.at(node));
			for (const line of this.#touching[node] ?? []) lines.add(line);
		}
		let cost = 0;
		for (const line of lines) cost -= this.#costOf(line);
		cost += costOfStacking * this.#stacks.move(moves);
		for (const [node, from] of old)
			if (this.#starts.has(node)) cost += costOfLateStart * (this.#stacks.at(node) - from);
		for (const line of lines) cost += this.#costOf(line);
		this.#stacks.move(old);
		return cost;
	}

	#costOf(line: Line): number {
		const {goal, within} = line;
		const columns = this.#stacks.at(line.to) - this.#stacks.at(line.from);
		const against = goal > 0 ? columns < goal : goal < 0 ? columns > goal : columns !== 0;
		const stacked = within && goal === 0 && columns === 0;
		const bends = against || (within && this.#blocked(line)) ? costOfBends : 0;
		return Math.abs(columns) + bends - (stacked ? costOfStacking : 0);
	}

	/** Whether nodes of the lane stand between the ends of an edge within it. */
	#blocked({from, to}: Line): boolean {
		const start = Math.min(this.#stacks.at(from), this.#stacks.at(to)) + 1;
		const end = Math.min(Math.max(this.#stacks.at(from), this.#stacks.at(to)), start + farthest);
		for (let at = start; at < end; at++) if (this.#stacks.isTaken(from, at)) return true;
		return false;
	}
}

function goalOf(fromSide: Side, toSide: Side): Line['goal'] {
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
