/** Text → tokens: the words and signs of FlowZap Code with their places. Every text has tokens; none is refused. */
import moo from 'moo';
import type {Span} from '../problem.js';
import {torn} from './inner-quotes.js';
import {shapeWords} from './words.js';

type TokenType =
	| 'newline'
	| 'blank'
	| 'comment'
	| 'fence'
	| 'remark'
	| 'string'
	| 'torn'
	| 'quoted'
	| 'unclosed'
	| 'name'
	| 'loop'
	| 'handle'
	| 'shape'
	| 'word'
	| 'arrow'
	| 'badArrow'
	| 'backArrow'
	| 'line'
	| 'bar'
	| 'comma'
	| 'sign'
	| 'other';

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

/** Tells nearley which token names there are, and reads texts of ASCII characters alone. */
export const lexer = lexerOf('[A-Za-z0-9_]');
/** Reads all others; made when the first comes, since its tables take longer to make than most texts to read. */
let worldly: moo.Lexer | undefined;

/** The tokens of `text`, one after the other without gaps. */
export function* tokens(text: string): Generator<Token> {
	const reader = lexerFor(text);
	reader.reset(text);
	for (const {type, text: own, offset} of reader)
		yield {type: type as TokenType, text: own, start: offset, end: offset + own.length};
}

function lexerFor(text: string): moo.Lexer {
	if (/^[\0-\x7f]*$/.test(text)) return lexer;
	worldly ??= lexerOf(String.raw`[\p{L}\p{M}\p{N}_]`);
	return worldly;
}

/** A lexer for words made of `letter`, which is a class of characters as expressions write it. */
function lexerOf(letter: string): moo.Lexer {
	return moo.compile(
		Object.fromEntries(
			rulesOf(letter).map(([type, match]) => [
				type,
				{match, lineBreaks: type === 'newline' || type === 'other'},
			]),
		),
	);
}

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
