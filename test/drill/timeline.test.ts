import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {happeningOf} from '../../source/drill/timeline.js';
import {eventsOf} from '../helpers/drill.js';

test('types that nobody knows are passed over, those that every object has too', t => {
	const {diagram} = read('L { # L\nn1: circle label:"a"\n}\n');
	for (const type of ['surprise', 'constructor', 'toString', '__proto__'])
		for (const event of eventsOf([{type}])) t.is(happeningOf(diagram, event, 0, undefined), undefined);
});
