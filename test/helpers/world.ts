/** The program as a function: a command line in, an exit code and two texts out. */
import {readFile} from 'node:fs/promises';
import {main, type World} from '../../source/main.js';

export interface Ended {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs `flowzap-tui` with these words; `files` stand before those of the disk, `-` among them. */
export async function run(
	argv: readonly string[],
	files: Readonly<Record<string, string>> = {},
	outside: Partial<World> = {},
): Promise<Ended> {
	let out = '';
	let err = '';
	const code = await main({
		argv,
		env: {},
		cwd: process.cwd(),
		platform: 'linux',
		output: {isTerminal: false, columns: 0, rows: 0},
		input: {isTerminal: false},
		complaints: {isTerminal: false},
		async read(path) {
			const text = files[path];
			return text === undefined ? readFile(path) : new TextEncoder().encode(text);
		},
		async write(text) {
			out += text;
		},
		complain(text) {
			err += text;
		},
		onInterrupt: () => () => {},
		now: Date.now,
		...outside,
	});
	return {code, out, err};
}

/** `flowzap-tui` with the words of a line; quotes keep blanks. */
export async function runLine(line: string, files?: Readonly<Record<string, string>>): Promise<Ended> {
	const words = (line.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map(word => word.replace(/^["']|["']$/g, ''));
	return run(words.slice(1), files);
}
