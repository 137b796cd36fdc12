/** The program as a function: a command line in, what it wrote and its exit code out. */
import {readFile} from 'node:fs/promises';
import {bytesOfFile} from '../../source/bytes.js';
import {main} from '../../source/main.js';
import type {World} from '../../source/world.js';

export interface Carried {
	readonly exit: number;
	readonly out: string;
	readonly err: string;
}

/** Carries out `flowzap-tui` with `argv`, without a terminal; paths are relative to the project's root. */
export async function carryOut(argv: readonly string[], given: Partial<World> = {}): Promise<Carried> {
	let [out, err] = ['', ''];
	const exit = await main({
		argv,
		env: {},
		cwd: process.cwd(),
		platform: 'linux',
		output: {isTerminal: false, columns: 0, rows: 0},
		input: {isTerminal: false, hasKeys: false},
		complaints: {isTerminal: false},
		read: path => readFile(path),
		readFile: async (...given) => bytesOfFile(...given),
		async write(data) {
			out += typeof data === 'string' ? data : Buffer.from(data).toString();
		},
		complain(text) {
			err += text;
		},
		onInterrupt: () => () => {},
		now: () => 0,
		steady: () => 0,
		programs: {host: 'here', own: 1, alive: () => false},
		runtime: 'Node 20.19.0 on linux, x64',
		askTerminal: async () => undefined,
		...given,
	});
	return {exit, out, err};
}

/** The words of a command line as a shell divides it, with single and double quotes. */
export function words(line: string): string[] {
	const found = line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g);
	return Array.from(found, ([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

/** All of it in one text, as golden files hold it: stdout, stderr behind `! `, the exit code where it is not 0. */
export function shown({exit, out, err}: Carried): string {
	const complaints = err.replaceAll(/^(?=.)/gm, '! ');
	return `${out}${complaints}${exit === 0 ? '' : `exit ${exit}\n`}`;
}
