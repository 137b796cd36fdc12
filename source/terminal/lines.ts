/** Questions and answers by the line, for terminals without a screen, screen readers and pipes. */
import process from 'node:process';
import {createInterface, type Interface} from 'node:readline';
import {isatty, ReadStream} from 'node:tty';
import {endBySignal, endings, hungUp} from './signals.js';

/** A line that was typed, or the exit code of what asks to end: 0 for the end of the input, else that of a signal. */
type Typed = string | number;

/**
 * Lines of standard input as they come, and what asks to end. Whoever stops reading there ends; from a terminal, which is
 * not gone by a Ctrl-D or a Ctrl-C, there is more to read.
 */
export async function* lines(): AsyncGenerator<Typed, void> {
	const typed: Typed[] = [];
	let wake = () => {};
	const push = (one: Typed) => {
		typed.push(one);
		wake();
	};
	const {isTTY: wasTerminal} = process.stdin;
	const isGone = () => wasTerminal && !isatty(0);
	process.once('exit', () => {
		if (isGone()) endBySignal(hungUp);
	});
	const forgets = endings.map(([signal, code]) => {
		const listener = () => push(code);
		process.on(signal, listener);
		return () => process.off(signal, listener);
	});
	let input: ReadStream | typeof process.stdin = process.stdin;
	let reader = readFrom(input, push);
	try {
		for (;;) {
			const next = typed.shift();
			if (next === undefined) {
				await new Promise<void>(resolve => {
					wake = resolve;
				});
				continue;
			}
			yield next;
			if (next !== 0) continue;
			input = new ReadStream(0);
			reader = readFrom(input, push);
		}
	} finally {
		// Of a terminal that is gone more than one tells: what is done last is not to be cut off.
		if (!isGone()) for (const forget of forgets) forget();
		reader.close();
		input.pause();
	}
}

function readFrom(input: NodeJS.ReadableStream, push: (one: Typed) => void): Interface {
	const reader = createInterface({input, terminal: false});
	reader.on('line', push);
	reader.on('close', () => push(0));
	input.on('error', () => push(hungUp));
	return reader;
}
