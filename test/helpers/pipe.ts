/** The built program on pipes. */
import {spawn} from 'node:child_process';
import {resolve} from 'node:path';
import process from 'node:process';

const program = resolve('build/source/cli.js');

export interface Piped {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the program with `input` as its standard input, to its end. */
export function pipe(
	words: readonly string[],
	input = '',
	given: {readonly cwd?: string; readonly env?: Readonly<Record<string, string>>} = {},
): Promise<Piped> {
	return new Promise(ended => {
		const child = spawn(process.execPath, [program, ...words], {
			cwd: given.cwd ?? process.cwd(),
			env: {...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...given.env},
		});
		let out = '';
		let err = '';
		child.stdout.on('data', data => (out += data));
		child.stderr.on('data', data => (err += data));
		child.on('close', code => ended({code, out, err}));
		child.stdin.end(input);
	});
}
