import {execFile, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {folder} from '../helpers/folder.js';

const run = promisify(execFile);
const outlet = resolve('build/source/terminal/outlet.js');

/** A program that writes `count` lines, and says on stderr whether it opened a stream for that. */
const lines = (count: number) => `
	const {Outlet} = await import(${JSON.stringify(outlet)});
	const output = new Outlet(1, () => process.stdout);
	for (let line = 0; line < ${count}; line++) await output.write(line + '\\n');
	await output.write(Buffer.from('end\\n'));
	await new Outlet(2, () => process.stderr).write(String(output.isStream));
`;

test('a pipe is written to without a stream', async t => {
	const {stdout, stderr} = await run(process.execPath, ['--input-type=module', '-e', lines(3)]);
	t.is(stdout, '0\n1\n2\nend\n');
	t.is(stderr, 'false');
});

test('a file is written to without a stream', async t => {
	const path = join(folder(t), 'out');
	const {stderr} = await run('sh', [
		'-c',
		`"$0" --input-type=module -e "$1" > "$2"`,
		process.execPath,
		lines(3),
		path,
	]);
	t.is(readFileSync(path, 'utf8'), '0\n1\n2\nend\n');
	t.is(stderr, 'false');
});

test('a pipe that is full and does not wait gets the rest by a stream, in order', async t => {
	// A program that was killed has left the pipe so that writing to it does not wait.
	const before = `new (require('node:net').Socket)({fd: 1, readable: false}); process.kill(process.pid, 'SIGKILL')`;
	const writer = `
		const {Outlet} = await import(${JSON.stringify(outlet)});
		const output = new Outlet(1, () => process.stdout);
		let told = false;
		for (let line = 0; line < 100_000; line++) {
			const written = output.write(line + '\\n');
			if (output.isStream && !told) told = process.stderr.write('full\\n');
			await written;
		}
	`;
	const script = '"$0" -e "$1"; exec "$0" --input-type=module -e "$2"';
	const child = spawn('sh', ['-c', script, process.execPath, before, writer]);
	let out = '';
	// Nothing is read before the pipe is full.
	child.stderr.on('data', data => {
		if (String(data).includes('full'))
			child.stdout.on('data', piece => {
				out += piece;
			});
	});
	await new Promise(done => child.on('close', done));
	t.is(out, Array.from({length: 100_000}, (_, line) => `${line}\n`).join(''));
});
