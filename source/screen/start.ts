/** Opens a session on the screen. Importing this loads Ink. */
import {type Opening, open} from '../session/session.js';
import type {Terminal} from '../terminal/life.js';
import {show} from './show.js';
import {depthOf, themeOf} from './theme.js';

/** Shows the diagram until the person quits; the answer is the exit code. */
export function start(
	terminal: Terminal,
	opening: Opening,
	env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
	const theme = themeOf(env.NO_COLOR ? 'none' : 'dark', depthOf(env));
	return show(terminal, open(opening), {theme, characters: opening.characters});
}
