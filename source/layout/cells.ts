/** Last pass: everything that was decided becomes boxes, points and labels in character cells. */
import {width} from '../text.js';
import {edgeLine} from './edge-lines.js';
import type {EdgeLine, Layout} from './geometry.js';
import type {Band, Sizes} from './sizes.js';
import {type Decided, type Standing, standingOf} from './standing.js';
import {placeTitles, type TitlePlace} from './titles.js';

export function cellsOf(decided: Decided): Layout {
	const {diagram, sizes, contents} = decided;
	const drawn = drawnFrom(decided);
	const titles = placeTitles(
		contents.titles,
		drawn.lanes.map(({y}) => y),
		drawn.edges,
		drawn.starts.x,
		drawn.end,
	);
	const {lanes, nodes, edges, end} =
		titles.extra > 0 ? drawnFrom({...decided, sizes: widened(sizes, titles)}) : drawn;
	const total = contents.titles.reduce((most, title) => Math.max(most, titles.x + width(title) + 3), end);
	return {
		width: diagram.lanes.length > 0 ? total : 0,
		height: lanes.reduce((most, lane) => Math.max(most, lane.y + lane.height), 0),
		lanes: lanes.map((lane, i) => ({
			...lane,
			x: 0,
			width: total,
			title: contents.titles[i] ?? '',
			titleX: titles.x,
		})),
		nodes,
		edges,
	};
}

/** Sizes with cells inserted before a band: at the start of a channel, or in the one before a column. */
function widened(sizes: Sizes, {band, extra}: TitlePlace): Sizes {
	const columns = sizes.columns.map((own, x): Band => {
		if (band % 2 === 1) return x === band - 1 ? {...own, size: own.size + extra} : own;
		return x === band ? {size: own.size + extra, axis: own.axis + extra} : own;
	});
	return {...sizes, columns};
}

/** Everything in its place but the titles. */
function drawnFrom(decided: Decided): Standing & {readonly edges: readonly EdgeLine[]} {
	const standing = standingOf(decided);
	return {...standing, edges: decided.links.map(link => edgeLine(decided, link, standing))};
}
