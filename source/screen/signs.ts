/** The signs that the screen is written with, and what stands for them where a terminal has fewer. */
import type {CharacterSet} from '../canvas/canvas.js';

const ascii: readonly (readonly [sign: string, instead: string])[] = [
	['→', '->'],
	['←', '<-'],
	['↑', 'up '],
	['↓', 'down'],
	['◄', '<'],
	['►', '>'],
	['▲', '^'],
	['▼', 'v'],
	['›', '>'],
	['…', '..'],
	['–', '-'],
	['·', '|'],
	['≥', '>='],
	['≈', '~'],
	['×', 'x'],
	['─', '-'],
	['━', '='],
	['│', '|'],
	['╰', '`'],
	['●', '*'],
	['○', 'o'],
	['■', '#'],
	['◆', '<>'],
	['▣', '%'],
	['✓', '+'],
	['✗', 'x'],
	['“', '"'],
	['”', '"'],
];

// The console's font has arrows, blocks and lines, but not these.
const cp437: typeof ascii = [
	['◆', '♦'],
	['▣', '■'],
	['╰', '└'],
	['━', '═'],
	['›', '>'],
	['…', '..'],
	['–', '-'],
	['×', 'x'],
	['✓', '√'],
	['✗', 'x'],
	['“', '"'],
	['”', '"'],
];

const tables: Readonly<Record<CharacterSet, ReadonlyMap<string, string>>> = {
	unicode: new Map(),
	ascii: new Map(ascii),
	cp437: new Map(cp437),
};

/** `text` in the signs that a character set has. */
export function written(text: string, characters: CharacterSet): string {
	const table = tables[characters];
	return table.size === 0 ? text : Array.from(text, sign => table.get(sign) ?? sign).join('');
}
