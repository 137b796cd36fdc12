/**
 * Text as a terminal shows it: measured in columns, made of grapheme clusters, and harmless.
 * Everything that leaves the program for a screen or a report passes through {@link harmless}.
 */
import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});
const printableAscii = /^[\x20-\x7e]*$/;

/** One grapheme cluster and the columns it takes. */
export interface Cluster {
	readonly text: string;
	readonly width: number;
}

/** Columns that `text` takes in a terminal. */
export function width(text: string): number {
	return printableAscii.test(text) ? text.length : clusters(text).reduce((sum, c) => sum + c.width, 0);
}

/** The grapheme clusters of `text`; those without a width of their own ride on the one before. */
export function clusters(text: string): Cluster[] {
	if (printableAscii.test(text)) return Array.from(text, c => ({text: c, width: 1}));
	const result: Cluster[] = [];
	for (const {segment} of graphemes.segment(text)) {
		const columns = stringWidth(segment);
		const last = result.at(-1);
		if (columns === 0 && last) result[result.length - 1] = {text: last.text + segment, width: last.width};
		else result.push({text: segment, width: columns});
	}
	return result;
}

/** `text` cut to at most `columns`, ending in `mark` where something was cut. */
export function cut(text: string, columns: number, mark = '…'): string {
	if (width(text) <= columns) return text;
	const room = columns - width(mark);
	if (room < 0) return '';
	let used = 0;
	let result = '';
	for (const cluster of clusters(text)) {
		if (used + cluster.width > room) break;
		used += cluster.width;
		result += cluster.text;
	}
	return result + mark;
}

/** `text` filled with blanks on the right up to `columns`. */
export function pad(text: string, columns: number): string {
	return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/**
 * `text` in lines of at most `columns`, broken at blanks where that is possible and inside a word
 * only where the word alone is wider. Joined again it holds every visible character of `text`.
 */
export function wrap(text: string, columns: number): string[] {
	const lines: string[] = [];
	let line = '';
	let used = 0;
	const end = () => {
		lines.push(line);
		line = '';
		used = 0;
	};
	for (const word of text.split(' ').filter(Boolean)) {
		const wide = width(word);
		if (used > 0 && used + 1 + wide > columns) end();
		if (used > 0) {
			line += ' ';
			used += 1;
		}
		for (const cluster of wide > columns ? clusters(word) : [{text: word, width: wide}]) {
			if (used > 0 && used + cluster.width > columns) end();
			line += cluster.text;
			used += cluster.width;
		}
	}
	if (used > 0 || lines.length === 0) end();
	return lines;
}

const suspicious = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Co}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/u;
const suspects = new RegExp(suspicious.source, 'gu');
const emoji = /^\p{RGI_Emoji}$/v;

/**
 * `text` with everything that could steer a terminal or deceive a reader shown instead of sent:
 * C0 controls as control pictures (`␛`), other invisible or reordering characters as `⟨U+202E⟩`.
 * Joiners inside an emoji stay. The result holds no control, format or line-separating character.
 */
export function harmless(text: string): string {
	if (printableAscii.test(text) || !suspicious.test(text)) return text;
	let result = '';
	for (const {segment} of graphemes.segment(text)) {
		if (!suspicious.test(segment) || emoji.test(segment)) result += segment;
		else
			for (const character of segment) result += suspicious.test(character) ? visible(character) : character;
	}
	return result;
}

/** JSON in which nothing can steer a terminal or hide from a reader: suspicious characters are escaped. */
export function json(value: unknown, indent?: string): string {
	return JSON.stringify(value, null, indent).replace(suspects, character => {
		if (character === '\n' || character === '\t') return character;
		const units = Array.from({length: character.length}, (_, index) => character.charCodeAt(index));
		return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
	});
}

function visible(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '␡';
	return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
