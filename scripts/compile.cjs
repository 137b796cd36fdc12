/**
 * Keeps the code that Node makes of the bundle, beside it, for every start from then on: run when the package is built,
 * and by the Node that installs it. Where nothing can be kept, every start makes the code that it needs.
 *
 * `compile.js FOLDER WORDS...` carries out a command and keeps in FOLDER what was made for it, together with what is there
 * already; `compile.js FOLDER` keeps all of the files that are not there yet. Each is a process of its own.
 */
'use strict';
const {spawnSync} = require('node:child_process');
const {chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} = require('node:fs');
const {join} = require('node:path');
const {setFlagsFromString} = require('node:v8');
const bundle = require('./cli.js');

/** What people ask for, with a `record` of a run to be made. */
function usual(record) {
	const [sample, other] = ['blue-green', 'saga'].map(name => join(__dirname, `../../samples/${name}.fz`));
	return [
		['check', sample],
		['fmt', sample],
		['draw', sample],
		['paths', sample],
		['diff', sample, other],
		['run', sample, '--seed', '7', '--record', record],
		['report', record],
		['replay', record],
		['coverage', sample, record],
		[sample, '--plain', '--no-record'],
	];
}

/** Compiles all into a new folder, which takes its place when it is whole. */
function compile() {
	if (bundle.folder === undefined) return;
	const folder = `${bundle.folder}.${process.pid}`;
	const record = join(folder, 'record.jsonl');
	// V8 takes no code that was made with other flags than it runs with.
	const env = {...process.env, NODE_OPTIONS: ''};
	try {
		mkdirSync(folder);
		for (const words of [...usual(record), []])
			spawnSync(process.execPath, [__filename, folder, ...words], {env});
		rmSync(record, {force: true});
		for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o644);
		chmodSync(folder, 0o755);
		rmSync(bundle.folder, {recursive: true, force: true});
		renameSync(folder, bundle.folder);
	} catch {
		rmSync(folder, {recursive: true, force: true});
	}
}

/** Keeps the code of the functions that were called: others would only be read in vain. */
function keepCalled() {
	for (const [name, {script}] of bundle.loaded) keep(name, script);
}

/** Keeps the code of the files that no usual command loads; the screen, which needs a terminal, is the largest. */
function keepOthers() {
	for (const file of readdirSync(__dirname)) {
		const name = `./${file}`;
		if (!/(?<!^cli|^compile)\.js$/.test(file) || existsSync(bundle.codeOf(name))) continue;
		setFlagsFromString('--no-lazy');
		const script = bundle.scriptOf(name);
		setFlagsFromString('--lazy');
		keep(name, script);
	}
}

/** Written to the disk at once: V8 does not look whether it is whole. */
function keep(name, script) {
	writeFileSync(bundle.codeOf(name), script.createCachedData(), {flush: true});
}

const [folder] = process.argv.splice(2, 1);
if (folder === undefined) compile();
else {
	bundle.folder = folder;
	if (process.argv.length === 2) keepOthers();
	else {
		process.on('exit', keepCalled);
		bundle.load(bundle.main);
	}
}
