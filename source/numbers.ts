/** Numbers as people read them. */

/** `1`, `4,096`, and `at least 4,096` where counting gave up. */
export function numberOf(value: bigint | number, exact = true): string {
	const digits = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
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
