import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {aheadRows} from '../../source/screen/ahead.js';
import {bodyOf} from '../../source/screen/body.js';
import {keyRows} from '../../source/screen/key.js';
import type {Row} from '../../source/screen/line.js';
import {themeOf} from '../../source/screen/theme.js';
import {trailRow, trailRows} from '../../source/screen/trail.js';
import {newDrill} from '../../source/session/drill.js';
import type {Session} from '../../source/session/session.js';
import {after, sessionOf} from '../helpers/session.js';

const blueGreen = readFileSync('samples/blue-green.fz', 'utf8');
const start = sessionOf(blueGreen, {size: {columns: 120, rows: 40}});
const smaller = (from: Session, times: number) =>
	after(from, ...Array.from({length: times}, () => ({type: 'zoom', by: -1}) as const));
const ids = smaller(start, 2);
const map = smaller(start, 3);
const words = (rows: readonly Row[]) =>
	rows.map(row =>
		row
			.map(piece => (typeof piece === 'string' ? piece : piece[1]))
			.join('')
			.trimEnd(),
	);
const body = (session: Session) =>
	bodyOf(session, {theme: themeOf('none', 1), characters: 'unicode'}).rows.map(parts =>
		stripVTControlCharacters(parts.map(({text}) => text).join('')),
	);

test('where nodes are drawn by their ids, these stand before the names of what is ahead and of the trail', t => {
	const decides = after(ids, {type: 'run on'});
	const said = (session: Session) => words(aheadRows(session, 80, 9, 'bar')).join('\n');
	t.regex(said(ids), /→ n2 Build new version/);
	t.regex(said(decides), /CHOOSE · n7 Current active\?/);
	t.regex(said(decides), /1 Blue +→ n8 Deploy to Green/);
	t.regex(words(trailRows(decides, 9)).join('\n'), /►5 ◆ n7 Current active\?/);
	t.regex(words([trailRow(decides, 80)])[0] ?? '', /› n7 Current active\?$/);
	for (const session of [after(start, {type: 'run on'}), after(map, {type: 'run on'})]) {
		t.regex(said(session), /CHOOSE · Current active\?/);
		t.regex(said(session), /1 Blue +→ Deploy to Green/);
		t.regex(words(trailRows(session, 9)).join('\n'), /►5 ◆ Current active\?/);
	}
});

test('the rows that a drawing by ids leaves free say what these stand for', t => {
	const {height} = ids.drawing.layout;
	const rows = body(ids);
	const under = rows.slice(height).join('\n');
	for (const {id, label} of ids.diagram.nodes)
		t.regex(under, new RegExp(`\\b${id}\\b +${label.slice(0, 12)}`));
	t.false(body(start).some(row => /n13 +Roll/.test(row)));
});

test('a key that has few rows has several entries in each, at last those round the token', t => {
	const {length} = ids.diagram.nodes;
	for (const rows of [length, 10, 7, 3, 1]) {
		const list = words(keyRows(ids, 86, rows));
		t.true(list.length <= rows && list.every(row => row.length <= 86), list.join('\n'));
		t.regex(list.join('\n'), /\bn1 +Start/);
	}
	t.deepEqual(words(keyRows(ids, 86, 0)), []);
	const end = after(ids, {type: 'jump', node: 'n17'});
	t.regex(words(keyRows(end, 40, 2)).join('\n'), /\bn17\b/);
});

test('a map says what its signs stand for', t => {
	const row = '○ start, end   ■ step   ◆ decision   ● the token is here';
	t.deepEqual(words(keyRows(map, 86, 9)), [row]);
	t.true(body(map)[map.drawing.layout.height]?.includes('◆ decision'));
});

test('in a blind drill no key names what was not walked', t => {
	const blind = sessionOf(blueGreen, {size: {columns: 120, rows: 40}, drill: {...newDrill, blind: true}});
	t.deepEqual(keyRows(smaller(blind, 2), 86, 30), []);
});
