/** Ink on an entered terminal, by way of the frame sink. */
import {type Instance, render} from 'ink';
import type {ReactNode} from 'react';
import {Feed} from '../terminal/feed.js';
import type {Inset, Size} from '../terminal/frame.js';
import type {Terminal} from '../terminal/life.js';
import {FrameSink} from '../terminal/sink.js';

/** Where Ink draws: open while the screen is shown, closed while another program has the terminal. */
export class Stage {
	/** Where text fields hear what is typed. */
	readonly feed = new Feed();
	readonly #sink: FrameSink;
	readonly #ink: Instance;

	/** Shows `node`, and between its rows what `inset` answers at each frame. An error in rendering ends the program. */
	constructor(terminal: Terminal, node: ReactNode, inset: () => Inset | undefined = () => undefined) {
		this.#sink = new FrameSink(terminal.size, inset, bytes => terminal.send(bytes));
		this.#ink = render(node, {
			// Ink uses only the parts of a stream that these two have.
			stdout: this.#sink as unknown as NodeJS.WriteStream,
			stdin: this.feed as unknown as NodeJS.ReadStream,
			debug: true,
			exitOnCtrlC: false,
			patchConsole: false,
		});
		this.#ink.waitUntilExit().catch(error => terminal.die(70, error));
	}

	/** Shows the present state at the end of this turn. */
	readonly schedule = (): void => this.#sink.schedule();

	redraw(): void {
		this.#sink.redraw();
	}

	resize(size: Size): void {
		this.#sink.resize(size);
	}

	/** While it is closed nothing is written; opened it draws everything. */
	set open(open: boolean) {
		this.#sink.open = open;
	}

	/** Ends for good; the screen stays as it is. */
	close(): void {
		this.#sink.open = false;
		this.#ink.unmount();
	}
}
