/**
 * A persistent table from small whole numbers to values: `with` and `without` answer with a new table and
 * share all but a few cells with the old one, so that a run may keep every state it was ever in.
 * The form is Bagwell's array-mapped trie (the vector of Clojure), 16 ways wide; emptied parts are dropped.
 */

const bits = 4;
const ways = 1 << bits;

type Cell<T> = readonly (Cell<T> | T | undefined)[];

export class Trie<T extends object | number | string> implements Iterable<T> {
	static readonly #empty = new Trie<never>(undefined, 0, 0);
	readonly #root: Cell<T> | undefined;
	/** Bits of a key below the root's own. */
	readonly #shift: number;
	/** How many keys hold a value. */
	readonly size: number;

	private constructor(root: Cell<T> | undefined, shift: number, size: number) {
		this.#root = root;
		this.#shift = shift;
		this.size = size;
	}

	/** The table without a value. */
	static empty<T extends object | number | string>(): Trie<T> {
		return Trie.#empty;
	}

	/** The value of `key`, if it has one. */
	get(key: number): T | undefined {
		if (key < 0 || key >>> this.#shift >= ways) return undefined;
		let cell = this.#root;
		for (let shift = this.#shift; shift > 0; shift -= bits)
			cell = cell?.[(key >>> shift) % ways] as Cell<T> | undefined;
		return cell?.[key % ways] as T | undefined;
	}

	/** This table with `value` at `key`, a whole number from 0 up to 2³⁰. */
	with(key: number, value: T): Trie<T> {
		let root = this.#root;
		let shift = this.#shift;
		while (key >>> shift >= ways) {
			root &&= [root];
			shift += bits;
		}
		const added = this.get(key) === undefined ? 1 : 0;
		return new Trie<T>(put(root, shift, key, value), shift, this.size + added);
	}

	/** This table without a value at `key`. */
	without(key: number): Trie<T> {
		if (this.get(key) === undefined) return this;
		return new Trie<T>(put(this.#root, this.#shift, key, undefined), this.#shift, this.size - 1);
	}

	/** This table with `value` after all others; for tables filled from 0 on without gaps. */
	push(value: T): Trie<T> {
		return this.with(this.size, value);
	}

	/** The value after all others, in a table without gaps. */
	get last(): T | undefined {
		return this.get(this.size - 1);
	}

	/** The last `count` values of a table without gaps, in order. */
	tail(count: number): T[] {
		const result: T[] = [];
		for (let key = Math.max(0, this.size - count); key < this.size; key += 1) {
			const value = this.get(key);
			if (value !== undefined) result.push(value);
		}
		return result;
	}

	/** Key and value of each from key `first` on, by rising key. */
	*entries(first = 0): Generator<[key: number, value: T], void> {
		if (this.#root) yield* below(this.#root, this.#shift, 0, first);
	}

	/** The keys by which this table and `other` hold different values, rising; parts that both share are passed over. */
	*changed(other: Trie<T>): Generator<number, void> {
		const shift = Math.max(this.#shift, other.#shift);
		yield* differing(
			raised(this.#root, this.#shift, shift),
			raised(other.#root, other.#shift, shift),
			shift,
			0,
		);
	}

	/** Key and value of each that `other` does not hold, by rising key; parts that both share are passed over. */
	*beside(other: Trie<T>): Generator<[key: number, value: T], void> {
		const shift = Math.max(this.#shift, other.#shift);
		yield* own(raised(this.#root, this.#shift, shift), raised(other.#root, other.#shift, shift), shift, 0);
	}

	/** The values by rising key. */
	*[Symbol.iterator](): Generator<T, void> {
		for (const [, value] of this.entries()) yield value;
	}
}

function put<T>(
	cell: Cell<T> | undefined,
	shift: number,
	key: number,
	value: T | undefined,
): Cell<T> | undefined {
	const way = (key >>> shift) % ways;
	const next = shift === 0 ? value : put(cell?.[way] as Cell<T> | undefined, shift - bits, key, value);
	const copy = cell ? cell.slice() : [];
	copy[way] = next;
	return next === undefined && copy.every(part => part === undefined) ? undefined : copy;
}

/** A root as that of a higher table. */
function raised<T>(root: Cell<T> | undefined, from: number, to: number): Cell<T> | undefined {
	let cell = root;
	for (let shift = from; shift < to; shift += bits) cell &&= [cell];
	return cell;
}

function* differing<T>(
	one: Cell<T> | undefined,
	other: Cell<T> | undefined,
	shift: number,
	base: number,
): Generator<number, void> {
	for (let way = 0; way < ways; way += 1) {
		const [a, b] = [one?.[way], other?.[way]];
		if (a === b) continue;
		const key = base + (way << shift);
		if (shift === 0) yield key;
		else yield* differing(a as Cell<T> | undefined, b as Cell<T> | undefined, shift - bits, key);
	}
}

function* own<T>(
	one: Cell<T> | undefined,
	other: Cell<T> | undefined,
	shift: number,
	base: number,
): Generator<[number, T], void> {
	for (const [way, part] of one?.entries() ?? []) {
		if (part === undefined || part === other?.[way]) continue;
		const key = base + (way << shift);
		if (shift === 0) yield [key, part as T];
		else yield* own(part as Cell<T>, other?.[way] as Cell<T> | undefined, shift - bits, key);
	}
}

function* below<T>(cell: Cell<T>, shift: number, base: number, first: number): Generator<[number, T], void> {
	const skip = Math.max(0, (first - base) >> shift);
	for (let way = skip; way < cell.length; way += 1) {
		const part = cell[way];
		if (part === undefined) continue;
		const key = base + (way << shift);
		if (shift === 0) yield [key, part as T];
		else yield* below(part as Cell<T>, shift - bits, key, first);
	}
}
