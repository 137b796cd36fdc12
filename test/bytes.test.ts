import {execFileSync} from 'node:child_process';
import {createWriteStream, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {bytesOfFile, bytesOfNamed} from '../source/bytes.js';
import {folder} from './helpers/folder.js';
import {scratch} from './helpers/scratch.js';

test('a file is read up to the piece that goes over what is wanted', async t => {
	const path = join(await scratch(t, {x: 'x'.repeat(200_000)}), 'x');
	for (const bytes of [bytesOfFile(path, 70_000), await bytesOfNamed(path, 70_000)])
		t.true(bytes.length > 70_000 && bytes.length < 200_000);
	t.is(bytesOfFile(path).length, 200_000);
});

test('what is not wanted by its beginning is not read on', async t => {
	const path = join(await scratch(t, {x: 'x'.repeat(200_000)}), 'x');
	const isWanted = (beginning: Uint8Array) => beginning[0] !== 0x78;
	for (const bytes of [bytesOfFile(path, 1e6, isWanted), await bytesOfNamed(path, 1e6, isWanted)])
		t.true(bytes.length > 0 && bytes.length < 200_000);
	t.is(bytesOfFile(path, 1e6, () => true).length, 200_000);
});

test('a folder and a missing file fail as they do elsewhere', async t => {
	t.throws(() => bytesOfFile('source'), {code: 'EISDIR'});
	t.throws(() => bytesOfFile('nowhere'), {code: 'ENOENT'});
	await t.throwsAsync(bytesOfNamed('source', 1), {code: 'EISDIR'});
	await t.throwsAsync(bytesOfNamed('nowhere', 1), {code: 'ENOENT'});
});

if (process.platform !== 'win32') {
	test('what may never end is no file, be it behind a link', t => {
		const path = join(folder(t), 'x');
		execFileSync('mkfifo', [path]);
		symlinkSync('x', `${path}.link`);
		for (const found of [path, `${path}.link`, '/dev/zero'])
			t.throws(() => bytesOfFile(found), {code: 'ENXIO'});
	});

	test('a device that was named is read as far as is wanted', async t => {
		t.true((await bytesOfNamed('/dev/zero', 70_000)).length < 200_000);
	});

	test('a pipe that was named is waited for, and read to its end', async t => {
		const path = join(folder(t), 'x');
		execFileSync('mkfifo', [path]);
		const reading = bytesOfNamed(path, 200_000);
		const writer = createWriteStream(path);
		writer.write('a');
		writer.end('b'.repeat(100_000));
		t.is((await reading).length, 100_001);
	});
}
