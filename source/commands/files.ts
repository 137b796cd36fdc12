/** The files a command line names: as they are, or by patterns such as `drills/*.fz`. */
import {lstat} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {World} from '../world.js';
import {quoted} from './shell.js';

/** A pattern for all diagrams in `folder`, as it is typed. */
export function patternIn(folder: string): string {
	return quoted(`${folder.replace(/[\\/]+$/, '')}/**/*.fz`);
}

/** Paths in the order they are named, patterns replaced by what they match, each once; `-` is standard input. */
export async function filesOf(world: World, words: readonly string[]): Promise<readonly string[]> {
	const paths = new Set<string>();
	for (const word of words) for (const path of await expand(world, word)) paths.add(path);
	return [...paths];
}

/**
 * A name that exists is that file, whatever signs it holds: what a shell has found is no pattern. A pattern that
 * matches nothing stays as it is, and that there is no such file is said.
 */
async function expand({cwd, platform}: World, word: string): Promise<readonly string[]> {
	// Most names hold no sign that any pattern has, and then the library need not be loaded.
	if (!/[*?[\]{}]/.test(word)) return [word];
	if (await isThere(resolve(cwd, word))) return [word];
	const pattern = withoutGroups(platform === 'win32' ? word.replaceAll('\\', '/') : word);
	const {glob, isDynamicPattern} = await import('tinyglobby');
	if (!isDynamicPattern(pattern)) return [word];
	const found = await glob(pattern, {cwd, expandDirectories: false});
	return found.length > 0 ? found.sort() : [word];
}

/** Groups and what repeats them as characters like any other, as in a shell: on some names they would never be done. */
function withoutGroups(pattern: string): string {
	return pattern.replaceAll(/\\.|[()|+]/g, sign => (sign.length > 1 ? sign : `\\${sign}`));
}

function isThere(path: string): Promise<boolean> {
	return lstat(path).then(
		() => true,
		() => false,
	);
}
