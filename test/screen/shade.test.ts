import {readFileSync} from 'node:fs';
import test from 'ava';
import {attentionMark} from '../../source/canvas/shapes.js';
import {drawingRows} from '../../source/screen/drawing.js';
import {themeOf} from '../../source/screen/theme.js';
import {newDrill} from '../../source/session/drill.js';
import {reduce} from '../../source/session/reduce.js';
import {sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');
const session = (blind: boolean) =>
	sessionOf(text, {
		source: {name: 'blue-green.fz', text},
		theme: 'dark',
		size: {columns: 200, rows: 60},
		drill: {...newDrill, blind},
	});
const rows = (of: ReturnType<typeof session>) => drawingRows(of, themeOf('dark', 3), 'walked').join('\n');

test('a blind drawing shows the lanes, the tokens and what was walked, and nothing else', t => {
	const begun = rows(reduce(session(true), {type: 'advance'}));
	t.regex(begun, /CI Pipeline/);
	t.regex(begun, /Load Balancer/);
	t.regex(begun, /Build new version/);
	t.notRegex(begun, /Run automated|Current active|Switch load|Failed|►│|▼|╪|┼|┿/);
	t.regex(rows(reduce(session(false), {type: 'advance'})), /Run automated/);
});

test('dimming what was not walked changes no character', t => {
	const plain = reduce(session(false), {type: 'advance'});
	const dim = reduce(plain, {type: 'dim'});
	const bare = (styled: string) => styled.replaceAll(/\x1b\[[\d;]*m/g, '');
	t.is(bare(rows(dim)), bare(rows(plain)));
	t.not(rows(dim), rows(plain));
	t.is(rows(reduce(dim, {type: 'dim'})), rows(plain));
});

test('a mark is a sign in a box and at the end of a line, and takes no weight away', t => {
	const bare = (of: ReturnType<typeof session>) => rows(of).replaceAll(/\x1b\[[\d;]*m/g, '');
	for (const characters of ['unicode', 'cp437', 'ascii'] as const) {
		const walked = reduce(sessionOf(text, {characters, size: {columns: 200, rows: 60}}), {type: 'run on'});
		const asked = [
			{type: 'open', panel: 'search'},
			{type: 'type', text: 'Identify'},
			{type: 'submit'},
		] as const;
		const marked = asked.reduce(reduce, walked);
		t.is(marked.found?.nodes.length, 1);
		const picked = reduce(walked, {type: 'pick', by: 1});
		const coverage = {type: 'coverage', unrehearsed: new Set(['n9', 'e8'])} as const;
		const before = Array.from(bare(reduce(walked, {...coverage, unrehearsed: new Set('x')})));
		for (const [shown, plain, count] of [
			[marked, Array.from(bare(walked)), 1],
			[picked, Array.from(bare(walked)), 2],
			[reduce(walked, coverage), before, 2],
		] as const) {
			const signs = Array.from(bare(shown)).filter((sign, at) => sign !== plain[at]);
			t.deepEqual(signs, Array(count).fill(attentionMark[characters]));
		}
	}
});

test('the name of a lane stays in sight when its place is not', t => {
	const bare = (of: ReturnType<typeof session>) =>
		rows(of)
			.replaceAll(/\x1b\[[\d;]*m/g, '')
			.split('\n');
	const small = reduce(session(false), {type: 'resize', size: {columns: 80, rows: 24}});
	for (let x = 0; x < 70; x += 1) {
		const shown = bare(reduce(small, {type: 'pan', x, y: 0}));
		const [border = ''] = shown;
		t.regex(border, /^\S* ?CI Pipeline ═/, `${x}: ${border}`);
		t.is(border.length, 80);
		t.is(border.replaceAll(/[╔═╪╗]| ?CI Pipeline /g, ''), '', border);
	}
});
