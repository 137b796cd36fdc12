import {chmod, readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {version} from '../../source/version.js';
import {carryOut, shown, words} from '../helpers/command.js';
import {cases} from '../helpers/golden.js';
import {scratch} from '../helpers/scratch.js';

for (const {name, input, kept} of cases('test/commands/check'))
	test(`check: ${name.replaceAll('-', ' ')}`, async t => {
		const [line = '', ...rest] = input.split('\n');
		const text = Buffer.from(rest.join('\n'));
		const carried = await carryOut(words(line).slice(1), {read: async () => text});
		const actual = shown(carried).replaceAll(`"${version}"`, '"VERSION"');
		t.is(actual, kept(actual));
	});

const wrong = 'a { # A\r\nn1: circle label="Start"\r\n}\r\n';

test('--fix writes the file, keeps its mode and leaves nothing behind', async t => {
	const folder = await scratch(t, {'x.fz': wrong});
	const path = join(folder, 'x.fz');
	await chmod(path, 0o640);
	t.is((await carryOut(['check', '--fix', path])).exit, 0);
	t.is(await readFile(path, 'utf8'), wrong.replace('=', ':'));
	t.is((await stat(path)).mode & 0o777, 0o640);
	t.deepEqual(await readdir(folder), ['x.fz']);
});

test('what can be mended is told, and what was', async t => {
	const text = 'a { # A\nn1: circle label="Start",\n}\n';
	const folder = await scratch(t, {
		'x y.fz': text,
		'z.fz': text,
		'none.fz': '# a = b,\n',
		'long.fz': text + '\n'.repeat(100_000),
	});
	const told = async (...argv: string[]) => (await carryOut(['check', ...argv], {cwd: folder})).err;
	const path = join(folder, 'x y.fz');
	t.is(
		await told(path),
		`1 file: 0 errors, 2 warnings, 0 hints\n2 can be mended: flowzap-tui check --fix '${path}'\n`,
	);
	t.regex(await told(path, join(folder, 'z.fz')), /\n4 can be mended: flowzap-tui check --fix FILE\.\.\.\n$/);
	t.notRegex(await told(join(folder, 'none.fz')), /mended/);
	t.notRegex(await told(join(folder, 'long.fz')), /mended/);
	t.is(await told('--format', 'json', path), '');
	t.is(await told('--fix', path), `mended 2 in ${path}\n1 file: 0 errors, 0 warnings, 0 hints\n`);
	t.notRegex(await told('--fix', path), /mended/);
});

test('--fix does not touch what is no FlowZap', async t => {
	for (const text of [
		'# Notes\n\nHello, world; use x = y, "so" , there ;\n',
		'if [ -f foo ] ; then\n\techo ‘x’;\nfi\n',
	]) {
		const path = join(await scratch(t, {'notes.fz': text}), 'notes.fz');
		await carryOut(['check', '--fix', path]);
		t.is(await readFile(path, 'utf8'), text);
	}
});

test('--fix does not touch a file without fixes', async t => {
	const path = join(await scratch(t, {'x.fz': 'a {\nn1: circle label:"x"\n}'}), 'x.fz');
	const before = await stat(path);
	await carryOut(['check', '--fix', path]);
	t.is((await stat(path)).ino, before.ino);
});

test('patterns name files, each once, in order', async t => {
	const good = 'a {\nn1: circle label:"x"\n}\n';
	const cwd = await scratch(t, {'b.fz': good, 'a.fz': good, 'c.txt': good});
	const {out} = await carryOut(['check', '--format', 'json', '*.fz', 'a.fz'], {
		cwd,
		read: async path => readFile(join(cwd, path)),
	});
	t.deepEqual(
		JSON.parse(out).files.map(({name}: {name: string}) => name),
		['a.fz', 'b.fz'],
	);
});

test('a file that is no text is a finding with a place, in every format', async t => {
	const latin = Buffer.from('a { # \ufffd\nn1: circle label:"Début"\n}\n'.replace('é', '\xff'), 'utf8');
	const bytes = Uint8Array.from(latin).filter(byte => byte !== 0xc3);
	const told = async (format: string, read = bytes) => {
		const {exit, out} = await carryOut(['check', 'x.fz', '--format', format], {read: async () => read});
		t.is(exit, 1);
		return out;
	};
	t.is(
		await told('github'),
		'::error file=x.fz,line=2,col=20,endLine=2,endColumn=21,title=not-text::this file is not in UTF-8; save it as UTF-8\n',
	);
	const {files} = JSON.parse(await told('json'));
	t.like(files, [{name: 'x.fz', problems: [{code: 'not-text', severity: 'error', line: 2, column: 20}]}]);
	const {runs} = JSON.parse(await told('sarif'));
	t.is(runs[0].results[0].ruleId, 'not-text');
	t.regex(await told('text'), /^x\.fz:2:20: error: this file is not in UTF-8 \[not-text\]\n/);
	t.regex(
		await told('text', Buffer.from('\ufeffa {', 'utf16le')),
		/^x\.fz:1:1: error: .* UTF-16 \[not-text\]\n/,
	);
});

test('a file that cannot be read gives 4, the others are checked', async t => {
	const {exit, out, err} = await carryOut(['check', 'samples/blue-green.fz', 'nowhere.fz', 'samples']);
	t.is(exit, 4);
	t.is(out, '');
	t.is(
		err,
		"flowzap-tui: nowhere.fz: no such file\nflowzap-tui: samples: this is a folder; name a .fz file in it, or a pattern such as 'samples/**/*.fz'\n1 file: 0 errors, 0 warnings, 0 hints\n",
	);
	t.is((await carryOut(['check', 'nowhere.fz', 'samples/blue-green.fz'])).exit, 4);
});

test('warnings up to --max-warnings are let pass, errors never', async t => {
	const folder = await scratch(t, {'warned.fz': wrong, 'broken.fz': `${wrong}n2: circle`});
	const exit = async (...argv: string[]) => (await carryOut(['check', ...argv])).exit;
	t.is(await exit(join(folder, 'warned.fz')), 1);
	t.is(await exit('--max-warnings', '1', join(folder, 'warned.fz')), 0);
	t.is(await exit('--max-warnings', '9', join(folder, 'broken.fz')), 1);
	t.is(await exit(), 2);
	t.is(await exit('--fix', '-'), 2);
	t.is(await exit('--format', 'xml', 'x.fz'), 2);
});
