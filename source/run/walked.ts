/** What of the diagram a run has walked. */
import type {Run, Token} from './run.js';
import {placeOf} from './survey.js';

interface Walked {
	readonly nodes: ReadonlySet<string>;
	readonly edges: ReadonlySet<string>;
}

const known = new WeakMap<Run, Walked>();

/** The nodes that tokens were at, waiting or not, and the edges they took; made once per run. */
export function walked(run: Run): Walked {
	let result = known.get(run);
	if (!result) {
		const {nodes, edges} = run.diagram;
		const names = (list: readonly {id: string}[], places: Iterable<readonly [number, number]>) =>
			Array.from(places, ([place]) => list[place]?.id ?? '');
		result = {
			nodes: new Set([
				...names(nodes, run.visits.entries()),
				...Array.from(run.tokens, token => token.node),
				...Array.from(run.ended, token => token.node),
			]),
			edges: new Set(names(edges, run.taken.entries())),
		};
		known.set(run, result);
	}
	return result;
}

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

/** How often node `id` was run. */
export function visits(run: Run, id: string): number {
	return run.visits.get(placeOf(run.diagram, 'node', id)) ?? 0;
}
