/**
 * Makes build/bundle: the command line in a few files, since loading hundreds of small ones takes most of a start.
 * What only the screen needs is split off, so that other commands never load it.
 */
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import {build} from 'esbuild';
import {
	engineInBytes,
	flatReconciler,
	lateWidth,
	oneReact,
	together,
	withFirstCall,
	withoutNeedless,
} from './plugins.js';

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

/** Some packages are written for `require`, which a module lacks; what is not Node's is in the bundle. */
const withRequire = code =>
	/\brequire\b/.test(code) ? `const require=name=>process.getBuiltinModule(name);${code}` : code;

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
	plugins: [lateWidth, together, engineInBytes, flatReconciler, oneReact, withFirstCall, withoutNeedless],
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
