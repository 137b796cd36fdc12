/** How many nets run across each place of the coarse grid: what a new line would have to cross. */
import type {Grid} from './grid.js';
import type {Corner, Link} from './links.js';

/** The stretch of a grid line that a net runs along, from its first to its last end. */
interface Stretch {
	readonly vertical: boolean;
	readonly line: number;
	readonly low: number;
	readonly high: number;
}

/** Lines already routed, counted once a net; a net's pieces on one grid line count as one stretch. */
export class Traffic {
	/** For every row the nets that run vertically across it, by x; for every column the horizontal ones, by y. */
	readonly #acrossRow: Tallies;
	readonly #acrossColumn: Tallies;
	readonly #stretches = new Map<number, Map<number, Stretch>>();

	constructor({width, height}: Grid) {
		this.#acrossRow = new Tallies(width);
		this.#acrossColumn = new Tallies(height);
	}

	/** Counts the path of `link`. */
	add({net, path}: Link): void {
		const own = this.#stretches.get(net) ?? new Map<number, Stretch>();
		this.#stretches.set(net, own);
		path.forEach((to, i) => {
			const from = path[i - 1];
			if (!from) return;
			const piece = stretch(from, to);
			const key = keyOf(piece.vertical, piece.line);
			const known = own.get(key);
			const whole = known
				? {...piece, low: Math.min(known.low, piece.low), high: Math.max(known.high, piece.high)}
				: piece;
			own.set(key, whole);
			if (!known) this.#count(whole, whole.low, whole.high, 1);
			else {
				this.#count(whole, whole.low, known.low + 1, 1);
				this.#count(whole, known.high - 1, whole.high, 1);
			}
		});
	}

	/** Takes back all that was counted for `net`. */
	remove(net: number): void {
		for (const each of this.#stretches.get(net)?.values() ?? []) this.#count(each, each.low, each.high, -1);
		this.#stretches.delete(net);
	}

	/** Nets that a straight line between two corners would cross; its ends are not counted. */
	crossings(a: Corner, b: Corner): number {
		const {vertical, line, low, high} = stretch(a, b);
		const across = vertical ? this.#acrossColumn : this.#acrossRow;
		return high - low > 1 ? across.sum(line, low + 1, high - 1) : 0;
	}

	/** Places of a straight line that `net` already runs along. */
	along(a: Corner, b: Corner, net: number): number {
		const {vertical, line, low, high} = stretch(a, b);
		const own = this.#stretches.get(net)?.get(keyOf(vertical, line));
		return own ? Math.max(0, Math.min(high, own.high) - Math.max(low, own.low)) : 0;
	}

	/** Counts the places strictly between `low` and `high`. */
	#count({vertical, line}: Stretch, low: number, high: number, by: number): void {
		(vertical ? this.#acrossRow : this.#acrossColumn).add(low + 1, high - 1, line, by);
	}
}

/** Numbers the lines of the grid: vertical ones from 0 upwards, the others from -1 downwards. */
function keyOf(vertical: boolean, line: number): number {
	return vertical ? line : -1 - line;
}

function stretch(a: Corner, b: Corner): Stretch {
	if (a.x === b.x && a.y !== b.y)
		return {vertical: true, line: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y)};
	return {vertical: false, line: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x)};
}

/** Neighbouring places that are counted as one where a line runs across all of them, so that long lines take few steps. */
const block = 64;

/** A tally for each place of an axis, and one for each block of places. */
class Tallies {
	readonly #size: number;
	readonly #ofPlace = new Map<number, Tally>();
	readonly #ofBlock = new Map<number, Tally>();

	constructor(size: number) {
		this.#size = size;
	}

	/** Counts a line at every place of a range, both ends included. */
	add(first: number, last: number, line: number, by: number): void {
		for (let place = first; place <= last; ) {
			const whole = place % block === 0 && place + block - 1 <= last;
			if (whole) this.#tally(this.#ofBlock, place / block).add(line, by);
			else this.#tally(this.#ofPlace, place).add(line, by);
			place += whole ? block : 1;
		}
	}

	/** How many lines of a range are counted at `place`, both ends included. */
	sum(place: number, first: number, last: number): number {
		const own = this.#ofPlace.get(place)?.sum(first, last) ?? 0;
		return own + (this.#ofBlock.get(Math.floor(place / block))?.sum(first, last) ?? 0);
	}

	#tally(tallies: Map<number, Tally>, key: number): Tally {
		const tally = tallies.get(key) ?? new Tally(this.#size);
		tallies.set(key, tally);
		return tally;
	}
}

/** Sums over ranges of counts that change (Fenwick, 1994). */
class Tally {
	readonly #tree: Int32Array;

	constructor(size: number) {
		this.#tree = new Int32Array(size + 1);
	}

	add(at: number, by: number): void {
		for (let i = at + 1; i < this.#tree.length; i += i & -i) this.#tree[i] = (this.#tree[i] ?? 0) + by;
	}

	/** Both ends included. */
	sum(from: number, to: number): number {
		return this.#upTo(to) - this.#upTo(from - 1);
	}

	#upTo(at: number): number {
		let sum = 0;
		for (let i = at + 1; i > 0; i -= i & -i) sum += this.#tree[i] ?? 0;
		return sum;
	}
}
