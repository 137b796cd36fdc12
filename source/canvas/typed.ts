/** What a person types, held against what is shown: whatever the program shows can be typed as it is seen. */
import {harmless} from '../text.js';
import {written} from './signs.js';

/**
 * `text` as it is compared, from near to far: in small letters and single blanks, however its accents are composed; then
 * in the signs that it has where there is nothing but ASCII.
 */
export const foldings: readonly ((text: string) => string)[] = [
	folded,
	text => folded(written(harmless(text), 'ascii')),
];

/** Whether what is `typed` can be what is `shown`. */
export function isCalled(shown: string, typed: string): boolean {
	return foldings.some(fold => fold(shown) === fold(typed));
}

function folded(text: string): string {
	return harmless(text).normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
