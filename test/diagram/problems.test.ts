import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {frame} from '../../source/frame.js';
import {cases} from '../helpers/golden.js';

/** Every case with the problems of its text, as a person reads them. */
const told = cases('test/diagram/cases').map(one => ({...one, problems: read(one.input).problems}));

for (const {name, input, problems, kept} of told)
	test(`problems: ${name}`, t => {
		const source = {name: 'x.fz', text: input};
		const actual = problems.map(problem => `${frame(problem, source)}\n`).join('');
		t.is(actual, kept(actual));
	});
