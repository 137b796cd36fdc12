/** The row of every node within its lane: where the edges that lead to it pull it, else the nearest free one. */
import {into, type Pull} from './pulls.js';

/** As many nodes side by side behind one stand in the order of their edges, as a list of them does; fewer round the straight one. */
const fewestInOrder = 4;

/** Rows by node, from 0 within each lane, and how many each lane has. Nodes come in the `order` of the process. */
export function rowsOf(
	order: readonly number[],
	pulls: readonly Pull[],
	lane: Int32Array,
	column: Int32Array,
	lanes: number,
): {row: Int32Array; rows: number[]} {
	const row = new Int32Array(order.length);
	const placed = new Uint8Array(order.length);
	const ways = into(pulls, order.length);
	const leads = ways.map((own, node) => own.find(({from}) => lane[from] === lane[node]));
	const fans = new Fans(leads, column);
	const cells = new FreeRows();
	const low = new Int32Array(lanes);
	const high = new Int32Array(lanes);
	const nexts = new Map(pulls.filter(({from, to}) => lane[from] === lane[to]).map(pull => [pull.from, pull]));
	/** What follows nothing of its lane stands by what follows it, or else in the order of the file, downwards. */
	const wantedFirst = (node: number) => {
		const next = nexts.get(node);
		return {drop: 1, wanted: next && placed[next.to] ? (row[next.to] ?? 0) - next.drop : 0};
	};
	const wantedBeside = (beside: number, drop = 0) => ({drop, wanted: (row[beside] ?? 0) + drop});
	for (const node of mainFirst(order, leads, lane)) {
		if (placed[node]) continue;
		const of = lane[node] ?? 0;
		const beside = fans.beside(node, ways[node] ?? []);
		const {drop, wanted} = beside === undefined ? wantedFirst(node) : wantedBeside(beside, leads[node]?.drop);
		const members = fans.membersWith(node);
		const found = members.map(() => cells.take(`${of} ${column[node]}`, wanted, drop)).sort((a, b) => a - b);
		for (const [index, member] of members.entries()) {
			row[member] = found[index] ?? 0;
			placed[member] = 1;
		}
		low[of] = Math.min(low[of] ?? 0, found[0] ?? 0);
		high[of] = Math.max(high[of] ?? 0, found.at(-1) ?? 0);
	}
	for (const node of order) row[node] = (row[node] ?? 0) - (low[lane[node] ?? 0] ?? 0);
	return {row, rows: Array.from(low, (lowest, i) => (high[i] ?? 0) - lowest + 1)};
}

/** The nodes of `order`, those that follow the first of their lane before those that follow nothing of it, or such a one. */
function mainFirst(
	order: readonly number[],
	leads: readonly (Pull | undefined)[],
	lane: Int32Array,
): number[] {
	const root = new Int32Array(order.length);
	const main = new Map<number, number>();
	for (const node of order) {
		const lead = leads[node];
		root[node] = lead ? (root[lead.from] ?? 0) : node;
		if (!main.has(lane[node] ?? 0)) main.set(lane[node] ?? 0, root[node] ?? 0);
	}
	const isMain = (node: number) => main.get(lane[node] ?? 0) === root[node];
	return [...order.filter(isMain), ...order.filter(node => !isMain(node))];
}

/** Nodes of one column that follow one node of their lane on its own row, many of them, in the order of the edges. */
class Fans {
	readonly #leads: readonly (Pull | undefined)[];
	readonly #column: Int32Array;
	readonly #members = new Map<string, number[]>();

	/** `leads` has for each node what it stands beside or below, if anything. */
	constructor(leads: readonly (Pull | undefined)[], column: Int32Array) {
		this.#leads = leads;
		this.#column = column;
		for (const [node, lead] of leads.entries()) {
			if (lead?.drop !== 0) continue;
			const key = this.#key(node, lead);
			const members = this.#members.get(key);
			if (members) members.push(node);
			else this.#members.set(key, [node]);
		}
		const edge = (node: number) => leads[node]?.edge ?? 0;
		for (const members of this.#members.values()) members.sort((a, b) => edge(a) - edge(b));
	}

	/** The fan that `node` is in, or `node` alone. */
	membersWith(node: number): readonly number[] {
		return this.#fanOf(node) ?? [node];
	}

	/** The node on or below whose row `node` is wanted: its lead, or what a fan opens from that comes together in `node`. */
	beside(node: number, ways: readonly Pull[]): number | undefined {
		const lead = this.#leads[node];
		const fan = lead && this.#fanOf(lead.from);
		const isEnd = fan && ways.filter(({from}) => this.#fanOf(from) === fan).length > 1;
		return isEnd ? this.#leads[lead.from]?.from : lead?.from;
	}

	#fanOf(node: number): readonly number[] | undefined {
		const lead = this.#leads[node];
		const members = lead && this.#members.get(this.#key(node, lead));
		return members && members.length >= fewestInOrder ? members : undefined;
	}

	#key(node: number, {from, drop}: Pull): string {
		return `${from} ${drop} ${this.#column[node]}`;
	}
}

/** Which rows of each column of each lane are still free. */
class FreeRows {
	readonly #taken = new Map<string, Set<number>>();
	/** How far from a wanted row the search got the last time: all nearer rows are taken. */
	readonly #searched = new Map<string, number>();

	/**
	 * The free row nearest to `wanted`: only in the direction of `drop` if there is one, else first towards row 0,
	 * so that the rows of a long lane do not drift apart.
	 */
	take(column: string, wanted: number, drop: number): number {
		const taken = this.#taken.get(column) ?? new Set<number>();
		this.#taken.set(column, taken);
		const first = drop < 0 || (drop === 0 && wanted > 0) ? -1 : 1;
		const search = `${column} ${wanted} ${drop}`;
		for (let away = this.#searched.get(search) ?? 0; ; away++) {
			this.#searched.set(search, away);
			const found = [wanted + first * away, ...(drop === 0 ? [wanted - first * away] : [])].find(
				row => !taken.has(row),
			);
			if (found === undefined) continue;
			taken.add(found);
			return found;
		}
	}
}
