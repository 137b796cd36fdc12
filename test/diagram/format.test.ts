import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {contentOf} from '../../source/diagram/content.js';
import {format} from '../../source/diagram/format.js';
import {read} from '../../source/diagram/read.js';
import {cases} from '../helpers/golden.js';

for (const {name, input, kept} of cases('test/diagram/formatted'))
	test(`canonical form: ${name}`, t => {
		const formatted = format(input);
		const actual = 'text' in formatted ? formatted.text : 'errors\n';
		t.is(actual, kept(actual));
		t.deepEqual(format(actual), {text: actual});
		// Attributes of nodes get the order of the canonical form.
		const meaning = (text: string) => JSON.parse(contentOf(read(text).diagram)).toSpliced(1, 1);
		t.deepEqual(meaning(actual), meaning(input));
	});

for (const file of readdirSync('samples'))
	test(`${file} is in the canonical form`, t => {
		const text = readFileSync(`samples/${file}`, 'utf8');
		t.deepEqual(format(text), {text});
	});

test('line ends stay of their kind, a byte-order mark goes', t => {
	t.deepEqual(format('\ufeffa {\r\nn1:circle\r\n}'), {text: 'a {\r\nn1: circle\r\n}\r\n'});
	t.deepEqual(format('a {\rn1:circle\r}\n'), {text: 'a {\nn1: circle\n}\n'});
});

test('control and invisible characters in strings and comments are written back as they are', t => {
	const text =
		'a { # \u001b[31mA\n// \u202ecomment\u200b\nn1: circle label:"\u001b]52;c;AA\u0007\u202e\u200b"\n}\n';
	t.deepEqual(format(text), {text});
});

test('a text with errors is not formatted', t => {
	const formatted = format('a {\nn1: circel\n}\n');
	t.deepEqual('errors' in formatted ? formatted.errors.map(({code}) => code) : [], ['unknown-shape']);
});
