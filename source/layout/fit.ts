/** The most readable layout that fits into a number of columns. */
import type {Diagram} from '../diagram/diagram.js';
import {defaultLayout, type Layout, type LayoutOptions} from './geometry.js';
import {layOut} from './layout.js';

/** From the most to the least readable. */
const attempts: readonly Partial<LayoutOptions>[] = [
	{zoom: 'full', wrap: 18},
	{zoom: 'full', wrap: 14},
	{zoom: 'full', wrap: 10},
	{zoom: 'full', wrap: 8},
	{zoom: 'compact', wrap: 8},
	{zoom: 'ids'},
	{zoom: 'map'},
];

/** Nodes beyond which nothing but the smallest layouts could fit a terminal. */
const manyNodes = 2000;

/** The first attempt no wider than `columns`; the smallest where none is. */
export function layOutWithin(
	diagram: Diagram,
	columns: number,
	options: Partial<LayoutOptions> = {},
): Layout {
	const given = Object.keys(options);
	let layout: Layout | undefined;
	for (const attempt of diagram.nodes.length > manyNodes ? attempts.slice(-2) : attempts) {
		const open = Object.entries(attempt).filter(([name]) => !given.includes(name));
		layout = layOut(diagram, {...defaultLayout, ...options, ...Object.fromEntries(open)});
		if (layout.width <= columns) return layout;
	}
	return layout ?? layOut(diagram, options);
}
