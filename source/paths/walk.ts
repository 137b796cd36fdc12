/**
 * Walks a network depth first, edge by edge in file order, and stops at each complete route.
 * Nothing is kept but the route in hand. In a cycle a node is visited at most `rounds + 1` times; a part of
 * it from which all ways on are used up is closed meanwhile, so that the time between two routes is polynomial.
 */
import {Closed} from './closed.js';
import {at, type Network} from './network.js';

/** A node of the route less its detours, with the state the route had there. */
export interface Trail<State> {
	readonly node: number;
	readonly state: State;
	readonly before: Trail<State> | undefined;
}

/** Where a walk begins, where it may go, and what it carries along: a state that every edge may change. */
interface WalkOptions<State> {
	readonly from: number;
	readonly state: State;
	/** The state after an edge. */
	readonly after: (state: State, edge: number) => State;
	/** How often a cycle may be gone round. */
	readonly rounds: number;
	/** The way that led to `from` within its cycle, its last entry `from` itself; each of its nodes was visited once. */
	readonly trail?: Trail<State> | undefined;
	/** The edges that every route begins with. */
	readonly along?: readonly number[];
	/** Ends a route at an edge that leaves the cycle of `from`. */
	readonly within?: boolean;
	/** Whether a route may take an edge in the state it had before. */
	readonly allows?: ((edge: number, state: State) => boolean) | undefined;
	/** Whether a route may end at this node in this state, come to by this edge. */
	readonly accepts?: ((node: number, state: State, edge: number) => boolean) | undefined;
	/** Steps after which the walk gives up; looking back over a long way costs some too. */
	readonly budget?: number;
}

/** A walk from route to route: the one in hand, and what is closed for the time being. */
export class Walk<State> {
	/** Edges of the route in hand: the first `length` entries. */
	readonly edges: number[] = [];
	length = 0;
	/** Steps taken so far. */
	steps = 0;
	readonly #net: Network;
	readonly #options: WalkOptions<State>;
	readonly #budget: number;
	readonly #nodes: number[];
	readonly #states: State[];
	readonly #trails: (Trail<State> | undefined)[];
	readonly #cursors: number[] = [0];
	readonly #found: boolean[] = [false];
	readonly #visits: Int32Array;
	readonly #closed: Closed;
	/** Steps, and what looking back over the way costs. */
	#work = 0;
	#begun = false;
	#complete = false;
	#over = false;

	constructor(net: Network, options: WalkOptions<State>) {
		this.#net = net;
		this.#options = options;
		this.#budget = options.budget ?? Number.POSITIVE_INFINITY;
		this.#nodes = [options.from];
		this.#states = [options.state];
		this.#trails = [options.trail ?? this.#trail(options.from, options.state, undefined)];
		this.#visits = new Int32Array(net.out.length);
		this.#closed = new Closed(net);
		this.#visits[options.from] = 1;
		for (let passed = options.trail?.before; passed; passed = passed.before) this.#visits[passed.node] = 1;
	}

	/** The node the routes begin at. */
	get origin(): number {
		return this.#options.from;
	}

