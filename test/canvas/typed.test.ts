import test from 'ava';
import fc from 'fast-check';
import type {CharacterSet} from '../../source/canvas/canvas.js';
import {written} from '../../source/canvas/signs.js';
import {isCalled} from '../../source/canvas/typed.js';
import {harmless} from '../../source/text.js';

test('accents may be composed either way, dashes and quotes be those of the keyboard', t => {
	t.true(isCalled('Cafe\u0301', 'café'));
	t.true(isCalled('Café', 'cafe\u0301'));
	t.true(isCalled('Yes–sure', 'yes-sure'));
	t.true(isCalled('“Go” … now', '"go" ... NOW'));
	t.true(isCalled('stop\u202e', 'Stop{U+202E}'));
	t.false(isCalled('Café', 'Cafe'));
	t.false(isCalled('Yes', 'Yes-sure'));
});

test('whatever is shown can be typed, in whichever signs', t => {
	const sets: readonly CharacterSet[] = ['unicode', 'ascii'];
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), fc.constantFrom(...sets), (text, set) => {
			t.true(isCalled(text, written(harmless(text), set)));
		}),
	);
});
