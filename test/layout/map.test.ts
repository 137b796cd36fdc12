import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import type {CharacterSet} from '../../source/canvas/canvas.js';
import {paint} from '../../source/canvas/paint.js';
import {dots, tokenMark} from '../../source/canvas/shapes.js';
import type {Side} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import type {Box, Layout, Point} from '../../source/layout/geometry.js';
import {layOut} from '../../source/layout/layout.js';
import {anyDiagram} from '../helpers/diagrams.js';
import {arms, cellsOf, moves, opposite, type Way} from '../helpers/follow.js';

const nothing: ReadonlySet<string> = new Set();

for (const name of readdirSync('samples').filter(file => file.endsWith('.fz')))
	for (const set of ['unicode', 'cp437', 'ascii'] satisfies CharacterSet[])
		test(`a node of the map is one sign, however many lines meet it: ${name} in ${set}`, t => {
			const layout = layOut(read(readFileSync(`samples/${name}`, 'utf8')).diagram, {zoom: 'map'});
			const canvas = paint(layout, set);
			const signs = new Set([...Object.values(dots[set]), tokenMark[set].moves]);
			t.true(layout.nodes.some(({width, height}) => width * height > 1));
			for (const {id, x, y, width, height} of layout.nodes)
				for (const tokens of [nothing, new Set([id])]) {
					const rows = Array.from({length: height}, (_, row) =>
						canvas.row(y + row, x, x + width, {nodes: nothing, edges: nothing, tokens}),
					);
					const shown = rows.flat().flatMap(({text}) => [...text]);
					t.is(shown.filter(sign => signs.has(sign)).length, 1, shown.join(''));
					t.is(shown.includes(tokenMark[set].moves), tokens.has(id));
				}
		});

const ways = Object.keys(moves) as Way[];
const outwards: Readonly<Record<Side, Way>> = {left: 'left', right: 'right', top: 'up', bottom: 'down'};
const signs = new Set(Object.values(dots.unicode));

/** Where an arm of a bar in the box of a node meets nothing, or a line that ends there meets no bar. */
function looseEnds(layout: Layout): string[] {
	const cells = cellsOf(paint(layout).text());
	const at = ({x, y}: Point) => cells[y]?.[x] ?? ' ';
	const waysOf = (glyph: string) => (glyph === '┼' || signs.has(glyph) ? ways : (arms[glyph] ?? []));
	const lines = new Set(
		layout.edges.flatMap(({fromSide, toSide, points}) => [
			`${points[0]?.x} ${points[0]?.y} ${outwards[fromSide]}`,
			`${points.at(-1)?.x} ${points.at(-1)?.y} ${outwards[toSide]}`,
		]),
	);
	const loose: string[] = [];
	for (const box of layout.nodes)
		for (const cell of cellsIn(box))
			for (const way of ways) {
				const next = {x: cell.x + moves[way][0], y: cell.y + moves[way][1]};
				const within = cellsIn(box).some(({x, y}) => x === next.x && y === next.y);
				const ends = !within && lines.has(`${next.x} ${next.y} ${way}`);
				const meets = ends || (within && waysOf(at(next)).includes(opposite[way]));
				const free = signs.has(at(cell)) || (within && signs.has(at(next)));
				const has = waysOf(at(cell)).includes(way);
				if (has !== meets && !(free && !ends)) loose.push(`${box.id} ${way} of ${cell.x}, ${cell.y}`);
			}
	return loose;
}

function cellsIn({x, y, width, height}: Box): Point[] {
	return Array.from({length: width * height}, (_, i) => ({x: x + (i % width), y: y + Math.floor(i / width)}));
}

test('on the map bars lead every line to the sign of its node, and nothing else looks like a line', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(anyDiagram, diagram => {
				const layout = layOut(diagram, {zoom: 'map'});
				const loose = looseEnds(layout);
				if (loose.length > 0) throw new Error(`${loose.join('; ')}\n${paint(layout).text()}`);
			}),
			{numRuns: 300, includeErrorInReport: true},
		),
	);
});

const review = `
A {
n1: circle label:"Start"
n2: rectangle label:"Read diff"
n3: diamond label:"Verdict?"
n4: rectangle label:"Second"
n5: circle label:"End"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
n3.handle(right) -> n4.handle(left) [label="Approve"]
n3.handle(left) -> n2.handle(left) [label="More time"]
n3.handle(bottom) -> n5.handle(bottom) [label="Reject"]
n4.handle(right) -> n5.handle(left)
}
`;

test('the way through a node goes through its sign', t => {
	t.is(
		paint(layOut(read(review).diagram, {zoom: 'map'})).text(),
		`
╔═ A ═════════════════════════╗
║     ╭╌╌╌╌╌╮                 ║
║     ╎     ╰╌╌╮              ║
║  ○──┴─►■────►◆────►■────►○  ║
║              │           ▲  ║
║              ╰───────────╯  ║
╚═════════════════════════════╝
`.trimStart(),
	);
});
