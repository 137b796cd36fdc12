/**
 * Bytes of a terminal → events. Pure: the state goes in and comes out, time is told by calling {@link expire}.
 * Sequences are those of xterm, VT220, rxvt, the Linux console, kitty's `CSI u` and SGR mouse reports.
 */
import type {TerminalEvent} from './event.js';
import {controlSequence, ss3Key} from './sequence.js';

/** What is not decided yet: bytes as characters U+0000–U+00FF, and the text of an open paste. */
export interface Decoder {
	readonly pending: string;
	readonly paste: string | undefined;
	/** Whether the Esc key that was told last may have been the first byte of what is pending or comes now. */
	readonly isLate: boolean;
}

/** What some bytes came to. */
export interface Decoded {
	readonly decoder: Decoder;
	readonly events: readonly TerminalEvent[];
}

/** Before the first byte. */
export const idle: Decoder = {pending: '', paste: undefined, isLate: false};

/** Bytes: more than any sequence of interest has, so that a broken one cannot swallow keys for long. */
const longestSequence = 256;
/** Bytes: more than any answer has. */
const longestString = 10_000;
/** Bytes: what is pasted beyond is dropped. */
const longestPaste = 1_000_000;
const pasteEnd = '\x1b[201~';
/** What follows an escape byte in an answer of the terminal, or in a key; a person may press the bracket alone. */
const lateTail = /^(?:\[|\](?:\d|$))/;
/** How the strings begin that terminals send: OSC, DCS, APC. */
const beginnings = /^\x1b(?:\]\d|P[!-?]|_G)/;

/** Reads `bytes` after what `decoder` still holds. */
export function decode(decoder: Decoder, bytes: Uint8Array): Decoded {
	const events: TerminalEvent[] = [];
	let rest = decoder.pending + Buffer.from(bytes).toString('latin1');
	const tail = decoder.isLate && lateTail.test(rest) ? `\x1b${rest}` : undefined;
	rest = tail ?? rest;
	let paste = decoder.paste;
	while (rest !== '') {
		if (paste !== undefined) {
			const end = rest.indexOf(pasteEnd);
			if (end < 0) {
				const kept = unfinishedEnd(rest);
				paste = (paste + rest.slice(0, rest.length - kept)).slice(0, longestPaste);
				return {decoder: {...idle, pending: rest.slice(rest.length - kept), paste}, events};
			}
			events.push({type: 'paste', text: utf8((paste + rest.slice(0, end)).slice(0, longestPaste))});
			paste = undefined;
			rest = rest.slice(end + pasteEnd.length);
			continue;
		}
		const read = next(rest);
		if (!read) break;
		if (read.event === 'paste') paste = '';
		// Of a key whose beginning was told as Esc nothing is left to do.
		else if (read.event && !(rest === tail && read.event.type === 'key')) events.push(read.event);
		rest = rest.slice(read.length);
	}
	const isLate = tail !== undefined && rest === tail;
	return {decoder: {pending: isLate ? rest.slice(1) : rest, paste, isLate}, events};
}

/** What may still come to its end: a lone byte that is a key else, a sequence, a paste, the tail of what was taken for Esc. */
export type Waiting = 'nothing' | 'key' | 'sequence' | 'paste' | 'tail';

/** What `decoder` waits for. */
export function waitingFor({pending, paste, isLate}: Decoder): Waiting {
	if (paste !== undefined) return 'paste';
	if (pending === '\x1b' || (isLate && pending.length === 1)) return 'key';
	if (pending !== '') return 'sequence';
	return isLate ? 'tail' : 'nothing';
}

/** Nothing came for a while: a lone byte is its key, with Alt behind an escape byte; an unfinished sequence is dropped. */
export function expire({pending, paste, isLate}: Decoder): Decoded {
	if (paste !== undefined) return {decoder: idle, events: [{type: 'paste', text: utf8(paste + pending)}]};
	if (pending === '\x1b') return {decoder: {...idle, isLate: true}, events: [key('escape')]};
	if (isLate) return {decoder: idle, events: pending.length === 1 ? [key(pending)] : []};
	const [, second] = /^\x1b([!-~])$/.exec(pending) ?? [];
	return {decoder: idle, events: second ? [key(withAlt(second))] : []};
}

interface Read {
	readonly length: number;
	readonly event?: TerminalEvent | 'paste' | undefined;
}

/** The first thing in `text`; undefined where it is not complete. */
function next(text: string): Read | undefined {
	const first = text.charCodeAt(0);
	if (first === 0x1b) return escaped(text);
	if (first >= 0x80) return character(text, first);
	return {length: 1, event: key(plainKey(text[0] ?? ''))};
}

