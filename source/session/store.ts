/** A state outside of React: many keys in one write are many steps, and one frame. */
export class Store<State, Action> {
	#state: State;
	readonly #reduce: (state: State, action: Action) => State;
	readonly #listeners = new Set<() => void>();

	constructor(state: State, reduce: (state: State, action: Action) => State) {
		this.#state = state;
		this.#reduce = reduce;
	}

	readonly get = (): State => this.#state;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Carries out `action`; listeners hear of it only where something changed. */
	readonly dispatch = (action: Action): void => {
		const before = this.#state;
		this.#state = this.#reduce(before, action);
		if (this.#state !== before) for (const listener of this.#listeners) listener();
	};
}
