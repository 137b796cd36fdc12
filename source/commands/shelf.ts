/** The diagrams there are to open: the bundled samples and the files of the current folder. */
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Book} from '../session/shelf.js';
import {harmless} from '../text.js';
import {root} from '../version.js';

/** Folder of the bundled samples. */
export const samples = fileURLToPath(new URL('samples/', root));
/** The sample that a newcomer meets first. */
export const firstSample = 'blue-green.fz';

/** Samples first, the one for newcomers at the top; a folder that cannot be read has no files. */
export async function shelf(folder: string): Promise<readonly Book[]> {
	const bundled = await books(samples, 'samples');
	const first = bundled.filter(({name}) => name === firstSample);
	const here = path.resolve(folder) === path.resolve(samples) ? [] : await books(folder, 'folder');
	return [...first, ...bundled.filter(({name}) => name !== firstSample), ...here];
}

async function books(folder: string, from: Book['from']): Promise<readonly Book[]> {
	const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
	return entries
		.filter(entry => entry.name.endsWith('.fz') && !entry.isDirectory())
		.map(({name}) => name)
		.sort()
		.map(name => ({path: path.join(folder, name), name: harmless(name), from}));
}
