/**
 * Keeps the code that Node makes of the bundle for every start from then on: run when the package is built, and by the
 * Node that installs it. With the words of a command it carries that out and keeps what Node made for it; without any,
 * it does so for what people ask for most. Where nothing can be kept, a start has to make its code by itself.
 */
'use strict';
const {spawnSync} = require('node:child_process');
const {existsSync, mkdirSync, readdirSync, rmSync, writeFileSync} = require('node:fs');
const {join} = require('node:path');
const {setFlagsFromString} = require('node:v8');
const {codeOf, folder, load, loaded, scriptOf} = require('./cli.js');

const [sample, other] = ['blue-green', 'saga'].map(name => join(__dirname, `../../samples/${name}.fz`));
const record = join(folder, 'record.jsonl');
const usual = [
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

/** Keeps the code of the functions that were called: others would only be read in vain. */
function keepCalled() {
	for (const [name, {script}] of loaded) keep(name, script);
}

/** Keeps the code of all functions of a file. V8 takes no code that was made with other flags than it runs with. */
function keepAll(name) {
	setFlagsFromString('--no-lazy');
	const script = scriptOf(name);
	setFlagsFromString('--lazy');
	keep(name, script);
}

/** Written to the disk at once: V8 does not look whether it is whole. */
function keep(name, script) {
	writeFileSync(codeOf(name), script.createCachedData(), {flush: true});
}

/** The files that no usual command loads; the screen, which needs a terminal, is the largest. */
function others() {
	return readdirSync(__dirname)
		.filter(file => file.endsWith('.js') && !['cli.js', 'compile.js'].includes(file))
		.map(file => `./${file}`)
		.filter(name => !existsSync(codeOf(name)));
}

if (process.argv.length > 2) {
	process.on('exit', keepCalled);
	load('./main.js');
} else {
	try {
		rmSync(folder, {recursive: true, force: true});
		mkdirSync(folder);
		for (const words of usual) spawnSync(process.execPath, [__filename, ...words]);
		rmSync(record, {force: true});
		others().forEach(keepAll);
	} catch {
		rmSync(folder, {recursive: true, force: true});
	}
}
