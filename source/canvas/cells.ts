/** The cells of a band of rows of a drawing. */
import {markOf} from '../bidi.js';
import type {Box} from '../layout/geometry.js';
import {type Cluster, clusters, width} from '../text.js';
import type {Role} from './canvas.js';
import type {TokenMark, Weight} from './shapes.js';

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
	/** Shown instead where a token stands; where none does and the node is marked, the mark. */
	readonly token?: TokenMark;
	/** Shown instead where a breakpoint is set. */
	readonly breakpoint?: string;
}

/** A part of a box's border, by its weight. */
interface BorderPart {
	readonly type: 'border';
	readonly glyphs: Readonly<Record<Weight, string>>;
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

type Direction = 'left' | 'right' | 'up' | 'down';
const directions: readonly Direction[] = ['left', 'right', 'up', 'down'];

/** The right half of a wide glyph. */
interface Tail {
	readonly type: 'tail';
}

/** What a text and its neighbours have in common. */
type Look = Pick<Glyph, 'role' | 'kind' | 'id'>;

/** A text in neighbouring cells, taken apart when one of them is asked for: most never are. */
class Writing {
	#cells: readonly Cell[] | undefined;

	constructor(
		readonly first: Handle,
		readonly text: string,
		readonly look: Look,
	) {}

	at(handle: Handle): Cell | undefined {
		this.#cells ??= this.#clusters().flatMap(({text, width}): Cell[] => [
			{type: 'glyph', text, width, ...this.look},
			...Array.from({length: width - 1}, (): Tail => ({type: 'tail'})),
		]);
		return this.#cells[handle - this.first];
	}

	/** What keeps the text apart goes with its first cluster and its last. */
	#clusters(): readonly Cluster[] {
		const list = clusters(this.text);
		const mark = markOf(this.text);
		if (mark === '') return list;
		return list.map(({text, width}, at) => ({
			text: `${at === 0 ? mark : ''}${text}${at === list.length - 1 ? mark : ''}`,
			width,
		}));
	}
}

/** A cell as {@link Cells.add} made it known. */
export type Handle = number;

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

/** The rows from `first` up to `end`, exclusive. What is drawn outside of them is left out. */
export class Cells {
	readonly #values: Int32Array;
	readonly #known: (Cell | Writing | undefined)[] = [undefined];

	constructor(
		readonly columns: number,
		readonly first: number,
		readonly end: number,
	) {
		this.#values = new Int32Array(columns * (end - first));
	}

	/** Makes a cell known, so that it can be set in many places. */
	add(cell: Cell): Handle {
		return this.#known.push(cell) - 1;
	}

	/** Whether any of `height` rows from `y` on is kept. */
	shows(y: number, height: number): boolean {
		return y < this.end && y + height > this.first;
	}

	get(x: number, y: number): Cell | undefined {
		return this.#has(x, y) ? this.#cell(this.#values[this.#place(x, y)] ?? 0) : undefined;
	}

	/** Draws arms of a line over what stands there: over a lane's border, or over other lines. */
	stroke(x: number, y: number, edge: number, arms: number, dashed: boolean, head?: Direction): void {
		if (!this.#has(x, y)) return;
		const bits = arms | (dashed ? 0 : solidBit) | (head ? (directions.indexOf(head) + 1) << headShift : 0);
		this.#stroke(this.#place(x, y), edge, bits);
	}

	/** Draws the same arms in the columns from `from` up to `to`, exclusive: most of a drawing is this. */
	strokeRow(y: number, from: number, to: number, edge: number, arms: number, dashed: boolean): void {
		if (!this.shows(y, 1)) return;
		const bits = arms | (dashed ? 0 : solidBit);
		const end = this.#place(to, y);
		for (let at = this.#place(from, y); at < end; at++) this.#stroke(at, edge, bits);
	}

	/** Draws the same arms in the rows from `from` up to `to`, exclusive. */
	strokeColumn(x: number, from: number, to: number, edge: number, arms: number, dashed: boolean): void {
		const bits = arms | (dashed ? 0 : solidBit);
		const end = this.#place(x, Math.min(to, this.end));
		for (let at = this.#place(x, Math.max(from, this.first)); at < end; at += this.columns)
			this.#stroke(at, edge, bits);
	}

	set(x: number, y: number, handle: Handle): void {
		if (this.#has(x, y)) this.#values[this.#place(x, y)] = handle;
	}

	/** Sets all cells of a rectangle. */
	fill({x, y, width, height}: Box, handle: Handle): void {
		const [from, to] = [Math.max(x, 0), Math.min(x + width, this.columns)];
		for (let row = Math.max(y, this.first); row < Math.min(y + height, this.end) && from < to; row++)
			this.#values.fill(handle, this.#place(from, row), this.#place(to, row));
	}

	/** Writes a text, from a cell to the right. */
	write(x: number, y: number, text: string, look: Look): void {
		if (!this.shows(y, 1)) return;
		const writing = new Writing(this.#known.length, text, look);
		const columns = width(text);
		for (let i = 0; i < columns; i++) this.set(x + i, y, this.#known.push(writing) - 1);
	}

	/** The cells of row `y` from column `from` up to `to`, exclusive. */
	slice(y: number, from: number, to: number): (Cell | undefined)[] {
		const result = new Array<Cell | undefined>(Math.max(0, to - from)).fill(undefined);
		if (!this.shows(y, 1)) return result;
		const values = this.#values;
		const row = this.#place(0, y);
		const end = Math.min(to, this.columns);
		for (let x = Math.max(from, 0); x < end; x++) {
			const value = values[row + x];
			if (value) result[x - from] = this.#cell(value);
		}
		return result;
	}

	#has(x: number, y: number): boolean {
		return x >= 0 && x < this.columns && y >= this.first && y < this.end;
	}

	#place(x: number, y: number): number {
		return (y - this.first) * this.columns + x;
	}

	#stroke(at: number, edge: number, bits: number): void {
		this.#values[at] = over(this.#values[at] ?? 0, edge) | bits;
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
