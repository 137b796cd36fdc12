/** What bundle.js changes of the code that it bundles, so that a start loads and does little: plugins of esbuild. */
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

const text = path.resolve('build/source/text.js');

/**
 * Holds string-width back until a text needs it, in Ink too: the tables of its expressions take longer to load than
 * most commands take to run, and nearly all texts are simple. Whoever asks for it, of whatever version, gets the
 * project's own, so that one text has one width.
 */
export const lateWidth = {
	name: 'late width',
	setup({onResolve, onLoad, resolve}) {
		onResolve({filter: /^string-width$/}, ({path: name, pluginData}) =>
			pluginData === 'found' ? undefined : {path: name, namespace: 'late width'},
		);
		onLoad({filter: /.*/, namespace: 'late width'}, async ({path: name}) => {
			const resolveDir = path.resolve('.');
			const found = await resolve(name, {resolveDir, kind: 'require-call', pluginData: 'found'});
			return {contents: lateWidthFrom(found.path), resolveDir};
		});
	},
};

function lateWidthFrom(file) {
	return `
		import {simpleWidth} from ${JSON.stringify(text)};
		let stringWidth;
		export default (text, options) => {
			const simple = options ? undefined : simpleWidth(text.replace(/\\x1b\\[[\\d;]*m/g, ''));
			if (simple !== undefined) return simple;
			stringWidth ??= require(${JSON.stringify(file)}).default;
			return stringWidth(text, options);
		};
	`;
}

/**
 * Modules that are asked for together or hardly ever: loaded as one, since every file costs a start more than ten
 * thousand characters of code do, and what two of them share is a file of its own.
 */
const groups = {
	check: ['commands/check', 'commands/fmt'],
	draw: ['commands/draw'],
	review: ['commands/paths', 'commands/diff', 'commands/choose', 'canvas/svg', 'canvas/description'],
	record: ['commands/run', 'commands/replay', 'commands/report', 'commands/coverage'],
	drill: [
		'commands/open',
		'commands/plain',
		'commands/config',
		'commands/resume',
		'terminal/answers',
		'terminal/life',
	],
	around: ['commands/completion', 'commands/doctor'],
};
const fileOf = name => path.resolve('build/source', `${name}.js`);

/** Answers an import of one module of a group with the whole group. */
export const together = {
	name: 'together',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^\./}, ({kind, path: name, resolveDir}) => {
			if (kind !== 'dynamic-import') return undefined;
			const file = path.resolve(resolveDir, name);
			const [group] = Object.entries(groups).find(([, names]) => names.map(fileOf).includes(file)) ?? [];
			return group && {path: group, namespace: 'together'};
		});
		onLoad({filter: /.*/, namespace: 'together'}, ({path: group}) => ({
			contents: groups[group].map(name => `export * from ${JSON.stringify(fileOf(name))};`).join('\n'),
			resolveDir: '.',
		}));
	},
};

/**
 * Keeps Ink's layout engine in a file of its own, as the bytes that it is: as text in the code it is half as long again,
 * and takes a start longer to decode than to read. It is loaded at once, since no file of the bundle can wait for it.
 */
export const engineInBytes = {
	name: 'engine in bytes',
	setup({onLoad}) {
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path: file}) => {
			const code = await readFile(file, 'utf8');
			const [address = '', base64 = ''] =
				/"data:application\/octet-stream;base64,([A-Za-z\d+/=]+)"/.exec(code) ?? [];
			await writeFile('build/bundle/yoga.wasm', Buffer.from(base64, 'base64'));
			const own = edited(code, [
				[address, '""'],
				['loadYoga || {};', '{instantiateWasm};'],
				['return loadYoga.ready', 'return loadYoga'],
			]);
			return {contents: own + engineLoader};
		});
		onLoad({filter: /yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/}, async ({path: file}) => ({
			contents: edited(await readFile(file, 'utf8'), [['await loadYoga()', 'loadYoga()']]),
		}));
	},
};

const engineLoader = `
	import {readFileSync} from 'node:fs';
	function instantiateWasm(imports, receive) {
		const bytes = readFileSync(import.meta.dirname + '/yoga.wasm');
		const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
		receive(instance);
		return instance.exports;
	}
`;

/** `code` with texts in the place of others, each of which has to be there once. */
function edited(code, edits) {
	return edits.reduce((text, [before, after]) => {
		const parts = text.split(before);
		if (before === '' || parts.length !== 2) throw new Error(`no longer as it was: ${before}`);
		return parts.join(after);
	}, code);
}

/** Functions of Node's modules that no first frame calls, and most commands do not, Ink's among them. */
const lateFunctions = {
	child_process: ['execFileSync', 'spawnSync'],
	crypto: ['hash'],
	readline: ['createInterface'],
	'timers/promises': ['setImmediate'],
};

/** Loads a module of Node with the first call of a function of it: some bring a dozen others with them. */
export const withFirstCall = {
	name: 'with first call',
	setup({onResolve, onLoad}) {
		const filter = new RegExp(`^(?:node:)?(?:${Object.keys(lateFunctions).join('|')})$`);
		onResolve({filter}, ({path: name}) => ({path: name.replace('node:', ''), namespace: 'first call'}));
		onLoad({filter: /.*/, namespace: 'first call'}, ({path: name}) => ({
			contents: lateFunctions[name].map(called => lateCall(name, called)).join('\n'),
		}));
	},
};

function lateCall(module, name) {
	return `export const ${name} = (...given) => process.getBuiltinModule('node:${module}').${name}(...given);`;
}

/**
 * What Ink brings and a drill has no need of: developer tools, for which all that loads it would have to wait, and a
 * watch over signals and exits, which terminal/life keeps alone.
 */
export const withoutNeedless = {
	name: 'without needless',
	setup({onResolve, onLoad}) {
		onLoad({filter: /ink[/\\]build[/\\]reconciler\.js$/}, async ({path: file}) => ({
			contents: edited(await readFile(file, 'utf8'), [
				["await import('./devtools.js');", ''],
				['? await loadPackageJson()', '? undefined'],
			]),
		}));
		onResolve({filter: /^signal-exit$/}, ({path: name}) => ({path: name, namespace: 'left out'}));
		onLoad({filter: /.*/, namespace: 'left out'}, () => ({contents: 'export default () => () => {};'}));
	},
};
