import test from 'ava';
import {branchesOf} from '../../source/drill/coverage.js';
import {sketch} from '../helpers/sketch.js';

test('branches of one node that are called alike are told apart by where they lead', t => {
	const diagram = sketch(
		'(s) -> <ok> -yes-> a',
		'<ok> -yes-> b',
		'<ok> -no-> a',
		'<ok> -> b',
		'<ok> -yes-> a',
	);
	t.deepEqual(
		branchesOf(diagram).map(({choice}) => choice),
		['yes (a a, edge e2)', 'yes (b b)', 'no', 'b', 'yes (a a, edge e6)'],
	);
});

test('a loop line that alone leads on is a branch: to leave it is the other way', t => {
	const diagram = sketch('(s) -> try -> <ok> -yes-> done', '<ok> -no-> failed ~up to 3 times~> try');
	t.deepEqual(
		branchesOf(diagram).map(({node, choice}) => `${node}: ${choice}`),
		['ok: yes', 'ok: no', 'failed: up to 3 times'],
	);
});
