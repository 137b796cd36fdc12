import test from 'ava';
import type {Event} from '../../source/drill/event.js';
import {expectationIn} from '../../source/drill/expectation.js';
import type {Run} from '../../source/run/run.js';

/** Events with the state of the run behind each: `ended`, or whatever else. */
function told(...steps: readonly (readonly [string, string, string?])[]) {
	const events = steps.map(
		([type, , expected], seq) => ({seq, type, t: '', mono: 0, expected}) as unknown as Event,
	);
	const at = new Map(steps.map(([, state], seq) => [seq, {state} as Run]));
	return expectationIn(events, {at});
}

test('what is named once an end was seen was not expected, be it after a step back', t => {
	const before = [
		['open', 'moving', 'success'],
		['move', 'moving'],
		['expect', 'moving', 'degraded'],
		['move', 'ended'],
	] as const;
	t.deepEqual(told(...before), {expected: 'degraded', endSeen: true});
	t.is(told(...before, ['undo', 'moving'], ['expect', 'moving', 'rollback']).expected, 'degraded');
	t.is(told(...before, ['restart', 'moving'], ['expect', 'moving', 'rollback']).expected, 'rollback');
	// Whoever takes the new beginning back stands at the end again.
	t.is(
		told(
			...before,
			['restart', 'moving'],
			['undo', 'ended'],
			['undo', 'moving'],
			['expect', 'moving', 'rollback'],
		).expected,
		'degraded',
	);
});
