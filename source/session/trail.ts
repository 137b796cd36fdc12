/** What the token did so far, as the trail shows it. */
import type {Shape} from '../diagram/diagram.js';
import {leave} from '../paths/network.js';
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
	/** The label of the way on that was taken, where it had one; `leave` where a loop was left. */
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

/** Lines of the whole trail with its heading: one a place, and one a way that was taken on by its name. */
export function trailLines(run: Run): number {
	const list = trail(run, stepCount(run));
	return 1 + list.length + list.filter(({taken}) => taken).length;
}

/** More tokens than these are counted, not named. */
const mostNamed = 3;

function tokensOf({token, merged = [token]}: Step): string {
	return merged.length > mostNamed ? `${merged.length} tokens` : merged.join('+');
}

/** What the ways are called that were taken on from a place, out of a loop too, by the step that came to it. */
function waysTaken({diagram}: Run, steps: readonly Step[]): ReadonlyMap<Step, readonly string[]> {
	const labels = new Map<Step, string[]>();
	const latest = new Map<string, Step>();
	const add = (from: string, label: string) => {
		const step = latest.get(from);
		if (step && label !== '') labels.set(step, [...(labels.get(step) ?? []), harmless(label)]);
	};
	for (const step of steps) {
		const {type, node, edge, why} = step;
		if (why === 'left') add(node, leave);
		if (type === 'end') continue;
		if (edge !== undefined) add(diagram.edge(edge).from, diagram.edge(edge).label);
		latest.set(node, step);
	}
	return labels;
}
