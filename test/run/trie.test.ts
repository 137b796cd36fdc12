import test from 'ava';
import fc from 'fast-check';
import {Trie} from '../../source/run/trie.js';

const edits = fc.array(fc.record({key: fc.nat(100_000), value: fc.option(fc.nat())}), {maxLength: 200});

test('a trie holds what a map holds after the same edits, by rising key', t => {
	fc.assert(
		fc.property(edits, list => {
			let trie = Trie.empty<number>();
			const map = new Map<number, number>();
			for (const {key, value} of list) {
				trie = value === null ? trie.without(key) : trie.with(key, value);
				if (value === null) map.delete(key);
				else map.set(key, value);
				t.is(trie.get(key), map.get(key));
			}
			t.is(trie.size, map.size);
			const from = list[0]?.key ?? 0;
			t.deepEqual(
				[...trie.entries(from)].map(([key]) => key),
				[...map.keys()].filter(key => key >= from).sort((a, b) => a - b),
			);
			t.deepEqual(
				[...trie.entries()],
				[...map].sort(([a], [b]) => a - b),
			);
		}),
	);
});

test('an edit leaves the trie it was made on as it was', t => {
	let trie = Trie.empty<number>();
	const all = [trie];
	for (let key = 0; key < 300; key += 1) {
		trie = trie.push(key);
		all.push(trie);
	}
	for (const [size, old] of all.entries())
		t.deepEqual(
			[...old],
			Array.from({length: size}, (_, key) => key),
		);
});

test('the tail is the last values in order', t => {
	const trie = [5, 6, 7, 8].reduce((table, value) => table.push(value), Trie.empty<number>());
	t.deepEqual(trie.tail(2), [7, 8]);
	t.deepEqual(trie.tail(9), [5, 6, 7, 8]);
	t.deepEqual(trie.tail(0), []);
});

test('what is changed between two tries are the keys whose values differ, and what is beside one what the other alone holds', t => {
	fc.assert(
		fc.property(edits, edits, (first, then) => {
			const edited = (trie: Trie<number>, list: typeof first) =>
				list.reduce(
					(table, {key, value}) => (value === null ? table.without(key) : table.with(key, value)),
					trie,
				);
			const one = edited(Trie.empty<number>(), first);
			const other = edited(one, then);
			const keys = new Set([...one.entries(), ...other.entries()].map(([key]) => key));
			const wanted = [...keys].filter(key => one.get(key) !== other.get(key)).sort((a, b) => a - b);
			t.deepEqual([...other.changed(one)], wanted);
			t.deepEqual([...one.changed(other)], wanted);
			t.deepEqual(
				[...other.beside(one)],
				[...other.entries()].filter(([key, value]) => one.get(key) !== value),
			);
		}),
	);
});
