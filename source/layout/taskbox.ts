/** Where the texts of a box stand. The rule of a taskbox keeps off its middle row: a line that meets it there would run on. */

interface Texts {
	readonly lines: readonly string[];
	/** How many of the lines stand above the rule; absent where there is no rule. */
	readonly rule?: number | undefined;
}

/** Rows that the texts ask for between the borders of their box. */
export function rowsFor({lines, rule}: Texts): number {
	if (rule === undefined) return lines.length;
	const rows = lines.length + 1;
	return rule === middle(rows) ? rows + 1 : rows;
}

/** Rows left free above the texts, of `rows` between the borders. */
export function rowsAbove({lines, rule}: Texts, rows: number): number {
	const spare = rows - lines.length - (rule === undefined ? 0 : 1);
	const above = spare >> 1;
	return rule !== undefined && spare > 0 && above + rule === middle(rows) ? above + 1 : above;
}

/** Where lines meet a box of so many rows, from the first. */
function middle(rows: number): number {
	return (rows - 1) >> 1;
}
