import test from 'ava';
import {standardKeys} from '../../source/session/keys.js';

test('no key is bound twice, and no two bindings have one name', t => {
	const keys = standardKeys.flatMap(binding => binding.keys);
	t.deepEqual(
		keys.filter((key, index) => keys.indexOf(key) !== index),
		[],
	);
	const names = standardKeys.map(({name}) => name);
	t.deepEqual(
		names.filter((name, index) => names.indexOf(name) !== index),
		[],
	);
});
