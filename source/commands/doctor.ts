/** `doctor`: what the program finds around itself, for bug reports. */
import {constants} from 'node:fs';
import {access} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {recordFolder, recordsIn} from '../drill/places.js';
import {type Depth, depthOf, themeOn} from '../screen/theme.js';
import type {ThemeName} from '../session/action.js';
import {type Answers, trial} from '../terminal/answers.js';
import {harmless, pad} from '../text.js';
import {root, version} from '../version.js';
import type {World} from '../world.js';
import {themeFor} from './appearance.js';
import {charactersFor, say} from './characters.js';
import {type Arguments, type Command, UsageError} from './command.js';
import {config, configPath} from './config.js';
import {firstOrigin} from './record.js';
import {isYes} from './session.js';
import {quoted} from './shell.js';

type Row = readonly [name: string, ...told: readonly string[]];

export const doctor: Command = {
	name: 'doctor',
	summary: 'tell what the terminal can do and where files are kept, for bug reports',
	operands: '',
	options: {},
	examples: [
		['flowzap-tui doctor', 'to read'],
		['flowzap-tui doctor > doctor.txt', 'to send; the terminal is asked all the same'],
	],
	async run(world, given) {
		if (given.words.length > 0) throw new UsageError(`doctor takes no words; not ${given.words.join(' ')}`);
		const answers = await world.askTerminal();
		const {theme, complaints} = await config(world);
		const rows: readonly Row[] = [
			['program', `flowzap-tui ${version}`, world.runtime],
			await startRow(),
			...terminalRows(world, answers),
			['input', world.input.isTerminal ? 'a terminal' : 'no terminal'],
			['output', world.output.isTerminal ? 'a terminal' : 'no terminal'],
			...colourRows(world, shownTheme(world, given, theme, answers), answers),
			['characters', characters(world, answers), set(world, 'LC_ALL', 'LC_CTYPE', 'LANG')],
			[
				'walk',
				isYes(world.env.INK_SCREEN_READER) ? 'line by line' : 'on the screen',
				set(world, 'INK_SCREEN_READER'),
			],
			['editor', set(world, 'VISUAL', 'EDITOR')],
			...(await fileRows(world, complaints)),
		];
		await say(world, rows.map(row => line(row, world)).join(''));
		return 0;
	},
};

function line([name, ...told]: Row, world: World): string {
	return `${pad(name, 12)}${told.map(text => harmless(homeless(text, world))).join('; ')}\n`;
}

/** Without the name of the person, which their folder often is. */
function homeless(text: string, {env}: World): string {
	const home = env.HOME || env.USERPROFILE;
	return home && home !== '/' ? text.replaceAll(home, '~') : text;
}

/** Those of the variables that are set. */
function set({env}: World, ...names: readonly string[]): string {
	const found = names.flatMap(name => (env[name] ? [`${name}=${env[name]}`] : []));
	return found.length > 0 ? found.join(' ') : `${names.join(', ')} not set`;
}

/** Whether a start finds the code that Node made of the program, or has to make it. */
async function startRow(): Promise<Row> {
	const bundle = path.join(root, 'build/bundle');
	const {folder} = createRequire(path.join(bundle, 'cli.js'))('./cli.js');
	if (folder !== undefined && (await may(folder, constants.F_OK)))
		return ['start', 'quick: code is kept for this Node'];
	return [
		'start',
		'slow: no code is kept for this Node',
		`node ${quoted(path.join(bundle, 'compile.js'))} keeps it`,
	];
}

function terminalRows(world: World, answers: Answers | undefined): Row[] {
	const {env} = world;
	const through = [
		env.TMUX && 'tmux',
		env.STY && 'screen',
		env.SSH_CONNECTION && 'ssh',
		env.WSL_DISTRO_NAME && 'WSL',
	].filter(Boolean);
	const seen = set(world, 'TERM', 'TERM_PROGRAM');
	const by = `reached through ${through.length > 0 ? through.join(', ') : 'nothing known'}`;
	if (!answers) return [['terminal', 'none', seen, by]];
	const {columns, rows, raw, name, modes} = answers;
	return [
		['terminal', name ? `calls itself ${name}` : 'does not say its name', seen, by],
		['size', `${columns} columns, ${rows} rows`],
		['keys', raw === true ? 'read one by one' : `cannot be read one by one: ${raw}`],
		[
			'modes',
			`mouse ${known(modes.mouse)}, paste ${known(modes.paste)}, whole frames ${known(modes.frames)}`,
		],
	];
}

function known(answer: boolean | undefined): string {
	return answer === undefined ? 'not answered' : answer ? 'known' : 'not known';
}

const colours: Readonly<Record<Depth, string>> = {1: '16 colours', 2: '256 colours', 3: '16 million colours'};

/** The theme that a screen would have here, the answer of the terminal heard. */
function shownTheme(
	world: World,
	given: Arguments,
	configured: ThemeName | undefined,
	answers: Answers | undefined,
): ThemeName {
	const isOpen = configured === undefined && !world.env.NO_COLOR;
	return (isOpen && themeOn(answers?.background ?? '')) || themeFor(world, given, configured);
}

function colourRows(world: World, theme: ThemeName, answers: Answers | undefined): Row[] {
	const depth = colours[depthOf(world.env)];
	const background = answers
		? `background ${answers.background ?? 'not answered'}`
		: 'no background to ask for';
	return [
		[
			'colours',
			world.env.NO_COLOR ? `none; without NO_COLOR ${depth}` : depth,
			set(world, 'COLORTERM', 'NO_COLOR'),
		],
		['theme', theme, background, set(world, 'COLORFGBG')],
	];
}

function characters(world: World, answers: Answers | undefined): string {
	const chosen = charactersFor(world);
	if (!answers) return chosen;
	const {drawn} = answers;
	const signs = chosen === 'unicode' ? trial : 'a trial of Unicode';
	return `${chosen}, ${signs} ${drawn === undefined ? 'not measured' : `takes ${drawn} columns${drawn === 3 ? '' : ' where 3 are right'}`}`;
}

async function fileRows(world: World, complaints: readonly string[]): Promise<Row[]> {
	const file = configPath(world);
	const there = file !== undefined && (await may(file, constants.F_OK));
	const folder = recordFolder(world.env, world.platform);
	const records = await recordCount(world, folder);
	const writable = await may(await nearest(folder), constants.W_OK);
	return [
		['config', file ?? 'no home to look in', there ? 'read' : 'not there', ...complaints],
		['records', folder, `${records} there`, writable ? 'can be written' : 'cannot be written'],
	];
}

/** How many of the files in `folder` begin as records do. */
async function recordCount(world: World, folder: string): Promise<number> {
	let count = 0;
	for (const path of recordsIn(folder)) if (await firstOrigin(world, path)) count += 1;
	return count;
}

async function may(file: string, mode: number): Promise<boolean> {
	return access(file, mode).then(
		() => true,
		() => false,
	);
}

/** The folder, or the one above it that is there. */
async function nearest(folder: string): Promise<string> {
	const above = path.dirname(folder);
	return above === folder || (await may(folder, constants.F_OK)) ? folder : nearest(above);
}