function escaped(text: string): Read | undefined {
	const second = text[1];
	if (second === undefined) return undefined;
	if (second === '\x1b') return {length: 1, event: key('escape')};
	if (second === '[') return csi(text);
	if (second === ']' || second === 'P' || second === '_') return string(text);
	if (second === 'O') {
		const third = text[2];
		if (third === undefined) return undefined;
		const name = ss3Key(third);
		return name ? {length: 3, event: key(name)} : {length: 3};
	}
	const inner = next(text.slice(1));
	if (!inner) return undefined;
	if (typeof inner.event !== 'object' || inner.event.type !== 'key')
		return {length: 1 + inner.length, event: inner.event};
	return {length: 1 + inner.length, event: key(withAlt(inner.event.key))};
}

function csi(text: string): Read | undefined {
	// The Linux console sends F1 to F5 as `ESC [ [ A` to `E`.
	if (text[2] === '[') {
		const letter = text[3];
		if (letter === undefined) return undefined;
		const number = 'ABCDE'.indexOf(letter) + 1;
		return number > 0 ? {length: 4, event: key(`f${number}`)} : {length: 4};
	}
	// The old report of a mouse: three bytes follow that are no keys.
	if (text[2] === 'M') return text.length < 6 ? undefined : {length: 6};
	for (let end = 2; end < text.length; end += 1) {
		const code = text.charCodeAt(end);
		if (code >= 0x40 && code <= 0x7e)
			return {length: end + 1, event: controlSequence(text.slice(2, end), text[end] ?? '')};
		// A byte that no sequence may hold ends it; the byte itself is read afresh.
		if (code < 0x20 || code > 0x3f) return {length: end};
		if (end > longestSequence) return {length: end};
	}
	return undefined;
}

/** OSC, DCS, APC: up to BEL or ST; another control means that the end is lost. Only OSC answers are of use here. */
function string(text: string): Read | undefined {
	if (text.length < 3) return undefined;
	if (!beginnings.test(text)) return {length: 2, event: key(withAlt(text[1] ?? ''))};
	const end = /[\x00-\x1f]|\xc2?\x9c/.exec(text.slice(2));
	if (!end) return text.length > longestString ? {length: longestString} : undefined;
	const at = 2 + end.index;
	const [sign] = end;
	if (sign === '\x1b' && text.length === at + 1) return undefined;
	if (sign < '\x20' && sign !== '\x07' && !text.startsWith('\x1b\\', at)) return {length: at};
	const length = at + (sign === '\x1b' ? 2 : sign.length);
	return text[1] === ']' ? {length, event: {type: 'report', text: utf8(text.slice(2, at))}} : {length};
}

function character(text: string, first: number): Read | undefined {
	const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
	for (let i = 1; i < length; i += 1) {
		if (i >= text.length) return undefined;
		if ((text.charCodeAt(i) & 0xc0) !== 0x80) return {length: i};
	}
	const control = (first === 0xc2 ? text.charCodeAt(1) : first) - 0x40;
	if (length <= 2 && control < 0x60) return eightBit(text, length, String.fromCharCode(control));
	const read = utf8(text.slice(0, length));
	return read === '\ufffd' ? {length} : {length, event: key(read)};
}

/** C1 controls are no keys either; those that are an escape byte and `letter` in one may begin a sequence. */
function eightBit(text: string, length: number, letter: string): Read | undefined {
	if (!'[]OP_'.includes(letter)) return {length};
	const read = escaped(`\x1b${letter}${text.slice(length)}`);
	return read && {...read, length: read.length - 2 + length};
}

function plainKey(byte: string): string {
	const code = byte.charCodeAt(0);
	if (code === 0x0d) return 'enter';
	if (code === 0x09) return 'tab';
	if (code === 0x20) return 'space';
	if (code === 0x7f || code === 0x08) return 'backspace';
	if (code === 0) return 'ctrl+space';
	if (code < 0x20) return `ctrl+${String.fromCharCode(code + 0x40).toLowerCase()}`;
	return byte;
}

function withAlt(name: string): string {
	if (name.startsWith('ctrl+')) return `ctrl+alt+${name.slice(5)}`;
	return name.startsWith('alt+') ? name : `alt+${name}`;
}

function key(name: string): TerminalEvent {
	return {type: 'key', key: name};
}

/** Bytes at the end of `text` that may be the start of the mark that closes a paste. */
function unfinishedEnd(text: string): number {
	for (let length = Math.min(pasteEnd.length - 1, text.length); length > 0; length -= 1)
		if (text.endsWith(pasteEnd.slice(0, length))) return length;
	return 0;
}

function utf8(bytes: string): string {
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
