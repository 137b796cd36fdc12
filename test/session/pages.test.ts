import test from 'ava';
import {written} from '../../source/canvas/signs.js';
import type {Problem} from '../../source/problem.js';
import {pageRows} from '../../source/screen/page.js';
import {foldedPage, pageOf} from '../../source/session/pages.js';
import {reduce} from '../../source/session/reduce.js';
import {width} from '../../source/text.js';
import {sessionOf} from '../helpers/session.js';

const long = 'a description that goes on and on, far beyond the columns that a terminal usually has';
const text = [
	'Ops { # Ops',
	'n1: circle label:"Start"',
	`n2: rectangle label:"Do it" description:"${long}" systemm:"CRM"`,
	'n3: circle label:"Success"',
	'n1.handle(right) -> n2.handle(left)',
	'n2.handel(right) -> n3.handle(left)',
	'}',
].join('\n');

for (const [columns, characters] of [
	[30, 'unicode'],
	[60, 'ascii'],
	[80, 'unicode'],
	[81, 'ascii'],
	[82, 'ascii'],
	[120, 'ascii'],
] as const)
	test(`problems are read whole, their carets under the place, at ${columns} columns in ${characters}`, t => {
		const session = sessionOf(text, {
			characters,
			size: {columns, rows: 24},
			source: {name: 'folder/of/a/file/x.fz', text},
		});
		const list = foldedPage(session, 'problems').map(({key = '', text: line}) => `${key}${line}`);
		for (const line of list) t.true(width(line) < columns, line);
		const all = list.map(line => line.trim()).join(' ');
		for (const {message, hint = ''} of session.problems) {
			t.true(all.includes(written(message, characters)), message);
			t.true(all.includes(written(hint, characters)), hint);
		}
		const places = list.flatMap((line, at) => {
			const carets = /\^+/.exec(line);
			return carets ? [list[at - 1]?.slice(carets.index, carets.index + carets[0].length)] : [];
		});
		t.deepEqual(places, ['n2.handel(right)', 'systemm']);
	});

test('errors are told before warnings, these before hints, and what is wrong with the configuration behind', t => {
	const session = sessionOf(text, {complaints: ['no action is called `stpe`']});
	const [one] = session.problems;
	const problems = (['hint', 'warning', 'error', 'hint', 'error'] as const).map(
		(severity, at): Problem => ({...(one as Problem), severity, message: `m${at}`}),
	);
	const told = pageOf({...session, problems}, 'problems').map(line => line.text);
	t.deepEqual(told.join('\n').match(/m\d|stpe/g), ['m2', 'm4', 'm1', 'm0', 'm3', 'stpe']);
});

test('mistakes of the configuration are read though the file has none', t => {
	const mended = text.replace('handel', 'handle').replace('systemm', 'system');
	const opened = (complaints: string[]) =>
		reduce(sessionOf(mended, {complaints}), {type: 'open', panel: 'problems'}).panel?.name;
	t.deepEqual([opened(['no key']), opened([])], ['problems', undefined]);
});

test('every line of the problems can be scrolled to', t => {
	let session = reduce(sessionOf(text, {size: {columns: 40, rows: 10}}), {type: 'open', panel: 'problems'});
	const seen = new Set<string>();
	for (let step = 0; step < 40; step += 1) {
		for (const row of pageRows(session, 'problems', 7).slice(0, 7)) seen.add(row.flat().slice(-1).join(''));
		session = reduce(session, {type: 'pick', by: 1});
	}
	t.deepEqual(
		foldedPage(session, 'problems').filter(({text: line}) => !seen.has(line)),
		[],
	);
});
