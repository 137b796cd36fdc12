/**
 * What Ink is given for a stdout. Ink (with `debug: true`) hands over whole frames; the sink keeps the latest and
 * writes what changed once all work of this turn is done: one write a frame, however many commits led to it.
 */
import {EventEmitter} from 'node:events';
import {type Frame, frame, type Inset, type Place, type Size, update} from './frame.js';

/** The cell below the header, where nothing tells where a person looks. */
const pageBegins: Place = {x: 0, y: 1};

/** A stdout for Ink. */
export class FrameSink extends EventEmitter {
	readonly isTTY = false;
	columns: number;
	rows: number;
	#text = '';
	#shown: Frame | undefined;
	#due: NodeJS.Immediate | undefined;
	#open = true;

	/** `inset` is asked for at every frame; `send` writes to the terminal. */
	constructor(
		size: Size,
		private readonly inset: () => Inset | undefined,
		private readonly send: (bytes: string) => void,
	) {
		super();
		this.columns = size.columns;
		this.rows = size.rows;
	}

	/** Takes a whole frame from Ink. */
	write(text: string): boolean {
		this.#text = text;
		this.schedule();
		return true;
	}

	/** Shows the present state at the end of this turn. */
	schedule(): void {
		this.#due ??= setImmediate(() => {
			this.#due = undefined;
			this.#flush();
		});
	}

	/** The terminal has another size; Ink lays out again. */
	resize(size: Size): void {
		this.columns = size.columns;
		this.rows = size.rows;
		this.#shown = undefined;
		this.emit('resize');
		this.schedule();
	}

	/** Nothing on the terminal can be relied on: writes every row again. */
	redraw(): void {
		this.#shown = undefined;
		this.schedule();
	}

	/** While closed nothing is written. Opening draws everything. */
	set open(open: boolean) {
		this.#open = open;
		if (open) this.redraw();
	}

	#flush(): void {
		if (!this.#open) return;
		const inset = this.inset();
		const next = frame(this.#text, this, inset);
		const bytes = update(this.#shown, next, this, inset?.focus ?? pageBegins);
		this.#shown = next;
		if (bytes !== '') this.send(bytes);
	}
}
