import {readFileSync} from 'node:fs';

/** The folder of this package; every built form of this file lies two folders below. */
export const root = new URL('../../', import.meta.url);

/** The version of this package, as package.json has it. */
export const version: string = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version;
