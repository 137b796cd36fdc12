/**
 * The built program in a pseudo-terminal, with a headless xterm to show what a person would see. Tests wait for a
 * state of the screen, never for a time; the one limit here only turns a wait without end into a failure.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

const program = path.resolve('build/source/cli.js');
/** Milliseconds, for machines with much else to do. */
const patience = 60_000;

export interface Options {
	readonly columns?: number;
	readonly rows?: number;
	/** Added to an environment that has no colour, tmux or CI settings; undefined takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly cwd?: string;
	/** Whether the terminal has no alternate screen. */
	readonly hasOneScreen?: boolean;
	/** What to run, where it is not node with the built program. */
	readonly command?: readonly [string, ...string[]];
}

/** What one cell of the screen shows. */
export interface Look {
	readonly text: string;
	readonly colour: number;
	readonly background: number;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly inverse: boolean;
	readonly underlined: boolean;
}

/** How the program ended: an exit code, or 128 and the number of the signal. */
export type Exit = number;

/** A running program and its screen. */
export class Screen {
	readonly #pty: IPty;
	/** Records of drills go here, not to the person's own. */
	readonly #home: string;
	readonly #terminal: InstanceType<typeof xterm.Terminal>;
	#waiting: (() => void)[] = [];
	#exit: Exit | undefined;
	/** How much of the output the screen shows. */
	#shown = 0;
	/** All bytes the program wrote. */
	output = '';
	/** The chunks in which they came. */
	readonly chunks: string[] = [];

	constructor(words: readonly string[], options: Options = {}) {
		const {columns: cols = 120, rows = 40} = options;
		const {CI: _, NO_COLOR: __, FORCE_COLOR: ___, COLORTERM: ____, TMUX: _____, ...inherited} = process.env;
		this.#home = mkdtempSync(path.join(tmpdir(), 'flowzap-state-'));
		const env = {
			...inherited,
			TERM: 'xterm-256color',
			LANG: 'C.UTF-8',
			LC_ALL: undefined,
			XDG_STATE_HOME: this.#home,
			...options.env,
		};
		const [command, ...before] = options.command ?? [process.execPath, program];
		this.#terminal = new xterm.Terminal({cols, rows, allowProposedApi: true, scrollback: 1000});
		this.#pty = spawn(command, [...before, ...words], {
			name: env.TERM,
			cols,
			rows,
			cwd: options.cwd ?? process.cwd(),
			env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
		});
		this.#pty.onData(data => {
			this.output += data;
			this.chunks.push(data);
			const known = options.hasOneScreen ? data.replaceAll(/\x1b\[\?1049[hl]/g, '') : data;
			this.#terminal.write(known, () => {
				this.#shown += data.length;
				this.#tell();
			});
		});
		this.#terminal.onData(answer => {
			if (this.#exit === undefined) this.#pty.write(answer);
		});
		this.#pty.onExit(({exitCode, signal}) => {
			// What was written before the end is shown before the end is told.
			this.#terminal.write('', () => {
				this.#exit = signal ? 128 + signal : exitCode;
				this.#tell();
			});
		});
	}

	get pid(): number {
		return this.#pty.pid;
	}

	/** The rows as shown, trailing blanks cut. */
	get rows(): string[] {
		const {active} = this.#terminal.buffer;
		return Array.from({length: this.#terminal.rows}, (_, y) =>
			(active.getLine(active.viewportY + y)?.translateToString(true, 0, this.#terminal.cols) ?? '').trimEnd(),
		);
	}

	get text(): string {
		return this.rows.join('\n');
	}

	/** Whether the alternate screen is shown. */
	get isFullScreen(): boolean {
		return this.#terminal.buffer.active.type === 'alternate';
	}

	/** The modes a program must give back as it found them. */
	get modes(): {
		readonly paste: boolean;
		readonly wrap: boolean;
		readonly mouse: string;
		readonly cursor: boolean;
	} {
		const {bracketedPasteMode: paste, wraparoundMode: wrap, mouseTrackingMode: mouse} = this.#terminal.modes;
		return {
			paste,
			wrap,
			mouse,
			cursor: this.output.lastIndexOf('\x1b[?25h') >= this.output.lastIndexOf('\x1b[?25l'),
		};
	}

	/** The cell where the terminal's own cursor stands, shown or not. */
	get cursor(): {readonly x: number; readonly y: number} {
		const {cursorX: x, cursorY: y} = this.#terminal.buffer.active;
		return {x, y};
	}

	/** A cell: its text, colours as xterm numbers them (-1 for the default), and what else it looks like. */
	look(x: number, y: number): Look {
		const cell = this.#terminal.buffer.active.getLine(y)?.getCell(x);
		return {
			text: cell?.getChars() ?? '',
			colour: cell?.getFgColor() ?? -1,
			background: cell?.getBgColor() ?? -1,
			bold: Boolean(cell?.isBold()),
			dim: Boolean(cell?.isDim()),
			inverse: Boolean(cell?.isInverse()),
			underlined: Boolean(cell?.isUnderline()),
		};
	}

	/** Sends bytes as if typed, all in one write. */
	press(...bytes: readonly string[]): void {
		this.#pty.write(bytes.join(''));
	}

	resize(columns: number, rows: number): void {
		this.#terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	kill(signal: string): void {
		this.#pty.kill(signal);
	}

	/** The window is closed: there is nothing to write to, and nothing comes in. */
	close(): void {
		(this.#pty as IPty & {destroy(): void}).destroy();
	}

	/** Whether what the screen shows so far ends between two frames. */
	get #isWhole(): boolean {
		const end = this.#shown - 1;
		return this.output.lastIndexOf('\x1b[?2026l', end) >= this.output.lastIndexOf('\x1b[?2026h', end);
	}

	/** Waits until the screen shows `what`, in a whole frame: a text, a pattern, or a state told by a function. */
	async shows(what: string | RegExp | ((screen: Screen) => boolean)): Promise<void> {
		const holds = () =>
			this.#isWhole &&
			(typeof what === 'string'
				? this.text.includes(what)
				: typeof what === 'function'
					? what(this)
					: what.test(this.text));
		await this.#until(() => holds() || this.#exit !== undefined, String(what));
		if (!holds()) throw new Error(`ended with ${this.#exit} before it showed ${what}:\n${this.text}`);
	}

	/** Waits until the program has taken the terminal: from then on it hears keys. */
	async entered(): Promise<void> {
		await this.#until(() => this.isFullScreen || this.#exit !== undefined, 'the alternate screen');
	}

	/** Waits for the end. */
	async ends(): Promise<Exit> {
		await this.#until(() => this.#exit !== undefined, 'the end');
		return this.#exit ?? -1;
	}

	/** Ends the program if it still runs; for a test's teardown. */
	stop(): void {
		if (this.#exit === undefined) this.#pty.kill('SIGKILL');
		rmSync(this.#home, {recursive: true, force: true});
	}

	async #until(holds: () => boolean, what: string): Promise<void> {
		const limit = Date.now() + patience;
		while (!holds()) {
			if (Date.now() > limit) throw new Error(`waited in vain for ${what}; the screen shows:\n${this.text}`);
			await new Promise<void>(resolve => {
				const timer = setTimeout(resolve, 1000);
				this.#waiting.push(() => {
					clearTimeout(timer);
					resolve();
				});
			});
		}
	}

	#tell(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const resolve of waiting) resolve();
	}
}
