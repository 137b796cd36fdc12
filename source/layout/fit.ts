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

/** Nodes beyond which nothing but the smallest layouts could fit a terminal. */
const manyNodes = 2000;

/** The first of the {@link sights} no wider than `columns`; the narrowest where none is. */
export function layOutWithin(
	diagram: Diagram,
	columns: number,
	options: Partial<LayoutOptions> = {},
): Layout {
	const given = Object.keys(options);
	let narrowest: Layout | undefined;
	for (const sight of diagram.nodes.length > manyNodes ? sights.slice(-2) : sights) {
		const open = Object.entries(sight).filter(([name]) => !given.includes(name));
		const layout = layOut(diagram, {...defaultLayout, ...options, ...Object.fromEntries(open)});
		if (layout.width <= columns) return layout;
		if (!narrowest || layout.width < narrowest.width) narrowest = layout;
	}
	return narrowest ?? layOut(diagram, options);
}
