/**
 * Frames: the rows that a terminal shows, and the bytes that turn one frame into the next. Only rows that differ are
 * written, over what stands there, so that nothing blinks; all in one string between the marks of synchronized output.
 */
import {stripVTControlCharacters} from 'node:util';
import {width} from '../text.js';

/** A rectangle at the left, painted over the rest; `rows` are styled and take exactly `width` columns each. */
export interface Overlay {
	readonly y: number;
	readonly width: number;
	readonly rows: readonly string[];
}

/** A row with its styles, and the columns it takes. */
interface Row {
	readonly text: string;
	readonly width: number;
}

export type Frame = readonly Row[];

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

const synchronized = ['\x1b[?2026h', '\x1b[?2026l'] as const;

/**
 * `text` (lines) as a frame of `size`, with `overlay` on top. Where the overlay stands, `text` holds blanks only: an
 * empty box of the layout. Rows beyond the size are dropped.
 */
export function frame(text: string, size: Size, overlay?: Overlay): Frame {
	const lines = text.split('\n');
	const rows: Row[] = [];
	for (let y = 0; y < size.rows; y += 1) {
		const line = lines[y] ?? '';
		const painted = overlay?.rows[y - overlay.y];
		rows.push(
			overlay && painted !== undefined ? over(line, overlay, painted) : {text: line, width: measure(line)},
		);
	}
	return rows;
}

/** The bytes that make `after` out of `before`; all rows where there is no `before`. Empty where nothing differs. */
export function update(before: Frame | undefined, after: Frame, size: Size): string {
	let bytes = '';
	for (const [y, row] of after.entries()) {
		if (before && before[y]?.text === row.text) continue;
		// Erasing after a full row would take its last cell: the cursor still stands on it.
		bytes += `\x1b[${y + 1};1H${row.text}\x1b[0m${row.width < size.columns ? '\x1b[K' : ''}`;
	}
	return bytes === '' ? '' : synchronized[0] + bytes + synchronized[1];
}

function over(line: string, overlay: Overlay, painted: string): Row {
	// Blanks are what the overlay covers, so characters are columns here.
	const right = line.slice(overlay.width);
	if (right === '') return {text: painted, width: overlay.width};
	// The column is named again, since terminals disagree on the width of some characters.
	return {
		text: `${painted}\x1b[0m\x1b[${overlay.width + 1}G${right}`,
		width: overlay.width + measure(right),
	};
}

function measure(line: string): number {
	return width(stripVTControlCharacters(line));
}
