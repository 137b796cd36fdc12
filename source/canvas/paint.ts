/** Paints a layout into cells: lanes first, then lines, then boxes and labels. */
import type {Box, EdgeLine, LaneBox, Layout, NodeBox} from '../layout/geometry.js';
import {rowsAbove} from '../layout/taskbox.js';
import {width as textWidth} from '../text.js';
import {Bands} from './bands.js';
import type {Canvas, CharacterSet} from './canvas.js';
import type {Cells, Glyph, Handle} from './cells.js';
import {paintDots} from './dots.js';
import {drawLine} from './lines.js';
import {brackets, breakpointMark, type Frame, frames, laneFrames, tokenMark} from './shapes.js';
import {spelled} from './signs.js';
import {viewOf} from './view.js';

/** The drawing of `layout` in a character set. */
export function paint(layout: Layout, set: CharacterSet = 'unicode'): Canvas {
	return viewOf(new Bands(layout.width, layout.height, cells => paintBand(cells, layout, set)), layout, set);
}

/** Draws the rows of `layout` that `cells` keeps. */
export function paintBand(cells: Cells, layout: Layout, set: CharacterSet): void {
	for (const [index, lane] of layout.lanes.entries())
		if (cells.shows(lane.y, lane.height))
			paintLane(cells, lane, set, laneFrames[set][index ? 'below' : 'first']);
	for (const [index, edge] of layout.edges.entries()) drawLine(cells, edge, index);
	for (const edge of layout.edges) paintLabel(cells, edge, set);
	if (layout.nodes.every(isDot)) paintDots(cells, layout.nodes, layout.edges, set);
	else for (const node of layout.nodes) if (cells.shows(node.y, node.height)) paintNode(cells, node, set);
}

function paintLane(
	cells: Cells,
	{id, title, titleX, x, y, width, height}: LaneBox,
	set: CharacterSet,
	frame: Frame,
): void {
	outline(cells, {x, y, width, height}, 0, pick => {
		return cells.add({type: 'glyph', text: pick(frame), width: 1, role: 'lane', kind: 'lane', id});
	});
	cells.write(titleX - 1, y, ` ${spelled(title, set)} `, {role: 'title', kind: 'lane', id});
}

/** Makes the cell of a part of a frame known. */
type Part = (pick: (frame: Frame) => string) => Handle;

/** The border of a rectangle; corners stand `inset` columns inwards. */
function outline(cells: Cells, {x, y, width, height}: Box, inset: number, part: Part): void {
	const [right, bottom] = [x + width - 1, y + height - 1];
	const [above, below] = [part(frame => frame.top), part(frame => frame.bottom)];
	const between = {x: x + inset + 1, width: width - 2 * inset - 2, height: 1};
	cells.fill({...between, y}, above);
	cells.fill({...between, y: bottom}, below);
	for (let row = 0; row < height - 2; row++) {
		cells.set(
			x,
			y + 1 + row,
			part(frame => frame.sides(row, height - 2)[0]),
		);
		cells.set(
			right,
			y + 1 + row,
			part(frame => frame.sides(row, height - 2)[1]),
		);
	}
	cells.set(
		x + inset,
		y,
		part(frame => frame.topLeft),
	);
	cells.set(
		right - inset,
		y,
		part(frame => frame.topRight),
	);
	cells.set(
		x + inset,
		bottom,
		part(frame => frame.bottomLeft),
	);
	cells.set(
		right - inset,
		bottom,
		part(frame => frame.bottomRight),
	);
}

/** Every border part of a box in the weights a frame may ask for. */
function paintNode(cells: Cells, node: NodeBox, set: CharacterSet): void {
	const {id, shape, x, y, width} = node;
	if (!node.framed) {
		paintSmall(cells, node, set);
		return;
	}
	const weights = frames[set][shape];
	const part: Part = pick => {
		const glyphs = {plain: pick(weights.plain), walked: pick(weights.walked), token: pick(weights.token)};
		return cells.add({type: 'border', id, glyphs});
	};
	const inside: Glyph = {type: 'glyph', text: ' ', width: 1, role: 'text', kind: 'node', id};
	cells.fill(node, cells.add(inside));
	outline(cells, node, weights.plain.inset, part);
	cells.set(x + 1, y + 1, cells.add({...inside, token: tokenMark[set]}));
	cells.set(x + width - 2, y + 1, cells.add({...inside, breakpoint: breakpointMark[set]}));
	paintText(cells, node, set, part);
}

/** The text of a box, centred; under its rule a taskbox says who and where. */
function paintText(
	cells: Cells,
	{id, x, y, width, height, lines, rule}: NodeBox,
	set: CharacterSet,
	part: Part,
): void {
	let row = y + 1 + rowsAbove({lines, rule}, height - 2);
	lines.forEach((line, i) => {
		if (i === rule) {
			const middle = part(frame => frame.rule[1]);
			cells.fill({x: x + 1, y: row, width: width - 2, height: 1}, middle);
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
		const indent = rule === undefined ? (width - textWidth(line)) >> 1 : 2;
		cells.write(x + indent, row, spelled(line, set), {role: 'text', kind: 'node', id});
		row += 1;
	});
}

/** Whether nothing stands in a box, as on the map. */
function isDot({framed, lines}: NodeBox): boolean {
	return !framed && !lines[0];
}

/** A box without a border: its id in brackets. */
function paintSmall(cells: Cells, node: NodeBox, set: CharacterSet): void {
	const {id, shape, x, y, width, height, lines} = node;
	const text = lines[0] ?? '';
	const token = tokenMark[set];
	const glyph: Omit<Glyph, 'text'> = {type: 'glyph', width: 1, role: 'text', kind: 'node', id};
	cells.fill(node, cells.add({...glyph, text: ' '}));
	const middle = y + ((height - 1) >> 1);
	const [open, close] = brackets[shape];
	for (let row = y; row < y + height; row++) {
		cells.set(x, row, cells.add({...glyph, text: open, ...(row === middle ? {token} : {})}));
		cells.set(x + width - 1, row, cells.add({...glyph, text: close}));
	}
	cells.write(x + Math.max(1, (width - textWidth(text)) >> 1), middle, spelled(text, set), {
		role: 'text',
		kind: 'node',
		id,
	});
}

function paintLabel(cells: Cells, {id, label}: EdgeLine, set: CharacterSet): void {
	label?.lines.forEach((line, i) => {
		cells.write(label.x, label.y + i, spelled(line, set), {role: 'label', kind: 'edge', id});
	});
}
