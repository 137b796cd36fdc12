/** The part of a list that there is room for. */

/** Up to `room` of `list`, the one at `at` among them, in the middle where that can be. */
export function around<T>(list: readonly T[], at: number, room: number): readonly T[] {
	const first = Math.max(0, Math.min(list.length - room, at - Math.floor(room / 2)));
	return list.slice(first, first + Math.max(0, room));
}
