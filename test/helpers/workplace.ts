/** A folder to try command lines in: the samples in it, the program on the path, records and settings of its own. */
import {execFile} from 'node:child_process';
import {chmodSync, cpSync, mkdirSync, writeFileSync} from 'node:fs';
import {delimiter, join, resolve} from 'node:path';
import process from 'node:process';
import type {ExecutionContext} from 'ava';
import {folder} from './folder.js';

export interface Workplace {
	readonly path: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** What a shell prints for `line`, stdout and stderr as they come, and its exit code. */
	shell(line: string): Promise<{readonly output: string; readonly exit: number}>;
}

/** A new workplace, gone after the test. */
export function workplace(t: ExecutionContext): Workplace {
	const path = folder(t);
	cpSync('samples', join(path, 'samples'), {recursive: true});
	const bin = join(path, '.bin');
	mkdirSync(bin);
	const program = join(bin, 'flowzap-tui');
	writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${resolve('build/source/cli.js')}' "$@"\n`);
	chmodSync(program, 0o755);
	const env = {
		...process.env,
		HOME: path,
		LANG: 'C.UTF-8',
		LC_ALL: undefined,
		XDG_STATE_HOME: join(path, '.state'),
		XDG_CONFIG_HOME: join(path, '.config'),
		PATH: `${bin}${delimiter}${process.env.PATH}`,
		GIT_CONFIG_GLOBAL: join(path, '.gitconfig'),
	};
	const shell: Workplace['shell'] = line =>
		new Promise(done =>
			execFile('sh', ['-c', `{ ${line}\n} 2>&1`], {cwd: path, env, maxBuffer: 2 ** 26}, (error, output) =>
				done({output, exit: error ? Number(error.code ?? 70) : 0}),
			),
		);
	return {path, env, shell};
}
