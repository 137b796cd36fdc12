/**
 * The cells of a drawing, a band of rows at a time: painted when one of its rows is looked at, kept
 * while it is in use. Nearly every drawing is one band; one of ten thousand rows never lies in memory whole.
 */
import {type Cell, Cells} from './cells.js';

/** Cells of a band at most, if it has more than the least rows. */
const mostCells = 2 ** 21;
const leastRows = 16;
/** Bands that are kept: more rows than a terminal shows. */
const mostBands = 8;

/** What is drawn at each cell, by a function that draws into a band. */
export class Bands {
	readonly #rows: number;
	/** By index, the one last used at the end. */
	readonly #painted = new Map<number, Cells>();

	constructor(
		readonly columns: number,
		readonly height: number,
		readonly paint: (cells: Cells) => void,
	) {
		this.#rows = Math.max(leastRows, Math.floor(mostCells / Math.max(1, columns)));
	}

	get(x: number, y: number): Cell | undefined {
		return this.#band(y).get(x, y);
	}

	/** The cells of row `y` from column `from` up to `to`, exclusive. */
	slice(y: number, from: number, to: number): (Cell | undefined)[] {
		return this.#band(y).slice(y, from, to);
	}

	#band(y: number): Cells {
		const index = Math.floor(Math.min(Math.max(0, y), this.height) / this.#rows);
		const known = this.#painted.get(index);
		const first = index * this.#rows;
		const band = known ?? new Cells(this.columns, first, Math.min(first + this.#rows, this.height));
		if (!known) this.paint(band);
		this.#painted.delete(index);
		this.#painted.set(index, band);
		for (const oldest of this.#painted.keys()) {
			if (this.#painted.size <= mostBands) break;
			this.#painted.delete(oldest);
		}
		return band;
	}
}
