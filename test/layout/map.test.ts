import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import type {CharacterSet} from '../../source/canvas/canvas.js';
import {paint} from '../../source/canvas/paint.js';
import {dots, tokenMark} from '../../source/canvas/shapes.js';
import {read} from '../../source/diagram/read.js';
import {layOut} from '../../source/layout/layout.js';

const nothing: ReadonlySet<string> = new Set();

for (const name of readdirSync('samples').filter(file => file.endsWith('.fz')))
	for (const set of ['unicode', 'cp437', 'ascii'] satisfies CharacterSet[])
		test(`a node of the map is one sign, however many lines meet it: ${name} in ${set}`, t => {
			const layout = layOut(read(readFileSync(`samples/${name}`, 'utf8')).diagram, {zoom: 'map'});
			const canvas = paint(layout, set);
			const signs = new Set([...Object.values(dots[set]), tokenMark[set]]);
			t.true(layout.nodes.some(({width, height}) => width * height > 1));
			for (const {id, x, y, width, height} of layout.nodes)
				for (const tokens of [nothing, new Set([id])]) {
					const rows = Array.from({length: height}, (_, row) =>
						canvas.row(y + row, x, x + width, {nodes: nothing, edges: nothing, tokens}),
					);
					const shown = rows.flat().flatMap(({text}) => [...text]);
					t.is(shown.filter(sign => signs.has(sign)).length, 1, shown.join(''));
					t.is(shown.includes(tokenMark[set]), tokens.has(id));
				}
		});
