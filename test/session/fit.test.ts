import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {zooms} from '../../source/layout/geometry.js';
import {layOut} from '../../source/layout/layout.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {viewOf} from '../../source/session/view.js';
import {sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');
const {diagram} = read(text);

function fitted(columns: number, rows: number): Session {
	const session = sessionOf(text, {source: {name: 'blue-green.fz', text}, size: {columns, rows}});
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

test('where nothing fits nodes keep their ids', t => {
	for (const columns of [40, 48, 60, 80]) {
		const session = fitted(columns, 16);
		t.is(session.drawing.sight.zoom, 'ids', `${columns}`);
		t.false(isInSight(session));
	}
});

test('the person is told how it is drawn now, and where there is nothing further', t => {
	const full = fitted(200, 60);
	t.is(full.notice?.text, 'zoom full: labels are whole; all is in sight');
	t.is(reduce(full, {type: 'zoom', by: 1}).notice?.text, 'nothing larger');
	const ids = fitted(60, 16);
	t.is(ids.notice?.text, 'zoom ids: nodes by their ids; it is larger than the screen');
	const map = reduce(ids, {type: 'zoom', by: -1});
	t.is(map.notice?.text, 'zoom map: a sign for a node');
	t.is(reduce(map, {type: 'zoom', by: -1}).notice?.text, 'nothing smaller');
	t.is(reduce(map, {type: 'zoom', by: 1}).notice?.text, 'zoom ids: nodes by their ids');
});

test('each smaller zoom is narrower and no higher', t => {
	const sizes = zooms.map(zoom => layOut(diagram, {zoom}));
	for (const [at, larger] of sizes.slice(1).entries()) {
		t.true((sizes[at]?.width ?? 0) < larger.width);
		t.true((sizes[at]?.height ?? 0) <= larger.height);
	}
});

test('a drawing that was narrowed to fit becomes wide again before it grows', t => {
	const narrow = fitted(160, 48);
	const wide = reduce(narrow, {type: 'zoom', by: 1});
	t.is(wide.drawing.sight.zoom, 'full');
	t.true(wide.drawing.layout.width > narrow.drawing.layout.width);
	t.is(reduce(narrow, {type: 'zoom', by: -1}).drawing.sight.zoom, 'compact');
});
