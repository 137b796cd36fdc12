/**
 * What a command is. Those of the list in main.ts have a file each in this folder, which exports a {@link Command};
 * shells/ and usage.ts are printed from them. All other files are what several commands share: load.ts and files.ts
 * read, save.ts writes, record.ts, rehearsals.ts and unfinished.ts find drills, recorder.ts keeps one, recording.ts says
 * whether and where; question.ts, reading.ts and drilling.ts are options with their meaning; routes.ts, listing.ts and
 * scenarios.ts belong to `paths`, film.ts to `report`, plain.ts, shelf.ts, cards.ts and config.ts to what is seen in a
 * drill; characters.ts writes for people.
 */
import type {World} from '../world.js';

/** 0 fine, 1 findings, an expectation not met or nothing to go on with, 2 usage, 3 a recorded way that no longer stands or comes to something else, or a record that was altered, 4 a file that cannot be read or written, 130 interrupted. */
export type ExitCode = number;

/** An option of a command, as node:util parses it, and what usage and completions say of it. */
export interface Option {
	readonly type: 'string' | 'boolean';
	readonly short?: string;
	readonly multiple?: boolean;
	/** What stands for the value in the usage text, such as `N`. */
	readonly value?: string;
	/** The words that may be given, where there is a fixed choice. */
	readonly oneOf?: readonly string[];
	readonly help: string;
}

/** The option that every command has. */
export const helpOption = {type: 'boolean', short: 'h', help: 'print its usage'} as const satisfies Option;

/** The option of every command that writes for people. */
const asciiOption = {
	type: 'boolean',
	help: 'draw and tell with ASCII characters only; letters of labels stay as they are',
} as const satisfies Option;

/** The options of `command`, with what it shares with others: all but {@link helpOption}. */
export function optionsOf({options, isForPrograms}: Command): Command['options'] {
	return isForPrograms ? options : {...options, ascii: asciiOption};
}

/** The greatest number that an option takes. */
export const mostNumber = 999_999_999;

/** Values of the options given, by name, and the other words in order. */
export interface Arguments {
	readonly words: readonly string[];
	flag(name: string): boolean;
	value(name: string): string | undefined;
	values(name: string): readonly string[];
	/** A whole number from `least` to `most` ({@link mostNumber} where it is not said); throws a UsageError naming the option. */
	number(name: string, least: number, most?: number): number | undefined;
}

/** A command: what usage, completions, manual page and readme tell of it, and what it does. */
export interface Command {
	readonly name: string;
	/** One line, lower case, no full stop. */
	readonly summary: string;
	/** The words after the name, such as `FILE`. */
	readonly operands: string;
	/** Those of its own. */
	readonly options: Readonly<Record<string, Option>>;
	/** Whether nothing that it writes to stdout is to be read by people. */
	readonly isForPrograms?: true;
	/** Full command lines with what each does. */
	readonly examples: readonly (readonly [line: string, what: string])[];
	run(world: World, given: Arguments): Promise<ExitCode>;
}

/** A command line that cannot be carried out: exit 2. */
export class UsageError extends Error {}

/** One that begins with the name of no command, its message: exit 2. */
export class NoCommandError extends Error {}
