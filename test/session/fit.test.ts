import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {standardKeys} from '../../source/session/keys.js';
import {reduce} from '../../source/session/reduce.js';
import {open, type Session} from '../../source/session/session.js';
import {viewOf} from '../../source/session/view.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');
const {diagram, problems} = read(text);

function fitted(columns: number, rows: number): Session {
	const session = open({
		source: {name: 'blue-green.fz', text},
		diagram,
		problems,
		characters: 'unicode',
		theme: 'none',
		bindings: standardKeys,
		size: {columns, rows},
		now: 0,
		notices: [],
	});
	return reduce(session, {type: 'fit'});
}

function isInSight(session: Session): boolean {
	const {width, height} = viewOf(session);
	const {layout} = session.drawing;
	return layout.width <= width && layout.height <= height;
}

for (const [columns, rows, zoom] of [
	[200, 60, 'full'],
	[160, 48, 'full'],
	[120, 40, 'ids'],
	[80, 30, 'ids'],
] as const)
	test(`at ${columns}×${rows} the whole drawing is in sight as ${zoom}`, t => {
		const session = fitted(columns, rows);
		t.is(session.drawing.sight.zoom, zoom);
		t.true(isInSight(session));
	});

test('where nothing fits the smallest is drawn', t => {
	const session = fitted(60, 16);
	t.is(session.drawing.sight.zoom, 'map');
	t.false(isInSight(session));
});

test('a drawing that was narrowed to fit becomes wide again before it grows', t => {
	const narrow = fitted(160, 48);
	const wide = reduce(narrow, {type: 'zoom', by: 1});
	t.is(wide.drawing.sight.zoom, 'full');
	t.true(wide.drawing.layout.width > narrow.drawing.layout.width);
	t.is(reduce(narrow, {type: 'zoom', by: -1}).drawing.sight.zoom, 'compact');
});
