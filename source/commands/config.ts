/** The person's configuration file, under the XDG base directories. */
import path from 'node:path';
import {type Config, configOf, standardConfig} from '../session/config.js';
import type {World} from '../world.js';
import {whyUnreadable} from './load.js';

/** A configuration is short. Bytes. */
const most = 1 << 20;

/** Where it is looked for; undefined where there is no home. */
export function configPath({env}: Pick<World, 'env'>): string | undefined {
	const home = env.HOME ?? env.USERPROFILE;
	const base = env.XDG_CONFIG_HOME || (home && path.join(home, '.config'));
	return base ? path.join(base, 'flowzap-tui', 'config.json') : undefined;
}

/** What the file says, and where it is looked for; without a file the standard. */
export async function config(
	world: Pick<World, 'env' | 'readFile'>,
): Promise<Config & {readonly file: string}> {
	const file = configPath(world);
	if (file === undefined) return {...standardConfig, file: ''};
	const bytes = await world.readFile(file, most).catch((error: NodeJS.ErrnoException) => error);
	return {...(bytes instanceof Error ? without(bytes) : configIn(bytes)), file};
}

function without(error: NodeJS.ErrnoException): Config {
	if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return standardConfig;
	return {...standardConfig, complaints: [whyUnreadable(error, 'a file')]};
}

function configIn(bytes: Uint8Array): Config {
	if (bytes.length > most) return {...standardConfig, complaints: ['the file is too large']};
	return configOf(new TextDecoder().decode(bytes));
}
