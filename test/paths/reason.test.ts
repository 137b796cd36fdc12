import test from 'ava';
import {reason} from '../../source/paths/reason.js';

const edge = (label: string) => ({kind: 'word', element: 'edge', id: label, label, word: label}) as const;

test('of much evidence the last is named, and what was said twice once', t => {
	const of = (...labels: string[]) => reason({outcome: 'rollback', evidence: labels.map(edge)});
	t.is(of('a', 'a'), 'edge “a”');
	t.is(of('a', 'b', 'c', 'd'), 'edge “b”, edge “c”, edge “d” and 1 before');
	t.is(of('a', 'b', 'c', 'd', 'a'), 'edge “c”, edge “d”, edge “a” and 1 before');
});
