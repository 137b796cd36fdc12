import {readFileSync, statSync} from 'node:fs';
import test from 'ava';
import {SaxesParser} from 'saxes';
import {film, size} from '../scripts/film.js';

/** What the frames of the film show: rows, the clock masked. */
function shown(svg: string): string[][] {
	const rows = new Map<string, string>();
	const frames: string[][] = [];
	const parser = new SaxesParser();
	let id = '';
	let column = 0;
	parser.on('opentag', ({name, attributes}) => {
		const {
			id: own,
			href = '',
			x = '0',
			y = '0',
			class: kind,
			transform,
		} = attributes as Record<string, string>;
		if (name === 'g' && own) id = own;
		if (name === 'g' && own) rows.set(own, '');
		if (name === 'g' && transform) frames.push(Array(size.rows).fill(''));
		if (name === 'text') column = kind === 'key' ? -1 : Math.round(Number(x) / 7.8);
		if (name === 'use') frames.at(-1)?.splice(Number(y) / 15, 1, masked(rows.get(href.slice(1)) ?? ''));
	});
	parser.on('text', text => {
		if (column >= 0 && rows.has(id) && frames.length === 0) rows.set(id, rows.get(id)?.padEnd(column) + text);
	});
	parser.write(svg.replace(/<style>[\s\S]*<\/style>/, '')).close();
	return frames;
}

function masked(row: string): string {
	return row.replaceAll(/\d\d:\d\d:\d\d/g, '00:00:00').trimEnd();
}

test('the film of the readme shows what the program does; `npm run pictures` makes it anew', async t => {
	const frames = await film(0);
	const expected = frames.map(({rows}) => rows.map(row => masked(row.map(({text}) => text || ' ').join(''))));
	const actual = shown(readFileSync('docs/drill.svg', 'utf8'));
	t.is(actual.length, expected.length);
	for (const [index, frame] of expected.entries()) t.is(actual[index]?.join('\n'), frame.join('\n'));
});

test('it is small enough for a readme', t => {
	t.true(statSync('docs/drill.svg').size < 250_000);
});
