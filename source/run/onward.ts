/** Several steps at once. */
import {activeToken, type Run} from './run.js';
import {choose, step} from './step.js';

/** The run stepped on to its next question, its end, or a node of `stops` (not the one it stands on). */
export function onward(run: Run, stops: ReadonlySet<string> = new Set()): Run {
	let now = run;
	do {
		const next = step(now);
		if (next === now) return now;
		now = next;
	} while (!isAt(now, stops));
	return now;
}

/** The run to its end, each question answered by `answer`; ends early where that gives no answer that fits, and at `stops`. */
export function toEnd(
	run: Run,
	answer: (run: Run) => string | undefined,
	stops: ReadonlySet<string> = new Set(),
): Run {
	let now = onward(run, stops);
	while (now.state === 'choosing') {
		if (now !== run && isAt(now, stops)) return now;
		const id = answer(now);
		const chosen = id === undefined ? now : choose(now, id);
		if (chosen === now) return now;
		now = isAt(chosen, stops) ? chosen : onward(chosen, stops);
	}
	return now;
}

/** Whether a token has just come to one of `nodes`, or the one that moves next has stood there since a split. */
function isAt(run: Run, nodes: ReadonlySet<string>): boolean {
	const {last} = run.steps;
	const came = last?.type === 'fork' ? undefined : last;
	return [came, activeToken(run)].some(one => one !== undefined && nodes.has(one.node));
}
