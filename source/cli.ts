#!/usr/bin/env node
/** Hands the outside to {@link main} and ends with its code. Beside this, terminal/ alone names `process` and its clocks. */
import {closeSync, openSync} from 'node:fs';
import {hostname} from 'node:os';
import {bytesOfFile, bytesOfNamed, collect} from './bytes.js';
import {main} from './main.js';
import {Outlet} from './terminal/outlet.js';
import {whyNotWritten} from './unwritten.js';
import type {World} from './world.js';

// Whoever waits for what is written learns first that it was not, and ends in order.
const output = new Outlet(1, () => process.stdout.on('error', error => setImmediate(fail, error)));
// Where nobody hears complaints, nobody misses them.
const complaints = new Outlet(2, () => process.stderr.on('error', () => undefined));

const world: World = {
	argv: process.argv.slice(2),
	env: process.env,
	cwd: process.cwd(),
	platform: process.platform,
	// Whether something is a terminal is asked for late: it opens the stream.
	output: {
		get isTerminal() {
			return output.terminal !== undefined;
		},
		get columns() {
			return output.terminal?.columns ?? 0;
		},
		get rows() {
			return output.terminal?.rows ?? 0;
		},
	},
	input: {
		get isTerminal() {
			return process.stdin.isTTY === true;
		},
		get hasKeys() {
			return process.stdin.isTTY || hasTerminal();
		},
	},
	read: async (path, ...how) => (path === '-' ? collect(process.stdin, ...how) : bytesOfNamed(path, ...how)),
	readFile: async (...given) => bytesOfFile(...given),
	write: data => output.write(data),
	complaints: {
		get isTerminal() {
			return complaints.terminal !== undefined;
		},
	},
	complain: text => void complaints.write(text).catch(() => undefined),
	onInterrupt(listener) {
		process.on('SIGINT', listener);
		return () => process.off('SIGINT', listener);
	},
	now: Date.now,
	steady: () => performance.now(),
	programs: {host: hostname(), own: process.pid, alive},
	runtime: `Node ${process.versions.node} on ${process.platform}, ${process.arch}`,
	askTerminal: async () => (await import('./terminal/answers.js')).askTerminal(),
};

void main(world).then(end, fail);

/** Ends the program: at once, unless a stream is open and may hold something still. */
function end(code: number): void {
	process.exitCode = code;
	if (!output.isStream && !complaints.isStream) process.exit();
}

/** A reader that went away has all that it wanted; a file that takes no more is told of. */
function fail(error: unknown): void {
	const {code, syscall} = error as NodeJS.ErrnoException;
	if (code === 'EPIPE') process.exit(0);
	if (syscall !== 'write' || output.terminal) throw error;
	world.complain(`flowzap-tui: the output cannot be written: ${whyNotWritten(error)}\n`);
	process.exit(4);
}

/** Whether the program belongs to a terminal. */
function hasTerminal(): boolean {
	try {
		closeSync(openSync('/dev/tty', 'r+'));
		return true;
	} catch {
		return false;
	}
}

/** Whether a program runs, be it another person's. */
function alive(number: number): boolean {
	try {
		return process.kill(number, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
