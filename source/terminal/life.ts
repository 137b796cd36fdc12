/**
 * The life of a full-screen program: it enters the terminal, may be suspended or step aside for a child, and on
 * every way out gives the terminal back as it was.
 */
import {spawnSync} from 'node:child_process';
import {openSync} from 'node:fs';
import process from 'node:process';
import {ReadStream} from 'node:tty';
import type {TerminalEvent} from './event.js';
import type {Size} from './frame.js';
import {Incoming} from './incoming.js';
import {endBySignal, endings, hungUp} from './signals.js';

/** What the program does when something happens to its terminal. */
interface Handlers {
	/** Keys and the like, all that came at once. */
	events(events: readonly TerminalEvent[]): void;
	resized(size: Size): void;
	/** The screen is ours again, and empty. */
	returned(): void;
	/** The process is about to end with `code`; nothing may be awaited here. */
	ending(code: number): void;
}

// Alternate screen; cursor hidden; bracketed paste on; no wrapping at the right end.
const entering = '\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l';
// To a new row below the picture, which stays where there is no alternate screen.
const leaving = '\x1b[?1006l\x1b[?1002l\x1b[?7h\x1b[?2004l\x1b[0m\x1b[?25h\x1b[9999;1H\n\x1b[?1049l';
const mouseOn = '\x1b[?1002h\x1b[?1006h';
const mouseOff = '\x1b[?1006l\x1b[?1002l';

/** More than any screen has. Of a terminal that says it is larger the upper left part is drawn in, so that a frame is soon done. */
const most: Size = {columns: 1000, rows: 400};
/** Milliseconds after which a stop that nobody carried out is taken as over. */
const stopWait = 100;

/** The terminal, entered. Ends the process by itself on signals (by the same), errors (70) and a lost terminal (129). */
export class Terminal {
	readonly #input: ReadStream;
	/** Over a network the bytes of one key may come apart. */
	readonly #incoming = new Incoming(process.env.SSH_CONNECTION ? 100 : 50);
	#handlers: Handlers | undefined;
	#entered = false;
	#mouse = false;
	/** Whether another program has the terminal, or just had it. */
	#isElsewhere = false;

