/** The real program, streaming to where nobody reads or into a pipe: how fast, and in how much memory. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {open, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';

/** What a run of the program took, its start included. */
export interface Streamed {
	readonly seconds: number;
	/** Seconds of processor time, which other work on the machine hardly changes. */
	readonly processor: number;
	readonly megabytes: number;
	readonly bytes: number;
}

/**
 * Loaded before the program: tells on stderr, as it ends, what the program took. Its peak comes from the kernel where that
 * tells it: what a process is said to have used begins with what the one that started it did.
 */
const meter = `data:text/javascript,${encodeURIComponent(`
	import {readFileSync} from 'node:fs';
	process.on('exit', () => {
		const usage = process.resourceUsage();
		try {
			usage.maxRSS = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
		} catch {}
		console.error(JSON.stringify(usage));
	});
`)}`;

/** Runs `flowzap-tui` on `program` with `argv` after its path; into a pipe that is read, or to nowhere. */
export async function stream(
	program: string,
	command: string,
	argv: readonly string[],
	into: 'pipe' | 'nowhere',
): Promise<Streamed> {
	const file = join(tmpdir(), `flowzap-bench-${process.pid}.fz`);
	await writeFile(file, program);
	const nowhere = await open('/dev/null', 'w');
	try {
		const begun = performance.now();
		const child = spawn(
			process.execPath,
			['--import', meter, 'build/bundle/cli.js', command, file, ...argv],
			{stdio: ['ignore', into === 'pipe' ? 'pipe' : nowhere.fd, 'pipe']},
		);
		let bytes = 0;
		child.stdout?.on('data', (chunk: Buffer) => {
			bytes += chunk.length;
		});
		const [told] = await Promise.all([text(child.stderr as NodeJS.ReadableStream), once(child, 'close')]);
		const {maxRSS, userCPUTime, systemCPUTime} = JSON.parse(told) as NodeJS.ResourceUsage;
		return {
			seconds: (performance.now() - begun) / 1000,
			processor: (userCPUTime + systemCPUTime) / 1e6,
			megabytes: maxRSS / 1024,
			bytes,
		};
	} finally {
		await nowhere.close();
		await rm(file);
	}
}
