import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {renderToString} from 'ink';
import {Screen} from '../../source/screen/app.js';
import type {Action} from '../../source/session/action.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {width} from '../../source/text.js';
import {sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');

function at(columns: number, rows: number, ...actions: readonly Action[]): Session {
	return actions.reduce(reduce, sessionOf(text, {size: {columns, rows}}));
}

const shown = (session: Session) =>
	stripVTControlCharacters(
		renderToString(<Screen session={session} dispatch={() => {}} />, {columns: session.size.columns}),
	).split('\n');

const on: Action = {type: 'run on'};

test('a window too small for a drawing has header, place and keys, where there are rows for them', t => {
	const rows = shown(at(39, 9, on));
	t.is(rows.length, 9);
	t.regex(rows[0] ?? '', /^ x\.fz {3}step 5 .*outcome: OPEN/);
	t.regex(rows[1] ?? '', /^CHOOSE · Current active\?/);
	t.true(rows.some(row => row.includes('1 Blue → Deploy to Green')));
	t.true(rows.some(row => row.includes('success 1 · rollback 2')));
	t.regex(rows[7] ?? '', /^ Blue-Green … › Current active\?/);
	t.regex(rows[8] ?? '', /^ 1–2 choose .*q quit$/);
});

test('the fewer rows, the less beside what is to be chosen', t => {
	t.deepEqual(shown(at(20, 5, on)), [
		'CHOOSE · Current ac…',
		'  1 Blue  → De…Green',
		'  2 Green → Dep…Blue',
		' Current active?',
		' 1–2 choose  q quit',
	]);
	const four = shown(at(20, 4, on));
	t.deepEqual(four.slice(0, 3), ['CHOOSE · Current ac…', '  1 Blue  → De…Green', '  2 Green → Dep…Blue']);
	t.is(four[3], ' 1–2 choose  q quit');
	t.deepEqual(shown(at(20, 3, on)), four.slice(0, 3));
	t.deepEqual(shown(at(20, 2, on)), ['CHOOSE · Current ac…', '  1 Blue …  … 1 more']);
	t.regex(shown(at(20, 2, on, {type: 'pick', by: -1}))[1] ?? '', /^► 2 Green/);
	t.regex(shown(at(20, 2, on, {type: 'advance'}))[1] ?? '', /^ choose 1–2/);
	t.deepEqual(shown(at(20, 1, on)), ['CHOOSE · …  … 2 more']);
});

test('what lies ahead is in sight before place, header, and that there is another way', t => {
	const gateway = readFileSync('samples/api-gateway.fz', 'utf8');
	const chosen: Action = {type: 'choose', number: 1};
	const split = [on, chosen, on, chosen, on, chosen];
	for (const columns of [12, 30, 60])
		for (let rows = 2; rows < 10; rows += 1) {
			const moving = shown(at(columns, rows));
			t.true(
				moving.some(row => /^ {2}→ Build/.test(row)),
				moving.join('\n'),
			);
			const begun = sessionOf(gateway, {size: {columns, rows}});
			const list = shown(split.reduce(reduce, begun));
			const ways = list.filter(row => /^ {2}→ (Pro|Ord|Pri)/.test(row)).length;
			if (rows >= 5) t.is(ways, 3, list.join('\n'));
			else if (rows > 2) t.true(ways > 0, list.join('\n'));
		}
});

test('where the choice leaves a row, the other way is told', t => {
	for (const [columns, rows] of [
		[30, 8],
		[39, 9],
		[24, 8],
		[80, 9],
	] as const) {
		const list = shown(at(columns, rows, on));
		t.true(
			list.some(row => row.includes('try --plain')),
			list.join('\n'),
		);
		for (const branch of ['1 Blue', '2 Green']) t.true(list.some(row => row.includes(branch)));
	}
});

test('what Enter does in the palette is in sight, and where there is a row beside it what is to be chosen', t => {
	for (const columns of [20, 30, 39])
		for (let rows = 2; rows < 10; rows += 1) {
			const typing: Action = {type: 'type', text: 'copy-d'};
			const list = shown(at(columns, rows, on, {type: 'open', panel: 'palette'}, typing));
			t.is(list.length, rows);
			t.true(
				list.some(row => row.startsWith('► copy-drawing')),
				list.join('\n'),
			);
			if (rows > 2)
				t.true(
					list.some(row => row.startsWith('CHOOSE')),
					list.join('\n'),
				);
			if (rows >= 7) t.true(list.some(row => row.includes('2 Green')));
		}
});

test('a field has its columns in a narrow window', t => {
	const typed = (columns: number, typing: string) =>
		shown(at(columns, 9, {type: 'open', panel: 'expect'}, {type: 'type', text: typing}));
	for (const columns of [12, 20, 28, 30, 39]) {
		const rows = typed(columns, 'success');
		t.true(
			rows.some(row => row.includes('success')),
			rows.join('\n'),
		);
		for (const row of rows) t.true(width(row) <= columns, row);
	}
	t.true(typed(36, 'suu').some(row => row.startsWith(' expected outcome: suu')));
	t.false(typed(28, 'suu').some(row => row.includes('suuu')));
});
