/** Colours, and the only place that knows chalk. Shape, weight and words say all; colour repeats it. */
import {Chalk, type ChalkInstance} from 'chalk';
import type {Run} from '../canvas/canvas.js';
import type {ThemeName} from '../session/action.js';

/** What a piece of text is; the theme says how it looks. */
export type Look =
	| 'plain'
	| 'dim'
	| 'strong'
	| 'title'
	| 'key'
	| 'picked'
	| 'warning'
	| 'error'
	| 'walked'
	| 'token'
	| 'found'
	| 'lane'
	| 'good'
	| 'undone'
	| 'bad'
	| 'other';

/** 1: sixteen colours, 2: 256, 3: true colour. */
export type Depth = 1 | 2 | 3;

/** Colours at one depth. */
export interface Theme {
	/** `text` styled; nothing is left open at its end. */
	paint(look: Look, text: string): string;
	/** Runs of cells of the drawing; `walked` is the look of what was walked. */
	cells(runs: readonly Run[], walked: Look): string;
}

type Style = (chalk: ChalkInstance) => ChalkInstance;
type Palette = Readonly<Record<Look, Style>>;

// Without colour the same differences remain: bold, dim, inverse, underlined.
const none: Palette = {
	plain: c => c,
	dim: c => c.dim,
	strong: c => c.bold,
	title: c => c.bold,
	key: c => c.bold,
	picked: c => c.inverse,
	warning: c => c.bold,
	error: c => c.bold.inverse,
	walked: c => c.bold,
	token: c => c.bold.inverse,
	found: c => c.underline.bold,
	lane: c => c.dim,
	good: c => c.bold,
	undone: c => c.bold,
	bad: c => c.bold,
	other: c => c.bold,
};

/** A colour at each depth: of true colour, of the 256, of the sixteen, or a style in place of the last. */
function tone(hex: string, code: number, plain: 'green' | 'magenta' | 'red' | Bright | Style): Style {
	return chalk => {
		const c = chalk.bold;
		if (c.level === 1) return typeof plain === 'string' ? c[plain] : plain(chalk);
		return c.level === 2 ? c.ansi256(code) : c.hex(hex);
	};
}

type Bright = 'greenBright' | 'yellowBright' | 'redBright' | 'magentaBright';

// Outcomes have the colours of Okabe and Ito (2002), which the colour-blind tell apart, lighter here and darker there.
const dark: Palette = {
	...none,
	title: c => c.bold.cyanBright,
	key: c => c.bold.yellowBright,
	warning: c => c.yellowBright,
	error: c => c.bold.redBright,
	walked: c => c.bold.cyanBright,
	token: c => c.bold.black.bgCyanBright,
	found: c => c.bold.underline.magentaBright,
	good: tone('#2ec4a0', 43, 'greenBright'),
	undone: tone('#ffb000', 214, 'yellowBright'),
	bad: tone('#ff7f50', 209, 'redBright'),
	other: tone('#e29ac5', 175, 'magentaBright'),
};

const light: Palette = {
	...none,
	title: c => c.bold.blue,
	key: c => c.bold.blue,
	warning: tone('#8a4b00', 94, 'red'),
	error: c => c.bold.red,
	walked: c => c.bold.blue,
	token: c => c.bold.whiteBright.bgBlue,
	found: c => c.bold.underline.magenta,
	good: tone('#00664d', 23, 'green'),
	undone: tone('#8a4b00', 94, 'magenta'),
	bad: tone('#b3261e', 124, 'red'),
	other: tone('#8a3a72', 96, 'magenta'),
};

// Read on black as on white: the colours have 4:1 on both, which none of the sixteen has everywhere.
const contrast: Palette = {
	...none,
	dim: c => c,
	lane: c => c,
	title: c => c.bold.underline,
	good: tone('#00875f', 29, c => c.bold),
	undone: tone('#af5f00', 130, c => c.underline),
	bad: tone('#e60000', 161, c => c.bold.underline),
	other: tone('#a356a3', 133, c => c.bold),
};

const palettes: Readonly<Record<ThemeName, Palette>> = {dark, light, contrast, none};

const made = new Map<string, Theme>();

/** The theme called `name`. Its level of colour is never 0, since that would take bold and inverse away too. */
export function themeOf(name: ThemeName, depth: Depth): Theme {
	const key = `${name} ${depth}`;
	let theme = made.get(key);
	if (!theme) {
		theme = make(palettes[name], new Chalk({level: depth}));
		made.set(key, theme);
	}
	return theme;
}

function make(palette: Palette, chalk: ChalkInstance): Theme {
	const styles = new Map(Object.entries(palette).map(([look, style]) => [look, style(chalk)]));
	const paint = (look: Look, text: string) =>
		look === 'plain' || text === '' ? text : (styles.get(look)?.(text) ?? text);
	return {paint, cells: (runs, walked) => cells(paint, runs, walked)};
}

/** Neighbours of one look are styled at once: fewer bytes go to the terminal. */
function cells(paint: Theme['paint'], runs: readonly Run[], walked: Look): string {
	let row = '';
	let text = '';
	let look: Look = 'plain';
	for (const run of runs) {
		const next = run.role === 'blank' ? 'plain' : lookOf(run, walked);
		if (next !== look) {
			row += paint(look, text);
			text = '';
			look = next;
		}
		text += run.text;
	}
	return row + paint(look, text);
}

function lookOf(run: Run, walked: Look): Look {
	switch (run.lit) {
		case 'token':
			return run.role === 'text' ? 'token' : walked;
		case 'walked':
			return walked;
		case 'marked':
			return 'found';
		case 'plain':
			if (run.role === 'title') return 'title';
			return run.role === 'lane' ? 'lane' : 'plain';
	}
}

/** How many colours the terminal shows, as its variables tell. */
export function depthOf(env: Readonly<Record<string, string | undefined>>): Depth {
	if (/^(truecolor|24bit)$/i.test(env.COLORTERM ?? '')) return 3;
	return /256|direct|kitty|alacritty|ghostty/i.test(env.TERM ?? '') ? 2 : 1;
}

const lookOfOutcome = new Map<string, Look>([
	['success', 'good'],
	['rollback', 'undone'],
	['failure', 'bad'],
	['rejected', 'bad'],
	['aborted', 'bad'],
	['dead end', 'bad'],
	['never ends', 'bad'],
]);

/** How an outcome looks; people's own classes share one look. */
export function outcomeLook(outcome: string): Look {
	return lookOfOutcome.get(outcome) ?? 'other';
}

/** The theme for a background, by what a terminal answers: `rgb:ffff/ffff/ffff`; undefined where that tells nothing. */
export function themeOn(answer: string): 'light' | 'dark' | undefined {
	const [, ...parts] = /^rgb:([\da-f]{2})[\da-f]*\/([\da-f]{2})[\da-f]*\/([\da-f]{2})/i.exec(answer) ?? [];
	if (parts.length === 0) return undefined;
	const [red = 0, green = 0, blue = 0] = parts.map(part => Number.parseInt(part, 16));
	// Brightness as television weighs the colours (ITU-R BT.601).
	return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? 'light' : 'dark';
}
