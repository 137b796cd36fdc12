import {readdirSync, readFileSync} from 'node:fs';
import {join, sep} from 'node:path';
import test from 'ava';
import type {CharacterSet} from '../../source/canvas/canvas.js';
import {spelled, written} from '../../source/canvas/signs.js';
import {shown} from '../../source/screen/signs.js';
import {harmless, width} from '../../source/text.js';

const sets: readonly CharacterSet[] = ['unicode', 'cp437', 'ascii'];
const isAscii = (text: string) => /^[\x00-\x7e]*$/.test(text);
const everyCharacter = Array.from({length: 0x10000}, (_, code) => String.fromCodePoint(code));

for (const set of ['cp437', 'ascii'] as const)
	test(`a sign takes as many columns in ${set}, and opens nothing in Markdown`, t => {
		for (const sign of everyCharacter) {
			const instead = spelled(sign, set);
			if (instead === sign) continue;
			t.is(width(instead), width(sign), sign);
			t.notRegex(instead, /[<&`|[\]\\#_$]/, sign);
		}
	});

for (const set of ['cp437', 'ascii'] as const)
	test(`a sign of the screen takes as many columns in ${set}, so that what was measured fits`, t => {
		for (const sign of everyCharacter) t.is(width(shown(sign, set)), width(sign), sign);
	});

test('letters stay as they are', t => {
	for (const text of ['Début', 'größer', '漢字', 'Ω', 'naïve ½ €'])
		for (const set of sets) t.is(written(text, set), text);
});

test('whatever is shown harmlessly is shown in ASCII', t => {
	for (const character of [...everyCharacter, '\u{E0041}', '\u{F0000}']) {
		const harm = harmless(character);
		if (harm === character) continue;
		for (const set of ['cp437', 'ascii'] as const) t.true(isAscii(spelled(harm, set)), harm);
	}
	t.is(spelled(harmless('a\x1b[31m\u202eb'), 'ascii'), 'a?[31m{U+202E}b');
});

test('an ellipsis for more is three dots, one that ends a text takes its column', t => {
	for (const [text, instead] of [
		['write `label:"…"`', 'write `label:"..."`'],
		['n1, n2, n3, …', 'n1, n2, n3, ...'],
		['a → … → b', 'a > ... > b'],
		['1, 2, …     take', '1, 2, ...   take'],
		['Roll back depl…', 'Roll back depl~'],
		['…the end of it', '~the end of it'],
	] as const)
		t.is(written(text, 'ascii'), instead);
	t.is(spelled('say "…"', 'ascii'), 'say "~"');
});

test('signs that labels are fond of are spelled, with the selector of their style', t => {
	t.is(spelled('±5 %: ✓ ▶ go, ✗ stop, • wait', 'ascii'), '~5 %: v > go, x stop, * wait');
	t.is(spelled('±5 %: ✔\ufe0e ▶\ufe0e go, ✘ stop', 'ascii'), '~5 %: v > go, x stop');
	t.is(spelled('±5 %: ✓ ▶ go, ✗ stop', 'cp437'), '±5 %: √ ► go, x stop');
	t.is(spelled('▶\ufe0f', 'ascii'), '▶\ufe0f');
});

test('what takes two columns takes that of the blank behind it', t => {
	t.is(written('about 3 (± 5 %), ≥ 7', 'ascii'), 'about 3 (+-5 %), >=7');
	t.is(written('about 3 (± 5 %), ≥ 7', 'cp437'), 'about 3 (± 5 %), ≥ 7');
});

/** Files that read such signs, or have a table for each character set. */
const others =
	/^(canvas\/.*|paths\/words\/.*|paths\/evidence|paths\/formats\/decision|diagram\/bound(-words)?|screen\/signs|syntax\/tokens|terminal\/answers|text|wrap)\.ts$/;

const files = readdirSync('source', {recursive: true, encoding: 'utf8'})
	.map(file => file.split(sep).join('/'))
	.filter(file => /\.tsx?$/.test(file) && !others.test(file));

for (const file of files)
	test(`every sign that ${file} writes has one in ASCII`, t => {
		const code = readFileSync(join('source', file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*/gm, '');
		const write = /^(screen|session)\//.test(file) ? shown : written;
		t.regex(write(code, 'ascii'), /^[\x00-\x7e]*$/);
	});
