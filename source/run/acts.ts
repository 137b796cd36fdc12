/** Acts as data: carried out, and found again between two states of a run. */
import type {Act, Run} from './run.js';
import {activate, jump, reread} from './steer.js';
import {choose, step} from './step.js';
import {restart} from './undo.js';

/** The run after `act`; unchanged where that cannot be done. */
export function apply(run: Run, act: Act): Run {
	switch (act.type) {
		case 'begin':
			return run;
		case 'step':
			return step(run);
		case 'choose':
			return choose(run, act.id);
		case 'jump':
			return jump(run, act.node);
		case 'token':
			return activate(run, act.number);
		case 'read':
			return reread(run, act.switches);
		case 'restart':
			return restart(run);
	}
}

/** One undone act, or one done: the states on either side of it. */
export interface Change {
	readonly type: 'undone' | 'done';
	readonly before: Run;
	readonly after: Run;
}

/**
 * What leads from `before` to `after`, two states of one run: acts undone down to the last state they share,
 * then acts done. Empty where nothing happened or they share none.
 */
export function changes(before: Run, after: Run): Change[] {
	const later = new Map<Act, number>();
	const line: Run[] = [];
	for (let run: Run | undefined = after; run; run = run.past) {
		if (run.act === before.act) return done([...line, run]);
		later.set(run.act, line.length);
		line.push(run);
	}
	const undone: Change[] = [];
	for (let run = before; run.past; run = run.past) {
		undone.push({type: 'undone', before: run, after: run.past});
		const shared = later.get(run.past.act);
		if (shared !== undefined) return [...undone, ...done(line.slice(0, shared + 1))];
	}
	return [];
}

/** The acts of `line`, states from the last to the first. */
function done(line: readonly Run[]): Change[] {
	return line
		.flatMap((after, index) => {
			const before = line[index + 1];
			return before ? [{type: 'done' as const, before, after}] : [];
		})
		.reverse();
}
