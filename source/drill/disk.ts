/** Work on files and folders that node:fs does not do as it is needed here. */
import fs from 'node:fs';
import {dirname} from 'node:path';
import {codeOf} from '../unwritten.js';

/** What is at `path`, be it a link that leads nowhere; undefined where there is nothing, or nothing can be. */
export function entryAt(path: string): fs.Stats | undefined {
	try {
		return fs.lstatSync(path);
	} catch {
		return undefined;
	}
}

/**
 * Makes a folder and those it lies in, their names on disk too. Not as node:fs does by itself: where `/proc` refuses one,
 * that never ends.
 */
export function makeFolder(path: string): void {
	try {
		makeHere(path);
	} catch (error) {
		if (fs.existsSync(path)) return;
		if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
		makeFolder(dirname(path));
		makeHere(path);
	}
}

function makeHere(path: string): void {
	fs.mkdirSync(path, {mode: 0o700});
	syncFolder(dirname(path));
}

/** Puts the names of what is new in a folder on disk too, where the system can do that. */
export function syncFolder(path: string): void {
	try {
		const folder = fs.openSync(path, 'r');
		try {
			fs.fsyncSync(folder);
		} finally {
			fs.closeSync(folder);
		}
	} catch {
		// Windows opens no folders; there the name is kept with the file.
	}
}
