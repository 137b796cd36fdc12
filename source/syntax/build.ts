/** What the rules of the grammar make of their parts: statements and what they are of. */
import type {Span} from '../problem.js';
import {unescaped} from './quote.js';
import type {Token} from './tokens.js';
import type {
	Attribute,
	Close,
	EdgeStatement,
	End,
	LoopStatement,
	Name,
	NodeStatement,
	Note,
	Open,
	Port,
	Reference,
	Stray,
	Value,
} from './tree.js';
import {afterKeyword, attributeWords, meant} from './words.js';

/** From the start of the first part that is there to the end of the last. */
function around(...parts: readonly (Span | null | undefined)[]): Span {
	const there = parts.filter(part => part !== null && part !== undefined);
	return {start: there.at(0)?.start ?? 0, end: there.at(-1)?.end ?? 0};
}

export function open(lane: Name | null, brace: Token | null, token: Token | null): Open {
	const name = token && displayName(token);
	return {kind: 'open', lane, brace, name, early: null, ...around(lane, brace, name)};
}

/** `lane a "Team A" {`, `a: Team A {`: the word before the id is of the language that has names there. */
export function openEarly(words: Name | null, early: Value, brace: Token, token: Token | null): Open {
	const lane = words && {...words, text: afterKeyword(words.text) ?? words.text};
	const {name, ...rest} = open(lane, brace, token);
	return {...rest, name: name ?? (early.text ? early : null), early, start: (words ?? early).start};
}

export function close(brace: Token): Close {
	return {kind: 'close', ...around(brace)};
}

/** `n1: circle "Start"`: a word before a text is the shape, unless it is a key. */
export function node(
	id: Name,
	colon: Token | null,
	shape: Name | null,
	attributes: readonly Attribute[],
): NodeStatement {
	const [first, ...others] = attributes;
	if (!shape && first?.key && !first.separator && !meant(first.key.text, attributeWords))
		return node(id, colon, first.key, [attribute(null, null, first.value), ...others]);
	return {kind: 'node', id, colon, shape, attributes, ...around(id, colon, shape, attributes.at(-1))};
}

export function attribute(key: Name | null, separator: Token | null, value: Value | null): Attribute {
	return {key, separator, value, ...around(key, separator, value)};
}

/** The value of a token in quotes: `\"` and `\\` are escapes, any other backslash is itself. */
export function string(token: Token): Value {
	const {start, end} = token;
	if (token.type === 'string') return {text: unescaped(token), quotes: 'straight', start, end};
	if (token.type === 'torn') return {text: unescaped(token), quotes: 'torn', start, end};
	if (token.type === 'quoted') return {text: token.text.slice(1, -1), quotes: 'other', start, end};
	return {text: token.text.slice(1).trimEnd(), quotes: 'open', start, end};
}

export function unquoted(value: Name): Value {
	return {...value, quotes: 'none'};
}

export function edge(from: End, arrow: Token | null, to: End | null, note: Note | null): EdgeStatement {
	const parts = [from, arrow, to, note].filter(part => part !== null).sort((a, b) => a.start - b.start);
	return {kind: 'edge', from, arrow, to, note, ...around(...parts)};
}

export function end(reference: Reference, port: Port | null): End {
	return {reference, port, ...around(reference, port)};
}

export function reference(lane: Name | null, node: Name): Reference {
	return {lane, node, ...around(lane, node)};
}

export function port(dot: Token, side: Name | null, close: Token | null): Port {
	return {side, closed: close !== null, bare: false, ...around(dot, side, close)};
}

/** `n1.right`, `n1.hanlde(right)` */
export function bare(reference: Reference, side: Name, close: Token | null = null): End {
	return end(reference, {side, closed: true, bare: true, ...around(side, close)});
}

/** The label of an edge that stands alone, or at its arrow: `n1 -->|Yes| n2`. */
export function caption(value: Value): Note {
	return note(null, [attribute(null, null, value)], null);
}

/** Where the last string is not closed, it has swallowed the bracket. */
export function note(open: Token | null, attributes: readonly Attribute[], close: Token | null): Note {
	const list = attributes.map(attribute =>
		attribute.value?.quotes === 'open'
			? {...attribute, value: {...attribute.value, text: attribute.value.text.replace(/\s*\]$/, '')}}
			: attribute,
	);
	return {open, attributes: list, close, ...around(open, list.at(0), list.at(-1), close)};
}

/** The token of a loop holds its condition: `loop [retry up to 3 times]`. */
export function loop(token: Token, members: readonly Reference[]): LoopStatement {
	const bracket = token.text.indexOf('[');
	const closed = token.text.endsWith(']');
	const start = token.start + bracket + 1;
	const text = bracket < 0 ? '' : token.text.slice(bracket + 1, closed ? -1 : undefined);
	const condition = bracket < 0 ? null : {text: text.trim(), start, end: start + text.length};
	return {kind: 'loop', condition, closed, colon: null, members, ...around(token, members.at(-1))};
}

/** `loop retry up to 3 times: n1 n2` */
export function loopWithColon(
	token: Token,
	words: Name | null,
	colon: Token,
	members: readonly Reference[],
): LoopStatement {
	const {condition, ...rest} = loop(token, members);
	const parts = [condition, words].filter(part => part !== null);
	return {
		...rest,
		closed: true,
		condition: parts.length > 0 ? text(parts) : null,
		colon,
		...around(token, colon, members.at(-1)),
	};
}

export function stray(token: Token): Stray {
	const kind = token.type === 'name' || token.type === 'fence' ? token.type : 'comment';
	return {kind, text: token.text, ...around(token)};
}

/** Words beside each other as one name, blanks between them made one. */
export function text(pieces: readonly Name[]): Name {
	let result = '';
	let end = pieces[0]?.start ?? 0;
	for (const piece of pieces) {
		result += piece.start > end ? ` ${piece.text}` : piece.text;
		end = piece.end;
	}
	return {text: result, ...around(pieces.at(0), pieces.at(-1))};
}

function displayName(token: Token): Name {
	return {
		text: token.text.slice(1).trim(),
		start: token.start,
		end: token.start + token.text.trimEnd().length,
	};
}
