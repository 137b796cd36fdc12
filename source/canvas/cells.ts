/** The cells of a drawing, kept only where something is drawn. */
import type {Lit, Role} from './canvas.js';

/** What stands in one cell, and what it belongs to. Shared by cells that look the same. */
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
	readonly strokes: readonly Stroke[];
	readonly head?: 'left' | 'right' | 'up' | 'down';
	/** The lane whose border the line crosses. */
	readonly lane?: string;
}

export interface Stroke {
	readonly edge: string;
	readonly arms: number;
	readonly dashed: boolean;
}

/** The right half of a wide glyph. */
export interface Tail {
	readonly type: 'tail';
}

const chunkSize = 64;

/** A grid without bounds of which only the drawn parts take memory. */
export class Cells {
	readonly #rows = new Map<number, Map<number, (Cell | undefined)[]>>();

	get(x: number, y: number): Cell | undefined {
		return this.#rows.get(y)?.get(Math.floor(x / chunkSize))?.[x % chunkSize];
	}

	set(x: number, y: number, cell: Cell): void {
		let row = this.#rows.get(y);
		if (!row) {
			row = new Map();
			this.#rows.set(y, row);
		}
		const at = Math.floor(x / chunkSize);
		let chunk = row.get(at);
		if (!chunk) {
			chunk = new Array<Cell | undefined>(chunkSize).fill(undefined);
			row.set(at, chunk);
		}
		chunk[x % chunkSize] = cell;
	}

	/** The cells of row `y` from column `from` up to `to`, exclusive. */
	slice(y: number, from: number, to: number): (Cell | undefined)[] {
		const row = this.#rows.get(y);
		const result = new Array<Cell | undefined>(Math.max(0, to - from)).fill(undefined);
		if (!row) return result;
		for (let at = Math.floor(from / chunkSize); at * chunkSize < to; at++) {
			const chunk = row.get(at);
			if (!chunk) continue;
			const start = at * chunkSize;
			for (let x = Math.max(from, start); x < Math.min(to, start + chunkSize); x++)
				result[x - from] = chunk[x - start];
		}
		return result;
	}
}
