import test from 'ava';
import {carryOut, shown, words} from '../helpers/command.js';
import {cases} from '../helpers/golden.js';

for (const {name, input, kept} of cases('test/commands/run'))
	test(`run: ${name.replaceAll('-', ' ')}`, async t => {
		const text = shown(await carryOut(words(input).slice(1)));
		t.is(text, kept(text));
	});

test('that a run begins at all of several starts is said, unless someone chose', async t => {
	const file = 'test/run/models/several-ends.fz';
	const told = async (...words: string[]) => (await carryOut(['run', file, '--seed', '1', ...words])).err;
	t.is(await told(), 'flowzap-tui: begun at all starts, n1, n2; `--start` chooses among them\n');
	for (const words of [
		['--start', 'all'],
		['--start', 'n1'],
		['--choose', 'start=n1'],
	])
		t.is(await told(...words), '');
});
