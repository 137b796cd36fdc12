#!/usr/bin/env node
/** The only file that names `process`: hands the outside to {@link main} and ends with its code. */
import {readFile} from 'node:fs/promises';
import {buffer} from 'node:stream/consumers';
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
	input: {isTerminal: process.stdin.isTTY === true},
	read: path => (path === '-' ? buffer(process.stdin) : readFile(path)),
	write: text =>
		new Promise((resolve, reject) =>
			process.stdout.write(text, error => (error ? reject(error) : resolve())),
		),
	complaints: {isTerminal: process.stderr.isTTY === true},
	complain: text => process.stderr.write(text),
	onInterrupt(listener) {
		process.on('SIGINT', listener);
		return () => process.off('SIGINT', listener);
	},
	now: Date.now,
});
