import test from 'ava';
import {interpret} from '../../source/session/interpret.js';
import {standardKeys} from '../../source/session/keys.js';
import {reduce} from '../../source/session/reduce.js';
import {sessionOf} from '../helpers/session.js';

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

test('a key that nothing is bound to says so, a letter of another alphabet why; in a field there is nothing to say', t => {
	const session = sessionOf('A {\nn1: circle\n}\n');
	const told = (key: string) => interpret(session, key).map(intent => 'text' in intent && intent.text);
	t.deepEqual(told('я'), ['я does nothing: ? shows the keys, Latin letters']);
	t.deepEqual(told('é'), ['é does nothing: ? shows the keys']);
	t.deepEqual(told('alt+x'), ['Alt-x does nothing: ? shows the keys']);
	t.deepEqual(interpret(reduce(session, {type: 'open', panel: 'note'}), 'alt+x'), []);
});
