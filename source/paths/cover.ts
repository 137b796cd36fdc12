/** The fewest routes that together take every edge: a flow of at least 1 over each edge, made as small as it can be. */
import {cyclesOf} from './cycles.js';
import {at, type Network} from './network.js';
import {waysFrom, waysOn} from './shortest.js';

/** A route in numbers. */
export interface Line {
	readonly origin: number;
	readonly edges: readonly number[];
}

/**
 * The fewest routes that take every edge that any route takes, in file order. A route may go round a cycle
 * as often as that needs.
 */
export function coverEdges(net: Network): Line[] {
	const flow = new Flow(net);
	for (const edge of flow.reached) if (flow.amount(edge) === 0) flow.send(edge);
	while (flow.reduce()) {}
	flow.cancelRounds();
	return flow.routes().sort((a, b) => compare(a.edges, b.edges));
}

function compare(a: readonly number[], b: readonly number[]): number {
	const place = a.findIndex((edge, index) => edge !== b[index]);
	return place < 0 ? a.length - b.length : at(a, place) - (b[place] ?? -1);
}

/** A flow over the edges of a network, in at its starts, out at its ends. */
class Flow {
	/** Edges that can be reached, in the order of reaching. */
	readonly reached: readonly number[];
	readonly #net: Network;
	readonly #amount: Int32Array;
	/** What comes in and goes out at a node. */
	readonly #entering: Int32Array;
	readonly #leaving: Int32Array;
	/** By node: the edge by which a shortest way from a start comes, and the one by which a shortest way to an end goes on. */
	readonly #before: ReadonlyMap<number, number>;
	readonly #after: ReadonlyMap<number, number>;

