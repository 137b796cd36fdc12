/** Paints a layout into cells, once: lanes first, then lines, then boxes and labels. */
import type {EdgeLine, LaneBox, Layout, NodeBox, Point} from '../layout/geometry.js';
import {clusters} from '../text.js';
import type {Canvas, CharacterSet} from './canvas.js';
import {type BorderPart, Cells, type Glyph, type Stroke} from './cells.js';
import {brackets, dots, type Frame, frames, laneFrames, tokenMark, type Weight} from './shapes.js';
import {down, left, right, up} from './strokes.js';
import {viewOf} from './view.js';

/** The drawing of `layout` in a character set. */
export function paint(layout: Layout, set: CharacterSet = 'unicode'): Canvas {
	const cells = new Cells();
	for (const lane of layout.lanes) paintLane(cells, lane, set);
	for (const edge of layout.edges) paintLine(cells, edge);
	for (const edge of layout.edges) paintLabel(cells, edge);
	for (const node of layout.nodes) paintNode(cells, node, set);
	return viewOf(cells, layout, set);
}

function write(
	cells: Cells,
	x: number,
	y: number,
	text: string,
	look: Omit<Glyph, 'type' | 'text' | 'width'>,
): void {
	let at = x;
	for (const cluster of clusters(text)) {
		cells.set(at, y, {type: 'glyph', text: cluster.text, width: cluster.width, ...look});
		for (let i = 1; i < cluster.width; i++) cells.set(at + i, y, {type: 'tail'});
		at += cluster.width;
	}
}

function paintLane(cells: Cells, {id, title, titleX, x, y, width, height}: LaneBox, set: CharacterSet): void {
	const frame = laneFrames[set];
	const part = (text: string): Glyph => ({type: 'glyph', text, width: 1, role: 'lane', kind: 'lane', id});
	outline(cells, {x, y, width, height}, frame, part);
	write(cells, titleX - 1, y, ` ${title} `, {role: 'title', kind: 'lane', id});
}

function outline(
	cells: Cells,
	{
		x,
		y,
		width,
		height,
	}: {readonly x: number; readonly y: number; readonly width: number; readonly height: number},
	frame: Frame,
	part: (text: string) => Glyph,
): void {
	const [top, bottom] = [part(frame.top), part(frame.bottom)];
	const [west, east] = frame.sides(0, 1).map(part) as [Glyph, Glyph];
	for (let i = 1; i < width - 1; i++) {
		cells.set(x + i, y, top);
		cells.set(x + i, y + height - 1, bottom);
	}
	for (let i = 1; i < height - 1; i++) {
		cells.set(x, y + i, west);
		cells.set(x + width - 1, y + i, east);
	}
	cells.set(x, y, part(frame.topLeft));
	cells.set(x + width - 1, y, part(frame.topRight));
	cells.set(x, y + height - 1, part(frame.bottomLeft));
	cells.set(x + width - 1, y + height - 1, part(frame.bottomRight));
}

/** Every border part of a box in the weights a frame may ask for. */
function paintNode(cells: Cells, node: NodeBox, set: CharacterSet): void {
	const {id, shape, x, y, width, height, lines} = node;
	if (!node.framed) {
		paintSmall(cells, node, set);
		return;
	}
	const weights = frames[set][shape];
	const part = (pick: (frame: Frame) => string): BorderPart => border(id, weight => pick(weights[weight]));
	const rows = height - 2;
	const [top, bottom] = [part(frame => frame.top), part(frame => frame.bottom)];
	for (let i = 1; i < width - 1; i++) {
		cells.set(x + i, y, top);
		cells.set(x + i, y + height - 1, bottom);
	}
	cells.set(
		x,
		y,
		part(frame => frame.topLeft),
	);
	cells.set(
		x + width - 1,
		y,
		part(frame => frame.topRight),
	);
	cells.set(
		x,
		y + height - 1,
		part(frame => frame.bottomLeft),
	);
	cells.set(
		x + width - 1,
		y + height - 1,
		part(frame => frame.bottomRight),
	);
	if (weights.plain.inner) slant(cells, node, part);
	const blank: Glyph = {type: 'glyph', text: ' ', width: 1, role: 'text', kind: 'node', id};
	for (let row = 0; row < rows; row++) {
		for (let i = 1; i < width - 1; i++) cells.set(x + i, y + 1 + row, blank);
		cells.set(
			x,
			y + 1 + row,
			part(frame => frame.sides(row, rows)[0]),
		);
		cells.set(
			x + width - 1,
			y + 1 + row,
			part(frame => frame.sides(row, rows)[1]),
		);
	}
	cells.set(x + 1, y + 1, {...blank, token: tokenMark[set]});
	paintText(cells, node, part, rows - lines.length - (node.rule === undefined ? 0 : 1));
}

