/** `open`: the dry run on the screen. What the bare program does with a file. */
import path from 'node:path';
import {paint} from '../canvas/paint.js';
import {read} from '../diagram/read.js';
import {layOut} from '../layout/layout.js';
import type {World} from '../main.js';
import type {Opening} from '../session/session.js';
import {charactersFor} from './characters.js';
import {type Arguments, type Command, type ExitCode, UsageError} from './command.js';
import {load, readText} from './load.js';
import {answerByLine} from './plain.js';
import {firstSample, samples, shelf} from './shelf.js';

export const open: Command = {
	name: 'open',
	summary: 'draw the lanes and walk through them',
	operands: 'FILE',
	options: {
		ascii: {type: 'boolean', help: 'draw with ASCII characters only'},
		plain: {type: 'boolean', help: 'walk by questions and answers, a line each, without a screen'},
		sample: {type: 'boolean', help: 'open the bundled blue-green deployment unless FILE is given'},
	},
	examples: [
		['flowzap-tui blue-green.fz', 'the process on the screen; ? shows the keys'],
		['flowzap-tui', 'choose from the samples and the .fz files of this folder'],
		['cat blue-green.fz | flowzap-tui -', 'the file from a pipe, the keys from the terminal'],
		['flowzap-tui blue-green.fz | less', 'without a terminal: the drawing, as text'],
		['flowzap-tui blue-green.fz --plain', 'for screen readers and simple terminals'],
	],
	async run(world, given) {
		const [file, ...more] = given.words;
		if (more.length > 0) throw new UsageError(`one FILE at a time; not also ${more.join(' ')}`);
		const named = file ?? (given.flag('sample') ? path.join(samples, firstSample) : undefined);
		if (given.flag('plain')) return byLine(world, given, named);
		if (!isInteractive(world)) return asText(world, given, named);
		return onScreen(world, given, named);
	},
};

function isInteractive({output, env}: World): boolean {
	return output.isTerminal && env.TERM !== 'dumb';
}

/** Without a file: what there is to name, and exit 2. */
async function nameOne(world: World): Promise<ExitCode> {
	const books = await shelf(world.cwd);
	const list = books.map(book => `  ${book.from === 'samples' ? book.path : book.name}`);
	world.complain(`Name a FILE, such as one of these:\n${list.join('\n')}\nTry \`flowzap-tui --help\`.\n`);
	return 2;
}

async function asText(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined) return nameOne(world);
	const loaded = await load(world, file);
	if ('exit' in loaded) return loaded.exit;
	await world.write(paint(layOut(loaded.diagram), charactersFor(world, given.flag('ascii'))).text());
	return 0;
}

async function byLine(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined) return nameOne(world);
	if (file === '-') throw new UsageError('--plain reads the answers from standard input, so name a FILE');
	const loaded = await load(world, file);
	if ('exit' in loaded) return loaded.exit;
	return answerByLine(world, openingOf(world, given, loaded));
}

/** The terminal is entered before Ink is loaded, which takes longer: the keys of the meantime are kept. */
async function onScreen(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined) return chosen(world, given);
	const ready = await prepare(world, given, file);
	if (typeof ready === 'number') return ready;
	const {Terminal} = await import('../terminal/life.js');
	const terminal = new Terminal();
	const {start} = await import('../screen/start.js');
	return start(terminal, {...ready, size: terminal.size}, world.env);
}

async function chosen(world: World, given: Arguments): Promise<ExitCode> {
	const {Terminal} = await import('../terminal/life.js');
	const terminal = new Terminal();
	const {choose, start} = await import('../screen/start.js');
	const choice = await choose(
		terminal,
		await shelf(world.cwd),
		world.env,
		charactersFor(world, given.flag('ascii')),
	);
	const ready = 'exit' in choice ? choice.exit : await prepare(world, given, choice.path);
	if (typeof ready !== 'number') return start(terminal, {...ready, size: terminal.size}, world.env);
	terminal.close();
	return ready;
}

/** The file read and built, or an exit code after the complaint. */
async function prepare(world: World, given: Arguments, file: string): Promise<Opening | ExitCode> {
	const text = await readText(world, file);
	if (typeof text !== 'string') return text.exit;
	const {diagram, problems} = read(text);
	if (diagram.nodes.length > 0)
		return openingOf(world, given, {
			source: {name: file === '-' ? '<stdin>' : file, text},
			diagram,
			problems,
		});
	// There is nothing to show: say why, as every command does.
	const told = await load({...world, read: async () => new TextEncoder().encode(text)}, file);
	return 'exit' in told ? told.exit : 1;
}

function openingOf(
	world: World,
	given: Arguments,
	{source, diagram, problems}: Pick<Opening, 'source' | 'diagram' | 'problems'>,
): Opening {
	const {columns, rows} = world.output;
	const characters = charactersFor(world, given.flag('ascii'));
	return {source, diagram, problems, characters, size: {columns, rows}, now: world.now()};
}
