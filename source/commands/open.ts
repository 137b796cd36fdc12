/** `open`: the dry run on the screen. What the bare program does with a file. */
import path from 'node:path';
import {paint} from '../canvas/paint.js';
import {read} from '../diagram/read.js';
import {layOutWithin} from '../layout/fit.js';
import {layOut} from '../layout/layout.js';
import type {Opening} from '../session/open.js';
import type {World} from '../world.js';
import {type Appearance, appearanceGiven, screenOptions} from './appearance.js';
import {charactersFor} from './characters.js';
import {type Arguments, type Command, type ExitCode, NoCommandError, UsageError} from './command.js';
import {drillGiven, drillOptions} from './drilling.js';
import {load, readText, refuse} from './load.js';
import {writePieces} from './pieces.js';
import {isRecordRefused} from './recording.js';
import {byLine, isByLine, isInteractive, onScreen, openingOf, plainOption} from './session.js';
import {chosenByNumber, firstSample, samples, shelf} from './shelf.js';

export const open: Command = {
	name: 'open',
	summary: 'draw the lanes and walk through them',
	operands: 'FILE',
	options: {
		...screenOptions,
		...drillOptions,
		plain: plainOption,
		sample: {type: 'boolean', help: 'open the bundled blue-green deployment unless FILE is given'},
	},
	examples: [
		['flowzap-tui blue-green.fz', 'the process on the screen; ? shows the keys'],
		[
			'flowzap-tui blue-green.fz --people Ana=BlueGreen,Ben --expect success',
			'a drill: who takes part, for which lane, and what is expected',
		],
		['flowzap-tui', 'choose from the samples and the .fz files of this folder'],
		['cat blue-green.fz | flowzap-tui -', 'the file from a pipe, the keys from the terminal'],
		['flowzap-tui blue-green.fz | less', 'without a terminal: the drawing, as text'],
		[
			'flowzap-tui blue-green.fz --plain',
			'for screen readers and simple terminals; for good with INK_SCREEN_READER=1',
		],
	],
	async run(world, given) {
		const [file, ...more] = given.words;
		if (file !== undefined && more.length > 0)
			throw /[./\\]/.test(file)
				? new UsageError(`one file at a time; not ${more.join(' ')} too`)
				: new NoCommandError(file);
		const named = file ?? (given.flag('sample') ? path.join(samples, firstSample) : undefined);
		if (await isRecordRefused(world, given)) return 4;
		if (isByLine(world, given)) return asAnswers(world, given, named);
		if (!isInteractive(world)) return asText(world, given, named);
		return asScreen(world, given, named);
	},
};

/** Without a file: what there is to name, and exit 2. */
async function nameOne(world: World): Promise<ExitCode> {
	const books = await shelf(world.cwd);
	const list = books.map(book => `  ${book.from === 'samples' ? book.path : book.name}`);
	world.complain(
		`flowzap-tui: name a FILE, such as one of these:\n${list.join('\n')}\nTry \`flowzap-tui --help\`.\n`,
	);
	return 2;
}

async function asText(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined) return nameOne(world);
	// That nothing is recorded is so without a drill too.
	const asked = Object.keys(drillOptions)
		.filter(name => name !== 'no-record')
		.find(name => given.flag(name) || given.values(name).length > 0);
	if (asked !== undefined)
		throw new UsageError(
			`--${asked} is for a drill, and there is no screen here: add --plain to walk line by line`,
		);
	const loaded = await load(world, file);
	if ('exit' in loaded) return loaded.exit;
	const {isTerminal, columns} = world.output;
	const layout = isTerminal && columns > 0 ? layOutWithin(loaded.diagram, columns) : layOut(loaded.diagram);
	await writePieces(world, paint(layout, charactersFor(world)).lines());
	if (isTerminal)
		world.complain('flowzap-tui: there can be no screen here; --plain walks through it line by line\n');
	return 0;
}

async function asAnswers(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined && world.input.isTerminal) {
		const choice = await chosenByNumber(world);
		return 'exit' in choice ? choice.exit : asAnswers(world, given, choice.path);
	}
	if (file === undefined) return nameOne(world);
	if (file === '-') throw new UsageError('--plain reads the answers from standard input, so name a FILE');
	const loaded = await load(world, file);
	if ('exit' in loaded) return loaded.exit;
	const opening = await ready(world, given, await appearanceGiven(world, given), loaded);
	return typeof opening === 'number' ? opening : byLine(world, given, opening);
}

async function asScreen(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	const look = await appearanceGiven(world, given);
	if (file === undefined) return chosen(world, given, look);
	const opening = await prepare(world, given, look, file);
	return typeof opening === 'number' ? opening : onScreen(world, given, opening, look);
}

/** The diagram that the person chooses from the shelf. */
async function chosen(world: World, given: Arguments, look: Appearance): Promise<ExitCode> {
	const {Terminal} = await import('../terminal/life.js');
	const terminal = new Terminal();
	const {choose} = await import('../screen/start.js');
	const choice = await choose(terminal, await shelf(world.cwd), world.env, look.theme, look.characters);
	// What there is to complain of is said where it stays to be read.
	const complain = (text: string) => {
		terminal.close();
		world.complain(text);
	};
	try {
		const shelved = {...world, read: world.readFile, complain};
		const opening = 'exit' in choice ? choice.exit : await prepare(shelved, given, look, choice.path);
		if (typeof opening !== 'number') return onScreen(world, given, opening, look, {terminal});
		terminal.close();
		return opening;
	} catch (error) {
		terminal.close();
		throw error;
	}
}

/** The file read and built, or an exit code after the complaint. */
async function prepare(
	world: World,
	given: Arguments,
	look: Appearance,
	file: string,
): Promise<Opening | ExitCode> {
	const source = await readText(world, file);
	if ('exit' in source) return source.exit;
	const {diagram, problems} = read(source.text);
	if (diagram.nodes.length === 0) return refuse(world, source, problems);
	// What else is wrong with it is told on the screen.
	return ready(world, given, look, {source, diagram, problems});
}

/** All that a drill of a diagram begins with, and what there is to say of it; an exit code after the complaint of a file of cards. */
async function ready(
	world: World,
	given: Arguments,
	look: Appearance,
	parts: Pick<Opening, 'source' | 'diagram' | 'problems'>,
): Promise<Opening | ExitCode> {
	const drill = await drillGiven(world, given, parts);
	if ('exit' in drill) return drill.exit;
	const opening = openingOf(world, look, parts);
	return {...opening, ...drill, notices: [...opening.notices, ...drill.notices]};
}
