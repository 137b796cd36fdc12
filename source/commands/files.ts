/** The files a command line names: as they are, or by patterns such as `drills/*.fz`. */
import type {World} from '../world.js';

/** Paths in the order they are named, patterns replaced by what they match, each once; `-` is standard input. */
export async function filesOf(world: World, words: readonly string[]): Promise<readonly string[]> {
	const paths = new Set<string>();
	for (const word of words) for (const path of await expand(world, word)) paths.add(path);
	return [...paths];
}

/** A pattern that matches nothing stays as it is: it may be the name of a file, and if not, that is said. */
async function expand({cwd, platform}: World, word: string): Promise<readonly string[]> {
	const pattern = platform === 'win32' ? word.replaceAll('\\', '/') : word;
	// Most names hold no sign that any pattern has, and then the library need not be loaded.
	if (!/[*?[\]{}()!+@]/.test(pattern)) return [word];
	const {glob, isDynamicPattern} = await import('tinyglobby');
	if (!isDynamicPattern(pattern)) return [word];
	const found = await glob(pattern, {cwd, expandDirectories: false});
	return found.length > 0 ? found.sort() : [word];
}
