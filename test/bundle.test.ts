/** The bundle is what people run: it must say what the program says, and load no more than it needs. */
import {execFile} from 'node:child_process';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {cp, mkdir, mkdtemp, readdir, stat, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {carryOut} from './helpers/command.js';
import {Screen} from './helpers/terminal.js';

const folder = path.resolve('build/bundle');
const run = promisify(execFile);

/** What the program prints when it runs as a program of its own. */
async function printed(...words: string[]): Promise<string> {
	const {stdout} = await run(process.execPath, [path.join(folder, 'cli.js'), ...words]);
	return stdout;
}

const sample = 'samples/blue-green.fz';

for (const words of [
	['--version'],
	['--help'],
	['check', sample],
	['check', 'samples/*.fz'],
	['fmt', sample],
	['draw', sample],
	['draw', sample, '--format', 'svg'],
	['paths', sample],
	['diff', sample, 'samples/saga.fz'],
	['run', sample, '--choose', 'n7=Blue,n11=No'],
])
	test(`the bundle says the same: ${words.join(' ')}`, async t => {
		t.is(await printed(...words), (await carryOut(words)).out);
	});

test('the bundle reads cards', async t => {
	const file = path.join(await mkdtemp(path.join(tmpdir(), 'flowzap-')), 'cards.yaml');
	await writeFile(file, '- node: n2\n  text: the pager is silent\n');
	const words = [sample, '--plain', '--no-record', '--cards', file];
	const child = run(process.execPath, [path.join(folder, 'cli.js'), ...words]);
	child.child.stdin?.end('\nq\n');
	t.regex((await child).stdout, /\(INJECT: the pager is silent\)/);
});

test('texts that need the tables of string-width are drawn alike', async t => {
	const file = path.join(await mkdtemp(path.join(tmpdir(), 'flowzap-')), 'odd.fz');
	const labels = ['👩‍🚒 page the on-call', 'é̂ combining', '回滚部署', '⚠️ 1️⃣ keycap', 'שלום'];
	const nodes = labels.map((label, index) => `n${index + 1}: rectangle label:"${label}"`);
	const edges = labels
		.slice(1)
		.map((_, index) => `n${index + 1}.handle(right) -> n${index + 2}.handle(left)`);
	await writeFile(file, ['a { # 🚀 Lane', ...nodes, ...edges, '}', ''].join('\n'));
	t.is(await printed('draw', file), (await carryOut(['draw', file])).out);
});

/** A file that is asked for late. */
const late = /\.then\(\(\)=>[\w$]+\(require\("\.\/([^"]+)"\)\)\)/g;

/** Every file that comes along when `file` is loaded. */
function along(file: string, known = new Set<string>()): Set<string> {
	if (known.has(file)) return known;
	known.add(file);
	const text = readFileSync(path.join(folder, file), 'utf8');
	for (const [, next = ''] of text.replace(late, '').matchAll(/require\("\.\/([^"]+)"\)/g))
		along(next, known);
	return known;
}

test('what opens no screen loads no Ink, and a bare start loads next to nothing', t => {
	const asked = [...readFileSync(path.join(folder, main), 'utf8').matchAll(late)].map(
		([, file = '']) => file,
	);
	t.true(asked.length >= 4);
	for (const file of [main, ...asked])
		for (const part of along(file)) {
			const text = readFileSync(path.join(folder, part), 'utf8');
			t.notRegex(text, /react|yoga|ink-text-input/i, `${part}, which comes with ${file}`);
		}
	const bare = [...along(main)].reduce((sum, part) => sum + statSync(path.join(folder, part)).size, 0);
	t.true(bare < 40_000, `${bare} bytes`);
});

const {folder: kept, main, scriptOf} = createRequire(import.meta.url)(path.join(folder, 'cli.js'));

test('the code of every file is kept, and V8 takes it', t => {
	const files = readdirSync(folder).filter(file => /(?<!^cli|^compile)\.js$/.test(file));
	t.true(files.length > 10);
	for (const file of files) t.is(scriptOf(`./${file}`).cachedDataRejected, false, file);
});

/** A copy of the package without code, in a folder with an odd name. */
async function withoutCode() {
	const home = path.join(await mkdtemp(path.join(tmpdir(), 'flowzap-')), 'some where #1%20');
	const copy = path.join(home, 'build/bundle');
	await cp(folder, copy, {recursive: true, filter: file => !path.basename(file).startsWith('code-')});
	for (const part of ['samples', 'package.json']) await cp(part, path.join(home, part), {recursive: true});
	return {copy, code: path.join(copy, path.basename(kept))};
}

test('without code that V8 takes, the bundle does the same', async t => {
	const {copy, code} = await withoutCode();
	const out = async (...words: readonly string[]) =>
		(await run(process.execPath, [path.join(copy, 'cli.js'), ...words])).stdout;
	const drawn = await printed('draw', sample);
	t.is(await out('draw', sample), drawn);
	t.regex(await out('doctor'), /^start +slow: no code is kept for this Node; node '.*' keeps it$/m);
	await mkdir(code);
	await writeFile(path.join(code, `${main}.bin`), 'made by another Node');
	t.is(await out('draw', sample), drawn);
});

test('code is kept whole or not at all, whatever flags Node was given for it', async t => {
	const {copy, code} = await withoutCode();
	const env = {...process.env, NODE_OPTIONS: '--stack-trace-limit=50'};
	await run(process.execPath, [path.join(copy, 'compile.js')], {env});
	t.deepEqual((await readdir(code)).sort(), (await readdir(kept)).sort());
	t.deepEqual(
		(await readdir(copy)).filter(name => name.startsWith('code-')),
		[path.basename(code)],
	);
	const told = `const {scriptOf} = require(${JSON.stringify(path.join(copy, 'cli.js'))});
		fs.readdirSync(${JSON.stringify(code)}).map(file => scriptOf('./' + file.slice(0, -4)).cachedDataRejected)`;
	t.regex((await run(process.execPath, ['-p', told])).stdout, /^\[(?:\s*false,?)+\s*\]\s*$/);
});

test('what bin names may be run, and runs where Node cannot be looked at', async t => {
	t.is((await stat(path.join(folder, 'cli.js'))).mode & 0o111, 0o111);
	const hidden = 'data:text/javascript,process.execPath="/no/such/node"';
	const {stdout} = await run(process.execPath, [
		'--import',
		hidden,
		path.join(folder, 'cli.js'),
		'draw',
		sample,
	]);
	t.is(stdout, await printed('draw', sample));
});

/** Says, as the program ends, which modules of Node it loaded. */
const telling =
	'data:text/javascript,process.on("exit",()=>process.getBuiltinModule("fs").writeFileSync(process.env.LOADED,process.moduleLoadList.join("\\n")))';

test('the first frame waits for no module of Node that a drill may do without', async t => {
	const file = path.join(await mkdtemp(path.join(tmpdir(), 'flowzap-')), 'loaded');
	const command = [process.execPath, '--import', telling, path.join(folder, 'cli.js')] as const;
	const screen = new Screen([sample, '--no-record'], {command, env: {LOADED: file}});
	t.teardown(() => screen.stop());
	await screen.shows('step 1');
	screen.press('q');
	t.is(await screen.ends(), 0);
	const loaded = readFileSync(file, 'utf8').split('\n');
	t.true(loaded.includes('NativeModule tty'));
	for (const needless of [
		'assert',
		'child_process',
		'crypto',
		'http',
		'perf_hooks',
		'readline',
		'timers/promises',
	])
		t.false(loaded.includes(`NativeModule ${needless}`), needless);
});
