/** Files before they are read: how many bytes they may have, and those bytes as text. */
import {type Problem, problem} from '../problem.js';
import {longestText} from './limits.js';

/** Bytes of a file that are read: a character takes up to four. */
export const mostBytes = longestText * 4;

/** The text in `bytes`; undefined where they are not UTF-8. */
export function textIn(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return undefined;
	}
}

/** What there is of text in `bytes`, with a problem where they are no text that can be read. */
export function textOrProblem(bytes: Uint8Array): {readonly text: string; readonly problem?: Problem} {
	const none = {start: 0, end: 0};
	if (bytes.length > mostBytes) {
		const message = `longer than ${longestText} characters, the most that is read`;
		return {text: '', problem: problem('too-long', none, message)};
	}
	const utf8 = {hint: 'save it as UTF-8'};
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
		return {text: '', problem: problem('not-text', none, 'this file is in UTF-16', utf8)};
	const text = textIn(bytes);
	if (text !== undefined) return {text};
	if (bytes.subarray(0, 8000).includes(0))
		return {text: '', problem: problem('not-text', none, 'this is a binary file, not FlowZap Code')};
	const torn = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes);
	const start = strayAt(bytes, torn);
	return {
		text: torn,
		problem: problem('not-text', {start, end: start + 1}, 'this file is not in UTF-8', utf8),
	};
}

/** Where in `torn`, the text of `bytes` with a sign for each stray one, the first such sign stands. */
function strayAt(bytes: Uint8Array, torn: string): number {
	const again = new TextEncoder().encode(torn);
	const sound = bytes.findIndex((byte, index) => byte !== again[index]);
	return new TextDecoder('utf-8', {ignoreBOM: true}).decode(again.subarray(0, sound)).length;
}
