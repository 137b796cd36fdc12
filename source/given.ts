/** What other programs give: options of which some are left out, numbers that may be none. */

/** `usual` with what `given` says otherwise; what is undefined there says nothing. */
export function filled<T extends object>(usual: T, given: {readonly [K in keyof T]?: T[K] | undefined}): T {
	const said = Object.entries(given).filter(([, value]) => value !== undefined);
	return {...usual, ...Object.fromEntries(said)};
}

/** Throws a RangeError that calls `value` by `name` where it is no whole number from `least` to `most`; without `most`, Infinity is one. */
export function mustBeWhole(name: string, value: number, least: number, most = Number.POSITIVE_INFINITY) {
	if ((Number.isInteger(value) || value === most) && value >= least && value <= most) return;
	const bounds = most === Number.POSITIVE_INFINITY ? `from ${least} on` : `from ${least} to ${most}`;
	throw new RangeError(`${name} is a whole number ${bounds}; not ${value}`);
}

/** Throws a RangeError that calls `value` by `name` where it is none of `words`. */
export function mustBeOneOf(name: string, value: string, words: readonly string[]) {
	if (!words.includes(value)) throw new RangeError(`${name} is one of ${words.join(', ')}; not ${value}`);
}
