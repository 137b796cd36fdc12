/**
 * Standard output and error. To open a stream takes a tenth of the time of a short command, so a pipe or a file is
 * written to without one, for as long as it takes what it is given.
 */
import {fstatSync, writeSync} from 'node:fs';

/** A place to write to. */
export class Outlet {
	readonly #descriptor: number;
	readonly #open: () => NodeJS.WriteStream;
	#stream: NodeJS.WriteStream | undefined;
	/** A terminal is left to its stream: the console of Windows takes no bytes but those of its code page. */
	readonly #isDevice: boolean;

	/** `open` opens the stream of `descriptor`; it is called once at most. */
	constructor(descriptor: number, open: () => NodeJS.WriteStream) {
		this.#descriptor = descriptor;
		this.#open = open;
		this.#isDevice = isDevice(descriptor);
	}

	/** The terminal that it leads to; undefined where it leads to none. */
	get terminal(): NodeJS.WriteStream | undefined {
		return this.#isDevice && this.#opened().isTTY ? this.#opened() : undefined;
	}

	/** Whether something may still be on its way when all was written. */
	get isStream(): boolean {
		return this.#stream !== undefined;
	}

	/** Writes `data`; resolves when more may be written, and bytes may be used again. Rejects as node:fs does. */
	async write(data: string | Uint8Array): Promise<void> {
		const isDirect = !this.#isDevice && !this.#stream;
		const rest = isDirect ? this.#writeNow(typeof data === 'string' ? Buffer.from(data) : data) : data;
		if (rest.length === 0) return;
		await new Promise<void>((done, fail) => {
			this.#opened().write(rest, error => (error ? fail(error) : done()));
		});
	}

	/** Writes what is taken at once, and answers with the rest: a pipe may be full. */
	#writeNow(data: Uint8Array): Uint8Array {
		let rest = data;
		try {
			while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
		}
		return rest;
	}

	#opened(): NodeJS.WriteStream {
		this.#stream ??= this.#open();
		return this.#stream;
	}
}

/** What cannot be told is left to the stream too. */
function isDevice(descriptor: number): boolean {
	try {
		return fstatSync(descriptor).isCharacterDevice();
	} catch {
		return true;
	}
}
