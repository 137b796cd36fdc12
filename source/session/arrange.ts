/** Where the parts of the screen stand, by the size of the terminal and what must be said. */

/** Of a terminal. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Where there are questions and answers, a line each, and no window to keep to. */
export const noWindow: Size = {columns: 0, rows: 0};

/** Whether there is a window of `size`. */
export function isWindow({columns}: Size): boolean {
	return columns > noWindow.columns;
}

/** `tiny` has no room for a drawing; the others are those of the three layouts. */
type Kind = 'tiny' | 'compact' | 'standard' | 'wide';

/** Columns or rows that a part takes; 0 where it is not shown. */
export interface Arrangement {
	readonly kind: Kind;
	/** The drawing, under a header of one row. */
	readonly view: {readonly width: number; readonly height: number};
	/** Columns of the panel at the right, its rule counted in. */
	readonly side: number;
	/** Rows of the panel under the drawing, its rule counted in. */
	readonly below: number;
	/** Rows of a panel that lies on top of everything between header and footer. */
	readonly body: number;
}

/** The header stands above the drawing. */
export const headerRows = 1;
/** The status line and the hints. */
const footerRows = 2;
/** Columns of the panel at the right, by the layout. */
export const sideColumns = {standard: 34, wide: 36} as const;

/** Which layout fits `size`. */
export function kindOf({columns, rows}: Size): Kind {
	if (columns < 40 || rows < 10) return 'tiny';
	if (columns < 100 || rows < 30) return 'compact';
	return columns >= 180 && rows >= 50 ? 'wide' : 'standard';
}

/** Columns of what lies ahead under a drawing of `width` columns: on a wide screen it stands beside the notes. */
export function aheadColumns(kind: Kind, width: number): number {
	return kind === 'wide' ? Math.floor(width / 2) : width;
}

/**
 * The arrangement for `size` with a panel of `side` columns at the right, where what stands below the drawing would like
 * `most` rows and needs `least`, and the status line has become a field of `field` rows.
 */
export function arrange(
	size: Size,
	side: number,
	{least, most}: {readonly least: number; readonly most: number},
	field: number,
): Arrangement {
	const body = Math.max(1, size.rows - headerRows - footerRows - field + 1);
	// The drawing keeps a third of a low screen, whatever else would like room.
	const free = body - Math.max(3, Math.floor(body / 3));
	const below = Math.min(most, Math.max(least, free), Math.max(1, body - 1));
	return {kind: kindOf(size), view: {width: size.columns - side, height: body - below}, side, below, body};
}
