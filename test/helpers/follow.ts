/**
 * Reads a drawing as a person would: from the text and the boxes alone, following lines from every
 * arrowhead back to a box. It shares nothing with the painter. In ASCII a corner and a crossing look alike: such a
 * drawing is for eyes only.
 */
import stringWidth from 'string-width';
import {unmarked} from '../../source/bidi.js';

interface Box {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export type Way = 'left' | 'right' | 'up' | 'down';

/** The ways that lead out of a glyph of a line. */
export const arms: Readonly<Record<string, readonly Way[]>> = {
	'─': ['left', 'right'],
	'╌': ['left', 'right'],
	'│': ['up', 'down'],
	'╎': ['up', 'down'],
	'╭': ['right', 'down'],
	'╮': ['left', 'down'],
	'╰': ['right', 'up'],
	'╯': ['left', 'up'],
	'┌': ['right', 'down'],
	'┐': ['left', 'down'],
	'└': ['right', 'up'],
	'┘': ['left', 'up'],
	'├': ['up', 'down', 'right'],
	'┤': ['up', 'down', 'left'],
	'┬': ['left', 'right', 'down'],
	'┴': ['left', 'right', 'up'],
};
const straight = new Set(['┼', '╪']);
const heads: Readonly<Record<string, Way>> = {'►': 'right', '◄': 'left', '▲': 'up', '▼': 'down'};
export const moves: Readonly<Record<Way, readonly [number, number]>> = {
	left: [-1, 0],
	right: [1, 0],
	up: [0, -1],
	down: [0, 1],
};
export const opposite: Readonly<Record<Way, Way>> = {left: 'right', right: 'left', up: 'down', down: 'up'};
/** The side of a box that a line moving this way runs into. */
const sideMet: Readonly<Record<Way, string>> = {left: 'right', right: 'left', up: 'bottom', down: 'top'};

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** Text as rows of cells, without what keeps labels apart, which takes none; the right half of a wide glyph is an empty string. */
export function cellsOf(text: string): string[][] {
	const rows = unmarked(text).split('\n');
	return rows.map(line => {
		const cells: string[] = [];
		for (const {segment} of graphemes.segment(line)) {
			const width = stringWidth(segment);
			if (width === 0 && cells.length > 0) cells[cells.length - 1] += segment;
			else cells.push(segment, ...new Array<string>(Math.max(0, width - 1)).fill(''));
		}
		return cells;
	});
}

/** Edges as the drawing tells them, `from.side -> to.side`, sorted; throws where a line ends in nothing. */
export function follow(text: string, boxes: readonly Box[]): string[] {
	const cells = cellsOf(text);
	const inside = new Map<string, Box>();
	for (const box of boxes)
		for (let y = box.y; y < box.y + box.height; y++)
			for (let x = box.x; x < box.x + box.width; x++) inside.set(`${x} ${y}`, box);
	const labels = new Set<string>();
	const edges: string[] = [];
	cells.forEach((row, y) => {
		row.forEach((glyph, x) => {
			const way = heads[glyph];
			if (!way || inside.has(`${x} ${y}`) || labels.has(`${x} ${y}`)) return;
			const [dx, dy] = moves[way];
			const target = inside.get(`${x + dx} ${y + dy}`);
			if (!target) return;
			for (const source of sourcesOf(cells, inside, x, y, opposite[way]))
				edges.push(`${source} -> ${target.id}.${sideMet[way]}`);
		});
	});
	return edges.sort();
}

function sourcesOf(
	cells: readonly string[][],
	inside: ReadonlyMap<string, Box>,
	x: number,
	y: number,
	way: Way,
): string[] {
	const sources: string[] = [];
	const seen = new Set<string>();
	const todo: [number, number, Way][] = [[x, y, way]];
	for (let next = todo.pop(); next; next = todo.pop()) {
		const [fromX, fromY, moving] = next;
		const [dx, dy] = moves[moving];
		const [atX, atY] = [fromX + dx, fromY + dy];
		const key = `${atX} ${atY} ${moving}`;
		if (seen.has(key)) continue;
		seen.add(key);
		const box = inside.get(`${atX} ${atY}`);
		if (box) {
			sources.push(`${box.id}.${sideMet[moving]}`);
			continue;
		}
		const glyph = cells[atY]?.[atX] ?? ' ';
		const head = heads[glyph];
		if (head === moving) continue;
		const limbs = straight.has(glyph) ? [moving] : arms[glyph]?.filter(arm => arm !== opposite[moving]);
		const meets = straight.has(glyph) || arms[glyph]?.includes(opposite[moving]);
		if (!limbs || !meets)
			throw new Error(`a line ends in ${JSON.stringify(glyph)} at ${atX},${atY}, going ${moving}`);
		for (const limb of limbs) todo.push([atX, atY, limb]);
	}
	return sources;
}
