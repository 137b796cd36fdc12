/** How many nets run across each place of the coarse grid: what a new line would have to cross. */
import type {Grid} from './grid.js';
import type {Corner, Link} from './links.js';

type Counts = Uint16Array[];

/** Lines already routed, counted once a net. */
export class Traffic {
	readonly #width: number;
	/** By y, then x: nets that run through the place horizontally, or vertically. */
	readonly #horizontal: Counts = [];
	readonly #vertical: Counts = [];
	/** By net: how many of its links run through a place. */
	readonly #shared = new Map<number, Map<number, number>>();

	constructor(grid: Grid) {
		this.#width = grid.width;
	}

	/** Counts the path of `link`, or with `by` -1 takes it back. */
	count(link: Link, by: 1 | -1): void {
		eachSpan(link.path, (from, to) => {
			const vertical = from.x === to.x;
			for (let place = (vertical ? from.y : from.x) + 1; place < (vertical ? to.y : to.x); place++) {
				const x = vertical ? from.x : place;
				const y = vertical ? place : from.y;
				if (this.#changes(link, vertical, y * this.#width + x, by)) this.#add(vertical, x, y, by);
			}
		});
	}

	/** Nets other than `net` that a straight line between two corners would cross, ends not counted. */
	crossings(a: Corner, b: Corner, net: number): number {
		const own = this.#shared.get(net);
		let sum = 0;
		if (a.x === b.x) {
			for (let y = Math.min(a.y, b.y) + 1; y < Math.max(a.y, b.y); y++)
				sum += (this.#horizontal[y]?.[a.x] ?? 0) - Number(own?.has(code(false, y * this.#width + a.x)) ?? 0);
			return sum;
		}
		const row = this.#vertical[a.y];
		if (!row) return 0;
		for (let x = Math.min(a.x, b.x) + 1; x < Math.max(a.x, b.x); x++)
			sum += (row[x] ?? 0) - Number(own?.has(code(true, a.y * this.#width + x)) ?? 0);
		return sum;
	}

	/** Places of a straight line that `net` already runs along. */
	along(a: Corner, b: Corner, net: number): number {
		const own = this.#shared.get(net);
		if (!own) return 0;
		const vertical = a.x === b.x;
		let sum = 0;
		const [low, high] = vertical
			? [Math.min(a.y, b.y), Math.max(a.y, b.y)]
			: [Math.min(a.x, b.x), Math.max(a.x, b.x)];
		for (let place = low + 1; place < high; place++) {
			const at = vertical ? place * this.#width + a.x : a.y * this.#width + place;
			if (own.has(code(vertical, at))) sum += 1;
		}
		return sum;
	}

	#changes(link: Link, vertical: boolean, at: number, by: 1 | -1): boolean {
		if (link.source.links.length === 1 && link.target.links.length === 1) return true;
		const own = this.#shared.get(link.net) ?? new Map<number, number>();
		this.#shared.set(link.net, own);
		const key = code(vertical, at);
		const count = (own.get(key) ?? 0) + by;
		if (count === 0) own.delete(key);
		else own.set(key, count);
		return by === 1 ? count === 1 : count === 0;
	}

	#add(vertical: boolean, x: number, y: number, by: 1 | -1): void {
		const counts = vertical ? this.#vertical : this.#horizontal;
		const row = counts[y] ?? new Uint16Array(this.#width);
		counts[y] = row;
		row[x] = (row[x] ?? 0) + by;
	}
}

function code(vertical: boolean, at: number): number {
	return at * 2 + Number(vertical);
}

/** Every straight piece of a path, its ends in ascending order. */
function eachSpan(path: readonly Corner[], visit: (from: Corner, to: Corner) => void): void {
	path.forEach((to, i) => {
		const from = path[i - 1];
		if (!from) return;
		if (from.x > to.x || from.y > to.y) visit(to, from);
		else visit(from, to);
	});
}
