/** Looking things up in sorted lists. */

/** The first index of `sorted` whose value is over `bound`; its length where there is none. */
export function firstOver(sorted: readonly number[], bound: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) > bound) high = middle;
		else low = middle + 1;
	}
	return low;
}
