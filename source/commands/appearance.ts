/** How a session looks and which keys it has: flags over the environment over the configuration, which is read once. */
import type {CharacterSet} from '../canvas/canvas.js';
import {type ThemeName, themes} from '../session/action.js';
import type {Binding} from '../session/binding.js';
import type {World} from '../world.js';
import {charactersFor} from './characters.js';
import type {Arguments, Command} from './command.js';

/** Options of every command that opens the screen. */
export const screenOptions: Command['options'] = {
	mouse: {type: 'boolean', help: 'clicks, wheel and dragging from the start'},
	theme: {type: 'string', oneOf: themes, help: 'colours; by the background where the terminal tells it'},
};

/** How a session looks, and what is wrong with what was said of that. */
export interface Appearance {
	readonly bindings: readonly Binding[];
	readonly characters: CharacterSet;
	readonly theme: ThemeName;
	/** Whether nobody chose the theme, so that the terminal's background may. */
	readonly themeIsOpen: boolean;
	readonly complaints: readonly string[];
	/** Where that was said. */
	readonly configFile: string;
}

export async function appearanceGiven(world: World, given: Arguments): Promise<Appearance> {
	// Only a session needs the keymap, so other commands do not load it.
	const {config} = await import('./config.js');
	const {bindings, theme, complaints, file} = await config(world);
	return {
		bindings,
		characters: charactersFor(world),
		theme: themeFor(world, given, theme),
		themeIsOpen: given.value('theme') === undefined && !world.env.NO_COLOR && theme === undefined,
		complaints,
		configFile: file,
	};
}

/** The theme that was asked for; where nothing tells the background, the one that is read on any. */
export function themeFor(world: World, given: Arguments, configured: ThemeName | undefined): ThemeName {
	const asked = themes.find(name => name === given.value('theme'));
	if (asked) return asked;
	if (world.env.NO_COLOR) return 'none';
	if (configured) return configured;
	// rxvt and others: `foreground;background`, where 7 and 15 are white.
	const [, background] = /;(\d+)$/.exec(world.env.COLORFGBG ?? '') ?? [];
	if (background !== undefined) return /^(7|15)$/.test(background) ? 'light' : 'dark';
	return world.env.TERM === 'linux' ? 'dark' : 'contrast';
}
