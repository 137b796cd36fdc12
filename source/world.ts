/**
 * The outside as one value: words, environment, clocks, streams and what is read, so that a test can give a command
 * another. What commands write into files, and the terminal of the screen, they find by themselves.
 */
import type {IsWanted} from './bytes.js';
import type {Programs} from './drill/lock.js';
import type {Answers} from './terminal/answers.js';

/** What a command is given. */
export interface World {
	readonly argv: readonly string[];
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly cwd: string;
	readonly platform: string;
	/** Whether people are to be told in ASCII, whatever the environment says. */
	readonly ascii?: boolean;
	/** Where output goes: a terminal with a size, or a pipe or file. */
	readonly output: {readonly isTerminal: boolean; readonly columns: number; readonly rows: number};
	/** Where input comes from, and whether there are keys: with a file on standard input they come from the terminal itself. */
	readonly input: {readonly isTerminal: boolean; readonly hasKeys: boolean};
	/** Where complaints go. */
	readonly complaints: {readonly isTerminal: boolean};
	/**
	 * The bytes of what a person names: a file, a pipe, standard input for `-`; a little over `most` where there are more,
	 * no more than the first piece where that is not wanted. Rejects as node:fs does.
	 */
	read(path: string, most: number, isWanted?: IsWanted): Promise<Uint8Array>;
	/** The bytes of what the program finds by itself, likewise: of nothing but a file, as a pipe would keep it waiting. */
	readFile(path: string, most: number, isWanted?: IsWanted): Promise<Uint8Array>;
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
	/** This machine and its programs, for locks. */
	readonly programs: Programs;
	/** What the program runs on, in words. */
	readonly runtime: string;
	/** Puts questions to the terminal; undefined where there is none. */
	askTerminal(): Promise<Answers | undefined>;
}
