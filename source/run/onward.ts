/** Several steps at once. */
import type {Run} from './run.js';
import {choose, step} from './step.js';

/** The run stepped on to its next question, its end, or a node of `stops` (not the one it stands on). */
export function onward(run: Run, stops: ReadonlySet<string> = new Set()): Run {
	let now = run;
	do {
		const next = step(now);
		if (next === now) return now;
		now = next;
	} while (!now.steps.tail(1).some(({node}) => stops.has(node)));
	return now;
}

/** The run to its end, each question answered by `answer`; ends early where that gives no answer that fits, and at `stops`. */
export function toEnd(
	run: Run,
	answer: (run: Run) => string | undefined,
	stops: ReadonlySet<string> = new Set(),
): Run {
	const isStopped = ({steps}: Run) => steps.tail(1).some(({node}) => stops.has(node));
	let now = onward(run, stops);
	while (now.state === 'choosing') {
		if (now !== run && isStopped(now)) return now;
		const id = answer(now);
		const chosen = id === undefined ? now : choose(now, id);
		if (chosen === now) return now;
		now = isStopped(chosen) ? chosen : onward(chosen, stops);
	}
	return now;
}
