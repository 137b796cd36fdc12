/** What comes from a terminal, told apart. */

/**
 * A key by name: a printable character as itself (`a`, `A`, `ä`), else `enter`, `space`, `tab`, `escape`,
 * `backspace`, `delete`, `insert`, `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`,
 * `f1` … `f12`; before it `ctrl+`, `alt+`, `shift+` in this order. Shift is told of named keys only.
 */
interface KeyEvent {
	readonly type: 'key';
	readonly key: string;
	/** What it writes into a text, where that is no Latin letter and `key` the one in its place. */
	readonly text?: string;
}

/** Text that was pasted, controls and all. */
interface PasteEvent {
	readonly type: 'paste';
	readonly text: string;
}

/** A mouse button or wheel at a cell; columns and rows count from 0. */
export interface MouseEvent {
	readonly type: 'mouse';
	readonly what: 'press' | 'drag' | 'release' | 'wheel-up' | 'wheel-down' | 'wheel-left' | 'wheel-right';
	readonly x: number;
	readonly y: number;
}

/** An answer of the terminal to a question, such as `11;rgb:0000/0000/0000` for its background. */
interface ReportEvent {
	readonly type: 'report';
	readonly text: string;
}

/** What a terminal can send. */
export type TerminalEvent = KeyEvent | PasteEvent | MouseEvent | ReportEvent;
