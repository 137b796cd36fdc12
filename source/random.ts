/** Chance that can be had again. */

/** Gives numbers from 0 up to 1. */
export type Random = () => number;

/**
 * The random numbers of `seed`, always the same ones: mulberry32 (Tommy Ettinger, public domain), 32 bits of
 * state, good enough to spread choices and quick to write down in a record.
 */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
