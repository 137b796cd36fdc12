/** Hashes of what must not have changed. */
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/** SHA-256 of `data`, in hexadecimal. node:crypto is loaded with the first: most starts of the program hash nothing. */
export function hashOf(data: string | Uint8Array): string {
	const {hash} = require('node:crypto') as typeof import('node:crypto');
	return hash('sha256', data);
}
