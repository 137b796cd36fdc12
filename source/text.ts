/**
 * Text as a terminal shows it: measured in columns, made of grapheme clusters, and harmless.
 * Everything that leaves the program for a screen or a report passes through {@link harmless}.
 */
import stringWidth from 'string-width';
import {isShaping} from './invisible.js';
import {once} from './once.js';

const printableAscii = /^[\x20-\x7e]*$/;

/** Characters that are a cluster of their own wherever they stand, one column wide or two, and harmless: no need to look closer. */
const one = String.raw`\x20-\x7e\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2400-\u2426\u2500-\u25fc\u27e8\u27e9`;
const two = String.raw`\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60`;
const simple = new RegExp(`^[${one}${two}]*$`);
const wide = new RegExp(`[${two}]`);
const everyWide = new RegExp(wide.source, 'g');

/** One grapheme cluster and the columns it takes. */
export interface Cluster {
	readonly text: string;
	readonly width: number;
}

/** Columns that `text` takes in a terminal. */
export function width(text: string): number {
	const known = simpleWidth(text);
	if (known !== undefined) return known;
	let sum = 0;
	for (const segment of segments(text)) sum += stringWidth(segment);
	return sum;
}

/** Columns of the widest of `texts`, however many; 0 where there is none. */
export function widest(texts: Iterable<string>): number {
	let most = 0;
	for (const text of texts) most = Math.max(most, width(text));
	return most;
}

/** Columns that `text` takes where every character is a cluster of its own; undefined for all other texts. */
export function simpleWidth(text: string): number | undefined {
	if (printableAscii.test(text)) return text.length;
	return simple.test(text) ? text.length + (text.match(everyWide)?.length ?? 0) : undefined;
}

/** The grapheme clusters of `text`; those without a width of their own ride on the one before. */
export function clusters(text: string): Cluster[] {
	return Array.from(clustersIn(text));
}

/** The same one by one: of a long text many are never held at once. */
function* clustersIn(text: string): Generator<Cluster> {
	if (simple.test(text)) {
		for (const character of text) yield {text: character, width: wide.test(character) ? 2 : 1};
		return;
	}
	let last: Cluster | undefined;
	for (const segment of segments(text)) {
		const columns = stringWidth(segment);
		if (columns === 0 && last) last = {text: last.text + segment, width: last.width};
		else {
			if (last) yield last;
			last = {text: segment, width: columns};
		}
	}
	if (last) yield last;
}

/** For unusual texts: its tables take longer to load than most texts take to read. */
const graphemes = once(() => new Intl.Segmenter('en', {granularity: 'grapheme'}));

/** Characters that are segmented at once: the time that Intl.Segmenter takes grows with the square of them. */
const stretch = 500;

/** The grapheme clusters of `text` as Unicode has them, in linear time: the last of each stretch opens the next. */
function* segments(text: string): Generator<string> {
	let start = 0;
	let size = stretch;
	while (start < text.length) {
		const list = Array.from(graphemes().segment(text.slice(start, start + size)));
		const last = list.at(-1);
		const ended = start + size >= text.length;
		if (!ended && list.length < 2) {
			size *= 2;
			continue;
		}
		for (const {segment} of ended ? list : list.slice(0, -1)) yield segment;
		start += ended || !last ? size : last.index;
		size = stretch;
	}
}

/** `text` cut to at most `columns`, ending in `mark` where something was cut: never a number, which would read as another. */
export function cut(text: string, columns: number, mark = '…'): string {
	if (width(text) <= columns) return text;
	const room = columns - width(mark);
	if (room < 0) return '';
	let used = 0;
	let result = '';
	for (const cluster of clustersIn(text)) {
		if (used + cluster.width > room) break;
		used += cluster.width;
		result += cluster.text;
	}
	const isInNumber = /^\d/.test(text.slice(result.length));
	return (isInNumber ? result.replace(/(?<=\D)\d+$/, '') : result) + mark;
}

/** `text` filled with blanks on the right up to `columns`. */
export function pad(text: string, columns: number): string {
	return text + ' '.repeat(Math.max(0, columns - width(text)));
}

const suspicious = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]`;
const suspect = once(() => new RegExp(suspicious, 'u'));
const suspects = once(() => new RegExp(suspicious, 'gu'));

/** Whether `cluster` is an emoji of several characters; the table of them is loaded only here. */
function isEmoji(cluster: string): boolean {
	return /^\p{RGI_Emoji}$/v.test(cluster);
}

/**
 * `text` with everything that could steer a terminal or deceive a reader shown instead of sent:
 * C0 controls as control pictures (`␛`), other invisible or reordering characters as `⟨U+202E⟩`.
 * Those stay that a script or an emoji is written with, where they shape it: a joiner between letters that join, a selector
 * behind what it selects a form of. Of marks heaped on one character no more stay than the Stream-Safe Text Format of
 * Unicode (UAX #15) has, with `…` for the others. The result holds no control or line-separating character.
 */
export function harmless(given: string): string {
	if (simple.test(given)) return given;
	// More marks in a row than any script has need of.
	const text = /\p{M}{31}/u.test(given) ? given.replace(/(\p{M}{30})\p{M}+/gu, '$1…') : given;
	let result = '';
	let done = 0;
	for (const [at, character] of hiddenIn(text)) {
		result += text.slice(done, at) + visible(character);
		done = at + character.length;
	}
	return result + text.slice(done);
}

/** Where the first character of `text` is that {@link harmless} shows instead of sending it; undefined where none is. */
export function firstHidden(text: string): number | undefined {
	for (const [at] of hiddenIn(text)) return at;
	return undefined;
}

/** The characters of `text` that cannot be seen, or that steer, and shape nothing; with their places. */
function* hiddenIn(text: string): Generator<readonly [at: number, character: string]> {
	if (simple.test(text) || !suspect().test(text)) return;
	let at = 0;
	for (const segment of segments(text)) {
		if (suspect().test(segment) && !isEmoji(segment))
			for (const found of segment.matchAll(suspects()))
				if (!isShaping(text, at + found.index)) yield [at + found.index, found[0]];
		at += segment.length;
	}
}

/** `label` before what answers it: `Tests passed?`, `Route:`. */
export function asked(label: string): string {
	return /[?？!:]\s*$/.test(label) ? label : `${label}:`;
}

/** Columns of a name or a label in a sentence. */
const longestName = 40;

/** `text` as a sentence names it: harmless, and cut where it is long. */
export function brief(text: string): string {
	return cut(harmless(text.slice(0, longestName * 8)), longestName);
}

/** JSON in which nothing can steer a terminal or hide from a reader: suspicious characters are escaped. */
export function json(value: unknown, indent?: string): string {
	return JSON.stringify(value, null, indent).replace(suspects(), character => {
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
