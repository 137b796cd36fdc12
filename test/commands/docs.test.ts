import {execFile} from 'node:child_process';
import {chmod, cp, mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';

const page = await readFile('docs/paths.md', 'utf8');
/** Blocks of commands, each with the output that follows it, if one does. */
const blocks = Array.from(
	page.matchAll(/```sh\n([\s\S]*?)```(?:\n```text\n([\s\S]*?)```)?/g),
	([, commands = '', shown]) => ({
		commands,
		shown,
	}),
);

/** A folder with the samples, two diagrams to compare, a repository, and the program on the path. */
async function workplace() {
	const folder = await mkdtemp(join(tmpdir(), 'flowzap-'));
	await cp('samples', join(folder, 'samples'), {recursive: true});
	await cp('samples/blue-green.fz', join(folder, 'old.fz'));
	await cp('test/paths/diff/escalating.fz', join(folder, 'new.fz'));
	const program = join(folder, 'flowzap-tui');
	await writeFile(
		program,
		`#!/bin/sh\nexec '${process.execPath}' '${resolve('build/source/cli.js')}' "$@"\n`,
	);
	await chmod(program, 0o755);
	const env = {...process.env, PATH: `${folder}:${process.env.PATH}`};
	for (const line of [
		'init -q',
		'config user.name test',
		'config user.email test@example.org',
		'add .',
		'commit -qm one',
	])
		await promisify(execFile)('git', line.split(' '), {cwd: folder, env});
	return (command: string) => promisify(execFile)('sh', ['-ec', command], {cwd: folder, env});
}

test('every command line of the page on routes works, and prints what the page shows', async t => {
	const shell = await workplace();
	t.true(blocks.length > 8);
	for (const {commands, shown} of blocks)
		for (const command of commands.trim().split('\n')) {
			const {stdout, stderr} = await shell(command);
			t.is(stderr, '', command);
			if (shown !== undefined) t.is(stdout, shown, command);
			else if (command.startsWith('flowzap-tui')) t.not(stdout, '', command);
		}
});
