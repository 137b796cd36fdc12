/** The person's configuration file, under the XDG base directories. */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type Config, configOf, standardConfig} from '../session/config.js';
import type {World} from '../world.js';

/** Where it is looked for; undefined where there is no home. */
export function configPath({env}: Pick<World, 'env'>): string | undefined {
	const home = env.HOME ?? env.USERPROFILE;
	const base = env.XDG_CONFIG_HOME || (home && path.join(home, '.config'));
	return base ? path.join(base, 'flowzap-tui', 'config.json') : undefined;
}

/** What the file says, its complaints with its name before them; without a file the standard. */
export async function config(world: Pick<World, 'env'>): Promise<Config> {
	const file = configPath(world);
	if (file === undefined) return standardConfig;
	const text = await readFile(file, 'utf8').catch(error =>
		error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : '',
	);
	if (text === undefined) return standardConfig;
	const read = configOf(text);
	return {...read, complaints: read.complaints.map(complaint => `${file}: ${complaint}`)};
}
