/** What the token did so far, as the trail shows it. */
import type {Shape} from '../diagram/diagram.js';
import type {Run, Step} from '../run/run.js';
import {stepCount} from '../run/walked.js';
import {harmless} from '../text.js';

/** A place of the trail. */
export interface TrailEntry {
	/** Counts from 1. */
	readonly number: number;
	readonly node: string;
	readonly shape: Shape;
	readonly label: string;
	/** The label of the way on that was taken, where it had one. */
	readonly taken: string | undefined;
	/** Which token, `1+2` where several became one; empty where there was only one. */
	readonly token: string;
	readonly jumped: boolean;
	/** Whether the token that moves stands there. */
	readonly now: boolean;
}

/** The last `count` places the token came to, in order. */
export function trail(run: Run, count: number): readonly TrailEntry[] {
	const steps = run.steps.tail(count + run.ended.size);
	const taken = waysTaken(run, steps);
	const now = steps.findLast(({type, token}) => type !== 'end' && token === (run.active ?? token));
	const shown = count > 0 ? steps.filter(({type}) => type !== 'end').slice(-count) : [];
	const first = stepCount(run) - shown.length + 1;
	return shown.map((step, index) => {
		const node = run.diagram.node(step.node);
		return {
			number: first + index,
			node: node.id,
			shape: node.shape,
			label: harmless(node.label),
			taken: taken.get(step)?.join(', '),
			token: run.issued > 1 ? tokensOf(step) : '',
			jumped: step.type === 'jump',
			now: step === now,
		};
	});
}

/** More tokens than these are counted, not named. */
const mostNamed = 3;

function tokensOf({token, merged = [token]}: Step): string {
	return merged.length > mostNamed ? `${merged.length} tokens` : merged.join('+');
}

/** The labels of the ways that were taken on from a place, by the step that came to it. */
function waysTaken({diagram}: Run, steps: readonly Step[]): ReadonlyMap<Step, readonly string[]> {
	const labels = new Map<Step, string[]>();
	const latest = new Map<string, Step>();
	for (const step of steps) {
		const edge = step.edge === undefined || step.type === 'end' ? undefined : diagram.edge(step.edge);
		const from = edge && latest.get(edge.from);
		if (from && edge.label !== '') labels.set(from, [...(labels.get(from) ?? []), harmless(edge.label)]);
		if (step.type !== 'end') latest.set(step.node, step);
	}
	return labels;
}
