/** What a FlowZap text says, statement by statement, as it is written; names are not resolved yet. */
import type {Span} from '../problem.js';
import type {Token} from './tokens.js';

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
export interface Port extends Span {
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

/** What a line may be. Builders of build.ts make them, a function each; the grammar calls those. */
export type Statement = Open | Close | NodeStatement | EdgeStatement | LoopStatement | Stray | Broken;

/** The statements of a text in its order. */
export interface Tree {
	readonly statements: readonly Statement[];
}
