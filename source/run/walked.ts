/** What of the diagram a run has walked. */
import {onceFor} from '../once.js';
import type {Run, Token} from './run.js';
import {placeOf} from './survey.js';

interface Walked {
	readonly nodes: ReadonlySet<string>;
	readonly edges: ReadonlySet<string>;
}

/** The nodes that tokens of a run were at, waiting or not, and the edges they took. */
export const walked = onceFor(({diagram, visits, taken, tokens, ended}: Run): Walked => {
	const names = (list: readonly {id: string}[], places: Iterable<readonly [number, number]>) =>
		Array.from(places, ([place]) => list[place]?.id ?? '');
	const stood = [...tokens, ...ended].map(({node}) => node);
	return {
		nodes: new Set([...names(diagram.nodes, visits.entries()), ...stood]),
		edges: new Set(names(diagram.edges, taken.entries())),
	};
});

/** What `run` has walked and where its tokens are, those that came to an end too. */
export function standing(run: Run): Walked & {readonly tokens: ReadonlySet<string>} {
	return {...walked(run), tokens: new Set(Array.from([...run.tokens, ...endedIn(run)], ({node}) => node))};
}

/** The tokens that came to an end, by number. After a jump from the end those of before count no more. */
export function endedIn({ended, steps}: Run): readonly Token[] {
	if (ended.size === 0) return [];
	let [since, issued] = [0, 0];
	for (const {type, token} of steps) {
		if (type === 'jump' && token > issued) since = token;
		issued = Math.max(issued, token);
	}
	return [...ended].filter(({number}) => number >= since);
}

/** Steps made so far; the start counts. */
export function stepCount({steps, ended}: Run): number {
	return steps.size - ended.size;
}

/** How often node `id` was run. */
export function visits(run: Run, id: string): number {
	return run.visits.get(placeOf(run.diagram, 'node', id)) ?? 0;
}
