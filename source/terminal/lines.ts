/** Questions and answers by the line, for terminals without a screen, screen readers and pipes. */
import process from 'node:process';
import {createInterface} from 'node:readline';

/** The lines of standard input as they come; ends with the input. */
export async function* lines(): AsyncGenerator<string, void> {
	const reader = createInterface({input: process.stdin, terminal: false});
	try {
		yield* reader;
	} finally {
		reader.close();
		process.stdin.pause();
	}
}
