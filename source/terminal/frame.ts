/**
 * Frames: the rows that a terminal shows, and the bytes that turn one frame into the next. Only rows that differ are
 * written, over what stands there, so that nothing blinks; all in one string between the marks of synchronized output.
 */
import {stripVTControlCharacters} from 'node:util';
import {keptApart} from '../bidi.js';
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
	/** The cell of the screen that a person looks at. */
	readonly focus?: Place | undefined;
}

/** A cell; columns and rows count from 0. */
export interface Place {
	readonly x: number;
	readonly y: number;
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

/** The cursor of a field and what is picked are inverse; what is bold too only stands out. */
const picked = /(?<!\x1b\[1m)\x1b\[7m/;
const synchronized = ['\x1b[?2026h', '\x1b[?2026l'] as const;

/** `text` (lines) as a frame of `size`, with `inset` between its lines. Rows beyond the size are dropped. */
export function frame(text: string, size: Size, inset?: Inset): Frame {
	const lines = text
		.split('\n')
		.map((line): Row => ({text: keptApart(anchored(line, 0)), width: measure(line)}));
	if (inset) lines.splice(inset.y, 0, ...inset.rows.map(joined));
	return Array.from({length: size.rows}, (_, y) => lines[y] ?? {text: '', width: 0});
}

/**
 * The bytes that make `after` out of `before`; all rows where there is no `before`. Empty where nothing differs. The cursor,
 * which input methods, magnifiers and braille displays follow, is left in the field or list that is open, else at `focus`.
 */
export function update(before: Frame | undefined, after: Frame, size: Size, focus?: Place): string {
	let bytes = '';
	for (const [y, row] of after.entries()) {
		if (before && before[y]?.text === row.text) continue;
		// Where the end of a row is not known it is erased before; erasing after a full one would take its last cell.
		const isKnown = isPlain(row.text);
		const erased = isKnown && row.width < size.columns ? '\x1b[K' : '';
		bytes += `\x1b[${y + 1};1H${isKnown ? '' : '\x1b[2K'}${row.text}\x1b[0m${erased}`;
	}
	if (bytes === '') return '';
	const at = lastPicked(after) ?? focus;
	return synchronized[0] + bytes + (at ? `\x1b[${at.y + 1};${at.x + 1}H` : '') + synchronized[1];
}

/** The field stands below all that may be picked. */
function lastPicked(rows: Frame): Place | undefined {
	const y = rows.findLastIndex(row => picked.test(row.text));
	const {text = ''} = rows[y] ?? {};
	return y < 0 ? undefined : {x: measure(text.slice(0, text.search(picked))), y};
}

/** Emoji of several characters: terminals disagree on the width of each. */
const joinedEmoji = /[\u200d\u20e3\ufe0f]|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;
/** Marks that take a column in some terminals, as in Devanagari and Thai, and letters that a virama joins. */
const spreading = /[\u0e33\u0eb3]|\p{Mc}|[\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2]\p{Lo}/u;

/** Whether all terminals agree on the columns of a row; where they do not, something older could stay at its end. */
function isPlain(text: string): boolean {
	return !joinedEmoji.test(text) && !spreading.test(text);
}

/** A style, or a text without one. */
const pieces = /\x1b\[[\d;]*m|[^\x1b]+/g;

/** Where a label ends and something else begins: at a sign of the drawing, behind a gap or what there is of it. */
const begins = /(?=[\u2190-\u21ff\u2500-\u25ff|#<>])|(?<=^ +| {2})(?=[^ ])/u;

/**
 * `text` from column `x` on, the column named behind each cluster on whose width terminals disagree; of a label that may
 * spread not before something else comes, so that its letters are not written over each other.
 */
function anchored(text: string, x: number): string {
	if (isPlain(text)) return text;
	let column = x + 1;
	let result = '';
	let isSure = true;
	for (const [piece] of text.matchAll(pieces)) {
		if (piece.startsWith('\x1b')) {
			result += piece;
			continue;
		}
		for (const label of piece.split(begins)) {
			if (!isSure && label.trim() !== '') {
				result += `\x1b[${column}G`;
				isSure = true;
			}
			if (spreading.test(label)) isSure = false;
			for (const cluster of isSure ? clusters(label) : [{text: label, width: width(label)}]) {
				column += cluster.width;
				result += cluster.text;
				if (isSure && !isPlain(cluster.text)) result += `\x1b[${column}G`;
			}
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
