import test from 'ava';
import fc from 'fast-check';
import {type Edit, edited, type Written} from '../../source/session/caret.js';
import {clusters} from '../../source/text.js';

const press = (text: string, ...edits: readonly Edit[]) => {
	const {text: whole, behind} = edits.reduce<Written>(edited, {text, behind: ''});
	return `${whole.slice(0, whole.length - behind.length)}|${behind}`;
};

test('the cursor goes by characters as people see them, and so do the keys that take away', t => {
	t.is(press('ok👍', 'backspace'), 'ok|');
	t.is(press('a👩‍👩‍👧‍👦b', 'left', 'left'), 'a|👩‍👩‍👧‍👦b');
	t.is(press('a👩‍👩‍👧‍👦b', 'left', 'left', 'delete'), 'a|b');
	t.is(press('cafe\u0301', 'backspace'), 'caf|');
	t.is(press('', 'left'), '|');
	t.is(press('', 'backspace'), '|');
	t.is(press('a', 'right', 'delete'), 'a|');
});

test('the keys of shells do what they do there', t => {
	t.is(press('one two', 'home'), '|one two');
	t.is(press('one two', 'home', 'right', 'end'), 'one two|');
	t.is(press('one two three', 'left', 'left', 'left', 'left', 'left', 'word'), 'one |three');
	t.is(press('one two', 'left', 'left', 'left', 'all'), '|');
	t.is(press('one two', 'left', 'left', 'left', 'rest'), 'one |');
});

const edits: readonly Edit[] = ['left', 'right', 'home', 'end', 'backspace', 'delete', 'word', 'all', 'rest'];
const texts = fc.string({unit: fc.constantFrom('a', ' ', '界', '👍', '👩‍👩‍👧‍👦', 'e\u0301', '🇩🇪')});

test('whatever is pressed, characters stay whole', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(texts, fc.array(fc.constantFrom(...edits)), (text, pressed) => {
				const there = new Set(clusters(text).map(cluster => cluster.text));
				const {text: whole, behind} = pressed.reduce<Written>(edited, {text, behind: ''});
				t.true(whole.endsWith(behind));
				for (const part of [whole, behind])
					for (const cluster of clusters(part)) t.true(there.has(cluster.text), cluster.text);
			}),
			{includeErrorInReport: true},
		),
	);
});
