/** Blanks where FlowZap Code has none: around `:`, `=` and `.`, inside `handle( right )` and brackets. */
import {type Problem, problem, type Span} from '../problem.js';
import {brief} from '../text.js';
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
			hint: `write \`${brief(tight(unitAt(tokens, first), gaps, text))}\``,
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

/** What `gap` is a part of: a node's id and shape, an attribute, a pair of brackets, an end of an edge. */
function unitAt(tokens: readonly Token[], gap: Span): Span {
	const left = tokens.findIndex(({end}) => end === gap.start);
	const sign = [left + 1, left].find(at => tokens[at]?.type === 'sign') ?? left;
	const closing = (bracket: string) => tokens.findIndex(({text}, at) => at >= left && text === bracket);
	switch (tokens[sign]?.text) {
		case ':':
		case '=':
			return between(tokens, sign - 1, sign + 1);
		case '[':
		case ']':
			return between(
				tokens,
				tokens.findLastIndex(({text}, at) => at <= sign && text === '['),
				closing(']'),
			);
		default:
			return between(
				tokens,
				tokens.findLastIndex(({type}, at) => at <= left && type === 'arrow') + 1,
				closing(')'),
			);
	}
}

function between(tokens: readonly Token[], first: number, last: number): Span {
	return {start: tokens[first]?.start ?? 0, end: (tokens[last] ?? tokens.at(-1))?.end ?? 0};
}

/** The text of `unit` without the gaps in it. */
function tight(unit: Span, gaps: readonly Span[], text: string): string {
	const inside = gaps.filter(({start, end}) => start >= unit.start && end <= unit.end);
	const starts = [unit.start, ...inside.map(({end}) => end)];
	const ends = [...inside.map(({start}) => start), unit.end];
	return starts.map((start, index) => text.slice(start, ends[index])).join('');
}
