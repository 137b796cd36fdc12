/** A list that grows without a copy, so that every state of a run may keep its own. */
export interface Chain {
	/** What was added last. */
	readonly value: number;
	readonly before: Chain | undefined;
}

/** The values of a chain, the last first. */
export function* valuesOf(chain: Chain | undefined): Generator<number, void> {
	for (let link = chain; link; link = link.before) yield link.value;
}
