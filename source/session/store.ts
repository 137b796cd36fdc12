/** A state outside of React: many keys in one write are many steps, and one frame. */
export class Store<State, Action> {
	#state: State;
	readonly #reduce: (state: State, action: Action) => State;
	readonly #keep: (before: State, after: State) => State;
	readonly #listeners = new Set<() => void>();

	/** `keep` is called with each change before anybody hears of it, and has the last word on the new state. */
	constructor(
		state: State,
		reduce: (state: State, action: Action) => State,
		keep = (_: State, after: State): State => after,
	) {
		this.#state = state;
		this.#reduce = reduce;
		this.#keep = keep;
	}

	readonly get = (): State => this.#state;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Carries out `action`; listeners hear of it only where something changed. */
	readonly dispatch = (action: Action): void => {
		const before = this.#state;
		this.#state = this.#keep(before, this.#reduce(before, action));
		if (this.#state !== before) for (const listener of this.#listeners) listener();
	};
}
