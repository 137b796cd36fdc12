/**
 * The signs that only the screen has, for frames and lists, where a terminal has fewer: as wide as the sign itself, so that
 * what was measured stays so.
 */
import type {CharacterSet} from '../canvas/canvas.js';
import {spelled} from '../canvas/signs.js';

const ascii: readonly (readonly [sign: string, instead: string])[] = [
	['←', '<'],
	['↑', '^'],
	['↓', 'v'],
	['◄', '<'],
	['▲', '^'],
	['▼', 'v'],
	['━', '='],
	['│', '|'],
	['╰', '`'],
	['○', 'o'],
	['■', '#'],
	['◆', '?'],
	['▣', '%'],
];

// The console's font has arrows, blocks and lines, but not these.
const cp437: typeof ascii = [
	['◆', '♦'],
	['▣', '■'],
	['╰', '└'],
	['━', '═'],
];

const tables: Readonly<Record<Exclude<CharacterSet, 'unicode'>, ReadonlyMap<string, string>>> = {
	ascii: new Map(ascii),
	cp437: new Map(cp437),
};

/** `text` in the signs that a character set has, in as many columns. */
export function shown(text: string, characters: CharacterSet): string {
	if (characters === 'unicode') return text;
	const own = text.replace(/[^\x00-\x7f]/gu, sign => tables[characters].get(sign) ?? sign);
	return spelled(own, characters);
}
