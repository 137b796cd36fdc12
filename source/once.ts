/** What is worked out once. */

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
