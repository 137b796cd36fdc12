/** The ways onto the screen. Importing this loads Ink. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {ThemeName} from '../session/action.js';
import {type Opening, open} from '../session/open.js';
import type {Book} from '../session/shelf.js';
import {held} from '../session/view.js';
import {followed} from '../session/walk.js';
import type {Terminal} from '../terminal/life.js';
import {chooseBook} from './shelf.js';
import {type Showing, show} from './show.js';
import {depthOf, themeOf} from './theme.js';

/** Shows the diagram until the person quits; the answer is the exit code. */
export function start(
	terminal: Terminal,
	opening: Opening,
	options: Omit<Showing, 'depth'>,
): Promise<number> {
	return show(terminal, held(followed(open(opening))), {...options, depth: depthOf(options.env)});
}

/** Lets the person choose a diagram; the answer is a path, or an exit code. */
export function choose(
	terminal: Terminal,
	books: readonly Book[],
	env: Showing['env'],
	theme: ThemeName,
	characters: CharacterSet,
) {
	return chooseBook(terminal, books, {theme: themeOf(theme, depthOf(env)), characters});
}
