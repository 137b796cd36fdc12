import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {layOut} from '../../source/layout/layout.js';

test('a label of more words than a call takes arguments is laid out, on a node and on an edge', t => {
	const words = 'a '.repeat(150_000);
	const {diagram} = read(
		`a { # A\nn1: circle label:"${words}"\nn2: circle label:"End"\nn1.handle(right) -> n2.handle(left) [label="${words}"]\n}\n`,
	);
	t.is(layOut(diagram, {zoom: 'full'}).nodes.length, 2);
});
