/** The marks of a diagram by number, and which of two decides: what a route has said so far is one number. */
import type {Mark} from './evidence.js';
import type {State} from './said.js';
import {failing} from './words/tables.js';

/** Whether `outcome` stays where `next` is said behind it: undoing beats failing. */
export function stays(outcome: string, next: string): boolean {
	return outcome === 'rollback' && failing.has(next);
}

/** The states that routes can be in: 0 before any mark, and one for each mark that says something else. */
export class States {
	readonly #numbers = new Map<string, State>();
	readonly #marks: (Mark | undefined)[] = [undefined];

	/** Number of states. */
	get count(): number {
		return this.#marks.length;
	}

	/** Every outcome that a mark names, in the order in which they were met. */
	get outcomes(): ReadonlySet<string> {
		return new Set(this.#marks.flatMap(mark => mark?.outcome ?? []));
	}

	/** The state of rollback by a word, from which failing does not lead away; 0 where no label says it. */
	get undoing(): State {
		return this.#numbers.get('rollback') ?? 0;
	}

	/** The state after `mark` alone, numbered where it is met first. */
	of(mark: Mark | undefined): State {
		if (!mark) return 0;
		const key = mark.given ? `given ${mark.outcome}` : mark.outcome;
		const old = this.#numbers.get(key);
		if (old !== undefined) return old;
		this.#numbers.set(key, this.#marks.length);
		return this.#marks.push(mark) - 1;
	}

	/** The mark that made `state`. */
	mark(state: State): Mark | undefined {
		return this.#marks[state];
	}

	/** The state after that of `next` comes in `state`: the later decides, but what a person gave, and a rollback, stays. */
	fold(state: State, next: State): State {
		const [before, after] = [this.#marks[state], this.#marks[next]];
		if (!after) return state;
		if (!before || after.given) return next;
		if (before.given || stays(before.outcome, after.outcome)) return state;
		return next;
	}
}
