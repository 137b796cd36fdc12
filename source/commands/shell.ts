/** Words as a shell takes them. */
import {harmless} from '../text.js';

/** `word` as it is typed in a POSIX shell, quoted where it must be. */
export function quoted(word: string): string {
	const safe = /^[\p{L}\p{N}_=,./:@%+-]+$/u.test(word);
	return harmless(safe ? word : `'${word.replaceAll("'", "'\\''")}'`);
}
