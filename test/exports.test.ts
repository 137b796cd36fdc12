import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'ava';

const files = ['source', 'test', 'bench', 'scripts', 'examples'].flatMap(root =>
	readdirSync(root, {recursive: true, encoding: 'utf8'})
		.filter(file => /\.(?:tsx?|js)$/.test(file))
		.map(file => join(root, file)),
);

/** `PATH NAME` of all that a file takes from others; a name of `*` where it takes a file as a whole. */
function taken(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	const from = (path = '') => join(dirname(file), path).replace(/\.jsx?$/, '');
	return [
		...Array.from(text.matchAll(/(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']*)'/g)).flatMap(
			([, names = '', path]) =>
				names.split(',').map(name => `${from(path)} ${name.trim().replace(/^type |\s+as .*$/g, '')}`),
		),
		...Array.from(
			text.matchAll(/(?:import \* as \w+ from |import\()'(\.[^']*)'/g),
			([, path]) => `${from(path)} *`,
		),
	];
}

test('what a file exports, another one imports', t => {
	const all = new Set(files.flatMap(taken));
	const unused = files
		.filter(file => /^source\b/.test(file) && !/\b(?:flowzap|grammar)\.ts$/.test(file))
		.flatMap(file => {
			const path = file.replace(/\.tsx?$/, '');
			const text = readFileSync(file, 'utf8');
			const names = text.matchAll(/^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm);
			return Array.from(names, ([, name]) => `${path} ${name}`).filter(
				name => !all.has(name) && !all.has(`${path} *`),
			);
		});
	t.deepEqual(unused, []);
});
