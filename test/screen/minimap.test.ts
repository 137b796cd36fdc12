import {readFileSync} from 'node:fs';
import test from 'ava';
import type {widthOf} from '../../source/screen/line.js';
import {mapRows} from '../../source/screen/minimap.js';
import {sideRows} from '../../source/screen/side.js';
import {shown} from '../../source/screen/signs.js';
import {sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');

for (const characters of ['unicode', 'cp437', 'ascii'] as const)
	test(`the part in view is filled on the map with what stands nowhere else: ${characters}`, t => {
		const session = sessionOf(text, {
			source: {name: 'blue-green.fz', text},
			characters,
			size: {columns: 120, rows: 40},
		});
		const seen = (row: Parameters<typeof widthOf>[0]) =>
			shown(row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''), characters);
		const map = mapRows(session, 30).map(seen);
		const signs = new Set(map.join('').replaceAll(' ', ''));
		t.is(signs.size, 3, [...signs].join(''));
		const wall = seen(sideRows(session, 30, 38).at(-1) ?? []).slice(0, 1);
		t.false(signs.has(wall), wall);
	});
