/** The ways onto the screen. Importing this loads Ink. */
import type {CharacterSet} from '../canvas/canvas.js';
import {type Opening, open} from '../session/session.js';
import type {Book} from '../session/shelf.js';
import type {Terminal} from '../terminal/life.js';
import type {Style} from './line.js';
import {chooseBook} from './shelf.js';
import {show} from './show.js';
import {depthOf, themeOf} from './theme.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Shows the diagram until the person quits; the answer is the exit code. */
export function start(terminal: Terminal, opening: Opening, env: Environment): Promise<number> {
	return show(terminal, open(opening), styleFor(env, opening.characters));
}

/** Lets the person choose a diagram; the answer is a path, or an exit code. */
export function choose(
	terminal: Terminal,
	books: readonly Book[],
	env: Environment,
	characters: CharacterSet,
) {
	return chooseBook(terminal, books, styleFor(env, characters));
}

function styleFor(env: Environment, characters: CharacterSet): Style {
	return {theme: themeOf(env.NO_COLOR ? 'none' : 'dark', depthOf(env)), characters};
}
