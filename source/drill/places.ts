/** Where records are kept. */
import {readdirSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';

/** The folder of records: under the XDG state directory, on Windows under the local application data. */
export function recordFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
	const home = env.HOME ?? env.USERPROFILE ?? '.';
	const windows = platform === 'win32' ? env.LOCALAPPDATA : undefined;
	const state = env.XDG_STATE_HOME || windows || join(home, '.local', 'state');
	return join(state, 'flowzap-tui', 'drills');
}

/** The way to a file from the folder of a record: it stays true where both are moved together, and tells no more than it must. */
export function wayTo(file: string, record: string): string {
	return relative(dirname(resolve(record)), resolve(file));
}

/** The file at the end of such a way. */
export function fileAt(way: string, record: string): string {
	return resolve(dirname(resolve(record)), way);
}

/** A name for a new record: when, and of which file. Names sort by time. */
export function recordName(file: string, now: number): string {
	const when = new Date(now).toISOString().replaceAll(/[-:]/g, '').replace('.', '-');
	const stem = file.replace(/\.fz$/i, '').replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
	return `${when}-${Array.from(stem).slice(0, 40).join('')}.jsonl`;
}

/** The records in `folder`, the newest first; none where there is no such folder. */
export function recordsIn(folder: string): string[] {
	try {
		const names = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
		return names
			.sort()
			.reverse()
			.map(name => join(folder, name));
	} catch {
		return [];
	}
}
