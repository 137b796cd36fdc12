import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {begin} from '../../source/run/begin.js';
import {onward} from '../../source/run/onward.js';
import {trail} from '../../source/session/trail.js';

/** `n1` to `count` nodes at once, and those to `join`. */
function fan(count: number): string {
	const branches = Array.from({length: count}, (_, at) => `b${at}`);
	return [
		'L {',
		'n1: circle label:"Start"',
		...branches.map(id => `${id}: rectangle label:"${id}"`),
		'join: rectangle label:"Join"',
		...branches.flatMap(id => [
			`n1.handle(right) -> ${id}.handle(left)`,
			`${id}.handle(right) -> join.handle(left)`,
		]),
		'}',
		'',
	].join('\n');
}

const told = (source: string) =>
	trail(onward(begin(read(source).diagram, {split: 'all'})), 100).map(
		({token, label}) => `${token}: ${label}`,
	);

test('tokens that became one are named together in the trail', t => {
	t.deepEqual(told(fan(2)), ['1: Start', '1: b0', '2: b1', '1: Join', '2: Join', '1+2: Join']);
});

test('many tokens that became one are counted', t => {
	t.is(told(fan(5)).at(-1), '5 tokens: Join');
});
