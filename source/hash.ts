/** Hashes of what must not have changed. */
import {hash} from 'node:crypto';

/** SHA-256 of `data`, in hexadecimal. */
export function hashOf(data: string | Uint8Array): string {
	return hash('sha256', data);
}
