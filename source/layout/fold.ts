/** Lanes that are broken into rows of boxes, as text is into lines: wide drawings become high ones. */
import {groupBy} from '../group.js';
import type {Placement} from './place.js';

/** `placement` with at most `most` columns: what stands further to the right goes on in rows of its lane below. */
export function folded(placement: Placement, most: number): Placement {
	const {columns, column, lane, rows} = placement;
	if (columns <= most) return placement;
	const turn = (node: number) => Math.floor((column[node] ?? 0) / most);
	const row = new Int32Array(column.length);
	const high = rows.map(() => 1);
	for (const [of, members] of groupBy(column.keys(), node => lane[node] ?? 0)) {
		const below = (a: number, b: number) =>
			turn(a) - turn(b) || (placement.row[a] ?? 0) - (placement.row[b] ?? 0);
		// Of the rows of the lane only those that hold something are there again for each turn.
		let at = -1;
		for (const [i, node] of members.sort(below).entries()) {
			const before = members[i - 1];
			if (before === undefined || below(before, node) !== 0) at += 1;
			row[node] = at;
		}
		high[of] = at + 1;
	}
	return {columns: most, column: column.map(own => own % most), row, rows: high, lane};
}
