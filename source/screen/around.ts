/** The part of a list that there is room for. */

/** Up to `room` of `list`, the one at `at` among them, in the middle where that can be. */
export function around<T>(list: readonly T[], at: number, room: number): readonly T[] {
	const first = Math.max(0, Math.min(list.length - room, at - Math.floor(room / 2)));
	return list.slice(first, first + Math.max(0, room));
}

/** What of a list is shown, and how many stand above and below it. */
interface Excerpt<T> {
	readonly above: number;
	readonly shown: readonly T[];
	readonly below: number;
}

/** As much of `list` as `rows` rows hold, the one at `at` among it; that some stand above or below takes a row each. */
export function excerpt<T>(list: readonly T[], at: number, rows: number): Excerpt<T> {
	if (list.length <= rows) return {above: 0, shown: list, below: 0};
	const room = Math.max(1, rows - 1);
	const last = list.length - room;
	if (at < room) return part(list, 0, room);
	return at < last
		? part(list, at - Math.floor((rows - 2) / 2), Math.max(1, rows - 2))
		: part(list, last, room);
}

function part<T>(list: readonly T[], first: number, room: number): Excerpt<T> {
	return {above: first, shown: list.slice(first, first + room), below: list.length - first - room};
}