	/** Enters at once; events are kept until {@link attend} tells who hears them. Throws where no terminal can be opened. */
	constructor() {
		// With the file on standard input the keys come from the terminal itself.
		this.#input = process.stdin.isTTY ? process.stdin : new ReadStream(openSync('/dev/tty', 'r+'));
		this.#input.on('data', this.#incoming.take);
		this.#input.on('end', this.#lost);
		this.#input.on('error', this.#lost);
		process.stdout.on('resize', this.#resized);
		for (const [signal, code] of endings) process.on(signal, () => this.#ended(signal, code));
		// Node would open its debugger, and say so across the picture. There is nothing in it that a drill should end for.
		process.on('SIGUSR1', () => {});
		process.on('SIGTSTP', this.suspend);
		process.on('SIGCONT', this.#continued);
		process.on('uncaughtException', error => this.die(70, error));
		process.on('exit', () => this.#leave());
		this.#enter();
	}

	/** Columns and rows to draw in; 80 by 24 where the terminal does not tell. */
	get size(): Size {
		const {columns, rows} = process.stdout;
		return {columns: Math.min(columns || 80, most.columns), rows: Math.min(rows || 24, most.rows)};
	}

	/** Asks for the size again, as Node does on this signal: a program that was stopped was told of no change. */
	measure(): void {
		process.emit('SIGWINCH', 'SIGWINCH');
	}

	attend(handlers: Handlers): void {
		this.#handlers = handlers;
		this.#incoming.attend(events => handlers.events(events));
	}

	send(bytes: string): void {
		process.stdout.write(bytes);
	}

	/** Puts a question to the terminal; it may answer with a report. */
	ask(question: string): void {
		this.#incoming.expectAnswer();
		this.send(question);
	}

	/** Whether clicks, drags and the wheel are reported. */
	set mouse(on: boolean) {
		if (on === this.#mouse) return;
		this.#mouse = on;
		if (this.#entered) this.send(on ? mouseOn : mouseOff);
	}

	/** Gives the terminal back for good, and calls `closed`: at once, unless an answer may be on its way. */
	close(closed = (): void => {}): void {
		this.#incoming.end(() => {
			this.#leave();
			this.#input.removeListener('data', this.#incoming.take);
			this.#input.removeListener('end', this.#lost);
			this.#input.removeListener('error', this.#lost);
			this.#input.destroy();
			process.stdout.removeListener('resize', this.#resized);
			process.removeListener('SIGTSTP', this.suspend);
			process.removeListener('SIGCONT', this.#continued);
			closed();
		});
	}

	/** Ends the process with `code`; an error is printed on the normal screen. */
	die(code: number, error?: unknown): never {
		this.#leave();
		if (error !== undefined) {
			const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
			process.stderr.write(`flowzap-tui: ${told}\n`);
		}
		this.#handlers?.ending(code);
		endBySignal(code);
		process.exit(code);
	}

	/** Stops the whole job, as Ctrl-Z does, and comes back when it is continued. */
	readonly suspend = (): void => {
		if (!this.#entered) return;
		this.#leave();
		process.removeListener('SIGTSTP', this.suspend);
		let back = (): void => {
			back = () => {};
			process.on('SIGTSTP', this.suspend);
			this.#enter();
			this.measure();
			this.#handlers?.returned();
		};
		process.once('SIGCONT', () => back());
		process.kill(0, 'SIGTSTP');
		// A job that cannot be stopped (its shell is gone) gets no SIGCONT either.
		setTimeout(() => back(), stopWait);
	};

	/**
	 * Hands the terminal to another program until it ends: `line` is a program with its words as a shell reads
	 * them, which gets `words` as they are. The answer is its exit code, 127 where there is no such program, 1 where a signal ended it.
	 */
	child(line: string, words: readonly string[]): number {
		this.#leave();
		this.#input.pause();
		// Both are stopped together by Ctrl-Z in there: a listener would only be called once the other has ended.
		process.removeListener('SIGTSTP', this.suspend);
		this.#isElsewhere = true;
		const [command, ...first] =
			process.platform === 'win32'
				? line.split(' ').filter(Boolean)
				: ['sh', '-c', `exec env ${line} "$@"`, line];
		const {status, error} = spawnSync(command ?? '', [...first, ...words], {stdio: 'inherit'});
		process.on('SIGTSTP', this.suspend);
		// What was sent meanwhile is heard at the next look for it, which lies between two immediates.
		setImmediate(() =>
			setImmediate(() => {
				this.#isElsewhere = false;
			}),
		);
		this.#enter();
		this.measure();
		this.#handlers?.returned();
		return error ? 127 : (status ?? 1);
	}

	/** A Ctrl-C that was meant for another program is heard here only after that has ended. */
	#ended(signal: NodeJS.Signals, code: number): void {
		const isForOther = this.#isElsewhere && (signal === 'SIGINT' || signal === 'SIGQUIT');
		if (!isForOther) this.die(code);
	}

	/** Stopped from outside, the program was not asked: the shell had the terminal meanwhile, and changed it. */
	readonly #continued = (): void => {
		if (!this.#entered) return;
		this.#leave();
		this.#enter();
		this.measure();
		this.#handlers?.returned();
	};

	#enter(): void {
		if (this.#entered) return;
		this.#entered = true;
		this.#input.setRawMode(true);
		this.#input.resume();
		this.send(entering + (this.#mouse ? mouseOn : ''));
	}

	#leave(): void {
		if (!this.#entered) return;
		this.#entered = false;
		this.send(leaving);
		if (!this.#input.destroyed) this.#input.setRawMode(false);
	}

	readonly #lost = (): void => {
		this.die(hungUp);
	};

	readonly #resized = (): void => {
		this.#handlers?.resized(this.size);
	};
}
