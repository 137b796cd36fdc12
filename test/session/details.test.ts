import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {detailRows} from '../../source/screen/page.js';
import {sideRows} from '../../source/screen/side.js';
import type {Action} from '../../source/session/action.js';
import {open} from '../../source/session/open.js';
import {detailLines, pageOf} from '../../source/session/pages.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {besidePlace} from '../../source/session/view.js';
import {width} from '../../source/text.js';
import {decision, sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/saga.fz', 'utf8');

function after(rows: number, ...actions: Action[]): Session {
	const session = sessionOf(text, {source: {name: 'saga.fz', text}, size: {columns: 60, rows}});
	return actions.reduce(reduce, session);
}

const details: Action = {type: 'open', panel: 'details'};
const down: Action = {type: 'page', x: 0, y: 1};
const up: Action = {type: 'page', x: 0, y: -1};

/** The rows of the panel as text. */
const shown = (session: Session) =>
	detailRows(session, 60, besidePlace(session).rows).map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);

test('what there is no room for of a node is counted, and paged to', t => {
	const first = shown(after(16, details));
	t.is(first.length, 5);
	t.is(first[0], 'Order placed');
	t.is(first.at(-1), '… 2 more lines: ↓ PgDn');
	const next = after(16, details, down);
	t.is(shown(next).at(-1), 'to      Create order as pending (n2)');
	t.deepEqual(next.camera, after(16, details).camera);
	t.deepEqual(shown(reduce(next, down)), shown(next));
	t.deepEqual(shown(reduce(next, up)), first);
});

test('where nothing is to be picked, the keys that pick go line by line', t => {
	const pick: Action = {type: 'pick', by: 1};
	t.is(after(16, details, pick).panel?.at, 1);
	t.is(after(16, {type: 'run on'}, details, pick).panel?.at, 0);
});

test('where there is room for all, the keys that page move the drawing', t => {
	const session = after(24, details);
	t.is(shown(session).at(-1), 'to      Create order as pending (n2)');
	t.notDeepEqual(reduce(session, down).camera, session.camera);
});

test('paging shows every line, and says how many lie above and below', t => {
	const fan = Array.from({length: 30}, (_, at) => `n1.handle(right) -> m${at}.handle(left)`);
	const nodes = fan.map((_, at) => `m${at}: rectangle label:"Target ${at}"`);
	const source = ['lane L {', 'n1: rectangle label:"Hub"', ...nodes, ...fan, '}', ''].join('\n');
	for (const rows of [12, 16, 24]) {
		let session = reduce({...after(rows), ...opened(source)}, details);
		const all = detailLines(session, 60).map(({key = '', text: line}) => `${key}${line}`);
		const seen = new Set<string>();
		for (let at = -1; at !== session.panel?.at; session = reduce(session, down)) {
			at = session.panel?.at ?? 0;
			const list = shown(session);
			t.is(list.length, besidePlace(session).rows);
			if (at > 0) t.is(list[0], `… ${at + 1} lines above: ↑ PgUp`);
			for (const line of list) seen.add(line);
			if (reduce(session, down).panel?.at === at) break;
		}
		t.deepEqual(
			all.filter(line => !seen.has(line)),
			[],
		);
	}
});

test('in the panel at the right the same keys page, to the last line', t => {
	const fan = Array.from({length: 30}, (_, at) => `n1.handle(right) -> m${at}.handle(left)`);
	const nodes = fan.map((_, at) => `m${at}: rectangle label:"A target of a long name, number ${at}"`);
	const source = ['lane L {', 'n1: rectangle label:"Hub"', ...nodes, ...fan, '}', ''].join('\n');
	let session = reduce(sessionOf(source, {size: {columns: 100, rows: 30}}), details);
	const seen = new Set<string>();
	for (let pages = 0; pages < 100; pages += 1, session = reduce(session, down))
		for (const row of sideRows(session, 32, 27)) seen.add(row.flat().join(''));
	const all = detailLines(session, 32);
	t.true(all.length > 60);
	t.deepEqual(
		all.filter(({text: line}) => ![...seen].some(row => row.includes(line))),
		[],
	);
});

/** A session of `source` instead. */
function opened(source: string): Session {
	const {diagram: other, problems: told} = read(source);
	return open({
		...after(24),
		diagram: other,
		problems: told,
		notices: [],
		source: {name: 'x.fz', text: source},
	});
}

test('names and what they stand for are columns, however long a name', t => {
	const session = sessionOf(
		`Ops { # Ops\nn1: taskbox label:"Do it" description:"Do this with care and attention, so that nobody is woken up" ${'x'.repeat(60)}:"y"\n}`,
	);
	const rows = detailLines(reduce(session, {type: 'advance'}), 40);
	const keys = rows.slice(1).map(({key = ''}) => key);
	t.is(new Set(keys.map(width)).size, 1);
	t.true(keys.every(key => key.endsWith('  ')));
	const described = rows.findIndex(({key = ''}) => key.startsWith('description'));
	t.is(rows[described + 1]?.key?.trim(), '');
	for (const {key = '', text: line} of rows) t.true(width(key) + width(line) <= 40);
});

test('what was written at a node is told as what it is', t => {
	const written = (['note', 'action', 'inject'] as const).flatMap(
		panel => [{type: 'open', panel}, {type: 'type', text: `one ${panel}`}, {type: 'submit'}] as const,
	);
	const lines = pageOf(written.reduce(reduce, sessionOf(decision)), 'details');
	t.deepEqual(
		lines.slice(-3).map(({key = '', text}) => `${key.trim()}: ${text}`),
		['note: one note', 'action: one action', 'inject: one inject'],
	);
});

test('a branch stands before the node that it comes from or leads to', t => {
	const ways = (node: string) =>
		pageOf(reduce(sessionOf(decision), {type: 'jump', node}), 'details')
			.map(({key = '', text}) => `${key.trim()} ${text}`)
			.filter(line => /^(from|to) /.test(line));
	t.deepEqual(ways('n3'), ['from Look (n2)', 'to Yes: Completed (n4)', 'to No: Rolled back (n5)']);
	t.deepEqual(ways('n4'), ['from Yes: Well? (n3)']);
});
