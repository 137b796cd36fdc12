/** The drawing of a diagram at a zoom, made once and kept for as long as the diagram is. */
import type {Canvas, CharacterSet} from '../canvas/canvas.js';
import {paint} from '../canvas/paint.js';
import type {Diagram} from '../diagram/diagram.js';
import {defaultLayout, type Layout, type NodeBox, type Sight} from '../layout/geometry.js';
import {layOut} from '../layout/layout.js';
import {onceFor} from '../once.js';

export interface Drawing {
	readonly sight: Sight;
	readonly layout: Layout;
	readonly canvas: Canvas;
	readonly boxes: ReadonlyMap<string, NodeBox>;
}

const drawingsOf = onceFor<Diagram, Map<string, Drawing>>(() => new Map());

/** The drawing of `diagram`; asked again it is the same value. */
export function drawingOf(diagram: Diagram, sight: Sight, characters: CharacterSet): Drawing {
	const drawings = drawingsOf(diagram);
	const name = `${sight.zoom} ${sight.wrap} ${sight.fold} ${characters}`;
	let drawing = drawings.get(name);
	if (!drawing) {
		const layout = layOut(diagram, {...defaultLayout, ...sight});
		const boxes = new Map(layout.nodes.map(box => [box.id, box]));
		drawing = {sight, layout, canvas: paint(layout, characters), boxes};
		drawings.set(name, drawing);
	}
	return drawing;
}
