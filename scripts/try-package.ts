/**
 * What a user does: installs the packed package into an empty prefix, and runs it on each version of Node.js that is
 * supported; the versions come from the package `node` of the registry. Needs the network and a minute or two.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {Screen} from '../test/helpers/terminal.js';

const versions = ['20.19.0', '22', '24'];

const home = mkdtempSync(join(tmpdir(), 'flowzap-package-'));
try {
	const sample = resolve('samples/blue-green.fz');
	const picture = readFileSync('docs/blue-green.svg', 'utf8');
	const {program, bundle, library} = install();
	expect(keepsCode(process.execPath, bundle), 'code kept by the installation');
	for (const version of versions) {
		const node = nodeOf(version);
		const run = (...words: readonly string[]) =>
			execFileSync(node, [program, ...words], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});
		expect(
			run('--version').trim() === JSON.parse(readFileSync('package.json', 'utf8')).version,
			'the version',
		);
		expect(
			run('draw', sample, '--choose', 'n7=Blue,n11=Yes,n18=No', '--format', 'svg') === picture,
			'the picture',
		);
		expect(run('paths', sample, '--count').includes('6 routes'), 'the routes');
		expect(execFileSync(node, [library, sample], {encoding: 'utf8'}) === '6\n', 'the library');
		await onScreen(node, program, sample);
		execFileSync(node, [join(bundle, 'compile.js')]);
		expect(keepsCode(node, bundle), 'code kept later');
		await onScreen(node, program, sample);
		console.log(`Node ${execFileSync(node, ['--version'], {encoding: 'utf8'}).trim().slice(1)}: works`);
	}
	expect(
		readFileSync(join(home, 'prefix/share/man/man1/flowzap-tui.1'), 'utf8').startsWith('.TH'),
		'the manual page',
	);
	console.log('the manual page is installed, and the types of the library hold');
} finally {
	rmSync(home, {recursive: true, force: true});
}

/** Installs the package for everybody, and for a program that imports it; the answer is what to run. */
function install(): {readonly program: string; readonly bundle: string; readonly library: string} {
	const [{filename}] = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', home));
	const packed = join(home, filename);
	npm('install', '--global', '--prefix', join(home, 'prefix'), packed);
	const folder = join(home, 'user');
	npm('install', '--prefix', folder, packed);
	const library = join(folder, 'count.mts');
	writeFileSync(
		library,
		`import {readFileSync} from 'node:fs';
import {type Counts, countPaths, read} from 'flowzap-tui';
const counts: Counts = countPaths(read(readFileSync(process.argv[2] ?? '', 'utf8')).diagram);
console.log(String(counts.total.value));
`,
	);
	const words = [
		'--module',
		'nodenext',
		'--target',
		'es2023',
		'--strict',
		'--types',
		'node',
		'--typeRoots',
		resolve('node_modules/@types'),
	];
	execFileSync(resolve('node_modules/.bin/tsc'), [...words, library], {stdio: 'inherit', cwd: folder});
	return {
		program: join(home, 'prefix/bin/flowzap-tui'),
		bundle: join(home, 'prefix/lib/node_modules/flowzap-tui/build/bundle'),
		library: join(folder, 'count.mjs'),
	};
}

/** The binary of a version of Node.js. */
function nodeOf(version: string): string {
	const folder = join(home, `node-${version}`);
	npm('install', '--prefix', folder, `node@${version}`);
	return join(folder, 'node_modules/node/bin/node');
}

function npm(...words: readonly string[]): string {
	return execFileSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel', 'error'], {
		encoding: 'utf8',
		cwd: words[0] === 'pack' ? '.' : home,
	});
}

/** Whether the code is kept that a Node made of the files of the bundle, and it takes all of it. */
function keepsCode(node: string, bundle: string): boolean {
	const told = `
		const {folder, scriptOf} = require(${JSON.stringify(join(bundle, 'cli.js'))});
		fs.readdirSync(folder).map(file => scriptOf('./' + file.replace(/[.]bin$/, '')).cachedDataRejected).join()
	`;
	return /^false(?:,false){10,}$/.test(execFileSync(node, ['-p', told], {encoding: 'utf8'}).trim());
}

/** Walks a step on the screen and quits. */
async function onScreen(node: string, program: string, sample: string): Promise<void> {
	const screen = new Screen([program, sample, '--no-record'], {command: [node]});
	try {
		await screen.shows('step 1 ');
		screen.press('\x1b[C');
		await screen.shows('step 2 ');
		screen.press('q');
		expect((await screen.ends()) === 0, 'the screen');
	} finally {
		screen.stop();
	}
}

function expect(holds: boolean, what: string): void {
	if (!holds) throw new Error(`${what}: not as it should be`);
}
