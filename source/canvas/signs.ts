/** The signs that words are written with, and what stands for them where a terminal or a locale has fewer. */
import type {CharacterSet} from './canvas.js';
import {tokenMark} from './shapes.js';

type Pairs = readonly (readonly [sign: string, instead: string])[];

/** What `harmless` shows for control characters. */
const controls: Pairs = Array.from({length: 0x22}, (_, code) => [String.fromCodePoint(0x2400 + code), '?']);

/**
 * As wide as the sign itself, so that what was aligned or wrapped stays so. No `<`, `|`, backtick or bracket: Markdown
 * is spelled after its labels were escaped.
 */
const everywhere: Pairs = [
	...controls,
	['⟨', '{'],
	['⟩', '}'],
	['“', '"'],
	['”', '"'],
	['‘', "'"],
	['’', "'"],
	['–', '-'],
	['—', '-'],
	['┄', '-'],
	['›', '>'],
	['×', 'x'],
	['…', '~'],
	['✗', 'x'],
	['✘', 'x'],
];

const tables: Readonly<Record<Exclude<CharacterSet, 'unicode'>, ReadonlyMap<string, string>>> = {
	cp437: new Map([...everywhere, ['●', tokenMark.cp437.moves], ['✓', '√'], ['✔', '√'], ['▶', '►']]),
	ascii: new Map([
		...everywhere,
		['→', '>'],
		['►', '>'],
		['▶', '>'],
		['✓', 'v'],
		['✔', 'v'],
		['•', '*'],
		['·', '-'],
		['─', '-'],
		['●', tokenMark.ascii.moves],
		['± ', '+-'],
		['±', '~'],
		['≥ ', '>='],
	]),
};

/** A sign, with the selector of its style as text; not one that is shown as an emoji. */
const signs = /[±≥] |([^\x00-\x7f])(?!\ufe0f)\ufe0e?/gu;

/** `text` sign for sign, in as many columns; for what stands in cells. */
export function spelled(text: string, set: CharacterSet): string {
	return set === 'unicode'
		? text
		: text.replace(signs, (sign, alone: string | undefined) => tables[set].get(alone ?? sign) ?? sign);
}

/** An ellipsis that stands for more, not for the end of a text that was cut. Two of many blanks behind it give way. */
const more = /(?<=[ "])…(?=[ "]|$)(?: {2}(?= ))?/gm;

/** `text` as a person reads it: an ellipsis takes three columns. */
export function written(text: string, set: CharacterSet): string {
	return set === 'unicode' ? text : spelled(text.replace(more, '...'), set);
}
