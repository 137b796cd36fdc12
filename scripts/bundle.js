/**
 * Makes build/bundle: the command line in a few files, since loading hundreds of small ones takes most of a start.
 * What only the screen needs is split off, so that other commands never load it.
 */
import {rm} from 'node:fs/promises';
import {build} from 'esbuild';

/**
 * Holds string-width back until a text needs it: the tables of its expressions take longer to load than most commands
 * take to run, and all but unusual texts have a column a character.
 */
const lateWidth = {
	name: 'late width',
	setup({onResolve, onLoad, resolve}) {
		onResolve({filter: /^string-width$/}, ({pluginData, resolveDir}) =>
			pluginData === 'late' ? undefined : {path: resolveDir, namespace: 'late'},
		);
		onLoad({filter: /.*/, namespace: 'late'}, async ({path: resolveDir}) => {
			const found = await resolve('string-width', {resolveDir, kind: 'require-call', pluginData: 'late'});
			return {
				contents: `
					let stringWidth;
					export default (text, options) =>
						/^[\\x20-\\x7e\\u2500-\\u257f]*$/.test(text)
							? text.length
							: (stringWidth ??= require(${JSON.stringify(found.path)}).default)(text, options);
				`,
				resolveDir,
			};
		});
	},
};

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
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	plugins: [lateWidth],
	external: ['react-devtools-core'],
	// Some packages are written for `require`, which a module lacks.
	banner: {
		js: "import {createRequire as bundleRequire} from 'node:module';\nconst require = bundleRequire(import.meta.url);",
	},
	logLevel: 'warning',
});
