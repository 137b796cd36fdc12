/** Text → tokens: the words and signs of FlowZap Code with their places. Every text has tokens; none is refused. */
import moo from 'moo';
import type {Span} from '../problem.js';

export type TokenType =
	| 'newline'
	| 'blank'
	| 'comment'
	| 'fence'
	| 'string'
	| 'quoted'
	| 'unclosed'
	| 'name'
	| 'loop'
	| 'handle'
	| 'shape'
	| 'word'
	| 'arrow'
	| 'badArrow'
	| 'comma'
	| 'sign'
	| 'other';

export interface Token extends Span {
	readonly type: TokenType;
	readonly text: string;
}

const letter = String.raw`[\p{L}\p{M}\p{N}_]`;
const wordEnd = `(?!${letter}|-${letter})`;
const shape = `(?:${['circle', 'rectangle', 'diamond', 'taskbox'].map(anyCase).join('|')})${wordEnd}`;
const handle = anyCase('handle');
const loop = anyCase('loop');

/**
 * A lane's display name runs to the end of its line; in a program that was pressed into one line it
 * ends where the next statement begins. The bounds on blanks and words keep this linear.
 */
const blanks = String.raw`[ \t]{0,8}`;
const dot = String.raw`${blanks}\.${blanks}`;
const id = `${letter}{1,64}`;
const statement = [
	`${id}${blanks}:${blanks}${shape}`,
	String.raw`${id}${dot}(?:${id}${dot})?${handle}${blanks}\(`,
	String.raw`${loop}${blanks}\[`,
	String.raw`\}(?:[ \t\r\n]|$)`,
].join('|');

/** A condition may hold one pair of brackets; one that is not closed takes the rest of the line. */
const condition = String.raw`\[(?:(?:[^\[\]\r\n]|\[[^\[\]\r\n]*\])*\]|[^\r\n]*)`;

const rules: readonly (readonly [TokenType, RegExp])[] = [
	['newline', /\r\n|\r|\n/u],
	['blank', /[ \t\f\v\u00a0\u3000\ufeff]+/u],
	['comment', /\/\/[^\r\n]*/u],
	['fence', /```[^\r\n]*/u],
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
	['badArrow', /-+>?|=+>|[→⇒–—]>?/u],
	['comma', /[,;]/u],
	['sign', /[{}[\]().:=]/u],
	['other', /[\s\S]/u],
];

/** Tells nearley which token names there are; {@link tokens} is what reads with it. */
export const lexer = moo.compile(
	Object.fromEntries(
		rules.map(([type, match]) => [type, {match, lineBreaks: type === 'newline' || type === 'other'}]),
	),
);

/** The tokens of `text`, one after the other without gaps. */
export function* tokens(text: string): Generator<Token> {
	lexer.reset(text);
	for (const {type, text: own, offset} of lexer)
		yield {type: type as TokenType, text: own, start: offset, end: offset + own.length};
}

function anyCase(word: string): string {
	return Array.from(word, c => `[${c.toUpperCase()}${c}]`).join('');
}