	/** Whether the route in hand, or the step just being asked about, has passed `node`. */
	visited(node: number): boolean {
		return at(this.#visits, node) > 0;
	}

	/** What the walk has cost of its budget. */
	get work(): number {
		return this.#work;
	}

	/** Whether the walk gave up before it had seen all routes. */
	get gaveUp(): boolean {
		return this.#over && this.#work >= this.#budget;
	}

	/** The state the route in hand ends in. */
	get state(): State {
		return this.#states[this.length] as State;
	}

	/** The node the route in hand ends in. */
	get node(): number {
		return at(this.#nodes, this.length);
	}

	/** The edge by which the route in hand ends; -1 where it has none. */
	get last(): number {
		return this.length === 0 ? -1 : at(this.edges, this.length - 1);
	}

	/** Whether there is no further route. */
	get done(): boolean {
		return this.#over;
	}

	/** Goes on to the next complete route; false where there is none, or none within `patience` steps. */
	next(patience = Number.POSITIVE_INFINITY): boolean {
		const pause = this.steps + patience;
		if (!this.#begun) {
			this.#begun = true;
			if (this.#net.out[this.#options.from]?.length === 0 && this.#accept(-1)) return true;
		} else if (this.#complete) this.#back();
		while (!this.#over) {
			const edge = this.#nextEdge();
			if (edge === undefined) this.#back();
			else if (this.#step(edge)) return true;
			if (this.#work >= this.#budget) this.#over = true;
			if (this.steps >= pause) return false;
		}
		return false;
	}

	#nextEdge(): number | undefined {
		const cursor = at(this.#cursors, this.length);
		this.#cursors[this.length] = cursor + 1;
		const given = this.#options.along?.[this.length];
		const edges = this.#net.out[this.node];
		if (given === undefined) return edges?.[cursor];
		return cursor === 0 && edges?.includes(given) ? given : undefined;
	}

	/** Takes `edge` where that is allowed; true where the route is complete with it. */
	#step(edge: number): boolean {
		const net = this.#net;
		const node = at(net.to, edge);
		const state = this.state;
		const cycle = at(net.component, node);
		const inside = cycle === at(net.component, this.node);
		const closing = inside && net.trap[cycle] === true && at(this.#visits, node) > 0;
		if (inside && !closing && this.#isClosed(node)) return false;
		if (this.#options.allows?.(edge, state) === false) {
			// Nothing is known of the way on, so the node in hand must not be closed for it.
			this.#found[this.length] = true;
			return false;
		}
		this.steps += 1;
		this.#work += 1;
		const met = inside && !net.trap[cycle] ? this.#met(node) : undefined;
		const next = met ? met.state : this.#options.after(state, edge);
		const before = inside ? this.#trails[this.length] : undefined;
		this.length += 1;
		const depth = this.length;
		this.edges[depth - 1] = edge;
		this.#nodes[depth] = node;
		this.#states[depth] = next;
		this.#trails[depth] = met ?? this.#trail(node, next, before);
		this.#cursors[depth] = 0;
		this.#found[depth] = false;
		this.#visits[node] = at(this.#visits, node) + 1;
		if (closing || net.out[node]?.length === 0 || (this.#options.within && !inside)) {
			if (this.#accept(edge)) return true;
			this.#back();
		}
		return false;
	}

	#isClosed(node: number): boolean {
		return at(this.#visits, node) > this.#options.rounds || this.#closed.has(node);
	}

	#accept(edge: number): boolean {
		this.#found[this.length] = true;
		if (this.length < (this.#options.along?.length ?? 0)) return false;
		if (this.#options.accepts?.(this.node, this.state, edge) === false) return false;
		this.#complete = true;
		return true;
	}

	/** Undoes the last step; at the first node, ends the walk. */
	#back() {
		this.#complete = false;
		const node = this.node;
		const found = this.#found[this.length] === true;
		this.#visits[node] = at(this.#visits, node) - 1;
		if (this.#net.cyclic[at(this.#net.component, node)]) {
			if (found) this.#closed.open(node);
			else this.#closed.close(node);
		}
		if (this.length === 0) {
			this.#over = true;
			return;
		}
		this.length -= 1;
		if (found) this.#found[this.length] = true;
	}

	#trail(node: number, state: State, before: Trail<State> | undefined): Trail<State> | undefined {
		const cycle = at(this.#net.component, node);
		return this.#net.cyclic[cycle] && !this.#net.trap[cycle] ? {node, state, before} : undefined;
	}

	/** Where the route without its detours has been at `node`, if it has. */
	#met(node: number): Trail<State> | undefined {
		let trail = this.#trails[this.length];
		let looks = 0;
		for (; trail && trail.node !== node; trail = trail.before) looks += 1;
		this.#work += looks / 16;
		return trail;
	}
}
