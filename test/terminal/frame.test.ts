import test from 'ava';
import {frame, update} from '../../source/terminal/frame.js';

const size = {columns: 10, rows: 3};
const body = (bytes: string) => bytes.replace('\x1b[?2026h', '').replace('\x1b[?2026l', '');

test('the first frame writes every row', t => {
	const bytes = update(undefined, frame('one\ntwo', size), size);
	t.is(body(bytes), '\x1b[1;1Hone\x1b[0m\x1b[K\x1b[2;1Htwo\x1b[0m\x1b[K\x1b[3;1H\x1b[0m\x1b[K');
	t.true(bytes.startsWith('\x1b[?2026h') && bytes.endsWith('\x1b[?2026l'));
});

test('only rows that changed are written', t => {
	const bytes = update(frame('one\ntwo\nsix', size), frame('one\nten\nsix', size), size);
	t.is(body(bytes), '\x1b[2;1Hten\x1b[0m\x1b[K');
});

test('nothing is written where nothing changed', t => {
	t.is(update(frame('one', size), frame('one', size), size), '');
});

test('the cursor is left where a person looks: in the field, on what is picked, else at the place that is told', t => {
	const rows = '\x1b[7mpick\x1b[27m\n\n日 f\x1b[7mi\x1b[27meld';
	const at = (text: string) =>
		/\x1b\[(\d+;\d+)H$/.exec(body(update(undefined, frame(text, size), size, {x: 6, y: 1})))?.[1];
	t.is(at(rows), '3;5');
	t.is(at(rows.slice(0, rows.indexOf('日'))), '1;1');
	t.is(at('plain'), '2;7');
	t.is(at('\x1b[1m\x1b[7m●\x1b[27m\x1b[22m'), '2;7');
	t.is(update(frame('one', size), frame('one', size), size, {x: 6, y: 1}), '');
});

test('the last cell of a full row is not erased', t => {
	t.is(body(update(frame('', size), frame('0123456789', size), size)), '\x1b[1;1H0123456789\x1b[0m');
	t.is(body(update(frame('', size), frame('界界界界界', size), size)), '\x1b[1;1H界界界界界\x1b[0m');
});

test('behind a cluster on whose width terminals disagree the column is named', t => {
	const wide = {columns: 40, rows: 1};
	const [row] = frame('\x1b[1ma1️⃣b\x1b[22m|', wide);
	t.is(row?.text, '\x1b[1ma1️⃣\x1b[4Gb\x1b[22m|');
	const parts = [
		{x: 0, text: '👍🏽|', width: 3},
		{x: 5, text: 'é🇩🇪x', width: 4},
	];
	t.is(frame('', wide, {y: 0, rows: [parts]})[0]?.text, '👍🏽\x1b[3G|\x1b[0m  \x1b[6Gé🇩🇪\x1b[9Gx');
});

test('behind a label whose letters may spread the column is named, and nowhere in it', t => {
	const wide = {columns: 60, rows: 1};
	const row = (text: string) => frame(text, wide)[0]?.text;
	t.is(row('│ समस्या करें ❤️ │►│ b │'), '│ समस्या करें ❤️ \x1b[14G│►│ b │');
	t.is(row('├ ลูกค้าทำ  b\x1b[1m नहीं\x1b[22m x'), '├ ลูกค้าทำ  \x1b[10Gb\x1b[1m नहीं\x1b[22m \x1b[16Gx');
	// What all terminals agree on is as it was.
	for (const text of ['e\u0301 日本 ñ', 'ดีมาก  b']) t.is(row(text), text);
});

test('what spreads beyond the end of a row is not erased', t => {
	const wide = {columns: 20, rows: 1};
	t.is(body(update(undefined, frame('समस्या', wide), wide)), '\x1b[1;1H\x1b[2Kसमस्या\x1b[0m');
});

test('rows beyond the size are dropped', t => {
	t.is(frame('1\n2\n3\n4\n5', size).length, 3);
});

test('an inset comes between the rows, and every part of it is anchored', t => {
	const left = {x: 0, text: '\x1b[1mabc\x1b[22m', width: 3};
	const right = {x: 5, text: 'side', width: 4};
	const shown = frame('head\nfoot', size, {y: 1, rows: [[left, right]]});
	t.deepEqual(
		shown.map(row => row.text),
		['head', '\x1b[1mabc\x1b[22m\x1b[0m  \x1b[6Gside', 'foot'],
	);
	t.is(shown[1]?.width, 9);
});
