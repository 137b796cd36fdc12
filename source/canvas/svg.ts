/**
 * A layout as a picture for documents: the same boxes, lines and texts as in the terminal, drawn with
 * shapes. It follows the reader's light or dark setting; text is text and can be selected.
 */
import type {Shape, Side} from '../diagram/diagram.js';
import type {Box, EdgeLine, LaneBox, Layout, NodeBox, Point} from '../layout/geometry.js';
import {rowsAbove} from '../layout/taskbox.js';
import {harmless, width as textWidth} from '../text.js';
import {dark, type Light} from './canvas.js';
import {fontSize, style} from './svg-style.js';

/** Pixels of a cell. */
const cellWidth = 8;
const cellHeight = 17;
const radius = 6;

/** The picture; `title` and `description` say what it shows where it is not seen. Walked edges come last, so that they lie on top. */
export function svgOf(layout: Layout, title: string, description = '', lit: Light = dark): string {
	const walked = (edge: EdgeLine) => lit.edges.has(edge.id);
	const order = [...layout.edges.filter(edge => !walked(edge)), ...layout.edges.filter(walked)];
	const nodes = new Map(layout.nodes.map(node => [node.id, node]));
	const width = layout.width * cellWidth;
	const height = layout.height * cellHeight;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" class="flowzap" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
		`<title>${escaped(harmless(title))}</title>`,
		...(description ? [`<desc>${escaped(harmless(description))}</desc>`] : []),
		`<style>${style}</style>`,
		`<rect width="${width}" height="${height}" class="paper"/>`,
		...layout.lanes.map(lanePicture),
		...order.map(edge => linePicture(edge, nodes, walked(edge))),
		...layout.nodes.map(node => boxPicture(node, lit)),
		'</svg>',
		'',
	].join('\n');
}

/** The middle of a cell, in pixels. */
function middle({x, y}: Point): Point {
	return {x: (x + 0.5) * cellWidth, y: (y + 0.5) * cellHeight};
}

/** A box drawn along the middles of its border cells. */
function frame({x, y, width, height}: Box): Box {
	const corner = middle({x, y});
	return {...corner, width: (width - 1) * cellWidth, height: (height - 1) * cellHeight};
}

function lanePicture(lane: LaneBox): string {
	const {x, y, width, height} = frame(lane);
	const title = {x: lane.titleX, y: lane.y, width: textWidth(lane.title), height: 1};
	const back = `<rect x="${(title.x - 0.7) * cellWidth}" y="${title.y * cellHeight}" width="${(title.width + 1.4) * cellWidth}" height="${cellHeight}" class="paper"/>`;
	return `<rect class="band" x="${x}" y="${y}" width="${width}" height="${height}"/>${back}${textAt(lane.title, title.x, title.y, 'title')}`;
}

function linePicture(edge: EdgeLine, nodes: ReadonlyMap<string, NodeBox>, walked: boolean): string {
	const points = edge.points.map(middle);
	const start = meeting(nodes.get(edge.from), edge.points[0], edge.fromSide);
	const tip = meeting(nodes.get(edge.to), edge.points.at(-1), edge.toSide);
	const path = rounded([start, ...points.slice(0, -1), behind(tip, edge)]);
	const labels = edge.label?.lines.map((line, i) =>
		textAt(line, edge.label?.x ?? 0, (edge.label?.y ?? 0) + i, 'label'),
	);
	const back = edge.back ? ' back' : '';
	return `<g class="edge${walked ? ' walked' : ''}" id="${escaped(edge.id)}"><path class="line${back}" d="${path}"/>${head(tip, edge)}${labels?.join('') ?? ''}</g>`;
}

/** Where a line whose last cell is `point` meets `side` of a box. */
function meeting(node: NodeBox | undefined, point: Point | undefined, side: Side): Point {
	const {x, y} = middle(point ?? {x: 0, y: 0});
	const [dx, dy] = ways[side];
	const met = {x: x + dx * cellWidth, y: y + dy * cellHeight};
	const more = node?.shape === 'diamond' && node.framed ? inset(frame(node), met, side) : 0;
	return {x: met.x + dx * more, y: met.y + dy * more};
}

/** Pixels from a place on `side` of the frame of a diamond to its outline: some where that slants. */
function inset(box: Box, {x, y}: Point, side: Side): number {
	const {across, down} = corner(box);
	const [fromX, fromY] = [
		Math.min(x - box.x, box.x + box.width - x),
		Math.min(y - box.y, box.y + box.height - y),
	];
	return side === 'left' || side === 'right'
		? (across * Math.max(0, down - fromY)) / down
		: (down * Math.max(0, across - fromX)) / across;
}

