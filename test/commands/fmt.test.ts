import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {carryOut} from '../helpers/command.js';
import {scratch} from '../helpers/scratch.js';

const messy = 'a  {\nn1 : circle\n}';
const neat = 'a {\nn1: circle\n}\n';
const reading = (text: string) => ({read: async () => Buffer.from(text)});

test('fmt prints the canonical form', async t => {
	t.deepEqual(await carryOut(['fmt', '-'], reading(messy)), {exit: 0, out: neat, err: ''});
});

test('fmt shows control characters to a terminal, and writes them into a pipe', async t => {
	const hostile = 'a {\nn1: circle label:"\u001b[2J"\n}\n';
	const output = {isTerminal: true, columns: 80, rows: 24};
	t.is(
		(await carryOut(['fmt', '-'], {...reading(hostile), output})).out,
		'a {\nn1: circle label:"␛[2J"\n}\n',
	);
	t.is((await carryOut(['fmt', '-'], reading(hostile))).out, hostile);
});

test('fmt --check names files in another form', async t => {
	t.deepEqual(await carryOut(['fmt', '--check', 'x.fz'], reading(messy)), {exit: 1, out: 'x.fz\n', err: ''});
	t.deepEqual(await carryOut(['fmt', '--check', 'x.fz'], reading(neat)), {exit: 0, out: '', err: ''});
});

test('fmt --write rewrites files', async t => {
	const folder = await scratch(t, {'x.fz': messy, 'y.fz': neat});
	t.is((await carryOut(['fmt', '--write', `${folder}/*.fz`])).exit, 0);
	t.is(await readFile(join(folder, 'x.fz'), 'utf8'), neat);
	t.is(await readFile(join(folder, 'y.fz'), 'utf8'), neat);
});

test('fmt leaves a file with errors as it is and tells them', async t => {
	const broken = 'a {\nn1: circel\n}\n';
	const folder = await scratch(t, {'x.fz': broken});
	const {exit, out, err} = await carryOut(['fmt', '--write', join(folder, 'x.fz')]);
	t.is(exit, 1);
	t.is(out, '');
	t.regex(err, /x\.fz:2:5: error: there is no shape `circel` \[unknown-shape\]/);
	t.is(await readFile(join(folder, 'x.fz'), 'utf8'), broken);
});

test('fmt is told what to do', async t => {
	t.is((await carryOut(['fmt'])).exit, 2);
	t.is((await carryOut(['fmt', 'a.fz', 'b.fz'], reading(neat))).exit, 2);
	t.is((await carryOut(['fmt', '--write', '-'], reading(neat))).exit, 2);
	t.is((await carryOut(['fmt', '--check', '--write', 'x.fz'], reading(neat))).exit, 2);
	t.is((await carryOut(['fmt', 'nowhere.fz'])).exit, 4);
});
