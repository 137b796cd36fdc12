/** The session outside of React: many keys in one write are many steps, and one frame. */
import type {Action} from './action.js';
import {reduce} from './reduce.js';
import type {Session} from './session.js';

export class Store {
	#session: Session;
	readonly #listeners = new Set<() => void>();

	constructor(session: Session) {
		this.#session = session;
	}

	readonly get = (): Session => this.#session;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Carries out `action`; listeners hear of it only where something changed. */
	dispatch(action: Action): void {
		const before = this.#session;
		this.#session = reduce(before, action);
		if (this.#session !== before) for (const listener of this.#listeners) listener();
	}
}
