/** argv → command. Everything outside comes in as a {@link World}, so that this is a function to test. */
import {parseArgs} from 'node:util';
import {type Arguments, type Command, type ExitCode, helpOption, UsageError} from './commands/command.js';
import {usage, usageOf} from './commands/usage.js';
import type {Programs} from './drill/lock.js';
import type {Answers} from './terminal/answers.js';
import {harmless} from './text.js';
import {version} from './version.js';

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

/** What the program may touch. */
export interface World {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	readonly platform: string;
	/** Where output goes: a terminal with a size, or a pipe or file. */
	readonly output: {readonly isTerminal: boolean; readonly columns: number; readonly rows: number};
	readonly input: {readonly isTerminal: boolean};
	/** Where complaints go. */
	readonly complaints: {readonly isTerminal: boolean};
	/** The bytes of a file, or of standard input for `-`; a little over `most` where there are more. Rejects as node:fs does. */
	read(path: string, most: number): Promise<Uint8Array>;
	/** Data, to stdout. Resolves when more may be written, and bytes may be used again. */
	write(data: string | Uint8Array): Promise<void>;
	/** All else, to stderr. */
	complain(text: string): void;
	/** Calls `listener` on Ctrl-C instead of ending the program, until the answer is called. */
	onInterrupt(listener: () => void): () => void;
	/** Milliseconds since the epoch. */
	now(): number;
	/** Milliseconds by a clock that nobody sets. */
	steady(): number;
	/** The programs of this machine, for locks. */
	readonly programs: Programs;
	/** What the program runs on, in words. */
	readonly runtime: string;
	/** Puts questions to the terminal; undefined where there is none. */
	askTerminal(): Promise<Answers | undefined>;
}

/** Carries out a command line and answers with the exit code. */
export async function main(world: World): Promise<ExitCode> {
	const [first, ...rest] = world.argv;
	if (first === '--version' || first === '-V') {
		await world.write(`${version}\n`);
		return 0;
	}
	if (first === '--help' || first === '-h' || first === 'help') {
		const named = await find(rest[0]);
		await world.write(named ? usageOf(named) : usage(await allCommands()));
		return 0;
	}
	const named = await find(first);
	const command = named ?? (await import('./commands/open.js')).open;
	try {
		const given = read(command, named ? rest : world.argv);
		if (given.flag('help')) {
			await world.write(usageOf(command));
			return 0;
		}
		return await command.run(world, given);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		world.complain(`flowzap-tui: ${harmless(error.message)}\nTry \`flowzap-tui ${command.name} --help\`.\n`);
		return 2;
	}
}

async function find(name: string | undefined): Promise<Command | undefined> {
	return name !== undefined && Object.hasOwn(commands, name) ? commands[name]?.() : undefined;
}

function read(command: Command, argv: readonly string[]): Arguments {
	const options = {...command.options, help: helpOption};
	const {values, positionals} = parse(argv, options);
	const list = (name: string) => [values[name] ?? []].flat().map(String);
	for (const [name, {oneOf}] of Object.entries(command.options)) {
		const wrong = oneOf && list(name).find(word => !oneOf.includes(word));
		if (wrong !== undefined) throw new UsageError(`--${name} takes ${oneOf?.join(', ')}; not ${wrong}`);
	}
	return {
		words: positionals,
		flag: name => values[name] === true,
		value: name => list(name).at(-1),
		values: list,
		number(name, least) {
			const text = list(name).at(-1);
			if (text === undefined) return undefined;
			if (!/^\d{1,9}$/.test(text) || Number(text) < least)
				throw new UsageError(`--${name} takes a whole number from ${least} up; not ${text}`);
			return Number(text);
		},
	};
}

function parse(argv: readonly string[], options: Command['options']) {
	try {
		return parseArgs({args: [...argv], options, allowPositionals: true});
	} catch (error) {
		throw new UsageError((error as Error).message.replaceAll('\n', ' '));
	}
}
