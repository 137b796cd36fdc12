import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import test from 'ava';

const all = readdirSync('source', {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/.test(file));

/** A room and what it may import from; files right in source/ are rooms of their own. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	'bytes.ts': [],
	'bidi.ts': ['once.ts'],
	'invisible.ts': ['once.ts'],
	'text.ts': ['invisible.ts', 'once.ts'],
	'wrap.ts': ['once.ts', 'text.ts'],
	'version.ts': [],
	'hash.ts': [],
	'nearest.ts': [],
	'group.ts': [],
	'numbers.ts': [],
	'random.ts': [],
	'once.ts': [],
	'given.ts': [],
	'unwritten.ts': [],
	'problem.ts': ['once.ts'],
	'frame.ts': ['problem.ts', 'text.ts'],
	syntax: ['nearest.ts', 'once.ts', 'problem.ts', 'text.ts'],
	diagram: ['syntax', 'group.ts', 'nearest.ts', 'once.ts', 'problem.ts', 'text.ts'],
	layout: ['diagram', 'given.ts', 'group.ts', 'text.ts', 'wrap.ts'],
	canvas: ['bidi.ts', 'layout', 'diagram', 'numbers.ts', 'text.ts', 'wrap.ts'],
	paths: ['diagram', 'given.ts', 'group.ts', 'numbers.ts', 'once.ts', 'random.ts', 'text.ts', 'wrap.ts'],
	checks: ['paths', 'diagram', 'frame.ts', 'group.ts', 'problem.ts', 'text.ts', 'version.ts'],
	run: ['paths', 'diagram', 'given.ts', 'numbers.ts', 'once.ts', 'random.ts', 'text.ts'],
	drill: [
		'run',
		'paths',
		'canvas',
		'diagram',
		'bidi.ts',
		'bytes.ts',
		'group.ts',
		'hash.ts',
		'numbers.ts',
		'problem.ts',
		'text.ts',
		'unwritten.ts',
		'wrap.ts',
	],
	session: [
		'drill',
		'run',
		'paths',
		'canvas',
		'layout',
		'diagram',
		'frame.ts',
		'nearest.ts',
		'numbers.ts',
		'once.ts',
		'problem.ts',
		'random.ts',
		'text.ts',
		'wrap.ts',
	],
	terminal: ['bidi.ts', 'text.ts'],
	screen: [
		'session',
		'terminal',
		'drill',
		'run',
		'paths',
		'canvas',
		'layout',
		'diagram',
		'bidi.ts',
		'numbers.ts',
		'problem.ts',
		'text.ts',
		'unwritten.ts',
		'wrap.ts',
	],
	'world.ts': ['bytes.ts', 'drill', 'terminal'],
	commands: [
		'screen',
		'terminal',
		'session',
		'checks',
		'drill',
		'run',
		'paths',
		'canvas',
		'layout',
		'diagram',
		'bidi.ts',
		'frame.ts',
		'group.ts',
		'hash.ts',
		'numbers.ts',
		'problem.ts',
		'random.ts',
		'text.ts',
		'unwritten.ts',
		'version.ts',
		'world.ts',
	],
	'main.ts': ['nearest.ts', 'commands', 'text.ts', 'version.ts', 'world.ts'],
	'cli.ts': ['bytes.ts', 'main.ts', 'terminal', 'unwritten.ts', 'world.ts'],
	'flowzap.ts': [
		'checks',
		'run',
		'paths',
		'canvas',
		'layout',
		'diagram',
		'frame.ts',
		'given.ts',
		'problem.ts',
		'text.ts',
	],
};

/** What is not pure. */
const outside =
	/^(?:terminal|screen|commands)\/|^drill\/(?:disk|journal|lock|places|resume)\.ts$|^(?:bytes|cli|version)\.ts$/;

/** Packages that only some files may import, and all of Node. */
const packages: Readonly<Record<string, RegExp>> = {
	'node:path': /./,
	'node:url': /./,
	'node:util': /./,
	'node:crypto': /^hash\.ts$/,

	nearley: /^syntax\//,
	'@dagrejs/graphlib': /^diagram\//,
	chalk: /^screen\/theme\.ts$/,
	ink: /^screen\//,
	react: /^screen\//,
	'ink-text-input': /^screen\//,
};

function importsOf(file: string): string[] {
	const text = readFileSync(join('source', file), 'utf8');
	return [...text.matchAll(/(?:from|import) '([^']+)'|import\('([^']+)'\)/g)].map(
		([, still, lazy]) => still ?? lazy ?? '',
	);
}

/** The room of a file, as a path from source/. */
function roomOf(file: string): string {
	const [room = ''] = file.split(sep);
	return room.replace(/\.js$/, '.ts');
}

for (const file of all) {
	test(`${file.split(sep).join('/')} imports only what its room may`, t => {
		t.plan(importsOf(file).length + 1);
		const room = roomOf(file);
		t.true(room in allowed, `a room for ${file}`);
		for (const name of importsOf(file)) {
			if (name.startsWith('.')) {
				const target = roomOf(relative('.', join(dirname(file), name)));
				t.true(target === room || allowed[room]?.includes(target), `${target} from ${room}`);
			} else {
				const only =
					packages[name.replace(/^((?:@[^/]+\/)?[^/]+).*$/, '$1')] ??
					(/^node:/.test(name) ? outside : undefined);
				t.true(only === undefined || only.test(file.split(sep).join('/')), name);
			}
		}
	});
}

test('what a room may import, it does', t => {
	const used = new Set(
		all.flatMap(file =>
			importsOf(file).map(name => `${roomOf(file)}: ${roomOf(relative('.', join(dirname(file), name)))}`),
		),
	);
	for (const [room, names] of Object.entries(allowed))
		t.deepEqual(
			names.filter(name => !used.has(`${room}: ${name}`)),
			[],
			room,
		);
});

test('only the edge names process and its clocks', t => {
	const inside = all.filter(file => !/^(cli\.ts|terminal\b)/.test(file));
	for (const file of inside) {
		const code = readFileSync(join('source', file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
		t.notRegex(code, /\bprocess\.\w|\bnode:process\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\b/, file);
	}
});
