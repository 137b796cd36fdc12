import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {detailRows} from '../../source/screen/page.js';
import type {Action} from '../../source/session/action.js';
import {standardKeys} from '../../source/session/keys.js';
import {reduce} from '../../source/session/reduce.js';
import {open, type Session} from '../../source/session/session.js';
import {besideRows} from '../../source/session/view.js';

const text = readFileSync('samples/saga.fz', 'utf8');
const {diagram, problems} = read(text);

function after(rows: number, ...actions: Action[]): Session {
	const session = open({
		source: {name: 'saga.fz', text},
		diagram,
		problems,
		characters: 'unicode',
		theme: 'none',
		bindings: standardKeys,
		size: {columns: 60, rows},
		now: 0,
		notices: [],
	});
	return actions.reduce(reduce, session);
}

const details: Action = {type: 'open', panel: 'details'};
const down: Action = {type: 'page', x: 0, y: 1};
const up: Action = {type: 'page', x: 0, y: -1};

/** The rows of the panel as text. */
const shown = (session: Session) =>
	detailRows(session, 60, besideRows(session)).map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);

test('what there is no room for of a node is counted, and paged to', t => {
	const first = shown(after(16, details));
	t.is(first.length, 5);
	t.is(first[0], 'Order placed');
	t.is(first.at(-1), '… 2 more lines: PgDn');
	const next = after(16, details, down);
	t.is(shown(next).at(-1), 'to        Create order as pending (n2)');
	t.deepEqual(next.camera, after(16, details).camera);
	t.deepEqual(shown(reduce(next, down)), shown(next));
	t.deepEqual(shown(reduce(next, up)), first);
});

test('where there is room for all, the keys that page move the drawing', t => {
	const session = after(24, details);
	t.is(shown(session).at(-1), 'to        Create order as pending (n2)');
	t.notDeepEqual(reduce(session, down).camera, session.camera);
});
