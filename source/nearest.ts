/** The word a person most likely meant. */

/**
 * The candidate that fewest typing errors turn into `word`, if these are few for its length; case does
 * not count. Distance: optimal string alignment (insert, delete, replace, swap neighbours).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	const wanted = word.slice(0, longest).toLowerCase();
	let best: string | undefined;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) >= least) continue;
		const errors = distance(wanted, candidate.toLowerCase());
		if (errors < least) [best, least] = [candidate, errors];
	}
	return best;
}

/** Longer words are compared by their beginning. */
const longest = 64;

function distance(a: string, b: string): number {
	let older: number[] = [];
	let last = Array.from({length: b.length + 1}, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current[column] = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1),
				swapped ? (older[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		[older, last] = [last, current];
	}
	return last[b.length] ?? 0;
}
