import {readFileSync} from 'node:fs';
import path from 'node:path';

/** The folder of this package; every built form of this file lies two folders below. */
export const root = path.join(import.meta.dirname, '../..');

/** The version of this package, as package.json has it. */
export const version: string = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;
