/**
 * A drawing as cells, painted once per layout. What is walked or where a token stands is not in it:
 * a frame only looks cells up, so that lighting a route never draws or lays out again.
 */

/** What a run of cells shows; the theme gives it a colour. */
export type Role = 'blank' | 'lane' | 'title' | 'border' | 'text' | 'line' | 'head' | 'label';

/** Which parts of the drawing stand out in one frame. */
export interface Light {
	/** Edges that were walked: drawn heavy. */
	readonly edges: ReadonlySet<string>;
	/** Nodes that were walked: heavy border. */
	readonly nodes: ReadonlySet<string>;
	/** Nodes where a token stands: double border and a mark. */
	readonly tokens: ReadonlySet<string>;
	/** Those of them where no token stands that moves now: a heavy border and another mark. */
	readonly resting?: ReadonlySet<string> | undefined;
	/** Node or edge under the reader's attention (a search hit, the picked branch). */
	readonly marked?: ReadonlySet<string>;
	/** Nodes with a breakpoint: a mark in their frame. */
	readonly breakpoints?: ReadonlySet<string>;
	/** The lane under the reader's attention. */
	readonly lane?: string | undefined;
	/** Whether nothing else is drawn but the lanes. */
	readonly only?: boolean;
}

/** Nothing stands out. */
export const dark: Light = {edges: new Set(), nodes: new Set(), tokens: new Set()};

/** How a part of the drawing stands out. */
export type Lit = 'plain' | 'walked' | 'token' | 'marked';

/** Neighbouring cells of one look. */
export interface Run {
	readonly text: string;
	/** Columns that `text` takes. */
	readonly width: number;
	readonly role: Role;
	readonly lit: Lit;
}

/** Which glyphs a terminal has; `cp437` is what the Linux console has. */
export type CharacterSet = 'unicode' | 'ascii' | 'cp437';

/** A drawing that can be read cell by cell. */
export interface Canvas {
	readonly width: number;
	readonly height: number;
	/**
	 * Row `y` from column `from` up to `to` (exclusive), as runs that together take exactly
	 * `to - from` columns; blanks outside of the drawing. A wide glyph cut by an end is a blank.
	 */
	row(y: number, from: number, to: number, light?: Light): readonly Run[];
	/** The rows as text, without trailing blanks, ended by `\n`. */
	lines(light?: Light): Iterable<string>;
	/** The whole drawing as text, every line ended by `\n`. A RangeError where it is longer than a string may be. */
	text(light?: Light): string;
	/** The node or edge drawn at a cell, if any. */
	at(x: number, y: number): {readonly kind: 'node' | 'edge' | 'lane'; readonly id: string} | undefined;
}
