/** What the run is to follow: a route of the list, or the way to an outcome. */
import {leave} from '../paths/network.js';
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {edgesOf} from './prospects.js';

export interface Guide {
	/** As it is called to the person: `route 3`. */
	readonly name: string;
	readonly edges: readonly string[];
	/** What it is, in whatever diagram: the route with this id, of the list narrowed so, or a way to this outcome. */
	readonly of:
		| {readonly route: string; readonly filter: string | undefined; readonly number: number}
		| {readonly outcome: string};
}

/**
 * The branch, counted from 0, that leads on along the guide, or out of a loop at its end; undefined where it leads
 * elsewhere or nothing is asked. What other tokens walked meanwhile, or a round beside the guide, changes nothing: it goes
 * on where the guide was left.
 */
export function guided(run: Run, guide: Guide | undefined): number | undefined {
	if (!guide || run.state !== 'choosing') return undefined;
	const next = nextOf(run, guide) ?? leave;
	const index = choices(run).findIndex(choice => (choice.edge ?? choice.id) === next);
	return index < 0 ? undefined : index;
}

/** Whether a token of `run` is on the guide: where it goes on, or at its end. */
export function isGuided(run: Run, guide: Guide): boolean {
	const next = nextOf(run, guide);
	if (next === undefined || run.tokens.size === 0) return next === undefined || run.state !== 'ended';
	const {from} = run.diagram.edge(next);
	return [...run.tokens].some(({node}) => node === from);
}

/** The first edge of the guide that was not walked yet. */
function nextOf(run: Run, {edges}: Guide): string | undefined {
	let walked = 0;
	for (const edge of edgesOf(run)) if (edge === edges[walked]) walked += 1;
	return edges[walked];
}
