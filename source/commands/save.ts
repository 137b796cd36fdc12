/** Writing a file so that it is never there by half. */
import {open, realpath, rename, rm, stat} from 'node:fs/promises';
import {harmless} from '../text.js';
import {whyNotWritten} from '../unwritten.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';

/** Saves, or complains why that cannot be done; the exit code says which. */
export async function saveOrComplain(world: World, path: string, text: string): Promise<ExitCode> {
	try {
		await save(path, text);
		return 0;
	} catch (error) {
		const why = harmless(whyNotWritten(error));
		world.complain(`flowzap-tui: ${harmless(path)}: cannot be written: ${why}\n`);
		return 4;
	}
}

/** Puts `text` in the place of the file at `path`, with its mode. Rejects as node:fs does, and where no file is; what is there then stays. */
async function save(path: string, text: string): Promise<void> {
	const target = await realpath(path);
	const there = await stat(target);
	if (!there.isFile()) throw new Error('this is a pipe, a socket or a device, not a file');
	const draft = `${target}.${Math.random().toString(36).slice(2)}.tmp`;
	try {
		const file = await open(draft, 'wx', there.mode & 0o777);
		try {
			await file.writeFile(text);
			// What a new file may be is less than asked for, by the mask of the process.
			await file.chmod(there.mode & 0o777);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(draft, target);
	} catch (error) {
		await rm(draft, {force: true});
		throw error;
	}
}
