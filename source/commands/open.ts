/** `open`: the dry run on the screen. What the bare program does with a file. */
import path from 'node:path';
import {paint} from '../canvas/paint.js';
import {read} from '../diagram/read.js';
import {layOutWithin} from '../layout/fit.js';
import {layOut} from '../layout/layout.js';
import {type ThemeName, themes} from '../session/action.js';
import type {Opening} from '../session/session.js';
import type {Terminal} from '../terminal/life.js';
import type {World} from '../world.js';
import {charactersFor} from './characters.js';
import {type Arguments, type Command, type ExitCode, UsageError} from './command.js';
import {
	bidFarewell,
	drillGiven,
	drillOptions,
	isRecordTaken,
	recordingGiven,
	unrehearsed,
} from './drilling.js';
import {load, nameOf, readText} from './load.js';
import {writePieces} from './pieces.js';
import {firstSample, samples, shelf} from './shelf.js';

/** Options of every command that opens the screen. */
export const screenOptions: Command['options'] = {
	ascii: {type: 'boolean', help: 'draw with ASCII characters only'},
	mouse: {type: 'boolean', help: 'clicks, wheel and dragging from the start'},
	theme: {type: 'string', oneOf: themes, help: 'colours; by the background where the terminal tells it'},
};

export const plainOption: Command['options'][string] = {
	type: 'boolean',
	help: 'walk by questions and answers, a line each, without a screen',
};

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
		['flowzap-tui blue-green.fz --plain', 'for screen readers and simple terminals'],
	],
	async run(world, given) {
		const [file, ...more] = given.words;
		if (more.length > 0) throw new UsageError(`one FILE at a time; not also ${more.join(' ')}`);
		const named = file ?? (given.flag('sample') ? path.join(samples, firstSample) : undefined);
		if (isRecordTaken(world, given)) return 4;
		if (isByLine(world, given)) return byLine(world, given, named);
		if (!isInteractive(world)) return asText(world, given, named);
		return onScreen(world, given, named);
	},
};

/** Whether the person wants questions and answers, a line each. */
export function isByLine({env}: World, given: Arguments): boolean {
	return given.flag('plain') || env.INK_SCREEN_READER === 'true';
}

/** Whether there is a terminal to draw on. */
export function isInteractive({output, env}: World): boolean {
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
	const {isTerminal, columns} = world.output;
	const layout = isTerminal && columns > 0 ? layOutWithin(loaded.diagram, columns) : layOut(loaded.diagram);
	await writePieces(world, paint(layout, charactersFor(world, given.flag('ascii'))).lines());
	if (isTerminal)
		world.complain('flowzap-tui: this terminal shows no screen; --plain walks through it line by line\n');
	return 0;
}

async function byLine(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined) return nameOne(world);
	if (file === '-') throw new UsageError('--plain reads the answers from standard input, so name a FILE');
	const loaded = await load(world, file);
	if ('exit' in loaded) return loaded.exit;
	const opening = await openingOf(world, given, loaded);
	const {answerByLine} = await import('./plain.js');
	const recording = recordingGiven(world, given);
	const ready = {...opening, ...(await drillGiven(world, given, loaded))};
	return bidFarewell(world, recording, await answerByLine(world, ready, recording));
}

/** The terminal is entered before Ink is loaded, which takes longer: the keys of the meantime are kept. */
async function onScreen(world: World, given: Arguments, file: string | undefined): Promise<ExitCode> {
	if (file === undefined) return chosen(world, given);
	const ready = await prepare(world, given, file);
	if (typeof ready === 'number') return ready;
	return onTerminal(world, given, ready, false);
}

/** A session in the terminal, to its end; `resumes` goes on with its unfinished drill at once. */
export async function onTerminal(
	world: World,
	given: Arguments,
	ready: Opening,
	resumes: boolean,
): Promise<ExitCode> {
	const {Terminal} = await import('../terminal/life.js');
	return started(world, given, new Terminal(), ready, resumes);
}

async function started(
	world: World,
	given: Arguments,
	terminal: Terminal,
	ready: Opening,
	resumes: boolean,
): Promise<ExitCode> {
	const {start} = await import('../screen/start.js');
	const themeIsOpen =
		given.value('theme') === undefined &&
		!world.env.NO_COLOR &&
		(await configured(world)).theme === undefined;
	const recording = recordingGiven(world, given);
	const code = await start(
		terminal,
		{...ready, size: terminal.size},
		{
			env: world.env,
			themeIsOpen,
			mouse: given.flag('mouse'),
			recording,
			resumes,
			unrehearsed: session => unrehearsed(world, session),
		},
	);
	return bidFarewell(world, recording, code);
}

async function chosen(world: World, given: Arguments): Promise<ExitCode> {
	const {Terminal} = await import('../terminal/life.js');
	const terminal = new Terminal();
	const {choose} = await import('../screen/start.js');
	const {theme} = await configured(world);
	const choice = await choose(
		terminal,
		await shelf(world.cwd),
		world.env,
		themeFor(world, given, theme),
		charactersFor(world, given.flag('ascii')),
	);
	const ready = 'exit' in choice ? choice.exit : await prepare(world, given, choice.path);
	if (typeof ready !== 'number') return started(world, given, terminal, ready, false);
	terminal.close();
	return ready;
}

/** The file read and built, or an exit code after the complaint. */
async function prepare(world: World, given: Arguments, file: string): Promise<Opening | ExitCode> {
	const text = await readText(world, file);
	if (typeof text !== 'string') return text.exit;
	const {diagram, problems} = read(text);
	if (diagram.nodes.length > 0) {
		const parts = {source: {name: nameOf(file), text}, diagram, problems};
		return {...(await openingOf(world, given, parts)), ...(await drillGiven(world, given, parts))};
	}
	// There is nothing to show: say why, as every command does.
	const told = await load({...world, read: async () => new TextEncoder().encode(text)}, file);
	return 'exit' in told ? told.exit : 1;
}

/** What every session begins with. */
export async function openingOf(
	world: World,
	given: Arguments,
	{source, diagram, problems}: Pick<Opening, 'source' | 'diagram' | 'problems'>,
): Promise<Opening> {
	const {columns, rows} = world.output;
	const {bindings, theme, complaints} = await configured(world);
	const [first, ...more] = complaints;
	return {
		source,
		diagram,
		problems,
		bindings,
		characters: charactersFor(world, given.flag('ascii')),
		theme: themeFor(world, given, theme),
		size: {columns, rows},
		now: world.now(),
		notice:
			first === undefined
				? undefined
				: {text: `${first}${more.length > 0 ? ` (${more.length} more)` : ''}`, urgent: true},
	};
}

/** Only the screen needs the keymap, so other commands do not load it. */
async function configured(world: World) {
	const {config} = await import('./config.js');
	return config(world);
}

/** Flags over environment over configuration; dark where nothing tells. */
export function themeFor(world: World, given: Arguments, configured: ThemeName | undefined): ThemeName {
	const asked = themes.find(name => name === given.value('theme'));
	if (asked) return asked;
	if (world.env.NO_COLOR) return 'none';
	if (configured) return configured;
	// rxvt and others: `foreground;background`, where 7 and 15 are white.
	return /;(7|15)$/.test(world.env.COLORFGBG ?? '') ? 'light' : 'dark';
}
