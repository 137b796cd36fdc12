import test from 'ava';
import {carryOut, shown, words} from '../helpers/command.js';
import {cases} from '../helpers/golden.js';

for (const {name, input, kept} of cases('test/commands/run'))
	test(`run: ${name.replaceAll('-', ' ')}`, async t => {
		const text = shown(await carryOut(words(input).slice(1)));
		t.is(text, kept(text));
	});