/** Pixels that the corners of a diamond are cut by: as in the terminal its sides slant beside the first and the last row of text alone. */
function corner({width, height}: Box): {readonly across: number; readonly down: number} {
	return {
		across: Math.min(height / 2, width / 4, 2 * cellHeight),
		down: Math.min((height - cellHeight) / 2, 1.5 * cellHeight),
	};
}

/** A path through points, its corners rounded. */
function rounded(points: readonly Point[]): string {
	const [first, ...rest] = points;
	if (!first) return '';
	let path = `M${first.x} ${first.y}`;
	rest.forEach((corner, i) => {
		const before = points[i];
		const after = rest[i + 1];
		if (!before || !after) {
			path += `L${corner.x} ${corner.y}`;
			return;
		}
		const entry = near(corner, before);
		const exit = near(corner, after);
		path += `L${entry.x} ${entry.y}Q${corner.x} ${corner.y} ${exit.x} ${exit.y}`;
	});
	return path;
}

/** The place on the way from `corner` to `other` at which rounding starts. */
function near(corner: Point, other: Point): Point {
	const [dx, dy] = [other.x - corner.x, other.y - corner.y];
	const length = Math.hypot(dx, dy);
	const part = length === 0 ? 0 : Math.min(radius, length / 2) / length;
	return {x: corner.x + dx * part, y: corner.y + dy * part};
}

/** Pixels from the tip of an arrowhead to its back. */
const headLength = 10;

const ways = {left: [1, 0], right: [-1, 0], top: [0, 1], bottom: [0, -1]} as const;

/** The middle of the back of the head whose tip this is. */
function behind({x, y}: Point, {toSide}: EdgeLine): Point {
	const [dx, dy] = ways[toSide];
	return {x: x - dx * headLength, y: y - dy * headLength};
}

function head({x, y}: Point, edge: EdgeLine): string {
	const [dx, dy] = ways[edge.toSide];
	const back = behind({x, y}, edge);
	return `<path class="head" d="M${x} ${y}L${back.x - dy * 4.5} ${back.y - dx * 4.5}L${back.x + dy * 4.5} ${back.y + dx * 4.5}Z"/>`;
}

function boxPicture(node: NodeBox, {nodes, tokens}: Light): string {
	const names = [
		'node',
		...(nodes.has(node.id) ? ['walked'] : []),
		...(tokens.has(node.id) ? ['token'] : []),
	];
	return `<g class="${names.join(' ')}" id="${escaped(node.id)}">${outlines[node.shape](frame(node))}${texts(node)}</g>`;
}

const outlines: Readonly<Record<Shape, (box: Box) => string>> = {
	rectangle: box => rectangle(box, 1),
	taskbox: box => rectangle(box, 1),
	circle: box => rectangle(box, Math.min(box.height / 2, 26)),
	diamond(box) {
		const {x, y, width, height} = box;
		const {across, down} = corner(box);
		const [right, bottom, upper, lower] = [x + width, y + height, y + down, y + height - down];
		return `<path class="box" d="M${x} ${upper}L${x + across} ${y}H${right - across}L${right} ${upper}V${lower}L${right - across} ${bottom}H${x + across}L${x} ${lower}Z"/>`;
	},
};

function rectangle({x, y, width, height}: Box, round: number): string {
	return `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;
}

/** The lines of a box, where the terminal has them. */
function texts(node: NodeBox): string {
	const {x, y, width, height, lines, rule} = node;
	const rows = height - (node.framed ? 2 : 0);
	const above = rule === undefined ? (rows - lines.length) / 2 : rowsAbove(node, rows);
	const first = y + (node.framed ? 1 : 0) + above;
	const ruled = rule === undefined ? '' : ruleAt(frame(node), first + rule);
	return (
		lines
			.map((line, i) => {
				const row = first + i + (rule !== undefined && i >= rule ? 1 : 0);
				return rule === undefined
					? textAt(line, x + width / 2, row, 'text', 'middle')
					: textAt(line, x + 2, row, 'text');
			})
			.join('') + ruled
	);
}

function ruleAt({x, width}: Box, row: number): string {
	return `<path class="box" d="M${x} ${(row + 0.5) * cellHeight}h${width}"/>`;
}

/** Text from a cell on, or round the `middle` of one, stretched to exactly the columns it takes; some viewers do not stretch. */
function textAt(text: string, column: number, row: number, name: string, anchor?: 'middle'): string {
	if (text.trim() === '') return '';
	const length = textWidth(text) * cellWidth;
	const anchored = anchor ? ` text-anchor="${anchor}"` : '';
	return `<text class="${name}"${anchored} x="${column * cellWidth}" y="${(row + 0.5) * cellHeight + fontSize * 0.36}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}

/** `text` as it stands in XML. */
export function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
