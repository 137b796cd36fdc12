/** Blanks where FlowZap Code has none: around `:`, `=` and `.`, inside `handle( right )` and brackets. */
import {type Problem, problem, type Span} from '../problem.js';
import type {Token} from './tokens.js';
import type {Statement} from './tree.js';

/** At most one hint for a statement; its fix closes all the gaps. */
export function spacing(statement: Statement, tokens: readonly Token[], text: string): readonly Problem[] {
	if (statement.kind !== 'node' && statement.kind !== 'edge') return [];
	const separator = statement.kind === 'node' ? ':' : '=';
	const gaps = tokens.flatMap((token, at) => {
		const next = tokens[at + 1];
		if (!next || next.start === token.end || !isTight(token, next, at, separator)) return [];
		if (token.text === separator && tokens[at + 2]?.text === separator) return [];
		return [{start: token.end, end: next.start}];
	});
	const [first] = gaps;
	const last = gaps.at(-1);
	if (!first || !last) return [];
	return [
		problem('spacing', first, 'blanks that FlowZap Code does not have', {
			hint: `write \`${example(tokens, first)}\``,
			fix: {span: {start: first.start, end: last.end}, text: closed(gaps, text)},
		}),
	];
}

/** After the id of a node a blank follows the colon; after every other sign none. */
function isTight(token: Token, next: Token, at: number, separator: string): boolean {
	if (next.type === 'sign' && (next.text === separator || '.)]'.includes(next.text))) return true;
	if (token.type !== 'sign') return next.text === '(' && token.type === 'handle';
	return token.text === separator ? separator === '=' || at > 1 : '.(['.includes(token.text);
}

function closed(gaps: readonly Span[], text: string): string {
	return gaps
		.slice(1)
		.map((gap, index) => text.slice(gaps[index]?.end, gap.start))
		.join('');
}

/** The right form of what stands around `gap`. */
function example(tokens: readonly Token[], gap: Span): string {
	const at = tokens.findIndex(({end}) => end === gap.start);
	const sign = [tokens[at + 1], tokens[at]].find(token => token?.type === 'sign')?.text;
	if (sign === ':') return at < 1 ? 'n1: circle' : 'label:"…"';
	if (sign === '=') return 'label="…"';
	return sign === '[' || sign === ']' ? '[label="…"]' : 'n1.handle(right)';
}
