import {execFile, execFileSync} from 'node:child_process';
import {lstatSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import test from 'ava';
import {bytesOfFile} from '../../source/bytes.js';
import {config} from '../../source/commands/config.js';
import {shelf} from '../../source/commands/shelf.js';
import {recordFolder} from '../../source/drill/places.js';
import {resumeJournal} from '../../source/drill/resume.js';
import type {World} from '../../source/world.js';
import {carryOut} from '../helpers/command.js';
import {factsOfDrill, recordText} from '../helpers/drill.js';
import {folder} from '../helpers/folder.js';
import {pipe} from '../helpers/pipe.js';
import {scratch} from '../helpers/scratch.js';

const mkfifo = (path: string) => execFileSync('mkfifo', [path]);
const programs = {host: 'here', own: 1, alive: () => false};
const drillOf = (file: string) => factsOfDrill(file, []);

/** What bash prints for `line`, in which `F` is the program. */
const bash = (line: string) =>
	new Promise<string>(done => {
		const program = `'${process.execPath}' '${resolve('build/source/cli.js')}'`;
		execFile('bash', ['-c', line.replaceAll('F ', `${program} `)], (_, out, err) => done(out + err));
	});

test('pipes that a person names are read', async t => {
	t.regex(await bash('F draw --ascii <(cat samples/saga.fz)'), /Reserve/);
	t.regex(
		await bash('F check <(cat samples/saga.fz) <(echo "a {")'),
		/lane `a` is not closed[\s\S]*2 files: 1 error/,
	);
	t.regex(await bash('cat samples/saga.fz | F draw --ascii /dev/stdin'), /Reserve/);
});

test('a pipe is formatted and mended to no file in its place', async t => {
	const path = join(await scratch(t, {}), 'x.fz');
	mkfifo(path);
	for (const command of ['fmt --write', 'check --fix']) {
		const told = await bash(
			`(printf 'a { # A\\nn1 : circle label:"S"\\n}\\n' > '${path}' & F ${command} '${path}'; echo "rc $?")`,
		);
		t.regex(told, /x\.fz: cannot be written: this is a pipe, a socket or a device, not a file\n/);
		t.regex(told, /rc 4/);
		t.true(lstatSync(path).isFIFO());
	}
});

test('among the records a pipe is left out, and told of where they are counted', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const records = recordFolder(env, 'linux');
	mkdirSync(records, {recursive: true});
	mkfifo(join(records, '2.jsonl'));
	writeFileSync(join(records, '1.jsonl'), recordText(drillOf('samples/saga.fz')));
	const {exit, err} = await carryOut(['coverage', 'samples/saga.fz'], {env});
	t.is(exit, 0);
	t.regex(err, /2\.jsonl: this is a pipe, a socket or a device, not a file; left out/);
	t.regex((await carryOut(['doctor'], {env})).out, /^records .*; 1 there;/m);
	t.regex((await carryOut(['resume', join(records, '2.jsonl')], {env})).err, /this is a pipe/);
});

test('a drill goes on as it was recorded where the file of its name is a pipe', async t => {
	const cwd = await scratch(t, {'x.jsonl': recordText(drillOf('samples/saga.fz'))});
	mkfifo(join(cwd, 'saga.fz'));
	const {out, code} = await pipe(['resume', 'x.jsonl', '--plain'], '', {cwd});
	t.is(code, 0);
	t.regex(out, /as it was recorded: there is no saga\.fz here that can be read/);
});

test('a configuration that is no file is told of', async t => {
	const home = folder(t);
	const path = join(home, 'flowzap-tui', 'config.json');
	mkdirSync(join(home, 'flowzap-tui'));
	mkfifo(path);
	const read = await config({
		env: {XDG_CONFIG_HOME: home},
		readFile: async (...given) => bytesOfFile(...given),
	});
	t.deepEqual(read.complaints, ['this is a pipe, a socket or a device, not a file']);
});

test('a pipe where a lock is expected is no lock of anybody', async t => {
	const path = join(await scratch(t, {'x.jsonl': recordText(drillOf('samples/saga.fz'))}), 'x.jsonl');
	mkfifo(`${path}.lock`);
	t.true(
		'refused' in
			resumeJournal(path, 1, {programs, platform: process.platform, now: () => 0, steady: () => 0}),
	);
});

test('the shelf holds files and links to files', async t => {
	const cwd = await scratch(t, {'a.fz': '', 'b.txt': ''});
	mkfifo(join(cwd, 'c.fz'));
	mkdirSync(join(cwd, 'd.fz'));
	execFileSync('ln', ['-s', 'a.fz', join(cwd, 'e.fz')]);
	execFileSync('ln', ['-s', 'c.fz', join(cwd, 'f.fz')]);
	execFileSync('ln', ['-s', 'gone.fz', join(cwd, 'g.fz')]);
	const names = (await shelf(cwd)).filter(({from}) => from === 'folder').map(({name}) => name);
	t.deepEqual(names, ['a.fz', 'e.fz']);
});

test('what is no record is not read beyond its first piece', async t => {
	const asked: string[] = [];
	const zeros = Buffer.alloc(1 << 16);
	const read: World['read'] = async (path, _, isWanted) => {
		asked.push(`${path} ${isWanted?.(zeros)}`);
		return zeros;
	};
	const {exit, err} = await carryOut(['report', 'x'], {read});
	t.is(exit, 4);
	t.regex(err, /x: this is no record of a drill/);
	t.deepEqual(asked, ['x false']);
	const env = {XDG_STATE_HOME: folder(t)};
	const path = join(recordFolder(env, 'linux'), 'x.jsonl');
	mkdirSync(dirname(path), {recursive: true});
	writeFileSync(path, Buffer.alloc(1 << 20));
	let most = 0;
	const readFile: World['readFile'] = async (...given) => {
		const bytes = bytesOfFile(...given);
		most = Math.max(most, bytes.length);
		return bytes;
	};
	await carryOut(['coverage', 'samples/saga.fz'], {env, readFile});
	t.true(most > 0 && most <= 1 << 17, `${most} bytes`);
});
