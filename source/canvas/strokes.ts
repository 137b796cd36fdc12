/** Lines of one cell: which of its four arms are drawn, how heavy, and the glyph that shows it. */
import type {CharacterSet} from './canvas.js';

/** Arms of a cell, one bit each. */
export const up = 1;
export const right = 2;
export const down = 4;
export const left = 8;

/**
 * Box-drawing characters by the weights (0 none, 1 light, 2 heavy) of the arms up, right, down,
 * left; from the Unicode block U+2500, light corners rounded.
 */
const unicode = new Map<string, string>();
const listing = [
	'0101 ─ 0202 ━ 1010 │ 2020 ┃ 0110 ╭ 0210 ┍ 0120 ┎ 0220 ┏ 0011 ╮ 0012 ┑ 0021 ┒ 0022 ┓',
	'1100 ╰ 1200 ┕ 2100 ┖ 2200 ┗ 1001 ╯ 1002 ┙ 2001 ┚ 2002 ┛',
	'1110 ├ 1210 ┝ 2110 ┞ 1120 ┟ 2120 ┠ 2210 ┡ 1220 ┢ 2220 ┣',
	'1011 ┤ 1012 ┥ 2011 ┦ 1021 ┧ 2021 ┨ 2012 ┩ 1022 ┪ 2022 ┫',
	'0111 ┬ 0112 ┭ 0211 ┮ 0212 ┯ 0121 ┰ 0122 ┱ 0221 ┲ 0222 ┳',
	'1101 ┴ 1102 ┵ 1201 ┶ 1202 ┷ 2101 ┸ 2102 ┹ 2201 ┺ 2202 ┻',
	'1111 ┼ 1112 ┽ 1211 ┾ 1212 ┿ 2111 ╀ 1121 ╁ 2121 ╂ 2112 ╃ 2211 ╄ 1122 ╅ 1221 ╆',
	'2212 ╇ 1222 ╈ 2122 ╉ 2221 ╊ 2222 ╋',
	'0001 ╴ 1000 ╵ 0100 ╶ 0010 ╷ 0002 ╸ 2000 ╹ 0200 ╺ 0020 ╻ 0201 ╼ 1020 ╽ 0102 ╾ 2010 ╿',
];
for (const pairs of listing) {
	const words = pairs.split(' ');
	for (let i = 0; i < words.length; i += 2) unicode.set(words[i] ?? '', words[i + 1] ?? '');
}

const strokes: Readonly<Record<CharacterSet, (all: number, heavy: number, dashed: boolean) => string>> = {
	unicode: unicodeGlyph,
	cp437: cp437Glyph,
	ascii: asciiGlyph,
};

/** The glyph for arms `all`, of which `heavy` are heavy; `dashed` where the line leads back. */
export function strokeGlyph(set: CharacterSet, all: number, heavy: number, dashed: boolean): string {
	return strokes[set](all, heavy, dashed);
}

function unicodeGlyph(all: number, heavy: number, dashed: boolean): string {
	if (dashed && all === (left | right)) return heavy ? '╍' : '╌';
	if (dashed && all === (up | down)) return heavy ? '╏' : '╎';
	const weight = (arm: number) => (heavy & arm ? 2 : all & arm ? 1 : 0);
	return unicode.get(`${weight(up)}${weight(right)}${weight(down)}${weight(left)}`) ?? ' ';
}

function asciiGlyph(all: number, heavy: number, dashed: boolean): string {
	const sideways = all & (left | right);
	const upright = all & (up | down);
	if (!upright) return heavy ? '=' : dashed ? '.' : '-';
	if (!sideways || all === 15) return heavy & (up | down) ? '#' : dashed ? ':' : '|';
	return heavy ? '#' : '+';
}

const single = ' ╵╶└╷│┌├╴┘─┴┐┤┬┼';
const double = ' ║═╚║║╔╠═╝═╩╗╣╦╬';

/** Code page 437 has no heavy lines: a walked line is double as a whole. */
function cp437Glyph(all: number, heavy: number): string {
	const plain = {[up]: '│', [down]: '│', [left]: '─', [right]: '─'}[all];
	return (heavy ? double[all] : (plain ?? single[all])) ?? ' ';
}

/** The border of a lane, which runs sideways where lines cross it. */
export const laneBorder: Readonly<Record<CharacterSet, string>> = {unicode: '═', cp437: '░', ascii: '~'};

const laneCrossings: Readonly<Record<CharacterSet, readonly [plain: string, heavy: string]>> = {
	unicode: ['╪', '┃'],
	cp437: ['│', '║'],
	ascii: ['|', '#'],
};

/** Where a line crosses the border of a lane. */
export function laneCrossing(set: CharacterSet, heavy: boolean): string {
	return laneCrossings[set][heavy ? 1 : 0];
}

/** Arrowheads by the direction in which they point. Characters that terminals do not widen to an emoji. */
export const heads: Readonly<
	Record<CharacterSet, Readonly<Record<'left' | 'right' | 'up' | 'down', string>>>
> = {
	unicode: {left: '◄', right: '►', up: '▲', down: '▼'},
	cp437: {left: '◄', right: '►', up: '▲', down: '▼'},
	ascii: {left: '<', right: '>', up: '^', down: 'v'},
};
