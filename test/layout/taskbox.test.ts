import test from 'ava';
import fc from 'fast-check';
import {rowsAbove, rowsFor} from '../../source/layout/taskbox.js';

test('the texts of a box find room, and a rule keeps off the row where lines meet the box', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 6}),
				fc.integer({min: 1, max: 4}),
				fc.nat(5),
				(over, under, more) => {
					const texts = {lines: Array.from({length: over + under}, () => 'text'), rule: over};
					const rows = rowsFor(texts) + more;
					const above = rowsAbove(texts, rows);
					t.true(above >= 0 && above + over + 1 + under <= rows);
					t.not(above + over, (rows - 1) >> 1);
				},
			),
		),
	);
});

test('texts without a rule stand in the middle', t => {
	t.is(rowsFor({lines: ['one', 'two']}), 2);
	t.is(rowsAbove({lines: ['one', 'two']}, 5), 1);
	t.is(rowsAbove({lines: ['one']}, 3), 1);
});
