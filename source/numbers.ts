/** Numbers as people read them. */

/** Digits of the longest number that is written out. */
const mostDigits = 100;

/** `1`, `4,096`, `3.78e2189` where nobody would read the digits, and `at least 4,096` where counting gave up. */
export function numberOf(value: bigint | number, exact = true): string {
	const all = String(value);
	const digits =
		all.length > mostDigits
			? `${all[0]}.${all.slice(1, 3)}e${all.length - 1}`
			: all.replace(/\B(?=(\d{3})+$)/g, ',');
	return exact ? digits : `at least ${digits}`;
}

/** `6 routes`, `1 route`. */
export function plural(value: bigint | number, word: string, exact = true): string {
	return `${numberOf(value, exact)} ${word}${value === 1n || value === 1 ? '' : 's'}`;
}

/** `1–3`, `1`: the numbers of so many things. */
export function numbersTo(last: number, dash = '–'): string {
	return last === 1 ? '1' : `1${dash}${last}`;
}

/** `the last 3 steps`, `the last step`. */
export function theLast(value: number, word: string): string {
	return `the last ${value === 1 ? word : plural(value, word)}`;
}

/** That of a listing no more than the first `count` are there, without a full stop. */
export function onlyFirst(count: number): string {
	return count === 1 ? 'Only the first is listed' : `Only the first ${numberOf(count)} are listed`;
}