/** The corners of a slanted box, one column inwards. */
function slant(
	cells: Cells,
	{x, y, width, height}: NodeBox,
	part: (pick: (frame: Frame) => string) => BorderPart,
): void {
	const rising = part(frame => frame.inner?.[0] ?? ' ');
	const falling = part(frame => frame.inner?.[1] ?? ' ');
	cells.set(x + 1, y, rising);
	cells.set(x + width - 2, y, falling);
	cells.set(x + 1, y + height - 1, falling);
	cells.set(x + width - 2, y + height - 1, rising);
}

function border(id: string, glyph: (weight: Weight) => string): BorderPart {
	const plain = glyph('plain');
	return {type: 'border', id, glyphs: {plain, marked: plain, walked: glyph('walked'), token: glyph('token')}};
}

/** The text of a box, centred; under its rule a taskbox says who and where. */
function paintText(
	cells: Cells,
	{id, x, y, width, lines, rule}: NodeBox,
	part: (pick: (frame: Frame) => string) => BorderPart,
	spare: number,
): void {
	let row = y + 1 + (spare >> 1);
	lines.forEach((line, i) => {
		if (i === rule) {
			const middle = part(frame => frame.rule[1]);
			for (let at = 1; at < width - 1; at++) cells.set(x + at, row, middle);
			cells.set(
				x,
				row,
				part(frame => frame.rule[0]),
			);
			cells.set(
				x + width - 1,
				row,
				part(frame => frame.rule[2]),
			);
			row += 1;
		}
		const used = clusters(line).reduce((sum, cluster) => sum + cluster.width, 0);
		const indent = rule === undefined ? (width - used) >> 1 : 2;
		write(cells, x + indent, row, line, {role: 'text', kind: 'node', id});
		row += 1;
	});
}

/** A box of a small zoom: its id in brackets, or a mere dot. */
function paintSmall(cells: Cells, {id, shape, x, y, width, height, lines}: NodeBox, set: CharacterSet): void {
	const text = lines[0] ?? '';
	const look = {role: 'text', kind: 'node', id} as const;
	const mark = tokenMark[set];
	for (let row = 0; row < height; row++)
		for (let column = 0; column < width; column++)
			cells.set(x + column, y + row, {
				type: 'glyph',
				text: text ? ' ' : dots[set][shape],
				width: 1,
				...look,
				...(text ? {} : {token: mark}),
			});
	if (!text) return;
	const middle = y + ((height - 1) >> 1);
	const [open, close] = brackets[shape];
	for (let row = 0; row < height; row++) {
		cells.set(x, y + row, {
			type: 'glyph',
			text: open,
			width: 1,
			...look,
			...(y + row === middle ? {token: mark} : {}),
		});
		cells.set(x + width - 1, y + row, {type: 'glyph', text: close, width: 1, ...look});
	}
	const used = clusters(text).reduce((sum, cluster) => sum + cluster.width, 0);
	write(cells, x + Math.max(1, (width - used) >> 1), middle, text, look);
}

function paintLine(cells: Cells, edge: EdgeLine): void {
	const last = edge.points.length - 1;
	edge.points.forEach((point, i) => {
		const before = edge.points[i - 1];
		const after = edge.points[i + 1];
		const arms =
			(before ? armTowards(point, before) : sideArms[edge.fromSide]) |
			(after ? armTowards(point, after) : sideArms[edge.toSide]);
		addStroke(
			cells,
			point,
			{edge: edge.id, arms, dashed: edge.back},
			i === last ? pointing[edge.toSide] : undefined,
		);
		if (after) paintBetween(cells, point, after, {edge: edge.id, dashed: edge.back});
	});
}

/** The arm that touches a box standing at the end of a line: it leaves by `right`, so the box is left of it. */
const sideArms = {left: right, right: left, top: down, bottom: up} as const;
const pointing = {left: 'right', right: 'left', top: 'down', bottom: 'up'} as const;

function armTowards(from: Point, to: Point): number {
	if (to.x !== from.x) return to.x > from.x ? right : left;
	return to.y > from.y ? down : up;
}

function paintBetween(cells: Cells, from: Point, to: Point, look: Omit<Stroke, 'arms'>): void {
	const stroke: Stroke = {...look, arms: from.y === to.y ? left | right : up | down};
	const [dx, dy] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
	for (let x = from.x + dx, y = from.y + dy; x !== to.x || y !== to.y; x += dx, y += dy)
		addStroke(cells, {x, y}, stroke);
}

function addStroke(
	cells: Cells,
	{x, y}: Point,
	stroke: Stroke,
	head?: 'left' | 'right' | 'up' | 'down',
): void {
	const there = cells.get(x, y);
	if (there?.type === 'lines') {
		cells.set(x, y, {...there, strokes: [...there.strokes, stroke], ...(head ? {head} : {})});
		return;
	}
	const lane = there?.type === 'glyph' && there.kind === 'lane' ? {lane: there.id} : {};
	cells.set(x, y, {type: 'lines', strokes: [stroke], ...lane, ...(head ? {head} : {})});
}

function paintLabel(cells: Cells, {id, label}: EdgeLine): void {
	label?.lines.forEach((line, i) => {
		write(cells, label.x, label.y + i, line, {role: 'label', kind: 'edge', id});
	});
}