	constructor(net: Network) {
		this.#net = net;
		const size = net.out.length;
		this.#amount = new Int32Array(net.to.length);
		this.#entering = new Int32Array(size);
		this.#leaving = new Int32Array(size);
		this.#before = waysFrom(net);
		this.#after = waysOn(net, this.#before.keys());
		this.reached = [...this.#before.keys()].flatMap(node => net.out[node] ?? []);
	}

	amount(edge: number): number {
		return at(this.#amount, edge);
	}

	/** Sends one more route over `edge`, on over edges that no route takes yet as long as there are any. */
	send(edge: number): void {
		let first = at(this.#net.from, edge);
		for (let way = this.#wayTo(first); way >= 0; way = this.#wayTo(first)) {
			this.#add(way, 1);
			first = at(this.#net.from, way);
		}
		this.#entering[first] = at(this.#entering, first) + 1;
		let last = first;
		for (let way: number | undefined = edge; way !== undefined; ) {
			this.#add(way, 1);
			last = at(this.#net.to, way);
			way = this.#net.out[last]?.find(next => at(this.#amount, next) === 0) ?? this.#onward(last);
		}
		this.#leaving[last] = at(this.#leaving, last) + 1;
	}

	/** Takes one route or more away, by a way through the flow that may be turned off; false where there is none. */
	reduce(): boolean {
		const {from, to, out, in: into} = this.#net;
		const via = new Map<number, number>();
		const queue = this.#net.starts.filter(node => at(this.#entering, node) > 0);
		for (const node of queue) via.set(node, Number.NaN);
		for (const node of queue) {
			if (this.#spare(node) > 0) {
				this.#turnOff(node, via);
				return true;
			}
			for (const edge of out[node] ?? []) {
				if (at(this.#amount, edge) < 2 || via.has(at(to, edge))) continue;
				via.set(at(to, edge), edge);
				queue.push(at(to, edge));
			}
			for (const edge of into[node] ?? []) {
				if (at(this.#amount, edge) === 0 || via.has(at(from, edge))) continue;
				via.set(at(from, edge), -1 - edge);
				queue.push(at(from, edge));
			}
		}
		return false;
	}

	/** Takes away rounds that no edge needs. */
	cancelRounds(): void {
		const {out, to} = this.#net;
		for (;;) {
			const spare = out.map(edges => edges.filter(edge => at(this.#amount, edge) > 1));
			const {members, cyclic, component} = cyclesOf(spare, to);
			const cycle = cyclic.indexOf(true);
			if (cycle < 0) return;
			const path: number[] = [];
			const place = new Map<number, number>();
			for (let node = at(members[cycle] ?? [], 0); !place.has(node); ) {
				place.set(node, path.length);
				const edge = spare[node]?.find(next => component[at(to, next)] === cycle) ?? 0;
				path.push(edge);
				node = at(to, edge);
			}
			const round = path.slice(place.get(at(to, at(path, path.length - 1))));
			const least = Math.min(...round.map(edge => at(this.#amount, edge))) - 1;
			for (const edge of round) this.#add(edge, -least);
		}
	}

	/** The flow as routes: a circuit over all of it (Hierholzer 1873), cut where a route ends. */
	routes(): Line[] {
		const {out, from, to, starts} = this.#net;
		const left = this.#amount.slice();
		const leaving = this.#leaving.slice();
		const entering = starts.flatMap(node => new Array<number>(at(this.#entering, node)).fill(node));
		/** Steps of the circuit: an edge, or -1 for the way from an end to the next start. */
		const open: {node: number; step: number}[] = [{node: -1, step: -1}];
		const circuit: number[] = [];
		for (let top = open.at(-1); top; top = open.at(-1)) {
			const {node} = top;
			const edge = out[node]?.find(next => at(left, next) > 0);
			if (edge !== undefined) {
				left[edge] = at(left, edge) - 1;
				open.push({node: at(to, edge), step: edge});
			} else if (node === -1 && entering.length > 0) open.push({node: entering.pop() ?? 0, step: -2});
			else if (node >= 0 && at(leaving, node) > 0) {
				leaving[node] = at(leaving, node) - 1;
				open.push({node: -1, step: -1});
			} else circuit.push(open.pop()?.step ?? -1);
		}
		const lines: number[][] = [];
		for (const step of circuit.reverse())
			if (step === -2) lines.push([]);
			else if (step >= 0) lines.at(-1)?.push(step);
		return lines.flatMap(edges => (edges[0] === undefined ? [] : [{origin: at(from, edges[0]), edges}]));
	}

	/** Follows `via` back from `node`, less wherever it goes along an edge, more wherever against one. */
	#turnOff(node: number, via: ReadonlyMap<number, number>): void {
		const steps: number[] = [];
		let first = node;
		for (let step = via.get(first) ?? Number.NaN; !Number.isNaN(step); step = via.get(first) ?? Number.NaN) {
			steps.push(step);
			first = step >= 0 ? at(this.#net.from, step) : at(this.#net.to, -1 - step);
		}
		const room = steps.map(step => (step >= 0 ? at(this.#amount, step) - 1 : Number.POSITIVE_INFINITY));
		const less = Math.min(...room, at(this.#entering, first), this.#spare(node));
		this.#entering[first] = at(this.#entering, first) - less;
		this.#leaving[node] = at(this.#leaving, node) - less;
		for (const step of steps) this.#add(step >= 0 ? step : -1 - step, step >= 0 ? -less : less);
	}

	/** Routes that may be taken away from those that end at `node`: a round that nothing leaves keeps one at least. */
	#spare(node: number): number {
		const {component, members, trap} = this.#net;
		const cycle = at(component, node);
		const ending = at(this.#leaving, node);
		if (!trap[cycle]) return ending;
		const all = (members[cycle] ?? []).reduce((sum, member) => sum + at(this.#leaving, member), 0);
		return Math.min(ending, all - 1);
	}

	#add(edge: number, amount: number): void {
		this.#amount[edge] = at(this.#amount, edge) + amount;
	}

	#wayTo(node: number): number {
		return this.#before.get(node) ?? -1;
	}

	#onward(node: number): number | undefined {
		const edge = this.#after.get(node) ?? -1;
		return edge < 0 ? undefined : edge;
	}
}
