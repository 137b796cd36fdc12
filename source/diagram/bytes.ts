/** Files before they are read: how many bytes they may have, and those bytes as text. */
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
