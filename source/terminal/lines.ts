/** Questions and answers by the line, for terminals without a screen, screen readers and pipes. */
import process from 'node:process';
import {createInterface} from 'node:readline';
import {endings} from './signals.js';

/** The lines of standard input as they come; ends with the input, or with a signal, whose exit code `stopped` hears. */
export async function* lines(stopped: (code: number) => void): AsyncGenerator<string, void> {
	const reader = createInterface({input: process.stdin, terminal: false});
	const listeners = endings.map(([signal, code]) => {
		const stop = () => {
			stopped(code);
			reader.close();
		};
		process.once(signal, stop);
		return () => process.off(signal, stop);
	});
	try {
		yield* reader;
	} finally {
		for (const forget of listeners) forget();
		reader.close();
		process.stdin.pause();
	}
}
