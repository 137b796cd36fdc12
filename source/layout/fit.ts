/** The most readable layout that fits into a place. */
import type {Diagram} from '../diagram/diagram.js';
import {filled} from '../given.js';
import {groupBy} from '../group.js';
import {defaultLayout, type Layout, type LayoutOptions, type Sight, sightOf, type Zoom} from './geometry.js';
import {layOut} from './layout.js';

/** Ways to draw, from the most to the least readable. */
export const sights: readonly Sight[] = [
	sightOf('full'),
	{...sightOf('full'), wrap: 14},
	{...sightOf('full'), wrap: 10},
	{...sightOf('full'), wrap: 8},
	sightOf('compact'),
	{...sightOf('compact'), wrap: 8},
	sightOf('ids'),
	sightOf('map'),
];

/** Nodes beyond which a folded drawing is too long to follow, unless it is asked for. */
const mostFolded = 200;
/** Nodes beyond which only the smallest drawings could fit a terminal. */
const mostTried = 2000;
/** Columns, at the least, that the labels of a folded drawing are wrapped at. */
const leastFoldedWrap = 10;
/** With fewer columns of boxes than this lines are most of a folded drawing. */
export const fewestColumns = 3;
/** Times its place beyond which a drawing does not come to fit by labels that are wrapped sooner. */
const mostWrapped = 3;
/** Cells of the narrowest column of boxes and the way to the next one. */
const narrowestColumn = 8;

/**
 * The most readable layout no wider than `columns`: labels are wrapped sooner, then the drawing is folded, then the next
 * zoom is tried, from `full` to `map`; better a higher drawing than one that says less. The narrowest where none fits.
 * What `options` say is kept.
 */
export function layOutWithin(
	diagram: Diagram,
	columns: number,
	options: Partial<LayoutOptions> = {},
): Layout {
	const tried = diagram.nodes.length > mostTried ? sights.slice(-2) : sights;
	let narrowest: Layout | undefined;
	const laid = (sight: Sight): Layout => {
		const layout = layOut(diagram, filled({...defaultLayout, ...sight}, options));
		if (!narrowest || layout.width < narrowest.width) narrowest = layout;
		return layout;
	};
	for (const [zoom, wraps] of groupBy(tried, sight => sight.zoom)) {
		for (const sight of wraps) {
			const layout = laid(sight);
			if (layout.width <= columns) return layout;
			if (options.zoom === undefined && layout.width > columns * mostWrapped) break;
		}
		if (options.fold !== undefined || diagram.nodes.length > mostFolded) continue;
		const folded = foldedSight(zoom, {columns, fewest: fewestColumns}, one => laid(one).width);
		if (folded) return laid(folded);
	}
	return narrowest ?? layOut(diagram, options);
}

/**
 * The sight of `zoom` with the most columns of boxes that fits into `columns` cells, where `widthOf` a sight is in cells;
 * undefined where not even the `fewest` fit.
 */
export function foldedSight(
	zoom: Zoom,
	{columns, fewest}: {readonly columns: number; readonly fewest: number},
	widthOf: (sight: Sight) => number,
): Sight | undefined {
	for (const sight of sights.filter(one => one.zoom === zoom && one.wrap >= leastFoldedWrap)) {
		const fits = (fold: number) => widthOf({...sight, fold}) <= columns;
		// By bisection: more columns of boxes are wider.
		if (!fits(fewest)) continue;
		let [most, tooMany] = [fewest, Math.floor(columns / narrowestColumn) + 1];
		while (tooMany - most > 1) {
			const middle = (most + tooMany) >> 1;
			if (fits(middle)) most = middle;
			else tooMany = middle;
		}
		return {...sight, fold: most};
	}
	return undefined;
}
