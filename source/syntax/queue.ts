/** What nearley reads from: the tokens of one statement. A text it never sees. */
import {type Token, tokenTypes} from './tokens.js';

/** Where a token goes in a statement of some form; nearley looks at `type` and `text` alone. */
export class Slot {
	constructor(
		readonly type: string,
		readonly text: string,
		readonly index: number,
	) {}
}

/** Hands nearley slots that are already there. */
class Queue {
	#waiting: readonly Slot[] = [];
	#next = 0;
	/** How many of the slots nearley took. */
	get taken(): number {
		return this.#next;
	}
	fill(tokens: readonly Token[]): void {
		this.#waiting = tokens.map(({type, text}, index) => new Slot(type, text, index));
		this.#next = 0;
	}
	next(): (Slot & {value: string}) | undefined {
		const slot = this.#waiting[this.#next];
		if (!slot) return undefined;
		this.#next += 1;
		return slot as Slot & {value: string};
	}
	/** Whether `name`, which stands behind a `%` in the grammar, is a type of token. */
	has(name: string): boolean {
		return tokenTypes.some(type => type === name);
	}
	reset(): void {}
	save(): Record<string, never> {
		return {};
	}
	formatError(): string {
		return '';
	}
}

export const queue = new Queue();
