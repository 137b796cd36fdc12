/** How boxes look: the glyphs of their borders, by shape, character set and weight. */
import type {Shape} from '../diagram/diagram.js';
import type {CharacterSet} from './canvas.js';

/** `plain` not walked, `walked` on the route, `token` a token stands there. */
export type Weight = 'plain' | 'walked' | 'token';

/** Border glyphs: corners, edges, and the rule of a taskbox. */
export interface Frame {
	readonly topLeft: string;
	readonly top: string;
	readonly topRight: string;
	/** Left and right borders of text row `row` (from 0) of `rows`. */
	readonly sides: (row: number, rows: number) => readonly [string, string];
	readonly bottomLeft: string;
	readonly bottom: string;
	readonly bottomRight: string;
	readonly rule: readonly [string, string, string];
	/** How many columns inwards the corners stand. */
	readonly inset: number;
}

/** From top left, top, top right, left, right, bottom left, bottom, bottom right, and the rule. */
function box(glyphs: string): Frame {
	const [topLeft = '', top = '', topRight = '', left = '', right = '', ...below] = glyphs;
	const [bottomLeft = '', bottom = '', bottomRight = '', start = '', line = '', end = ''] = below;
	return {
		topLeft,
		top,
		topRight,
		sides: () => [left, right],
		bottomLeft,
		bottom,
		bottomRight,
		rule: [start, line, end],
		inset: 0,
	};
}

/** A box whose corners slant: `<` and `>` in the middle of up to three rows, upright sides between slashes in more. */
function slanted(line: string, rising: string, falling: string, upright: string): Frame {
	return {
		...box(`${rising}${line}${falling}  ${falling}${line}${rising}`),
		inset: 1,
		sides(row, rows) {
			if (2 * row + 1 === rows && rows <= 3) return ['<', '>'];
			if (row === 0) return [rising, falling];
			return row === rows - 1 ? [falling, rising] : [upright, upright];
		},
	};
}

type Frames = Readonly<Record<Shape, Readonly<Record<Weight, Frame>>>>;

const unicodeBox = {plain: box('┌─┐││└─┘├─┤'), walked: box('┏━┓┃┃┗━┛┣━┫'), token: box('╔═╗║║╚═╝╠═╣')};
const doubledBox = {...unicodeBox, walked: unicodeBox.token};
const asciiBox = {plain: box('+-+||+-++-+'), walked: box('#=####=##=#'), token: box('#=####=##=#')};

export const frames: Readonly<Record<CharacterSet, Frames>> = {
	unicode: {
		rectangle: unicodeBox,
		taskbox: unicodeBox,
		circle: {plain: box('╭─╮││╰─╯'), walked: box('╭━╮┃┃╰━╯'), token: box('╭═╮║║╰═╯')},
		diamond: {
			plain: slanted('─', '╱', '╲', '│'),
			walked: slanted('━', '╱', '╲', '┃'),
			token: slanted('═', '╱', '╲', '║'),
		},
	},
	cp437: {
		rectangle: doubledBox,
		taskbox: doubledBox,
		circle: {plain: box('(─)││(─)'), walked: box('(═)║║(═)'), token: box('(═)║║(═)')},
		diamond: {
			plain: slanted('─', '/', '\\', '│'),
			walked: slanted('═', '/', '\\', '║'),
			token: slanted('═', '/', '\\', '║'),
		},
	},
	ascii: {
		rectangle: asciiBox,
		taskbox: asciiBox,
		circle: {plain: box(".-.()'-'"), walked: box(".=.()'='"), token: box(".=.()'='")},
		diamond: {
			plain: slanted('-', '/', '\\', '|'),
			walked: slanted('=', '/', '\\', '#'),
			token: slanted('=', '/', '\\', '#'),
		},
	},
};

/** Left and right ends of a box without borders, and its only glyph on the smallest map. */
export const brackets: Readonly<Record<Shape, readonly [string, string]>> = {
	rectangle: ['[', ']'],
	taskbox: ['{', '}'],
	circle: ['(', ')'],
	diamond: ['<', '>'],
};

/** A node as a single glyph, on the map. */
export const dots: Readonly<Record<CharacterSet, Readonly<Record<Shape, string>>>> = {
	unicode: {rectangle: '■', taskbox: '▣', circle: '○', diamond: '◆'},
	cp437: {rectangle: '■', taskbox: '▒', circle: 'o', diamond: '♦'},
	ascii: {rectangle: 'H', taskbox: 'T', circle: 'O', diamond: 'X'},
};

/** What marks the node where a token stands: the one that moves, or another. */
export interface TokenMark {
	readonly moves: string;
	readonly rests: string;
}

export const tokenMark: Readonly<Record<CharacterSet, TokenMark>> = {
	unicode: {moves: '●', rests: '◎'},
	cp437: {moves: '☻', rests: '☺'},
	ascii: {moves: '*', rests: '@'},
};

/** Marks a node under the reader's attention, and stands for the head of such a line. */
export const attentionMark: Readonly<Record<CharacterSet, string>> = {unicode: '◇', cp437: '!', ascii: '!'};

/** Marks a node with a breakpoint. */
export const breakpointMark: Readonly<Record<CharacterSet, string>> = {unicode: '■', cp437: '■', ascii: 'B'};

const shade = box('░'.repeat(8));
const wave = box('~~~||~~~');

/**
 * Lane borders: of the first lane, and of each below, which shares its upper border with the one above. Like no walked
 * line: without colours nothing else tells them apart.
 */
export const laneFrames: Readonly<Record<CharacterSet, {readonly first: Frame; readonly below: Frame}>> = {
	unicode: {first: box('╔═╗║║╚═╝'), below: box('╠═╣║║╚═╝')},
	cp437: {first: shade, below: shade},
	ascii: {first: wave, below: wave},
};
