/**
 * Makes build/bundle: the command line in a few files, since loading hundreds of small ones takes most of a start.
 * What only the screen needs is split off, so that other commands never load it.
 */
import {rm} from 'node:fs/promises';
import {build} from 'esbuild';

await rm('build/bundle', {recursive: true, force: true});
await build({
	entryPoints: ['build/source/cli.js'],
	outdir: 'build/bundle',
	bundle: true,
	splitting: true,
	minify: true,
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	// Without DEV the developer tools that Ink can connect to are left out.
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		'Intl.Segmenter': 'LazySegmenter',
	},
	inject: ['scripts/lazy-segmenter.js'],
	external: ['react-devtools-core'],
	// Some packages are written for `require`, which a module lacks.
	banner: {
		js: "import {createRequire as bundleRequire} from 'node:module';\nconst require = bundleRequire(import.meta.url);",
	},
	logLevel: 'warning',
});
