/** What the token did so far, as the trail shows it. */
import type {Shape} from '../diagram/diagram.js';
import type {Run, Step} from '../run/run.js';
import {harmless} from '../text.js';

export interface TrailEntry {
	/** Counts from 1. */
	readonly number: number;
	readonly node: string;
	readonly shape: Shape;
	readonly label: string;
	/** The label of the way on that was taken, where it had one. */
	readonly taken: string | undefined;
	/** Which token, where there was more than one. */
	readonly token: number | undefined;
	readonly jumped: boolean;
}

/** Steps made so far; the start counts. */
export function stepCount(run: Run): number {
	return run.steps.size - run.ended.size;
}

/** The last `count` places the token came to, in order. */
export function trail(run: Run, count: number): readonly TrailEntry[] {
	// One more step than entries: the way on from a place is told by the step after it.
	const steps = run.steps.tail(count + run.ended.size + 1);
	const first = run.steps.size - steps.length;
	const arrivals = steps.flatMap((step, i) =>
		step.type === 'end' ? [] : [{step, after: steps[i + 1], at: first + i}],
	);
	return arrivals.slice(-count).map(({step, after, at}) => {
		const node = run.diagram.node(step.node);
		return {
			number: Math.min(at + 1, stepCount(run)),
			node: node.id,
			shape: node.shape,
			label: harmless(node.label),
			taken: after && takenBy(run, after),
			token: run.issued > 1 ? step.token : undefined,
			jumped: step.type === 'jump',
		};
	});
}

function takenBy(run: Run, step: Step): string | undefined {
	if (step.edge === undefined || step.type === 'end') return undefined;
	return harmless(run.diagram.edge(step.edge).label) || undefined;
}
