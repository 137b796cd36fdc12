/** Makes build/library: the library in one file, without the packages it needs, which are installed beside it. */
import {build} from 'esbuild';

await build({
	entryPoints: ['build/source/flowzap.js'],
	outfile: 'build/library/flowzap.js',
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	logLevel: 'warning',
});
