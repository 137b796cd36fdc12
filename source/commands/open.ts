/** `open`: the dry run on the screen. What the bare program does with a file. */
import {fileURLToPath} from 'node:url';
import {paint} from '../canvas/paint.js';
import {read} from '../diagram/read.js';
import {layOut} from '../layout/layout.js';
import type {World} from '../main.js';
import {charactersFor} from './characters.js';
import {type Arguments, type Command, type ExitCode, UsageError} from './command.js';
import {load, readText} from './load.js';

const samples = new URL('../../../samples/', import.meta.url);

export const open: Command = {
	name: 'open',
	summary: 'draw the lanes and walk through them',
	operands: 'FILE',
	options: {
		ascii: {type: 'boolean', help: 'draw with plain ASCII characters'},
		sample: {type: 'boolean', help: 'open the bundled blue-green deployment unless FILE is given'},
	},
	examples: [
		['flowzap-tui blue-green.fz', 'the process on the screen; ? shows the keys'],
		['cat blue-green.fz | flowzap-tui -', 'the file from a pipe, the keys from the terminal'],
		['flowzap-tui blue-green.fz | less', 'without a terminal: the drawing, as text'],
	],
	async run(world, given) {
		const [file, ...more] = given.words;
		if (more.length > 0) throw new UsageError(`one FILE at a time; not also ${more.join(' ')}`);
		const path =
			file ?? (given.flag('sample') ? fileURLToPath(new URL('blue-green.fz', samples)) : undefined);
		if (path === undefined) throw new UsageError('name a FILE');
		return isInteractive(world) ? onScreen(world, given, path) : asText(world, given, path);
	},
};

function isInteractive(world: World): boolean {
	return world.output.isTerminal && world.env.TERM !== 'dumb';
}

async function asText(world: World, given: Arguments, path: string): Promise<ExitCode> {
	const loaded = await load(world, path);
	if ('exit' in loaded) return loaded.exit;
	await world.write(paint(layOut(loaded.diagram), charactersFor(world, given.flag('ascii'))).text());
	return 0;
}

async function onScreen(world: World, given: Arguments, path: string): Promise<ExitCode> {
	const text = await readText(world, path);
	if (typeof text !== 'string') return text.exit;
	const {diagram, problems} = read(text);
	if (diagram.nodes.length === 0) {
		// There is nothing to show: say why, as every command does.
		const loaded = await load({...world, read: async () => new TextEncoder().encode(text)}, path);
		return 'exit' in loaded ? loaded.exit : 1;
	}
	// The terminal is entered before Ink is loaded, which takes longer: the keys of the meantime are kept.
	const {Terminal} = await import('../terminal/life.js');
	const terminal = new Terminal();
	const {start} = await import('../screen/start.js');
	return start(
		terminal,
		{
			source: {name: path === '-' ? '<stdin>' : path, text},
			diagram,
			problems,
			characters: charactersFor(world, given.flag('ascii')),
			size: terminal.size,
			now: world.now(),
		},
		world.env,
	);
}
