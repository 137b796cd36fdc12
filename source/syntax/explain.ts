/** What to say of a statement that the grammar has no place for. */
import {type Problem, problem, type Span} from '../problem.js';
import type {Token} from './tokens.js';

/** The one problem of a statement that could not be read. */
export function explain(tokens: readonly Token[]): readonly Problem[] {
	const span = around(tokens);
	const open = tokens.find(({type}) => type === 'unclosed');
	if (open) return [problem('unclosed-string', open, 'this string is not closed', {hint: 'end it with `"`'})];
	if (!tokens.some(({type}) => type === 'sign' || type === 'arrow' || type === 'loop'))
		return [
			problem('not-flowzap', span, 'this line is not FlowZap Code', {
				hint: 'a line that begins with `//` is a comment',
			}),
		];
	return [problem('unexpected', span, 'this is no statement of FlowZap Code', {hint: formOf(tokens)})];
}

function formOf(tokens: readonly Token[]): string {
	if (tokens[0]?.type === 'loop') return 'a loop is written `loop [condition] n1 n2`';
	if (tokens.some(({type}) => type === 'arrow' || type === 'badArrow' || type === 'handle'))
		return 'an edge is written `n1.handle(right) -> n2.handle(left) [label="…"]`';
	if (tokens.some(({text}) => text === '{')) return 'a lane is written `Name { # Display name`';
	return 'a node is written `n1: rectangle label:"…"`';
}

function around(tokens: readonly Token[]): Span {
	return {start: tokens.at(0)?.start ?? 0, end: tokens.at(-1)?.end ?? 0};
}
