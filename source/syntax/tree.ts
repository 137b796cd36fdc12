/** What a FlowZap text says, statement by statement, as it is written; names are not resolved yet. */
import type {Span} from '../problem.js';
import {unescaped} from './quote.js';
import type {Token} from './tokens.js';
import {afterKeyword, attributeWords, meant} from './words.js';

/** A name as written: a lane's may hold several words. */
export interface Name extends Span {
	readonly text: string;
}

/** A value as meant, escapes resolved. */
export interface Value extends Span {
	readonly text: string;
	readonly quotes: 'straight' | 'torn' | 'other' | 'open' | 'none';
}

/** `label:"…"` of a node, `label="…"` of an edge. */
export interface Attribute extends Span {
	readonly key: Name | null;
	readonly separator: Token | null;
	readonly value: Value | null;
}

/** A node as it is referred to, with the lane where one is named. */
export interface Reference extends Span {
	readonly lane: Name | null;
	readonly node: Name;
}

/** `.handle(side)` */
interface Port extends Span {
	readonly side: Name | null;
	/** False where the bracket after the side is missing. */
	readonly closed: boolean;
	/** Whether it is a side without `handle`: `n1.right`. */
	readonly bare: boolean;
}

/** `n1.handle(right)` */
export interface End extends Span {
	readonly reference: Reference;
	readonly port: Port | null;
}

/** `Name { # Display name` */
export interface Open extends Span {
	readonly kind: 'open';
	readonly lane: Name | null;
	readonly brace: Token | null;
	/** The display name after `#`. */
	readonly name: Name | null;
	/** The name before the brace, in quotes or after a colon, as other languages have it; empty where only the colon is. */
	readonly early: Value | null;
}

/** `}` */
export interface Close extends Span {
	readonly kind: 'close';
}

/** `n1: circle label:"…"` */
export interface NodeStatement extends Span {
	readonly kind: 'node';
	readonly id: Name;
	readonly colon: Token | null;
	readonly shape: Name | null;
	readonly attributes: readonly Attribute[];
}

/** `[label="…"]` */
export interface Note extends Span {
	readonly open: Token | null;
	readonly attributes: readonly Attribute[];
	readonly close: Token | null;
}

/** `n1.handle(right) -> n2.handle(left) [label="…"]` */
export interface EdgeStatement extends Span {
	readonly kind: 'edge';
	readonly from: End;
	readonly arrow: Token | null;
	readonly to: End | null;
	readonly note: Note | null;
}

/** `loop [condition] n1 n2` */
export interface LoopStatement extends Span {
	readonly kind: 'loop';
	/** Null where no bracket follows the word, and no colon the condition. */
	readonly condition: Name | null;
	readonly closed: boolean;
	/** The colon between condition and members, as other languages have it. */
	readonly colon: Token | null;
	readonly members: readonly Reference[];
}

/** What is no part of the graph: a `# name` on a line of its own, a comment, a Markdown fence. */
export interface Stray extends Span {
	readonly kind: 'name' | 'comment' | 'fence';
	readonly text: string;
}

/** A statement that could not be read, or what of it does not fit. */
export interface Broken extends Span {
	readonly kind: 'broken';
	/** The id of the node that it would have declared. */
	readonly declares: string | undefined;
	/** Whether a brace opens in it: another will close that. */
	readonly opens: boolean;
	/** Names with which it begins: where one is that of a node, a way out of it may be what could not be read. */
	readonly leaves: readonly string[];
}

/** What a line may be. Builders below make them, a function each; the grammar calls those. */
export type Statement = Open | Close | NodeStatement | EdgeStatement | LoopStatement | Stray | Broken;

/** The statements of a text in its order. */
export interface Tree {
	readonly statements: readonly Statement[];
}

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
