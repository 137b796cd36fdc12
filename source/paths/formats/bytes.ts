/** Text as bytes, put together quickly: routes written one after another mostly begin alike. */

/** A part of a text; a number is a whole one. */
export type Part = string | number | Uint8Array;

/** Bytes gathered one after the other. */
export class Bytes {
	#bytes = Buffer.alloc(0);
	#view = this.#bytes;
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** What has been gathered; good until more is. */
	get all(): Uint8Array {
		if (this.#view.length !== this.#length) this.#view = this.#bytes.subarray(0, this.#length);
		return this.#view;
	}

	/** Forgets all but the first `length` bytes. */
	cut(length: number): this {
		this.#length = length;
		return this;
	}

	add(part: Part): this {
		if (typeof part === 'number') this.#digits(part);
		else if (typeof part === 'string') {
			this.#reserve(part.length * 3);
			this.#length += this.#bytes.write(part, this.#length);
		} else {
			this.#reserve(part.length);
			this.#bytes.set(part, this.#length);
			this.#length += part.length;
		}
		return this;
	}

	/** Without a text in between: the engine would keep that for a while, and a million of them take their room. */
	#digits(value: number): void {
		let place = 1;
		while (place * 10 <= value) place *= 10;
		this.#reserve(20);
		for (; place >= 1; place /= 10) this.#bytes[this.#length++] = 48 + (Math.floor(value / place) % 10);
	}

	#reserve(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const old = this.#bytes;
		this.#bytes = Buffer.allocUnsafe(Math.max(2 * old.length, this.#length + more));
		this.#bytes.set(old.subarray(0, this.#length));
		this.#view = this.#bytes;
	}
}

/** How a list is written: what opens it, parts its items and closes it, and each item itself. */
interface ListStyle<Item> {
	readonly open: string;
	readonly between: string;
	readonly close: string;
	/** The first item may be written otherwise. */
	readonly item: (item: Item, first: boolean) => string;
}

/** A list in a line of text. What it has in common with the list before is not written again. */
export class List<Item> {
	readonly #style: ListStyle<Item>;
	readonly #known = new Map<Item, Uint8Array>();
	readonly #close: Uint8Array;
	readonly #items: Item[] = [];
	/** Where each of the items ends. */
	readonly #ends: number[] = [];
	readonly #bytes = new Bytes();
	/** How many of the items are those of the last list. */
	#length = 0;

	constructor(style: ListStyle<Item>) {
		this.#style = style;
		this.#close = Buffer.from(style.close);
	}

	/** The bytes of `list`; good until the next. */
	of(list: readonly Item[]): Uint8Array {
		const most = Math.min(list.length, this.#length);
		let same = 0;
		while (same < most && list[same] === this.#items[same]) same += 1;
		if (same === 0) this.#bytes.cut(0).add(this.#style.open);
		else this.#bytes.cut(this.#ends[same - 1] as number);
		for (let index = same; index < list.length; index++) {
			const item = list[index] as Item;
			this.#bytes.add(index === 0 ? this.#style.item(item, true) : this.#bytesOf(item));
			this.#items[index] = item;
			this.#ends[index] = this.#bytes.length;
		}
		this.#length = list.length;
		return this.#bytes.add(this.#close).all;
	}

	/** An item behind another. */
	#bytesOf(item: Item): Uint8Array {
		const old = this.#known.get(item);
		if (old) return old;
		const made = Buffer.from(this.#style.between + this.#style.item(item, false));
		this.#known.set(item, made);
		return made;
	}
}

/** `work` with its last answer at hand: what follows mostly asks the same. */
export function latest<Given extends object, Answer>(
	work: (given: Given) => Answer,
): (given: Given) => Answer {
	let asked: Given | undefined;
	let answer: Answer;
	return given => {
		if (given !== asked) answer = work(given);
		asked = given;
		return answer;
	};
}
