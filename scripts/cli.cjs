#!/usr/bin/env node
/**
 * Starts the bundle. Beside its files lies the code that Node made of them, kept by compile.cjs: to make it anew would
 * take longer than most commands take to run. Where none is kept, all goes on without.
 */
'use strict';
if (!process.getBuiltinModule) {
	console.error(`flowzap-tui needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
	process.exit(70);
}
const {readFileSync, statSync} = process.getBuiltinModule('node:fs');
const {join} = process.getBuiltinModule('node:path');
const {Script} = process.getBuiltinModule('node:vm');

/** The files that were loaded, by name: their exports, and the script that was run for them. */
const loaded = new Map();

/** The folder of the code that this very Node made: V8 would take that of another build of its version too, and break. */
function ownFolder() {
	try {
		const {size} = statSync(process.execPath);
		return join(__dirname, ['code', process.platform, process.arch, process.version, size].join('-'));
	} catch {
		return undefined;
	}
}

/** What a file of the bundle exports, or a module of Node. */
function load(name) {
	if (!name.startsWith('./')) return process.getBuiltinModule(name);
	const known = loaded.get(name);
	if (known) return known.module.exports;
	const script = scriptOf(name);
	const module = {exports: {}};
	loaded.set(name, {module, script});
	script.runInThisContext()(module.exports, load, module, __filename, __dirname);
	return module.exports;
}

/** The script of a file of the bundle, with the code that is kept for it, unless V8 rejects that. */
function scriptOf(name) {
	const filename = join(__dirname, name);
	return new Script(readFileSync(filename, 'utf8'), {filename, cachedData: kept(name)});
}

function kept(name) {
	try {
		return readFileSync(codeOf(name));
	} catch {
		return undefined;
	}
}

/** Where the code of a file is kept; throws where none can be. */
function codeOf(name) {
	return join(bundle.folder, `${name}.bin`);
}

const bundle = {main: './main.js', folder: ownFolder(), codeOf, load, loaded, scriptOf};
module.exports = bundle;
if (require.main === module) load(bundle.main);
