/** What comes from the terminal, in order: keys of the keymap at once, what is typed into a field piece by piece. */
import {setImmediate as turn} from 'node:timers/promises';
import type {TerminalEvent} from '../terminal/event.js';
import type {Feed} from '../terminal/feed.js';

/** Who is told what comes in. */
interface Hearer {
	/** Whether a text field is open. */
	typing(): boolean;
	key(key: string): void;
	mouse(event: Extract<TerminalEvent, {type: 'mouse'}>): void;
	report(text: string): void;
}

/** Takes events one after the other and tells its hearer, or Ink while a field is open. */
export class Input {
	readonly #feed: Feed;
	readonly #hearer: Hearer;
	#queue: TerminalEvent[] = [];
	#busy = false;

	constructor(feed: Feed, hearer: Hearer) {
		this.#feed = feed;
		this.#hearer = hearer;
	}

	/** Takes events; without a field all are carried out before this returns. */
	take(events: readonly TerminalEvent[]): void {
		this.#queue.push(...events);
		if (!this.#busy) void this.#work();
	}

	async #work(): Promise<void> {
		this.#busy = true;
		try {
			for (let event = this.#queue.shift(); event; event = this.#queue.shift()) {
				const was = this.#hearer.typing();
				if (!was || !this.#type(event)) this.#hear(event);
				// A field reads what is typed only after React has committed what came before.
				if (was || this.#hearer.typing()) await committed();
			}
		} finally {
			this.#busy = false;
		}
	}

	/** Hands the text that `event` is, and what follows of it, to the field; false where it is none. */
	#type(event: TerminalEvent): boolean {
		const text = textOf(event);
		if (text === undefined) return false;
		let all = text;
		for (let next = this.#queue[0]; next; next = this.#queue[0]) {
			const more = textOf(next);
			if (more === undefined) break;
			all += more;
			this.#queue.shift();
		}
		if (all !== '') this.#feed.type(all);
		return true;
	}

	#hear(event: TerminalEvent): void {
		if (event.type === 'key') this.#hearer.key(event.key);
		else if (event.type === 'mouse') this.#hearer.mouse(event);
		else if (event.type === 'report') this.#hearer.report(event.text);
	}
}

/** What `event` adds to a text; undefined where it is no text. Controls in what was pasted become blanks. */
function textOf(event: TerminalEvent): string | undefined {
	if (event.type === 'paste') return event.text.replace(/\p{Cc}+/gu, ' ');
	if (event.type !== 'key') return undefined;
	if (event.key === 'space') return ' ';
	return event.text ?? ([...event.key].length === 1 ? event.key : undefined);
}

/** React commits in a turn of its own, and its effects may take another. */
async function committed(): Promise<void> {
	await turn();
	await turn();
}
