import {execFile} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {licences, packages} from '../scripts/licences.js';

interface Packed {
	readonly files: readonly {readonly path: string; readonly size: number; readonly mode: number}[];
	readonly size: number;
	readonly unpackedSize: number;
}

const packing = promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
const own = JSON.parse(readFileSync('package.json', 'utf8'));

async function packed(): Promise<Packed> {
	return JSON.parse((await packing).stdout)[0];
}

test('every type that is packed is of a source that is there', async t => {
	const types = (await packed()).files.flatMap(
		({path}) => /^build\/library\/(.*)\.d\.ts$/.exec(path)?.[1] ?? [],
	);
	t.true(types.length > 20);
	for (const path of types) t.true(existsSync(`source/${path}.ts`), path);
});

/** What a user may get, and nothing else. */
const wanted = [
	/^(LICENSE|README\.md|(?:CHANGELOG|CONTRIBUTING)\.md|package\.json)$/,
	/^docs\/[\w-]+\.(?:md|svg)$/,
	/^examples\/[\w-]+\.ts$/,
	/^build\/flowzap-tui\.1$/,
	/^build\/bundle\/[\w-]+\.js$/,
	/^build\/bundle\/package\.json$/,
	/^build\/bundle\/licences\.txt$/,
	/^build\/bundle\/yoga\.wasm$/,
	/^build\/library\/flowzap\.js$/,
	/^build\/library\/[\w/-]+\.d\.ts$/,
	/^samples\/[\w-]+\.fz$/,
	/^schemas\/\w+\.schema\.json$/,
];

test('the package holds what a user needs and nothing else', async t => {
	const names = (await packed()).files.map(({path}) => path);
	for (const name of names)
		t.true(
			wanted.some(pattern => pattern.test(name)),
			name,
		);
	for (const pattern of wanted)
		t.true(
			names.some(name => pattern.test(name)),
			String(pattern),
		);
	const {types, default: library} = own.exports['.'];
	for (const path of [own.bin, ...own.man, types, library])
		t.true(names.includes(path.replace('./', '')), path);
});

test('every file that a packed file imports is packed, and no map is named that is not there', async t => {
	const names = new Set((await packed()).files.map(({path}) => path));
	const code = [...names].filter(name => /\.(js|d\.ts)$/.test(name));
	for (const name of code) {
		const text = readFileSync(name, 'utf8');
		for (const [, to = ''] of text.matchAll(/(?:from|import|require) ?\(?["'](\.{1,2}\/[^"']+)["']/g)) {
			const path = join(dirname(name), to);
			t.true(
				names.has(name.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path),
				`${name} imports ${to}`,
			);
		}
		for (const [, map = ''] of text.matchAll(/^\/\/# sourceMappingURL=(.*)/gm))
			t.true(names.has(join(dirname(name), map)), `${name} names ${map}`);
	}
});

/** The film is as large as all other pages together, and seen on the web. */
const leftOut = 'docs/drill.svg';

test('every link of a packed page leads to a packed file', async t => {
	const names = new Set([...(await packed()).files.map(({path}) => path), leftOut]);
	const pages = [...names].filter(name => name.endsWith('.md'));
	t.true(pages.length > 10);
	for (const page of pages)
		for (const [, to = ''] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g))
			if (!/^\w+:/.test(to)) t.true(names.has(join(dirname(page), to)), `${page} leads to ${to}`);
});

test('it is no larger than it should be: 590 kB to load, 1.83 MB on disk', async t => {
	const {size, unpackedSize} = await packed();
	t.true(size < 590_000, String(size));
	t.true(unpackedSize < 1_830_000, String(unpackedSize));
});

/** The packages that a file imports; what Node has itself is none. */
function imported(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const names = Array.from(
		text.matchAll(/\b(?:from|import|require)\s*\(?"(@?\w[\w./:-]*)"/g),
		([, name = '']) => name,
	);
	return [...new Set(names)].filter(name => !isBuiltin(name)).sort();
}

test('what the library imports is installed with it, the command line brings all that it needs', t => {
	t.deepEqual(imported('build/library/flowzap.js'), Object.keys(own.dependencies).sort());
	for (const file of readdirSync('build/bundle').filter(name => name.endsWith('.js')))
		t.deepEqual(imported(join('build/bundle', file)), [], file);
});

/** Licences that ask for no more than their notice. */
const permissive = new Set(['MIT', 'ISC', 'BSD-3-Clause', 'CC0-1.0', '(MIT OR CC0-1.0)']);

test('every package whose code is in the bundle has a permissive licence, and its notice is there', t => {
	const all = packages();
	t.true(all.length > 30);
	for (const {name, licence} of all) t.true(permissive.has(licence), `${name}: ${licence}`);
	t.is(readFileSync('build/bundle/licences.txt', 'utf8'), licences());
});
