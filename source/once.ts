/** What is worked out once. */

/**
 * `make` that is called once, when its answer is first asked for: for what takes long to make and few runs need, as
 * expressions with classes of Unicode do.
 */
export function once<Answer>(make: () => Answer): () => Answer {
	let made: {readonly answer: Answer} | undefined;
	return () => {
		made ??= {answer: make()};
		return made.answer;
	};
}

/** `work` that is done once for each key; its answer is kept for as long as the key is there. */
export function onceFor<Key extends object, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
	const known = new WeakMap<Key, Answer>();
	return key => {
		let answer = known.get(key);
		if (answer === undefined) {
			answer = work(key);
			known.set(key, answer);
		}
		return answer;
	};
}
