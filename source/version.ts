import {createRequire} from 'node:module';

/** The folder of this package; every built form of this file lies two folders below. */
export const root = new URL('../../', import.meta.url);

/** The version of this package, as package.json has it. */
export const version: string = createRequire(root)('./package.json').version;
