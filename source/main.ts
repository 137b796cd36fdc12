/** argv → command. The outside comes in as a {@link World}, so that this is a function to test. */
import {parseArgs} from 'node:util';
import {legible, say} from './commands/characters.js';
import {
	type Arguments,
	type Command,
	type ExitCode,
	helpOption,
	mostNumber,
	NoCommandError,
	type Option,
	optionsOf,
	UsageError,
} from './commands/command.js';
import {usage, usageOf} from './commands/usage.js';
import {nearest} from './nearest.js';
import {harmless} from './text.js';
import {version} from './version.js';
import type {World} from './world.js';

/** Every command by its name, loaded when it is asked for; the first is what a bare `flowzap-tui FILE` runs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
	open: async () => (await import('./commands/open.js')).open,
	draw: async () => (await import('./commands/draw.js')).draw,
	run: async () => (await import('./commands/run.js')).run,
	paths: async () => (await import('./commands/paths.js')).paths,
	diff: async () => (await import('./commands/diff.js')).diff,
	check: async () => (await import('./commands/check.js')).check,
	fmt: async () => (await import('./commands/fmt.js')).fmt,
	replay: async () => (await import('./commands/replay.js')).replay,
	resume: async () => (await import('./commands/resume.js')).resume,
	report: async () => (await import('./commands/report.js')).report,
	coverage: async () => (await import('./commands/coverage.js')).coverage,
	doctor: async () => (await import('./commands/doctor.js')).doctor,
	completion: async () => (await import('./commands/completion.js')).completionOf(allCommands),
};

/** All of them loaded, for those who tell of them. */
export function allCommands(): Promise<readonly Command[]> {
	return Promise.all(Object.values(commands).map(load => load()));
}

/** Carries out a command line and answers with the exit code. */
export async function main(world: World): Promise<ExitCode> {
	const [first, ...rest] = world.argv;
	if (first === '--version' || first === '-V') {
		await world.write(`${version}\n`);
		return 0;
	}
	// Asked of the words themselves: a command line that cannot be carried out is complained of in ASCII too.
	const readable = legible(world, world.argv.includes('--ascii'));
	if (first === '--help' || first === '-h' || first === 'help') {
		const [name = ''] = rest;
		const told = await find(name);
		if (first === 'help' && !told && /^(?!help$)[^-]/.test(name))
			return noCommand(readable, name, nearest(name, Object.keys(commands)));
		await say(world, told ? usageOf(told) : usage(await allCommands()));
		return 0;
	}
	const named = await find(first);
	const command = named ?? (await import('./commands/open.js')).open;
	const meant = named ? undefined : await misspelt(world, first);
	if (meant !== undefined) return noCommand(readable, first, meant);
	try {
		const given = read(command, named ? rest : world.argv);
		if (given.flag('help')) {
			await say(readable, usageOf(command));
			return 0;
		}
		return await command.run(legible(world, given.flag('ascii')), given);
	} catch (error) {
		if (error instanceof NoCommandError) return noCommand(readable, error.message);
		if (!(error instanceof UsageError)) throw error;
		const told = `flowzap-tui: ${harmless(error.message)}\nTry \`flowzap-tui ${command.name} --help\`.\n`;
		readable.complain(told);
		return 2;
	}
}

async function find(name: string | undefined): Promise<Command | undefined> {
	return name !== undefined && Object.hasOwn(commands, name) ? commands[name]?.() : undefined;
}

/** Complains of a command that is not there, with the one that was `meant`, if any is near. */
function noCommand(world: World, name = '', meant?: string): ExitCode {
	const told = `there is no command ${harmless(name)}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
	world.complain(`flowzap-tui: ${told}\nTry \`flowzap-tui --help\`.\n`);
	return 2;
}

/** The command that a first word was most likely meant to be, where it is the name of no file. */
async function misspelt(world: World, first: string | undefined): Promise<string | undefined> {
	const meant = first === undefined ? undefined : nearest(first, Object.keys(commands));
	if (first === undefined || meant === undefined) return undefined;
	const isFile = await world.readFile(first, 0).then(
		() => true,
		({code}) => code !== 'ENOENT',
	);
	return isFile ? undefined : meant;
}

function read(command: Command, argv: readonly string[]): Arguments {
	const options = {...optionsOf(command), help: helpOption};
	const {values, positionals} = parse(argv, options);
	const list = (name: string) => [values[name] ?? []].flat().map(String);
	for (const [name, option] of Object.entries(command.options)) {
		const {type, oneOf} = option;
		// A variable that is not set leaves it so, alone or in a list.
		if (type === 'string' && list(name).some(text => /^[\s,]*$/.test(text)))
			throw new UsageError(takesValue(name, option));
		const wrong = oneOf && list(name).find(word => !oneOf.includes(word));
		if (wrong !== undefined) throw new UsageError(`--${name} takes ${oneOf?.join(', ')}; not ${wrong}`);
	}
	return {
		words: positionals,
		flag: name => values[name] === true,
		value: name => list(name).at(-1),
		values: list,
		number(name, least, most = mostNumber) {
			const text = list(name).at(-1);
			if (text === undefined) return undefined;
			if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most)
				throw new UsageError(`--${name} takes a whole number from ${least} to ${most}; not ${text}`);
			return Number(text);
		},
	};
}

function parse(argv: readonly string[], options: Command['options']) {
	try {
		return parseArgs({args: [...argv], options, allowPositionals: true});
	} catch (error) {
		const {code, message} = error as NodeJS.ErrnoException;
		if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(misused(message, options));
		const unknown = message.match(/'(-[^']*)'/)?.[1] ?? '';
		const meant = nearest(unknown.replace(/^-+/, ''), Object.keys(options));
		throw new UsageError(`there is no option ${unknown}${meant ? `; did you mean --${meant}?` : ''}`);
	}
}

/** What is wrong with the value of an option, after the message of node:util, which names the option. */
function misused(message: string, options: Command['options']): string {
	const name = /--([\w-]+)/.exec(message)?.[1] ?? '';
	if (options[name]?.type === 'boolean') return `--${name} takes no value`;
	const wanted = takesValue(name, options[name]);
	return message.includes('ambiguous')
		? `${wanted}; one that begins with - is joined to it, as in --${name}=-1`
		: wanted;
}

function takesValue(name: string, {oneOf, value}: Partial<Option> = {}): string {
	return `--${name} takes a value: ${oneOf?.join(', ') ?? value}`;
}
