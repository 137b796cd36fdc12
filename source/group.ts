/** The values of each key, keys and values in the order of their coming. */
export function groupBy<K, V>(values: Iterable<V>, key: (value: V) => K): Map<K, V[]> {
	const groups = new Map<K, V[]>();
	for (const value of values) {
		const of = key(value);
		const group = groups.get(of);
		if (group) group.push(value);
		else groups.set(of, [value]);
	}
	return groups;
}

/** How often each of the values comes, in the order of their coming. */
export function countEach<V>(values: Iterable<V>): Map<V, number> {
	const counts = new Map<V, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
}
