#!/usr/bin/env node
/** Hands the outside to {@link main} and ends with its code. Beside this, terminal/ alone names `process`. */
import {createReadStream} from 'node:fs';
import {hostname} from 'node:os';
import {main} from './main.js';

process.stdout.on('error', error => {
	if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
	throw error;
});

process.exitCode = await main({
	argv: process.argv.slice(2),
	env: process.env,
	cwd: process.cwd(),
	platform: process.platform,
	output: {
		isTerminal: process.stdout.isTTY === true,
		columns: process.stdout.columns ?? 0,
		rows: process.stdout.rows ?? 0,
	},
	input: {
		// Asked for late: it opens the stream.
		get isTerminal() {
			return process.stdin.isTTY === true;
		},
	},
	read: (path, most) => collect(path === '-' ? process.stdin : createReadStream(path), most),
	write: data =>
		new Promise((resolve, reject) =>
			process.stdout.write(data, error => (error ? reject(error) : resolve())),
		),
	complaints: {
		get isTerminal() {
			return process.stderr.isTTY === true;
		},
	},
	complain: text => process.stderr.write(text),
	onInterrupt(listener) {
		process.on('SIGINT', listener);
		return () => process.off('SIGINT', listener);
	},
	now: Date.now,
	steady: () => performance.now(),
	programs: {host: hostname(), own: process.pid, alive},
	runtime: `Node ${process.versions.node} on ${process.platform}, ${process.arch}`,
	askTerminal: async () => (await import('./terminal/answers.js')).askTerminal(),
});

/** Whether a program runs, be it another person's. */
function alive(number: number): boolean {
	try {
		return process.kill(number, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** What a stream holds, up to the chunk that goes over `most` bytes: a device or a pipe may never end. */
async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > most) break;
	}
	return Buffer.concat(chunks);
}
