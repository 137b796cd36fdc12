/**
 * Frames: the rows that a terminal shows, and the bytes that turn one frame into the next. Only rows that differ are
 * written, over what stands there, so that nothing blinks; all in one string between the marks of synchronized output.
 */
import {stripVTControlCharacters} from 'node:util';
import {clusters, width} from '../text.js';

/** Styled text at a place of its row, and the columns it takes. */
export interface Part {
	readonly x: number;
	readonly text: string;
	readonly width: number;
}

/** Whole rows that come between other rows, the first of them as row `y`; the parts of each go from left to right. */
export interface Inset {
	readonly y: number;
	readonly rows: readonly (readonly Part[])[];
}

/** A row with its styles, and the columns it takes. */
interface Row {
	readonly text: string;
	readonly width: number;
}

/** What stands on the screen, row by row. */
export type Frame = readonly Row[];

/** Of a terminal. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

const synchronized = ['\x1b[?2026h', '\x1b[?2026l'] as const;

/** `text` (lines) as a frame of `size`, with `inset` between its lines. Rows beyond the size are dropped. */
export function frame(text: string, size: Size, inset?: Inset): Frame {
	const lines = text.split('\n').map((line): Row => ({text: anchored(line, 0), width: measure(line)}));
	if (inset) lines.splice(inset.y, 0, ...inset.rows.map(joined));
	return Array.from({length: size.rows}, (_, y) => lines[y] ?? {text: '', width: 0});
}

/** The bytes that make `after` out of `before`; all rows where there is no `before`. Empty where nothing differs. */
export function update(before: Frame | undefined, after: Frame, size: Size): string {
	let bytes = '';
	for (const [y, row] of after.entries()) {
		if (before && before[y]?.text === row.text) continue;
		// Erasing after a full row would take its last cell: the cursor still stands on it.
		const erased = isPlain(row.text) ? '' : '\x1b[2K';
		bytes += `\x1b[${y + 1};1H${erased}${row.text}\x1b[0m${row.width < size.columns ? '\x1b[K' : ''}`;
	}
	return bytes === '' ? '' : synchronized[0] + bytes + synchronized[1];
}

/** Whether all terminals agree on the columns of a row; where they do not, something older could stay at its end. */
function isPlain(text: string): boolean {
	return !/[\u200d\u20e3\ufe0f]|\p{Emoji_Modifier}|\p{Regional_Indicator}/u.test(text);
}

/** A style, or a text without one. */
const pieces = /\x1b\[[\d;]*m|[^\x1b]+/g;

/** `text` from column `x` on, the column named behind each cluster on whose width terminals disagree. */
function anchored(text: string, x: number): string {
	if (isPlain(text)) return text;
	let column = x + 1;
	let result = '';
	for (const [piece] of text.matchAll(pieces)) {
		if (piece.startsWith('\x1b')) {
			result += piece;
			continue;
		}
		for (const cluster of clusters(piece)) {
			column += cluster.width;
			result += isPlain(cluster.text) ? cluster.text : `${cluster.text}\x1b[${column}G`;
		}
	}
	return result;
}

/** The column is named at each part, since terminals disagree on the width of some characters. */
function joined(parts: readonly Part[]): Row {
	let text = '';
	let end = 0;
	for (const part of parts) {
		const gap = ' '.repeat(Math.max(0, part.x - end));
		const own = anchored(part.text, part.x);
		text += part.x === 0 ? own : `\x1b[0m${gap}\x1b[${part.x + 1}G${own}`;
		end = part.x + part.width;
	}
	return {text, width: end};
}

function measure(line: string): number {
	return width(stripVTControlCharacters(line));
}
