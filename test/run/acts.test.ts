import test from 'ava';
import {apply, changes} from '../../source/run/acts.js';
import {begin} from '../../source/run/begin.js';
import {onward} from '../../source/run/onward.js';
import type {Run} from '../../source/run/run.js';
import {jump, reread} from '../../source/run/steer.js';
import {choose, step} from '../../source/run/step.js';
import {back, forward, restart} from '../../source/run/undo.js';
import {sketch} from '../helpers/sketch.js';
import {trace} from '../helpers/trace.js';

const start = begin(sketch('(s) -> a -> <ok> -yes-> (e)', '<ok> -no-> a'));
const told = (before: Run, after: Run) =>
	changes(before, after)
		.map(({type, after: {act}}) => (type === 'undone' ? 'undo' : act.type))
		.join(' ');

test('what happened between two states of a run is found again', t => {
	const decision = onward(start);
	t.is(told(start, start), '');
	t.is(told(start, decision), 'step step');
	t.is(told(decision, back(decision)), 'undo');
	t.is(told(back(decision), forward(back(decision))), 'step');
	t.is(told(decision, onward(choose(decision, 'e4'))), 'choose step');
	t.is(told(choose(decision, 'e3'), choose(decision, 'e4')), 'undo choose');
	t.is(told(decision, step(back(back(decision)))), 'undo undo step');
	t.is(told(decision, jump(back(decision), 'e')), 'undo jump');
	t.is(told(decision, restart(decision)), 'restart');
	t.is(told(restart(decision), back(restart(decision))), 'undo');
	t.is(told(decision, reread(decision, {split: 'one'})), 'read');
	t.is(told(start, begin(start.diagram)), '');
});

test('acts done again lead to the same state', t => {
	const run = jump(onward(choose(onward(start), 'e4')), 's');
	const again = changes(start, run).reduce((now, {after}) => apply(now, after.act), start);
	t.is(trace(again), trace(run));
});
