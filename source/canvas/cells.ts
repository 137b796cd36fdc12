/** The cells of a drawing, kept only where something is drawn. */
import {clusters, width} from '../text.js';
import type {Lit, Role} from './canvas.js';

/** What stands in one cell, and what it belongs to. Cells that look the same share one. */
export type Cell = Glyph | BorderPart | Crossroads | Tail;

/** A fixed character: text of boxes, titles and labels. */
export interface Glyph {
	readonly type: 'glyph';
	readonly text: string;
	/** Columns, 1 or 2. */
	readonly width: number;
	readonly role: Role;
	readonly kind: 'node' | 'edge' | 'lane';
	readonly id: string;
	/** Shown instead where a token stands. */
	readonly token?: string;
}

/** A part of a box's border, by how it stands out. */
export interface BorderPart {
	readonly type: 'border';
	readonly glyphs: Readonly<Record<Lit, string>>;
	readonly id: string;
}

/** Lines through a cell, and the head or lane border that may stand there too. */
export interface Crossroads {
	readonly type: 'lines';
	/** Of all lines together. */
	readonly arms: number;
	/** Whether every line through the cell leads back. */
	readonly dashed: boolean;
	readonly head?: Direction;
	/** Whether the border of a lane is crossed. */
	readonly lane: boolean;
	/** Index of the line that came first. */
	readonly edge: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';
const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];

/** The right half of a wide glyph. */
export interface Tail {
	readonly type: 'tail';
}

/** What a text and its neighbours have in common. */
export type Look = Pick<Glyph, 'role' | 'kind' | 'id'>;

/** A text in neighbouring cells, taken apart when one of them is asked for: most never are. */
class Writing {
	#cells: readonly Cell[] | undefined;

	constructor(
		readonly first: Handle,
		readonly text: string,
		readonly look: Look,
	) {}

	at(handle: Handle): Cell | undefined {
		this.#cells ??= clusters(this.text).flatMap(({text, width}): Cell[] => [
			{type: 'glyph', text, width, ...this.look},
			...Array.from({length: width - 1}, (): Tail => ({type: 'tail'})),
		]);
		return this.#cells[handle - this.first];
	}
}

/** A cell as {@link Cells.add} made it known. */
export type Handle = number;

const leastBits = 6;
const mostChunks = 256;

/**
 * Lines are kept as bits of a number, for there may be very many: arms, whether solid, whether over
 * a lane's border, the head, the edge; a high bit tells them from handles.
 */
const line = 2 ** 30;
const solidBit = 1 << 4;
const laneBit = 1 << 5;
const headShift = 6;
const edgeShift = 9;

/** What stands in a cell when a line comes over it. */
function over(there: number, edge: number): number {
	return there >= line ? there : line + (edge << edgeShift) + (there === 0 ? 0 : laneBit);
}

/** Cells are allocated in slabs of 2 to this many. */
const slabBits = 16;

/** A grid of cells of which only the drawn parts take memory. */
export class Cells {
	/** A chunk of a row is 2 to this many cells. */
	readonly #bits: number;
	readonly #mask: number;
	readonly #chunksPerRow: number;
	/** For every row the places of its chunks, counted in chunks from 1. */
	readonly #rows: (Int32Array | undefined)[] = [];
	readonly #slabs: Int32Array[] = [];
	#chunks = 0;
	readonly #known: (Cell | Writing | undefined)[] = [undefined];

	constructor(columns: number) {
		this.#bits = Math.max(leastBits, Math.ceil(Math.log2(Math.max(1, columns / mostChunks))));
		this.#mask = (1 << this.#bits) - 1;
		this.#chunksPerRow = (columns >> this.#bits) + 1;
	}

	/** Makes a cell known, so that it can be set in many places. */
	add(cell: Cell): Handle {
		return this.#known.push(cell) - 1;
	}

	get(x: number, y: number): Cell | undefined {
		const chunk = this.#rows[y]?.[x >> this.#bits] ?? 0;
		if (chunk === 0) return undefined;
		const at = this.#start(chunk) + (x & this.#mask);
		return this.#cell(this.#slab(chunk)[at] ?? 0);
	}

