/**
 * Makes build/bundle: the command line in a few files, since loading hundreds of small ones takes most of a start.
 * What only the screen needs is split off, so that other commands never load it.
 */
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import path from 'node:path';
import {build} from 'esbuild';

const text = path.resolve('build/source/text.js');

/**
 * Holds string-width back until a text needs it, in Ink too: the tables of its expressions take longer to load than
 * most commands take to run, and nearly all texts are simple. Whoever asks for it, of whatever version, gets the
 * project's own, so that one text has one width.
 */
const lateWidth = {
	name: 'late width',
	setup({onResolve, onLoad, resolve}) {
		onResolve({filter: /^string-width$/}, ({path: name, pluginData}) =>
			pluginData === 'found' ? undefined : {path: name, namespace: 'late width'},
		);
		onLoad({filter: /.*/, namespace: 'late width'}, async ({path: name}) => {
			const resolveDir = path.resolve('.');
			const found = await resolve(name, {resolveDir, kind: 'require-call', pluginData: 'found'});
			return {contents: lateWidthFrom(found.path), resolveDir};
		});
	},
};

function lateWidthFrom(file) {
	return `
		import {simpleWidth} from ${JSON.stringify(text)};
		let stringWidth;
		export default (text, options) => {
			const simple = options ? undefined : simpleWidth(text.replace(/\\x1b\\[[\\d;]*m/g, ''));
			if (simple !== undefined) return simple;
			stringWidth ??= require(${JSON.stringify(file)}).default;
			return stringWidth(text, options);
		};
	`;
}

/**
 * Modules that are asked for together or hardly ever: loaded as one, since every file costs a start more than ten
 * thousand characters of code do, and what two of them share is a file of its own.
 */
const groups = {
	check: ['commands/check', 'commands/fmt'],
	draw: ['commands/draw', 'commands/choose', 'canvas/svg', 'canvas/description'],
	review: ['commands/paths', 'commands/diff'],
	drill: [
		...[
			'open',
			'plain',
			'config',
			'run',
			'resume',
			'replay',
			'report',
			'coverage',
			'completion',
			'doctor',
		].map(name => `commands/${name}`),
		'terminal/answers',
		'terminal/life',
	],
};
const fileOf = name => path.resolve('build/source', `${name}.js`);

/** Answers an import of one module of a group with the whole group. */
const together = {
	name: 'together',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^\./}, ({kind, path: name, resolveDir}) => {
			if (kind !== 'dynamic-import') return undefined;
			const file = path.resolve(resolveDir, name);
			const [group] = Object.entries(groups).find(([, names]) => names.map(fileOf).includes(file)) ?? [];
			return group && {path: group, namespace: 'together'};
		});
		onLoad({filter: /.*/, namespace: 'together'}, ({path: group}) => ({
			contents: groups[group].map(name => `export * from ${JSON.stringify(fileOf(name))};`).join('\n'),
			resolveDir: '.',
		}));
	},
};

/**
 * Keeps Ink's layout engine in a file of its own, as the bytes that it is: as text in the code it is half as long again,
 * and takes a start longer to decode than to read.
 */
const engineInBytes = {
	name: 'engine in bytes',
	setup({onLoad}) {
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
			const code = await readFile(file, 'utf8');
			const [text, base64] = /"data:application\/octet-stream;base64,([A-Za-z\d+/=]+)"/.exec(code) ?? [];
			const begins = 'loadYoga = loadYoga || {};';
			if (!text || !code.includes(begins))
				throw new Error(`${file} is not as it was: nothing of it was taken out`);
			await writeFile('build/bundle/yoga.wasm', Buffer.from(base64, 'base64'));
			const bytes = 'readFileSync(new URL("./yoga.wasm", import.meta.url))';
			return {
				contents: `import {readFileSync} from 'node:fs';\n${code
					.replace(text, '"data:application/octet-stream;base64,"')
					.replace(begins, `loadYoga = loadYoga || {wasmBinary: ${bytes}};`)}`,
			};
		});
	},
};

/** Functions of Node's modules that no first frame calls, Ink's among them. */
const lateFunctions = {
	child_process: ['execFileSync', 'spawnSync'],
	readline: ['createInterface'],
	'timers/promises': ['setImmediate'],
};

/** Loads a module of Node with the first call of a function of it: some bring a dozen others with them. */
const withFirstCall = {
	name: 'with first call',
	setup({onResolve, onLoad}) {
		const filter = new RegExp(`^(?:node:)?(?:${Object.keys(lateFunctions).join('|')})$`);
		onResolve({filter}, ({path: name}) => ({path: name.replace('node:', ''), namespace: 'first call'}));
		onLoad({filter: /.*/, namespace: 'first call'}, ({path: name}) => ({
			contents: lateFunctions[name].map(called => lateCall(name, called)).join('\n'),
		}));
	},
};

function lateCall(module, name) {
	return `export const ${name} = (...given) => process.getBuiltinModule('node:${module}').${name}(...given);`;
}

/**
 * What Ink brings and a drill has no need of: developer tools, which without DEV are never asked for, and a watch over
 * signals and exits, which terminal/life keeps alone.
 */
const leftOut = {
	'./devtools.js': '',
	'signal-exit': 'export default () => () => {};',
};

const withoutNeedless = {
	name: 'without needless',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^(?:\.\/devtools\.js|signal-exit)$/}, ({path: name}) => ({
			path: name,
			namespace: 'left out',
		}));
		onLoad({filter: /.*/, namespace: 'left out'}, ({path: name}) => ({contents: leftOut[name]}));
	},
};

/**
 * Asks Node for its own modules by a call: an import of `node:fs` looks at each of its exports, and for that loads all
 * that there is of streams, which takes a tenth of a short command.
 */
const withCalls = code =>
	code.replace(/\bimport\s*([\w$]+|\*as [\w$]+|\{[^}]*\})\s*from"([^"]+)";/g, (statement, names, module) =>
		isBuiltin(module)
			? `const ${names.replace('*as ', '').replace(/ as /g, ':')}=process.getBuiltinModule("${module}");`
			: statement,
	);

/** Some packages are written for `require`, which a module lacks. */
const withRequire = code =>
	/\brequire\b/.test(code)
		? `const require=process.getBuiltinModule("node:module").createRequire(import.meta.url);${code}`
		: code;

await rm('build/bundle', {recursive: true, force: true});
await mkdir('build/bundle');
const {outputFiles, metafile} = await build({
	entryPoints: ['build/source/cli.js'],
	outdir: 'build/bundle',
	bundle: true,
	splitting: true,
	minify: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	// Nothing is fetched: without it the layout engine takes the bytes that are there, and no HTTP client is loaded for that.
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		fetch: 'undefined',
		'Intl.Segmenter': 'LateSegmenter',
		performance: 'clock',
	},
	inject: ['build/scripts/late-segmenter.js', 'build/scripts/clock.js'],
	plugins: [lateWidth, together, engineInBytes, withFirstCall, withoutNeedless],
	write: false,
	metafile: true,
	logLevel: 'warning',
});
for (const {path: file, text: code} of outputFiles)
	await writeFile(file, withRequire(withCalls(code)), {mode: code.startsWith('#!') ? 0o755 : 0o644});

/** The folders of the packages whose code is in the bundle, for their licences. */
const packages = Object.values(metafile.outputs).flatMap(({inputs}) =>
	Object.entries(inputs).flatMap(([input, {bytesInOutput}]) =>
		bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []) : [],
	),
);
await writeFile('build/bundled.json', JSON.stringify([...new Set(packages)].sort()));
