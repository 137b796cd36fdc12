import {readFileSync} from 'node:fs';
import test from 'ava';
import type {Action} from '../../source/session/action.js';
import {passedLines} from '../../source/session/passed.js';
import type {Session} from '../../source/session/session.js';
import {after, decision, sessionOf} from '../helpers/session.js';

const runOn: Action = {type: 'run on'};
const step: Action = {type: 'advance'};

/** What is told of `actions` in `from`. */
const passed = (from: Session, ...actions: readonly Action[]) => passedLines(from, after(from, ...actions));

test('every step passed on a run on is told with its number and lane, but for the one where the token stands', t => {
	const session = sessionOf(readFileSync('samples/blue-green.fz', 'utf8'));
	t.deepEqual(passed(session, runOn), [
		'Step 2. CI Pipeline: Build new version',
		'Step 3. CI Pipeline: Run automated tests -> Deploy',
		'Step 4. Blue-Green Controller: Identify current environment',
	]);
	t.deepEqual(passed(session, step), []);
	t.deepEqual(passed(session), []);
	const decided = after(session, runOn, {type: 'choose', number: 1});
	t.deepEqual(passed(decided, runOn), ['Step 7. Blue-Green Controller: Run smoke tests']);
});

test('decisions that were drawn by lot are told with their branch', t => {
	const session = sessionOf(decision);
	const [look, well, ...more] = passed(session, {type: 'random run'});
	t.is(look, 'Step 2. A: Look');
	t.regex(well ?? '', /^Step 3\. A: Well\? -> (Yes|No)$/);
	t.deepEqual(more, []);
});

test('nothing was passed on the way back, nor by a new beginning', t => {
	const session = after(sessionOf(decision), runOn, {type: 'choose', number: 1});
	for (const type of ['back', 'restart'] as const) t.deepEqual(passed(session, {type}), []);
	t.deepEqual(passed(after(session, {type: 'restart'}), {type: 'back'}), []);
	t.deepEqual(passed(after(session, {type: 'back'}), {type: 'forward'}), []);
});

test('of several tokens each step names its own, also the last where another one stands to move', t => {
	const session = sessionOf(readFileSync('test/run/models/several-ends.fz', 'utf8'), {
		switches: {starts: 'all'},
	});
	t.deepEqual(passed(session, runOn), [
		'Step 3. #1 Alerting: Open incident',
		'Step 4. #2 Alerting: Open incident',
		'Step 5. #1+2 Alerting: Open incident',
		'Step 6. #1 Alerting: Page on-call',
		'Step 7. #3 Alerting: Post to status page',
	]);
	const decided = after(session, runOn);
	t.deepEqual(passed(decided, {type: 'choose', number: 1}), ['Step 9. #1 On-call: Incident suppressed']);
});

test('of hundreds of steps the last ones are told, and how many were before', t => {
	const nodes = Array.from({length: 300}, (_, at) => `n${at + 1}: rectangle label:"S${at + 1}"`);
	const edges = nodes.slice(1).map((_, at) => `n${at + 1}.handle(right) -> n${at + 2}.handle(left)`);
	const told = passed(sessionOf(['A { # A', ...nodes, ...edges, '}', ''].join('\n')), runOn);
	t.is(told.length, 21);
	t.deepEqual(
		[told[0], told[1], told.at(-1)],
		['… 278 steps before', 'Step 280. A: S280', 'Step 299. A: S299'],
	);
});
