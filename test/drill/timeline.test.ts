import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {logbookOf} from '../../source/drill/logbook.js';
import {happeningOf} from '../../source/drill/timeline.js';
import {eventsOf} from '../helpers/drill.js';

test('types that nobody knows are passed over, those that every object has too', t => {
	const {diagram} = read('L { # L\nn1: circle label:"a"\n}\n');
	for (const type of ['surprise', 'constructor', 'toString', '__proto__'])
		for (const event of eventsOf([{type}])) t.is(happeningOf(diagram, event, 0, undefined), undefined);
});

test('what is taken back is counted from the last that stands', t => {
	const standing = (...entries: readonly number[]) => {
		const facts = [
			{type: 'note', text: 'a'},
			{type: 'inject', text: 'b'},
			{type: 'why', text: 'c'},
			...entries.map(entry => ({type: 'withdraw', entry})),
		];
		return Array.from(logbookOf(eventsOf(facts)).entries, ({text}) => text);
	};
	t.deepEqual(standing(1), ['a', 'b']);
	t.deepEqual(standing(3), ['b', 'c']);
	t.deepEqual(standing(2, 2), ['c']);
	t.deepEqual(standing(1, 1, 1), []);
	t.deepEqual(standing(0, 4), ['a', 'b', 'c']);
});
