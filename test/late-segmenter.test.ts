import test from 'ava';
import fc from 'fast-check';
import {LateSegmenter} from '../scripts/late-segmenter.js';

const letter = fc.oneof(
	{weight: 6, arbitrary: fc.nat({max: 0x2fff}).map(code => String.fromCharCode(code))},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'\r',
			'\n',
			'\u0301',
			'\u200d',
			'\ufe0f',
			'👩',
			'🇩',
			'中',
			'━',
			'│',
			'►',
			'\u001b[1m',
		),
	},
);
const texts = fc.array(letter, {maxLength: 12}).map(letters => letters.join(''));

test('what is a cluster is what Intl.Segmenter says, whichever of the two answers', t => {
	const known = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	const late = new LateSegmenter(undefined, {granularity: 'grapheme'});
	fc.assert(
		fc.property(texts, fc.nat(14), (text, at) => {
			t.deepEqual([...late.segment(text)], [...known.segment(text)]);
			t.deepEqual(late.segment(text).containing(at), known.segment(text).containing(at));
		}),
		{numRuns: 3000},
	);
	const words = new Intl.Segmenter('en', {granularity: 'word'});
	t.deepEqual(
		Array.from(new LateSegmenter('en', {granularity: 'word'}).segment('one two'), ({segment}) => segment),
		Array.from(words.segment('one two'), ({segment}) => segment),
	);
});

test('each character that is simple is a cluster of its own, whatever stands beside it', t => {
	const known = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	const late = new LateSegmenter();
	for (let code = 0; code <= 0x2fff; code++) {
		const text = `a${String.fromCharCode(code)}${String.fromCharCode(code)}►`;
		t.deepEqual([...late.segment(text)], [...known.segment(text)], code.toString(16));
	}
});
