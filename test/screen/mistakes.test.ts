import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {place} from '../../source/problem.js';
import {bodyOf} from '../../source/screen/body.js';
import {type Row, widthOf} from '../../source/screen/line.js';
import {mistakeRow, mistakeRows} from '../../source/screen/mistakes.js';
import {sideRows} from '../../source/screen/side.js';
import {themeOf} from '../../source/screen/theme.js';
import {sessionOf} from '../helpers/session.js';

const text = `CI {
n1: circle label:"Start
n2: foo label:"Two"
n2: rectangle label:"A very long label that is said again"
n1.handle(right) -> n9.handle(left)
}`;
const session = sessionOf(text, {size: {columns: 120, rows: 40}});
const told = (rows: readonly Row[]) =>
	rows.map(row => row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''));

test('the errors stand beside the picture with their places, all of them where there is room', t => {
	const rows = told(mistakeRows(session, 32, 40));
	t.is(rows[0], `MISTAKES ${session.problems.length}`);
	for (const {span} of session.problems) {
		const {line, column} = place(session.latest, span.start);
		t.true(
			rows.some(row => row.startsWith(`  ${line}:${column} `)),
			`${line}:${column}`,
		);
	}
	t.is(rows.at(-1), '  ! tells all');
	const side = told(sideRows(session, 32, 38)).join('\n');
	t.regex(side, /MISTAKES[\s\S]*TRAIL/);
});

test('with few rows those told are whole, the number of the others is said, and no row is too long', t => {
	for (let rows = 0; rows < 20; rows += 1)
		for (const columns of [24, 32, 60]) {
			const list = mistakeRows(session, columns, rows);
			t.true(list.length <= rows);
			t.true(list.every(row => widthOf(row) <= columns));
			if (list.length === 0) continue;
			const places = told(list).filter(row => /^ {2}\d+:\d+ /.test(row)).length;
			t.true(places > 0);
			const others = session.problems.length - places;
			t.is(told(list).at(-1), others > 0 ? `  ${others} more: ! tells all` : '  ! tells all');
		}
});

test('a low screen has the first error in the row of the trail, whatever its width', t => {
	for (const [columns, rows] of [
		[40, 10],
		[60, 16],
		[80, 24],
	] as const) {
		const low = sessionOf(text, {size: {columns, rows}});
		const [first] = low.problems;
		const {line, column} = place(low.latest, first?.span.start ?? 0);
		const [row = []] = [mistakeRow(low, columns) ?? []];
		t.true(widthOf(row) <= columns);
		t.regex(
			told([row])[0] ?? '',
			new RegExp(`^mistake ${line}:${column} .* · ${low.problems.length - 1} more: ! tells all$`),
		);
		const {rows: body} = bodyOf(low, {theme: themeOf('none', 1), characters: 'unicode'});
		const shown = body.flat().map(part => stripVTControlCharacters(part.text));
		t.true(shown.some(one => one.startsWith(`mistake ${line}:${column} `)));
	}
});

test('a file without errors has none beside it', t => {
	t.is(mistakeRow(sessionOf('CI {\nn1: circle label:"Start"\n}'), 80), undefined);
	t.deepEqual(mistakeRows(sessionOf('CI {\nn1: circle label:"Start"\n}'), 32, 40), []);
});
