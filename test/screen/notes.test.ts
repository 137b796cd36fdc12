import {readFileSync} from 'node:fs';
import test from 'ava';
import {notePanel} from '../../source/screen/notes.js';
import {sideRows} from '../../source/screen/side.js';
import type {Action} from '../../source/session/action.js';
import type {Session} from '../../source/session/session.js';
import {width} from '../../source/text.js';
import {after, sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');

const noted = (words: string): readonly Action[] => [
	{type: 'open', panel: 'note'},
	{type: 'type', text: words},
	{type: 'submit'},
];

const side = (session: Session, columns: number, rows: number) =>
	sideRows(session, columns, rows).map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);

test('in the panel at the right the latest notes stand under the trail', t => {
	const start = sessionOf(text, {size: {columns: 120, rows: 40}});
	t.false(side(start, 32, 37).some(row => row.includes('NOTES')));
	const session = after(
		start,
		...noted('hello'),
		{type: 'run on'},
		...noted('active = blue, confirmed with the SRE on call'),
	);
	const rows = side(session, 32, 37);
	const from = rows.findIndex(row => row.includes('NOTES'));
	t.deepEqual(rows.slice(from, from + 5), [
		'│ NOTES 2',
		'│   step 1 hello',
		'│   step 5 active = blue,',
		'│     confirmed with the SRE on',
		'│     call',
	]);
	t.true(rows.findIndex(row => row.includes('TRAIL')) < from);
	t.true(rows.some(row => row.includes('►5 ◆ Current active?')));
});

test('many notes leave the trail two thirds of the rows, and say what shows them all', t => {
	const many = Array.from({length: 99}, (_, at) => noted(`note number ${at} that is longer than the panel`));
	for (const rows of [20, 27, 40]) {
		const session = after(sessionOf(text, {size: {columns: 120, rows}}), {type: 'run on'}, ...many.flat());
		const list = side(session, 32, rows);
		t.is(list.length, rows);
		const from = list.findIndex(row => row.includes('NOTES'));
		if (from < 0) continue;
		t.is(list[from], '│ NOTES 99  N shows all');
		t.true(
			list.some(row => row.includes('►5 ◆')),
			list.join('\n'),
		);
		for (const row of list.slice(from)) t.true(width(row) <= 34, row);
	}
});

test('notes have the rows that there are, and each begins with its beginning', t => {
	const last = (session: Session, rows: number) =>
		notePanel(session, 24, rows).map(row =>
			row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
		);
	const start = sessionOf(text);
	const session = after(start, ...noted('one'), ...noted('two'), ...noted('three'));
	t.deepEqual(last(session, 1), []);
	t.deepEqual(last(session, 3), ['NOTES 3  N shows all', '  step 1 two', '  step 1 three']);
	t.deepEqual(last(session, 9), ['NOTES 3', '  step 1 one', '  step 1 two', '  step 1 three']);
	const long = after(start, ...noted('one'), ...noted('do not fail back before the commander says so'));
	const whole = ['  step 1 do not fail', '    back before the', '    commander says so'];
	t.deepEqual(last(long, 2), ['NOTES 2  N shows all', '  step 1 do not fail …']);
	const alone = after(start, ...noted('do not fail back before the commander says so'));
	t.deepEqual(last(alone, 2), ['NOTES 1  N shows all', '  step 1 do not fail …']);
	t.deepEqual(last(long, 4), ['NOTES 2  N shows all', ...whole]);
	t.deepEqual(last(long, 5), ['NOTES 2', '  step 1 one', ...whole]);
	t.deepEqual(last(after(long, ...noted('three')), 4), [
		'NOTES 3  N shows all',
		'  step 1 do not fail',
		'    back before the …',
		'  step 1 three',
	]);
});

test('the heading names the key that shows all notes, in a search too', t => {
	const many = ['one', 'two', 'three'].flatMap(noted);
	const session = after(
		sessionOf(text),
		...many,
		{type: 'open', panel: 'search'},
		{type: 'type', text: 'smoke'},
	);
	const found = after(session, {type: 'submit'});
	t.regex(String(notePanel(found, 30, 2)[0]), /:notes shows all/);
});
