#!/usr/bin/env node
/**
 * Starts the bundle. Beside its files lies the code that Node made of them, kept by compile.cjs: to make it anew would
 * take longer than most commands take to run.
 */
'use strict';
const {readFileSync, statSync} = process.getBuiltinModule('node:fs');
const {join} = process.getBuiltinModule('node:path');
const {Script} = process.getBuiltinModule('node:vm');

/** Where the code lies that this very Node made: V8 would take that of another build of its version too, and break. */
const folder = join(
	__dirname,
	['code', process.platform, process.arch, process.version, statSync(process.execPath).size].join('-'),
);
/** The files that were loaded, by name: their exports, and the script that was run for them. */
const loaded = new Map();

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

/** Where the code of a file is kept. */
function codeOf(name) {
	return join(folder, `${name}.bin`);
}

module.exports = {codeOf, folder, load, loaded, scriptOf};
if (require.main === module) load('./main.js');
