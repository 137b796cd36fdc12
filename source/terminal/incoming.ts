/** What comes in from a terminal: bytes made events, what is not complete given up in time, what nobody hears yet kept. */
import {type Decoded, decode, expire, idle, isBareEscape} from './decode.js';
import type {TerminalEvent} from './event.js';

/** Milliseconds without further bytes after which an unfinished sequence is given up. */
const unfinishedWait = 1000;

/** Hands on what comes in, all that came at once. */
export class Incoming {
	/** Milliseconds after which a lone escape byte is the Esc key. */
	readonly #escapeWait: number;
	#decoder = idle;
	#timer: NodeJS.Timeout | undefined;
	#hear: ((events: readonly TerminalEvent[]) => void) | undefined;
	#early: TerminalEvent[] = [];

	constructor(escapeWait: number) {
		this.#escapeWait = escapeWait;
	}

	/** Takes bytes as they come. */
	readonly take = (bytes: Buffer): void => this.#decoded(decode(this.#decoder, bytes));

	/** `hear` is called from now on, at first with what came before. */
	attend(hear: (events: readonly TerminalEvent[]) => void): void {
		this.#hear = hear;
		const early = this.#early;
		this.#early = [];
		if (early.length > 0) hear(early);
	}

	#decoded({decoder, events}: Decoded): void {
		clearTimeout(this.#timer);
		this.#decoder = decoder;
		if (decoder.pending !== '' || decoder.paste !== undefined) {
			const wait = isBareEscape(decoder) ? this.#escapeWait : unfinishedWait;
			this.#timer = setTimeout(() => this.#decoded(expire(this.#decoder)), wait);
		}
		if (events.length === 0) return;
		if (this.#hear) this.#hear(events);
		else this.#early.push(...events);
	}
}
