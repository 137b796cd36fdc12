/** Which characters a terminal or a pipe can show. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {World} from '../world.js';

/** ASCII where it was asked for or the locale has no more; the console of Linux has a set of its own. */
export function charactersFor(world: Pick<World, 'env'>, ascii: boolean): CharacterSet {
	const {env} = world;
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
	if (ascii || env.TERM === 'dumb' || (locale !== '' && !/utf-?8/i.test(locale))) return 'ascii';
	return env.TERM === 'linux' ? 'cp437' : 'unicode';
}
