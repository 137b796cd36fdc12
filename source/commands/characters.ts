/** What a terminal or a pipe can show to a person: which characters, how many columns. */
import {keptApart} from '../bidi.js';
import type {CharacterSet} from '../canvas/canvas.js';
import {written} from '../canvas/signs.js';
import type {World} from '../world.js';

/** ASCII where it was asked for or the locale has no more; the console of Linux has a set of its own. */
export function charactersFor({env, ascii}: Pick<World, 'env' | 'ascii'>): CharacterSet {
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
	if (ascii || env.TERM === 'dumb' || (locale !== '' && !/utf-?8/i.test(locale))) return 'ascii';
	return env.TERM === 'linux' ? 'cp437' : 'unicode';
}

/** Columns of a line that is read. */
export function columnsFor({output}: Pick<World, 'output'>): number {
	return output.isTerminal ? Math.min(120, Math.max(60, output.columns)) : 80;
}

/** Whether people read a form of output. What programs read is in UTF-8 on every terminal, signs and all. */
export function isRead(format: string): boolean {
	return format === 'text' || format === 'markdown';
}

/** `text` as people read it: in the signs that there are, what is read from right to left kept apart. */
export function readable(text: string, characters: CharacterSet): string {
	return keptApart(written(text, characters));
}

/** Writes `text` to stdout: as people read it where they do read its form, else as it is. */
export async function say(world: World, text: string, format = 'text'): Promise<void> {
	await world.write(isRead(format) ? readable(text, charactersFor(world)) : text);
}

/** `world` with all that people read in the signs that there are, or in ASCII; complaints are never anything else. */
export function legible(world: World, ascii: boolean): World {
	const characters = charactersFor({...world, ascii});
	return {...world, ascii, complain: text => world.complain(readable(text, characters))};
}
