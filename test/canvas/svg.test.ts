import test from 'ava';
import fc from 'fast-check';
import {svgOf} from '../../source/canvas/svg.js';
import {read} from '../../source/diagram/read.js';
import {layOut} from '../../source/layout/layout.js';
import {anyDiagram} from '../helpers/diagrams.js';

type Point = readonly [number, number];

const none = {nodes: new Set<string>(), edges: new Set<string>(), tokens: new Set<string>()};

/** The corners of a path of straight lines. */
function cornersOf(path: string): Point[] {
	const corners: Point[] = [];
	for (const [, command, first, second] of path.matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
		const [x, y] = corners.at(-1) ?? [0, 0];
		if (command === 'H') corners.push([Number(first), y]);
		else if (command === 'V') corners.push([x, Number(first)]);
		else corners.push([Number(first), Number(second)]);
	}
	return corners;
}

/** Pixels from a point to the nearest side of a polygon. */
function distance([x, y]: Point, corners: readonly Point[]): number {
	const sides = corners.map((corner, at): readonly [Point, Point] => [
		corner,
		corners[(at + 1) % corners.length] ?? corner,
	]);
	return Math.min(
		...sides.map(([[ax, ay], [bx, by]]) => {
			const [dx, dy] = [bx - ax, by - ay];
			const length = dx * dx + dy * dy;
			const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
			return Math.hypot(x - ax - along * dx, y - ay - along * dy);
		}),
	);
}

test('lines begin and end on the outline of a diamond, where it slants too', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyDiagram, diagram => {
				const svg = svgOf(layOut(diagram, {zoom: 'full'}), 'x', '', none);
				const groups = new Map(
					Array.from(
						svg.matchAll(/<g class="(?:node|edge)[^"]*" id="([^"]*)">(.*?)<\/g>/g),
						([, id = '', body = '']) => [id, body],
					),
				);
				const path = (id: string, name: string) =>
					cornersOf(
						new RegExp(`<path class="${name}[^"]*" d="([^"]*)"`).exec(groups.get(id) ?? '')?.[1] ?? '',
					);
				for (const {id, from, to} of diagram.edges) {
					const ends = [
						[from, path(id, 'line')[0]],
						[to, path(id, 'head')[0]],
					] as const;
					for (const [node, end] of ends)
						if (end && diagram.node(node).shape === 'diamond')
							t.true(distance(end, path(node, 'box')) < 0.01);
				}
			}),
		),
	);
});

test('the title is harmless, and nothing needs to stand out', t => {
	const layout = layOut(read('Team {\nn1: circle label:"x"\n}').diagram);
	const svg = svgOf(layout, 'Evil <\u202e\u0001\u001b[2J> name');
	t.is(/<title>(.*)<\/title>/.exec(svg)?.[1], 'Evil &lt;⟨U+202E⟩␁␛[2J&gt; name');
	t.is(svgOf(layout, 'x'), svgOf(layout, 'x', '', none));
});
