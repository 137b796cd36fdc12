/** Text → tokens: the words and signs of FlowZap Code with their places. Every text has tokens; none is refused. */
import {once} from '../once.js';
import type {Span} from '../problem.js';
import {torn} from './inner-quotes.js';
import {shapeWords} from './words.js';

/** What a token can be. */
export const tokenTypes = [
	'newline',
	'blank',
	'comment',
	'fence',
	'remark',
	'string',
	'torn',
	'quoted',
	'unclosed',
	'name',
	'loop',
	'handle',
	'shape',
	'word',
	'arrow',
	'badArrow',
	'backArrow',
	'line',
	'bar',
	'comma',
	'sign',
	'other',
] as const;
type TokenType = (typeof tokenTypes)[number];

/** A piece of a text; its characters are those between `start` and `end`. */
export interface Token extends Span {
	readonly type: TokenType;
	readonly text: string;
}

/** Whether a token joins two nodes, rightly written or not. */
export function isArrow({type}: Token): boolean {
	return type === 'arrow' || type === 'badArrow' || type === 'backArrow' || type === 'line';
}

const handle = anyCase('handle');
const loop = anyCase('loop');
const blanks = String.raw`[ \t]{0,8}`;
const dot = String.raw`${blanks}\.${blanks}`;

/** A condition may hold one pair of brackets; one that is not closed takes the rest of the line. */
const condition = String.raw`\[(?:(?:[^\[\]\r\n]|\[[^\[\]\r\n]*\])*\]|[^\r\n]*)`;

/** Reads texts of ASCII characters alone. */
const plain = once(() => readerOf(rulesOf('[A-Za-z0-9_]')));
/** Reads all others; its tables take longer to make than most texts to read. */
const worldly = once(() => readerOf(rulesOf(String.raw`[\p{L}\p{M}\p{N}_]`)));

/** The tokens of `text`, one after the other without gaps. */
export function* tokens(text: string): Generator<Token> {
	const {types, pattern} = /^[\0-\x7f]*$/.test(text) ? plain() : worldly();
	for (const found of text.matchAll(pattern)) {
		const [own] = found;
		let group = 1;
		while (found[group] === undefined) group += 1;
		yield {type: types[group - 1] ?? 'other', text: own, start: found.index, end: found.index + own.length};
	}
}

/** An expression with a group for each type of token, in their order: the first that fits counts, and the last fits all. */
interface Reader {
	readonly types: readonly TokenType[];
	readonly pattern: RegExp;
}

function readerOf(rules: readonly (readonly [TokenType, RegExp])[]): Reader {
	const groups = rules.map(([, {source}]) => `(${source})`);
	return {types: rules.map(([type]) => type), pattern: new RegExp(groups.join('|'), 'gu')};
}

/** How words are read that are made of `letter`, a class of characters as expressions write it. */
function rulesOf(letter: string): readonly (readonly [TokenType, RegExp])[] {
	const wordEnd = `(?!${letter}|-${letter})`;
	const shape = `(?:${shapeWords.map(anyCase).join('|')})${wordEnd}`;
	// A lane's display name runs to the end of its line; in a program that was pressed into one line it
	// ends where the next statement begins. The bounds on blanks and words keep this linear.
	const id = `${letter}{1,64}`;
	const statement = [
		`${id}${blanks}:${blanks}${shape}`,
		String.raw`${id}${dot}(?:${id}${dot})?${handle}${blanks}\(`,
		String.raw`${loop}${blanks}\[`,
		String.raw`\}(?:[ \t\r\n]|$)`,
	].join('|');
	return [
		['newline', /\r\n|\r|\n/u],
		['blank', /[ \t\f\v\u00a0\u3000\ufeff]+/u],
		['comment', /\/\/[^\r\n]*/u],
		['fence', /```[^\r\n]*/u],
		['remark', new RegExp(String.raw`(?<=(?:^|[\r\n])${blanks})(?:<!--|/\*|%%|--[ \t])[^\r\n]*`, 'u')],
		['torn', new RegExp(torn(letter), 'u')],
		['string', /"[^"\\\r\n]*(?:\\(?:["\\]|(?=[^"\\]))[^"\\\r\n]*)*"/u],
		['quoted', /“[^”\r\n]*”|‘[^’\r\n]*’|'[^'\r\n]*'/u],
		['unclosed', /["“][^\r\n]*/u],
		[
			'name',
			new RegExp(
				String.raw`(?<=\{${blanks})#(?:[ \t]*[^ \t\r\n](?:(?!(?<=[ \t])(?:${statement}))[^\r\n])*)?|#[^\r\n]*`,
				'u',
			),
		],
		['loop', new RegExp(`${loop}${wordEnd}(?!${blanks}[:.{=(])(?:${blanks}${condition})?`, 'u')],
		['handle', new RegExp(String.raw`(?<=\.${blanks})${handle}${wordEnd}`, 'u')],
		['shape', new RegExp(shape, 'u')],
		['word', new RegExp(`${letter}+(?:-+${letter}+)*`, 'u')],
		['arrow', /->/u],
		['badArrow', /<?-+>|<?=+>|[→⇒↔–—]>?/u],
		['backArrow', /<-+|←/u],
		['line', /-+/u],
		['bar', /\|/u],
		['comma', /[,;]/u],
		['sign', /[{}[\]().:=]/u],
		['other', /[\s\S]/u],
	];
}

function anyCase(word: string): string {
	return Array.from(word, c => `[${c.toUpperCase()}${c}]`).join('');
}
