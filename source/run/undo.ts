/** Steps back and forward again. Every run holds the one before it, sharing nearly all of it: no replay. */
import {begin} from './begin.js';
import type {Run} from './run.js';
import {follow} from './settle.js';

/** The run before the last action; at the beginning unchanged. */
export function back(run: Run): Run {
	return run.past ? {...run.past, future: run} : run;
}

/** The run that `back` left; unchanged after anything else. */
export function forward(run: Run): Run {
	return run.future ?? run;
}

/** The run begun anew under the reading in force; `back` undoes that too. */
export function restart(run: Run): Run {
	const anew = {...begin(run.diagram, run.switches), restarts: run.restarts + 1};
	return follow(run, {type: 'restart'}, anew);
}
