/** What comes in from a terminal: bytes made events, what is not complete given up in time, what nobody hears yet kept. */
import {type Decoded, decode, expire, idle, type Waiting, waitingFor} from './decode.js';
import type {TerminalEvent} from './event.js';

/** Milliseconds after which what has not come to its end is given up. */
const waits: Readonly<Record<Exclude<Waiting, 'nothing' | 'key'>, number>> = {
	sequence: 5000,
	paste: 1000,
	tail: 1000,
};

/** Milliseconds in which a question is answered, if it is; and how long of them a program that ends waits. */
const [answerWait, lastWait] = [3000, 300];

/** Hands on what comes in, all that came at once. */
export class Incoming {
	/** Milliseconds after which a lone escape byte is the Esc key, and what may be no more than a key is one. */
	readonly #escapeWait: number;
	#decoder = idle;
	#timer: NodeJS.Timeout | undefined;
	#hear: ((events: readonly TerminalEvent[]) => void) | undefined;
	#early: TerminalEvent[] = [];
	/** When a question was put to the terminal that has no answer yet. */
	#asked: number | undefined;

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

	/** A question was put to the terminal. */
	expectAnswer(): void {
		this.#asked = performance.now();
	}

	/** Nothing is heard any more; `ended` is called once no answer can come that a shell would take for what was typed. */
	end(ended: () => void): void {
		const isExpected = this.#asked !== undefined && performance.now() - this.#asked < answerWait;
		if (!isExpected) {
			ended();
			return;
		}
		const timer = setTimeout(ended, lastWait);
		this.attend(events => {
			if (!events.some(isReport)) return;
			clearTimeout(timer);
			ended();
		});
	}

	#decoded({decoder, events}: Decoded): void {
		const [before, now] = [waitingFor(this.#decoder), waitingFor(decoder)];
		this.#decoder = decoder;
		// Who types behind a sequence that lost its end is not to wait the longer for it.
		const goesOn = now === 'sequence' && before === now && events.length === 0;
		if (!goesOn) {
			clearTimeout(this.#timer);
			if (now !== 'nothing') this.#timer = setTimeout(this.#expired, this.#waitOf(now));
		}
		if (events.some(isReport)) this.#asked = undefined;
		if (events.length === 0) return;
		if (this.#hear) this.#hear(events);
		else this.#early.push(...events);
	}

	readonly #expired = (): void => this.#decoded(expire(this.#decoder));

	#waitOf(what: Exclude<Waiting, 'nothing'>): number {
		return what === 'key' ? this.#escapeWait : waits[what];
	}
}

function isReport({type}: TerminalEvent): boolean {
	return type === 'report';
}
