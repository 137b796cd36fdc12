/** The diagrams there are to open: the bundled samples and the files of the current folder; and the choice among them by lines. */
import type {Dirent} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {numbersTo} from '../numbers.js';
import type {Book} from '../session/shelf.js';
import {lines} from '../terminal/lines.js';
import {harmless} from '../text.js';
import {root} from '../version.js';
import type {World} from '../world.js';
import {say} from './characters.js';
import type {ExitCode} from './command.js';

/** Folder of the bundled samples. */
export const samples = path.join(root, 'samples');
/** The sample that a newcomer meets first. */
export const firstSample = 'blue-green.fz';

/** Samples first, the one for newcomers at the top; a folder that cannot be read has no files. */
export async function shelf(folder: string): Promise<readonly Book[]> {
	const bundled = await books(samples, 'samples');
	const first = bundled.filter(({name}) => name === firstSample);
	const here = path.resolve(folder) === path.resolve(samples) ? [] : await books(folder, 'folder');
	return [...first, ...bundled.filter(({name}) => name !== firstSample), ...here];
}

/** The diagram that the person at the terminal names by its number, or the exit code to leave with. */
export async function chosenByNumber(
	world: World,
): Promise<{readonly path: string} | {readonly exit: ExitCode}> {
	const all = await shelf(world.cwd);
	const list = all.map(
		({name, from}, index) => `  ${index + 1} ${name}${from === 'samples' ? ' (sample)' : ''}\n`,
	);
	const question = `Open ${numbersTo(all.length, '-')}, q quit: `;
	await say(world, list.join('') + question);
	for await (const line of lines()) {
		if (typeof line === 'number') {
			await world.write('\n');
			return {exit: line};
		}
		if (/^q(uit)?$/i.test(line.trim())) return {exit: 0};
		const book = all[Number(line) - 1];
		if (book) return {path: book.path};
		await say(world, question);
	}
	return {exit: 0};
}

async function books(folder: string, from: Book['from']): Promise<readonly Book[]> {
	const entries = await readdir(folder, {withFileTypes: true}).catch(() => []);
	const named = entries.filter(({name}) => name.endsWith('.fz'));
	const found = await Promise.all(
		named.map(async entry => ((await isFile(folder, entry)) ? [entry.name] : [])),
	);
	return found
		.flat()
		.sort()
		.map(name => ({path: path.join(folder, name), name: harmless(name), from}));
}

/** Whether it is a file, or a link to one. */
async function isFile(folder: string, entry: Dirent): Promise<boolean> {
	if (!entry.isSymbolicLink()) return entry.isFile();
	return stat(path.join(folder, entry.name)).then(
		found => found.isFile(),
		() => false,
	);
}
