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
}

/** What some bytes came to. */
export interface Decoded {
	readonly decoder: Decoder;
	readonly events: readonly TerminalEvent[];
}

/** Before the first byte. */
export const idle: Decoder = {pending: '', paste: undefined};

/** Bytes: more than any sequence of interest has, so that a broken one cannot swallow keys for long. */
const longestSequence = 256;
/** Bytes: what is pasted beyond is dropped. */
const longestPaste = 1_000_000;
const pasteEnd = '\x1b[201~';

/** Reads `bytes` after what `decoder` still holds. */
export function decode(decoder: Decoder, bytes: Uint8Array): Decoded {
	const events: TerminalEvent[] = [];
	let rest = decoder.pending + Buffer.from(bytes).toString('latin1');
	let paste = decoder.paste;
	while (rest !== '') {
		if (paste !== undefined) {
			const end = rest.indexOf(pasteEnd);
			if (end < 0) {
				const kept = unfinishedEnd(rest);
				paste = (paste + rest.slice(0, rest.length - kept)).slice(0, longestPaste);
				return {decoder: {pending: rest.slice(rest.length - kept), paste}, events};
			}
			events.push({type: 'paste', text: utf8((paste + rest.slice(0, end)).slice(0, longestPaste))});
			paste = undefined;
			rest = rest.slice(end + pasteEnd.length);
			continue;
		}
		const read = next(rest);
		if (!read) break;
		if (read.event === 'paste') paste = '';
		else if (read.event) events.push(read.event);
		rest = rest.slice(read.length);
	}
	return {decoder: {pending: rest, paste}, events};
}

/** Nothing came for a while: a lone escape byte is the Esc key, an unfinished sequence is dropped. */
export function expire(decoder: Decoder): Decoded {
	if (decoder.paste !== undefined)
		return {decoder: idle, events: [{type: 'paste', text: utf8(decoder.paste + decoder.pending)}]};
	if (decoder.pending === '\x1b') return {decoder: idle, events: [key('escape')]};
	return {decoder: idle, events: []};
}

/** Whether only a lone escape byte waits: then the wait is short, since a person may have pressed Esc. */
export function isBareEscape(decoder: Decoder): boolean {
	return decoder.paste === undefined && decoder.pending === '\x1b';
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
	if (second === ']' || second === 'P' || second === '_' || second === '^') return command(text);
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

/** OSC, DCS, APC, PM: up to BEL or ST. Only OSC answers are of use here. */
function command(text: string): Read | undefined {
	const end = /\x07|\x1b\\/.exec(text);
	if (!end) return text.length > longestSequence ? {length: 2} : undefined;
	const length = end.index + end[0].length;
	return text[1] === ']' ? {length, event: {type: 'report', text: utf8(text.slice(2, end.index))}} : {length};
}

function character(text: string, first: number): Read | undefined {
	const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
	for (let i = 1; i < length; i += 1) {
		if (i >= text.length) return undefined;
		if ((text.charCodeAt(i) & 0xc0) !== 0x80) return {length: i};
	}
	const read = utf8(text.slice(0, length));
	// C1 controls are no keys either.
	return read === '\ufffd' || read < '\u00a0' ? {length} : {length, event: key(read)};
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
