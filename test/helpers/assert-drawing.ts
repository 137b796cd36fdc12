/** What must hold of every drawing: boxes apart and in their lanes, texts whole, every edge readable from the text. */
import stringWidth from 'string-width';
import type {CharacterSet} from '../../source/canvas/canvas.js';
import {paint} from '../../source/canvas/paint.js';
import type {Diagram} from '../../source/diagram/diagram.js';
import type {Layout, LayoutOptions} from '../../source/layout/geometry.js';
import {layOut} from '../../source/layout/layout.js';
import {cellsOf, follow} from './follow.js';

interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function overlap(a: Rectangle, b: Rectangle): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
	return (
		outer.x < inner.x &&
		outer.y < inner.y &&
		inner.x + inner.width < outer.x + outer.width &&
		inner.y + inner.height < outer.y + outer.height
	);
}

/** Throws an Error that shows the drawing where something does not hold. */
export function assertDrawing(
	diagram: Diagram,
	options: Partial<LayoutOptions>,
	characters: CharacterSet = 'unicode',
): void {
	const layout = layOut(diagram, options);
	const text = paint(layout, characters).text();
	const where = () => `\n${text}`;
	assertBoxes(diagram, layout, where);
	const expected = diagram.edges.map(e => `${e.from}.${e.fromSide} -> ${e.to}.${e.toSide}`).sort();
	const implied = diagram.edges.findIndex(({synthetic}, i) => synthetic && !layout.edges[i]?.back);
	if (implied >= 0) throw new Error(`${layout.edges[implied]?.id} is not drawn as implied${where()}`);
	let seen: string[];
	try {
		seen = follow(text, layout.nodes);
	} catch (error) {
		throw new Error(`${(error as Error).message}${where()}`);
	}
	if (seen.join('\n') !== expected.join('\n'))
		throw new Error(`expected\n${expected.join('\n')}\nseen\n${seen.join('\n')}${where()}`);
	if (options.zoom === undefined || options.zoom === 'full') assertTexts(diagram, layout, text, where);
	if (paint(layOut(diagram, options), characters).text() !== text)
		throw new Error('drawn twice, not the same');
}

function assertBoxes(diagram: Diagram, layout: Layout, where: () => string): void {
	const labels = layout.edges.flatMap(edge => (edge.label ? [edge.label] : []));
	const things: Rectangle[] = [...layout.nodes, ...labels];
	things.forEach((a, i) => {
		for (const b of things.slice(i + 1))
			if (overlap(a, b)) throw new Error(`overlap ${JSON.stringify([a, b])}${where()}`);
	});
	labels.forEach((a, i) => {
		for (const b of labels.slice(i + 1))
			if (overlap({...a, width: a.width + 1}, {...b, width: b.width + 1}))
				throw new Error(`labels touch${where()}`);
	});
	const lanes = new Map(layout.lanes.map(lane => [lane.id, lane]));
	layout.nodes.forEach((box, i) => {
		const lane = lanes.get(diagram.nodes[i]?.lane ?? '');
		if (!lane || !contains(lane, box)) throw new Error(`${box.id} is not in its lane${where()}`);
	});
	layout.lanes.slice(1).forEach((lane, i) => {
		const before = layout.lanes[i];
		if (before && before.y + before.height - 1 !== lane.y) throw new Error(`lanes not stacked${where()}`);
	});
}

/** Every label stands where the layout says, whole; every row is as wide as the drawing. */
function assertTexts(diagram: Diagram, layout: Layout, text: string, where: () => string): void {
	const cells = cellsOf(text);
	const at = ({x, y, width, height}: Rectangle) =>
		Array.from({length: height}, (_, row) => (cells[y + row] ?? []).slice(x, x + width).join(''));
	const letters = (lines: readonly string[]) => lines.join('').replaceAll(/\s/g, '');
	layout.edges.forEach((edge, i) => {
		const label = diagram.edges[i]?.label ?? '';
		if (letters(edge.label ? at(edge.label) : []) !== letters([label]))
			throw new Error(`label of ${edge.id} is not whole${where()}`);
	});
	layout.nodes.forEach((box, i) => {
		const inner = {x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2};
		const {label = '', shape} = diagram.nodes[i] ?? {};
		const parts = shape === 'taskbox' ? label.split('|') : [label];
		if (!parts.every(part => letters(at(inner)).includes(letters([part]))))
			throw new Error(`label of ${box.id} is not whole${where()}`);
	});
	for (const lane of layout.lanes) {
		const row = text.split('\n')[lane.y] ?? '';
		if (stringWidth(row) !== layout.width) throw new Error(`crooked border${where()}`);
		const title = {x: lane.titleX, y: lane.y, width: stringWidth(lane.title), height: 1};
		if (at(title)[0] !== lane.title) throw new Error(`title ${lane.title} is not whole${where()}`);
		if (lane.titleX !== layout.lanes[0]?.titleX) throw new Error(`titles out of line${where()}`);
	}
}
