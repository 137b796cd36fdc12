/**
 * What Ink is given for a stdin: it hears only what is fed to it, while a text field is open. One piece at a time,
 * since a text field reads its value anew only after React has committed the piece before.
 */
import {EventEmitter} from 'node:events';

/** A stdin for Ink. */
export class Feed extends EventEmitter {
	readonly isTTY = true;
	#chunk: string | null = null;
	/** What came while a field was open that did not listen yet. */
	#early = '';

	constructor() {
		super();
		this.on('newListener', name => {
			if (name !== 'readable' || this.#early === '') return;
			const text = this.#early;
			this.#early = '';
			setImmediate(() => this.type(text));
		});
	}

	read(): string | null {
		const chunk = this.#chunk;
		this.#chunk = null;
		return chunk;
	}

	setEncoding(): this {
		return this;
	}

	/** The terminal's mode is not Ink's business. */
	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	/** Hands `text` to whoever reads; it must be free of controls. */
	type(text: string): void {
		if (this.listenerCount('readable') === 0) {
			this.#early += text;
			return;
		}
		this.#chunk = text;
		this.emit('readable');
	}
}
