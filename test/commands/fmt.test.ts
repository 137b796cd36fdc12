import promises, {chmod, lstat, readdir, readFile, symlink} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {carryOut} from '../helpers/command.js';
import {scratch} from '../helpers/scratch.js';
import {standIn} from '../helpers/stand-in.js';

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
	const carried = await carryOut(['fmt', '-'], {...reading('a {\r\nn1 : circle\r\n}'), output});
	t.is(carried.out, neat);
});

test('fmt --check names files in another form', async t => {
	t.deepEqual(await carryOut(['fmt', '--check', 'x.fz'], reading(messy)), {exit: 1, out: 'x.fz\n', err: ''});
	t.deepEqual(await carryOut(['fmt', '--check', 'x.fz'], reading(neat)), {exit: 0, out: '', err: ''});
});

test('fmt of several files ends with the worst of their codes, whichever comes last', async t => {
	const folder = await scratch(t, {'messy.fz': messy, 'neat.fz': neat});
	const exit = async (...names: string[]) =>
		(await carryOut(['fmt', '--check', ...names.map(name => join(folder, name))])).exit;
	t.is(await exit('messy.fz', 'neat.fz'), 1);
	t.is(await exit('gone.fz', 'messy.fz', 'neat.fz'), 4);
});

test('fmt --write rewrites files', async t => {
	const folder = await scratch(t, {'x.fz': messy, 'y.fz': neat});
	t.is((await carryOut(['fmt', '--write', `${folder}/*.fz`])).exit, 0);
	t.is(await readFile(join(folder, 'x.fz'), 'utf8'), neat);
	t.is(await readFile(join(folder, 'y.fz'), 'utf8'), neat);
});

test('what a link leads to is rewritten, and the link stays one', async t => {
	const folder = await scratch(t, {'x.fz': messy});
	const link = join(folder, 'link.fz');
	await symlink('x.fz', link);
	t.is((await carryOut(['fmt', '--write', link])).exit, 0);
	t.true((await lstat(link)).isSymbolicLink());
	t.is(await readFile(join(folder, 'x.fz'), 'utf8'), neat);
});

for (const [what, fails] of [
	['it is on disk', false],
	['not where the disk is full', true],
] as const)
	test.serial(`a file is replaced once what replaces it is whole: ${what}`, async t => {
		const folder = await scratch(t, {'x.fz': messy});
		const {open, rename} = promises;
		const done: string[] = [];
		standIn(t, promises, {
			async open(...given) {
				const file = await open(...given);
				const sync = file.sync.bind(file);
				file.sync = async () => {
					if (fails) throw Object.assign(new Error('no space'), {code: 'ENOSPC'});
					await sync();
					done.push('sync');
				};
				return file;
			},
			async rename(...given) {
				await rename(...given);
				done.push('rename');
			},
		});
		const {exit, err} = await carryOut(['fmt', '--write', join(folder, 'x.fz')]);
		t.is(exit, fails ? 4 : 0);
		t.regex(err, fails ? /x\.fz: cannot be written: the disk is full\n$/ : /^$/);
		t.deepEqual(done, fails ? [] : ['sync', 'rename']);
		t.is(await readFile(join(folder, 'x.fz'), 'utf8'), fails ? messy : neat);
		t.deepEqual(await readdir(folder), ['x.fz']);
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

if (process.platform !== 'win32')
	test('a file that is rewritten keeps who may write it', async t => {
		const file = join(await scratch(t, {'x.fz': messy}), 'x.fz');
		await chmod(file, 0o664);
		t.is((await carryOut(['fmt', '--write', file])).exit, 0);
		t.is(await readFile(file, 'utf8'), neat);
		t.is((await lstat(file)).mode & 0o777, 0o664);
	});
