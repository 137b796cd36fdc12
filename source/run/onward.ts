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

/** The run to its end, each question answered by `answer`; ends early where that gives no answer that fits. */
export function toEnd(run: Run, answer: (run: Run) => string | undefined): Run {
	let now = onward(run);
	while (now.state === 'choosing') {
		const id = answer(now);
		const next = id === undefined ? now : onward(choose(now, id));
		if (next === now) return now;
		now = next;
	}
	return now;
}
