/** `label:"Say "go" now"`: quotes inside a text that no backslash stands before. */
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import {quote, unescaped} from './quote.js';
import type {Token} from './tokens.js';
import {attributeWords} from './words.js';

/** Inner quotes that are looked for, and characters between two of them; they bound the work for a hostile line. */
const most = 12;
const longest = 500;

/**
 * An expression for a string that inner quotes tear, where that is plain: the quote that ends it is followed by the end
 * of the line, a bracket, a comma or another key, and an inner one is not, but touches the words on one of its sides.
 * No quote in it begins the value of a key. `letter` is a class of characters as expressions write it.
 */
export function torn(letter: string): string {
	const end = String.raw`(?=[ \t]{0,8}(?:$|[\r\n\]{},;#]|//|(?:${letter}|-){1,64}[ \t]{0,8}[:=]))`;
	const noEnd = end.replace('?=', '?!');
	const mark = String.raw`(?<!${letter}[ \t]{0,8}[:=])"`;
	const text = String.raw`(?:[^"\\\r\n]|\\(?:["\\]|(?!["\\]))){0,${longest}}`;
	const before = `"${text}${mark}${noEnd}`;
	const touched = String.raw`(?![ \t])(?:${text}${mark}${noEnd}){0,${most}}${text}`;
	const touching = String.raw`[ \t][^"\\\r\n:=[\]{}()]{0,${longest}}(?<![ \t]|\b(?:${attributeWords.join('|')}))`;
	return `${before}(?:${touched}|${touching})${mark}${end}`;
}

/** A problem for each torn string. */
export function innerQuotes(tokens: readonly Token[]): Problem[] {
	return tokens.filter(({type}) => type === 'torn').map(innerQuote);
}

function innerQuote(token: Token): Problem {
	const inner = /^"(?:[^"\\]|\\["\\]?)*/.exec(token.text)?.[0].length ?? 0;
	const start = token.start + inner;
	const text = quote(unescaped(token));
	return problem('inner-quote', {start, end: start + 1}, 'a quote inside a text is written `\\"`', {
		hint: `write \`${brief(text)}\``,
		fix: {span: token, text},
	});
}
