/** Texts so long that nobody reads them to their end. */
import {type Problem, problem} from '../problem.js';
import type {Token} from './tokens.js';

/** Characters of a label, a name or a condition that are read: what is longer costs memory wherever it is shown. */
const longestText = 10_000;

/** What stands around a text: quotes, brackets, the sign before a name. */
const marks = /^(?:loop\s*)?["'“‘[#]\s*|["'”’\]]$/g;

/** `text` as far as it is read. */
export function bounded(text: string): string {
	return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}

/** A problem for each text that is longer than is read. */
export function endless(tokens: readonly Token[]): Problem[] {
	return tokens
		.filter(({start, end}) => end - start > longestText)
		.map(token => ({token, length: token.text.replace(marks, '').length}))
		.filter(({length}) => length > longestText)
		.map(({token, length}) =>
			problem('too-long', token, `a text of ${length} characters; ${longestText} are the most that is read`),
		);
}
