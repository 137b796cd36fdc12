/** What the terminal itself says when it is asked, for bug reports: its variables may tell otherwise. */
import {openSync} from 'node:fs';
import process from 'node:process';
import {ReadStream, WriteStream} from 'node:tty';

/** Answers of a terminal; what it did not answer is undefined. */
export interface Answers {
	readonly columns: number;
	readonly rows: number;
	/** Whether single keys can be read; else why not. */
	readonly raw: true | string;
	/** Its name and version. */
	readonly name: string | undefined;
	/** Its background, such as `rgb:1e1e/1e1e/1e1e`. */
	readonly background: string | undefined;
	/** Columns that {@link trial} took. */
	readonly drawn: number | undefined;
	/** Whether it knows a private mode (DECRQM): mouse reports, bracketed paste, whole frames. */
	readonly modes: Readonly<Record<keyof typeof modes, boolean | undefined>>;
}

/** Three characters of a drawing: three columns where the terminal reads UTF-8 and draws them narrow. */
export const trial = '─►◆';

const modes = {mouse: 1006, paste: 2004, frames: 2026} as const;

/** Every terminal answers the last question, so that what was not answered before it will not be. */
const questions = [
	`\r${trial}\x1b[6n\r\x1b[K`,
	'\x1b]11;?\x1b\\',
	'\x1b[>0q',
	...Object.values(modes).map(number => `\x1b[?${number}$p`),
	'\x1b[c',
].join('');
const lastAnswer = /\x1b\[\?[\d;]*c/;
/** Milliseconds for the answers, which may come from the other side of the world. */
const patience = 2500;

/** Asks the terminal that the program belongs to; undefined where there is none. Takes 2.5 seconds at the most. */
export async function askTerminal(): Promise<Answers | undefined> {
	const terminal = openTerminal();
	if (!terminal) return undefined;
	const {input, output} = terminal;
	try {
		const [columns, rows] = output.getWindowSize();
		input.setRawMode(true);
		const text = await conversation(input, output);
		return {columns, rows, raw: true, ...answersIn(text)};
	} catch (error) {
		return {columns: output.columns, rows: output.rows, raw: String(error), ...answersIn('')};
	} finally {
		if (input.isRaw) input.setRawMode(false);
		output.write('\r\x1b[K');
		input.destroy();
	}
}

/** The terminal, even where data comes from a pipe and goes to a file. */
function openTerminal(): {readonly input: ReadStream; readonly output: WriteStream} | undefined {
	try {
		return {
			input: new ReadStream(openSync('/dev/tty', 'r+')),
			output: new WriteStream(openSync('/dev/tty', 'w')),
		};
	} catch {
		const {stdin: input, stdout: output} = process;
		return input.isTTY && output.isTTY ? {input, output} : undefined;
	}
}

/** All that the terminal answers, bytes as characters. */
function conversation(input: ReadStream, output: WriteStream): Promise<string> {
	return new Promise(resolve => {
		let text = '';
		const end = () => {
			clearTimeout(timer);
			resolve(text);
		};
		const timer = setTimeout(end, patience);
		input.on('error', end);
		input.on('data', (bytes: Buffer) => {
			text += bytes.toString('latin1');
			if (lastAnswer.test(text)) end();
		});
		output.write(questions);
	});
}

/** The answers in the bytes of a terminal, which came as characters. */
export function answersIn(text: string): Pick<Answers, 'name' | 'background' | 'drawn' | 'modes'> {
	const found = (pattern: RegExp) => pattern.exec(text)?.[1];
	const column = found(/\x1b\[\d+;(\d+)R/);
	const knows = (number: number) => {
		const answer = found(new RegExp(`\\x1b\\[\\?${number};(\\d)\\$y`));
		return answer === undefined ? undefined : answer !== '0';
	};
	return {
		name: found(/\x1bP>\|([^\x1b]*)\x1b\\/),
		background: found(/\x1b\]11;([^\x07\x1b]*)/),
		drawn: column === undefined ? undefined : Number(column) - 1,
		modes: {mouse: knows(modes.mouse), paste: knows(modes.paste), frames: knows(modes.frames)},
	};
}
