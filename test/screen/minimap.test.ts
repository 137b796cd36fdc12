import {readFileSync} from 'node:fs';
import test from 'ava';
import {tokenMark} from '../../source/canvas/shapes.js';
import type {Row, widthOf} from '../../source/screen/line.js';
import {mapRows} from '../../source/screen/minimap.js';
import {besidePanel, sideRows} from '../../source/screen/side.js';
import {shown} from '../../source/screen/signs.js';
import {newDrill} from '../../source/session/drill.js';
import {besidePlace} from '../../source/session/view.js';
import {after, sessionOf} from '../helpers/session.js';

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
		const map = mapRows(session, 30, 8).map(seen);
		const signs = new Set(map.join('').replaceAll(' ', ''));
		t.is(signs.size, 3, [...signs].join(''));
		const wall = seen(sideRows(session, 30, 38).at(-1) ?? []).slice(0, 1);
		t.false(signs.has(wall), wall);
	});

for (const characters of ['unicode', 'cp437', 'ascii'] as const)
	test(`a token that waits looks on the map as it does in the drawing: ${characters}`, t => {
		const jobs = Array.from({length: 12}, (_, at) => `j${at}`);
		const text = [
			'L { # Lane',
			'n1: rectangle label:"Split"',
			...jobs.map(job => `${job}: rectangle label:"A job that takes its time ${job}"`),
			...jobs.map(job => `n1.handle(right) -> ${job}.handle(left)`),
			'}',
		].join('\n');
		const switches = {split: 'all', join: 'or'} as const;
		const opened = sessionOf(text, {characters, switches, size: {columns: 120, rows: 30}});
		const session = after(opened, {type: 'advance'});
		const cells = mapRows(session, 30, 8).flat();
		const tokens = cells.filter(piece => typeof piece === 'object' && piece[0] === 'token');
		const signs = tokens.map(piece => shown(piece[1] as string, characters));
		const {moves, rests} = tokenMark[characters];
		t.is(signs.filter(sign => sign === moves).length, 1);
		t.true(signs.filter(sign => sign === rests).length > 1);
		t.is(signs.filter(sign => sign !== moves && sign !== rests).length, 0);
	});

/** A decision among `count` branches, each with a step of its own to an end. */
function fan(count: number): string {
	const all = Array.from({length: count}, (_, at) => at);
	return [
		'L { # Lane',
		'n0: diamond label:"Which?"',
		...all.map(at => `m${at}: rectangle label:"Way ${at}"`),
		'e: circle label:"End"',
		...all.map(at => `n0.handle(right) -> m${at}.handle(left) [label="Way ${at}"]`),
		...all.map(at => `m${at}.handle(right) -> e.handle(left)`),
		'}',
	].join('\n');
}

test('where several nodes share a cell of the map, what was walked is seen', t => {
	for (const number of [1, 7, 30]) {
		const opened = sessionOf(fan(30), {size: {columns: 120, rows: 40}});
		const walk = [{type: 'advance'}, {type: 'choose', number}, {type: 'advance'}] as const;
		const cells = mapRows(after(opened, ...walk), 30, 8).flat();
		const walked = cells.filter(piece => typeof piece === 'object' && piece[0] === 'walked');
		t.is(walked.length, 2, `${number}`);
	}
});

const words = (rows: readonly Row[]) =>
	rows.map(row => row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''));

test('where nodes fill the part in view of the map, it is inverse', t => {
	const many = Array.from({length: 900}, (_, at) => at);
	const lanes = Array.from({length: 30}, (_, lane) => [
		`L${lane} { # Lane ${lane}`,
		...many.slice(lane * 30, lane * 30 + 30).map(at => `n${at}: rectangle label:"Node ${at}"`),
		...many.slice(lane * 30, lane * 30 + 29).map(at => `n${at}.handle(right) -> n${at + 1}.handle(left)`),
		'}',
	]).flat();
	const session = sessionOf(lanes.join('\n'), {size: {columns: 120, rows: 40}});
	const pieces = mapRows(session, 30, 8).flat();
	t.false(pieces.some(piece => typeof piece === 'object' && piece[1] === '·'));
	const inverse = pieces.filter(piece => typeof piece === 'object' && piece[0] === 'picked').length;
	t.true(inverse > 0 && inverse < pieces.length / 2, `${inverse} of ${pieces.length}`);
});

test('the map is there on demand in any window that shows a drawing', t => {
	for (const [columns, rows] of [
		[40, 10],
		[60, 16],
		[80, 24],
		[100, 30],
		[120, 40],
	] as const) {
		const session = after(
			sessionOf(text, {size: {columns, rows}}),
			{type: 'run on'},
			{type: 'open', panel: 'map'},
		);
		const place = besidePlace(session);
		const list = words(besidePanel(session, place.columns, place.rows));
		t.is(list[0], 'MAP');
		t.true(list.length > 2 && list.length <= place.rows, list.join('\n'));
		t.true(list.join('').includes(tokenMark.unicode.moves));
	}
	const small = sessionOf('L { # Lane\nn1: circle label:"Start"\n}');
	const place = besidePlace(small);
	const open = after(small, {type: 'open', panel: 'map'});
	t.deepEqual(words(besidePanel(open, place.columns, 8)), ['MAP  all of the drawing is in sight']);
	const blind = sessionOf(text, {drill: {...newDrill, blind: true}});
	t.is(after(blind, {type: 'open', panel: 'map'}).panel, undefined);
});

test('a panel at the right has the map at a decision too', t => {
	const steps = [{type: 'run on'}, {type: 'choose', number: 1}, {type: 'run on'}] as const;
	for (const [columns, rows] of [
		[100, 30],
		[120, 40],
	] as const) {
		const session = after(sessionOf(text, {size: {columns, rows}}), ...steps);
		const list = words(sideRows(session, 32, rows - 3)).map(row => row.slice(2));
		t.true(list.includes('MAP'), list.join('\n'));
		t.true(
			list.some(row => row.includes('►8 ')),
			list.join('\n'),
		);
	}
});
