/**
 * Makes build/library: the library in one file, without the packages it needs, which are installed beside it, and those
 * declarations of tsc that its own lead to.
 */
import {cpSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {build} from 'esbuild';

const [from, to] = ['build/source', 'build/library'];

await build({
	entryPoints: [join(from, 'flowzap.js')],
	outfile: join(to, 'flowzap.js'),
	bundle: true,
	packages: 'external',
	format: 'esm',
	platform: 'node',
	target: 'node20.19',
	logLevel: 'warning',
});
for (const file of declarations('flowzap.d.ts')) cpSync(join(from, file), join(to, file));

/** The files of declarations that `file` leads to, and itself; paths as in the build. */
function declarations(file, found = new Set()) {
	if (found.has(file)) return found;
	found.add(file);
	for (const [, path] of readFileSync(join(from, file), 'utf8').matchAll(
		/(?:from |import\()['"](\.[^'"]+)\.js['"]/g,
	))
		declarations(join(dirname(file), `${path}.d.ts`), found);
	return found;
}