	/** Draws arms of a line over what stands there: over a lane's border, or over other lines. */
	stroke(x: number, y: number, edge: number, arms: number, dashed: boolean, head?: Direction): void {
		const bits = arms | (dashed ? 0 : solidBit) | (head ? (directions.indexOf(head) + 1) << headShift : 0);
		const chunk = this.#chunkAt(x, y);
		const slab = this.#slab(chunk);
		const at = this.#start(chunk) + (x & this.#mask);
		slab[at] = over(slab[at] ?? 0, edge) | bits;
	}

	/** Draws the same arms in the columns from `from` up to `to`, exclusive: most of a drawing is this. */
	strokeRow(y: number, from: number, to: number, edge: number, arms: number, dashed: boolean): void {
		const bits = arms | (dashed ? 0 : solidBit);
		for (let x = from; x < to; ) {
			const chunk = this.#chunkAt(x, y);
			const slab = this.#slab(chunk);
			const end = Math.min(to, (x | this.#mask) + 1);
			for (let at = this.#start(chunk) + (x & this.#mask); x < end; x++, at++)
				slab[at] = over(slab[at] ?? 0, edge) | bits;
		}
	}

	set(x: number, y: number, handle: Handle): void {
		const chunk = this.#chunkAt(x, y);
		this.#slab(chunk)[this.#start(chunk) + (x & this.#mask)] = handle;
	}

	/** Writes a text, from a cell to the right. */
	write(x: number, y: number, text: string, look: Look): void {
		const writing = new Writing(this.#known.length, text, look);
		const columns = width(text);
		for (let i = 0; i < columns; i++) this.set(x + i, y, this.#known.push(writing) - 1);
	}

	/** The chunk of a place, made where there is none yet. */
	#chunkAt(x: number, y: number): number {
		let row = this.#rows[y];
		if (!row) {
			row = new Int32Array(this.#chunksPerRow);
			this.#rows[y] = row;
		}
		const known = row[x >> this.#bits] ?? 0;
		if (known !== 0) return known;
		this.#chunks += 1;
		row[x >> this.#bits] = this.#chunks;
		if ((this.#chunks << this.#bits) >> slabBits >= this.#slabs.length)
			this.#slabs.push(new Int32Array(1 << slabBits));
		return this.#chunks;
	}

	#slab(chunk: number): Int32Array {
		return this.#slabs[(chunk << this.#bits) >> slabBits] ?? new Int32Array();
	}

	/** Where a chunk starts within its slab. */
	#start(chunk: number): number {
		return (chunk << this.#bits) & ((1 << slabBits) - 1);
	}

	/** The cells of row `y` from column `from` up to `to`, exclusive. */
	slice(y: number, from: number, to: number): (Cell | undefined)[] {
		const row = this.#rows[y];
		const result = new Array<Cell | undefined>(Math.max(0, to - from)).fill(undefined);
		if (!row) return result;
		for (let at = Math.max(0, from) >> this.#bits; at << this.#bits < to; at++) {
			const chunk = row[at] ?? 0;
			if (chunk === 0) continue;
			const slab = this.#slab(chunk);
			const start = at << this.#bits;
			const end = Math.min(to, start + (1 << this.#bits));
			for (let x = Math.max(from, start); x < end; x++)
				result[x - from] = this.#cell(slab[this.#start(chunk) + x - start] ?? 0);
		}
		return result;
	}

	#cell(value: number): Cell | undefined {
		if (value < line) {
			const known = this.#known[value];
			return known instanceof Writing ? known.at(value) : known;
		}
		const head = directions[((value >> headShift) & 7) - 1];
		return {
			type: 'lines',
			arms: value & 15,
			dashed: (value & solidBit) === 0,
			lane: (value & laneBit) !== 0,
			edge: (value - line) >> edgeShift,
			...(head ? {head} : {}),
		};
	}
}
