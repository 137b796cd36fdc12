/** The most readable layout that fits into a place. */
import type {Diagram} from '../diagram/diagram.js';
import {defaultLayout, type Layout, type LayoutOptions, type Sight, sightOf} from './geometry.js';
import {layOut} from './layout.js';

export const smallest = sightOf('map');

/** Ways to draw, from the most to the least readable; `wrap` in columns. */
export const sights: readonly Sight[] = [
	{zoom: 'full', wrap: 18},
	{zoom: 'full', wrap: 14},
	{zoom: 'full', wrap: 10},
	{zoom: 'full', wrap: 8},
	sightOf('compact'),
	{zoom: 'compact', wrap: 8},
	sightOf('ids'),
	smallest,
];

/** Wraps of sights that are folded where none of their zoom fits as it is. */
const foldedWraps: readonly number[] = [sightOf('ids').wrap, 14, 10];
/** Nodes beyond which a folded drawing is too long to follow, and beyond which only the smallest ones could fit a terminal. */
const [mostFolded, mostTried] = [200, 2000];
/** With fewer columns of boxes than this lines would be most of a folded drawing. */
const fewestColumns = 3;
/** Cells of the narrowest column of boxes and the way to the next one. */
const narrowestColumn = 8;

/**
 * The first of the {@link sights} no wider than `columns`, each zoom folded before the next is tried: better a higher
 * drawing than one that says less. The narrowest where none fits.
 */
export function layOutWithin(
	diagram: Diagram,
	columns: number,
	options: Partial<LayoutOptions> = {},
): Layout {
	const mayFold = options.fold === undefined && diagram.nodes.length <= mostFolded;
	const tried = diagram.nodes.length > mostTried ? sights.slice(-2) : sights;
	let narrowest: Layout | undefined;
	const fitting = (sight: Partial<LayoutOptions>): Layout | undefined => {
		const layout = layOut(diagram, {...defaultLayout, ...sight, ...options});
		if (!narrowest || layout.width < narrowest.width) narrowest = layout;
		return layout.width <= columns ? layout : undefined;
	};
	for (const [index, sight] of tried.entries()) {
		const found = fitting(sight);
		if (found) return found;
		if (!mayFold || tried[index + 1]?.zoom === sight.zoom) continue;
		for (const {zoom, wrap} of tried)
			if (zoom === sight.zoom && foldedWraps.includes(wrap)) {
				const higher = widest(columns, fold => fitting({zoom, wrap, fold}));
				if (higher) return higher;
			}
	}
	return narrowest ?? layOut(diagram, options);
}

/** The layout with the most columns of boxes that fits into `columns` cells, by bisection: more are wider. */
function widest(columns: number, fitting: (fold: number) => Layout | undefined): Layout | undefined {
	let best = fitting(fewestColumns);
	let [fits, most] = [fewestColumns, Math.floor(columns / narrowestColumn)];
	while (best && fits < most) {
		const middle = (fits + most + 1) >> 1;
		const layout = fitting(middle);
		if (layout) [best, fits] = [layout, middle];
		else most = middle - 1;
	}
	return best;
}
