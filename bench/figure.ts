/** What a part of the benchmark answers. */

/** A measured figure, in words, and what was measured beside it in the same run. */
export interface Figure {
	readonly name: string;
	readonly value: string;
	readonly peer?: string;
	/** Points of curves: how long a piece of work took at a size. */
	readonly points?: readonly Point[];
}

export interface Point {
	/** Who did the work. */
	readonly series: string;
	/** Nodes. */
	readonly size: number;
	readonly milliseconds: number;
}
