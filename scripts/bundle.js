/**
 * Makes build/bundle: the command line in a few files, since loading hundreds of small ones takes most of a start.
 * What only the screen needs is split off, so that other commands never load it. The files are functions that cli.cjs
 * calls, and not modules, since Node keeps no compiled code of modules.
 */
import {execFileSync} from 'node:child_process';
import {copyFile, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build, transform} from 'esbuild';
import {engineInBytes, lateWidth, together, withFirstCall, withoutNeedless} from './plugins.js';

const common = {
	minify: true,
	legalComments: 'none',
	platform: 'node',
	target: 'node20.19',
	logLevel: 'warning',
};

await rm('build/bundle', {recursive: true, force: true});
await mkdir('build/bundle');
const {outputFiles, metafile} = await build({
	...common,
	entryPoints: {main: 'build/source/cli.js'},
	// V8 looks at no more than the length of a file before it takes code that was kept for it.
	entryNames: '[name]-[hash]',
	outdir: 'build/bundle',
	bundle: true,
	splitting: true,
	format: 'esm',
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		'Intl.Segmenter': 'LateSegmenter',
		performance: 'clock',
	},
	inject: ['build/scripts/late-segmenter.js', 'build/scripts/clock.js'],
	plugins: [lateWidth, together, engineInBytes, withFirstCall, withoutNeedless],
	write: false,
	metafile: true,
});
for (const {path: file, text} of outputFiles) {
	const {code} = await transform(text.replace(/^#!.*\n/, ''), {
		...common,
		format: 'cjs',
		// Of the addresses that packages ask for a path will do.
		define: {'import.meta.dirname': '__dirname', 'import.meta.url': '__filename'},
		supported: {'dynamic-import': false},
	});
	await writeFile(file, `(function(exports,require,module,__filename,__dirname){${code}})`);
}
const [main] = Object.entries(metafile.outputs).flatMap(([file, {entryPoint}]) =>
	entryPoint === 'build/source/cli.js' ? [path.basename(file)] : [],
);
const loader = await readFile('scripts/cli.cjs', 'utf8');
await writeFile('build/bundle/cli.js', loader.replace('./main.js', `./${main}`), {mode: 0o755});
await copyFile('scripts/compile.cjs', 'build/bundle/compile.js');
await writeFile('build/bundle/package.json', '{"type": "commonjs"}\n');
execFileSync(process.execPath, ['build/bundle/compile.js']);

/** The folders of the packages whose code is in the bundle, for their licences. */
const packages = Object.values(metafile.outputs).flatMap(({inputs}) =>
	Object.entries(inputs).flatMap(([input, {bytesInOutput}]) =>
		bytesInOutput > 0 ? (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []) : [],
	),
);
await writeFile('build/bundled.json', JSON.stringify([...new Set(packages)].sort()));
