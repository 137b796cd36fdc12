import test from 'ava';
import {outcomesOf} from '../../source/paths/outcome.js';
import {reason} from '../../source/paths/reason.js';
import {begin} from '../../source/run/begin.js';
import {onward} from '../../source/run/onward.js';
import {resultOf} from '../../source/run/result.js';
import {choose} from '../../source/run/step.js';
import {sketch} from '../helpers/sketch.js';
import {answering} from '../helpers/trace.js';

const outcome = (lines: string[], ...answers: string[]) => {
	const diagram = sketch(...lines);
	return resultOf(answering(begin(diagram), ...answers), outcomesOf(diagram)).outcome;
};

test('a run that has not ended is open', t => {
	t.is(outcome(['(s) -> <ok> -yes-> (done)', '<ok> -no-> (failed)']), 'open');
});

test('what one branch said still counts behind the join', t => {
	const lines = ['(s) -> split -> a -> join -> (end)', 'split -> <ok> -yes-> join', '<ok> -failed-> join'];
	t.is(outcome(lines, 'yes'), 'end');
	t.is(outcome(lines, 'failed'), 'failure');
});

test('of several ends the worst one counts, and those without a word only where there is no other', t => {
	const lines = ['(s) -> split -> (told)', 'split -> <ok> -yes-> (completed)', '<ok> -no-> (rolled back)'];
	t.is(outcome(lines, 'yes'), 'success');
	t.is(outcome(lines, 'no'), 'rollback');
	t.is(outcome([...lines, 'split -> (failed)'], 'yes'), 'failure');
});

test('a run ended by the limit of visits never ends', t => {
	const diagram = sketch('(s) -> a -> b -> a');
	const run = choose(onward(begin(diagram, {maxVisits: 2})), 'end');
	t.is(resultOf(run, outcomesOf(diagram)).outcome, 'never ends');
	t.is(reason(resultOf(run, outcomesOf(diagram))), 'a “a” visited too often');
});
