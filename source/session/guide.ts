/** A route that the run is to follow. */
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {edgesOf} from './prospects.js';

/**
 * The branch, counted from 0, that leads on along the guide; undefined where it leads elsewhere or nothing is asked. What
 * other tokens walked meanwhile, or a round beside the guide, changes nothing: it goes on where the guide was left.
 */
export function guided(run: Run, guide: readonly string[]): number | undefined {
	if (guide.length === 0 || run.state !== 'choosing') return undefined;
	let walked = 0;
	for (const edge of edgesOf(run)) if (edge === guide[walked]) walked += 1;
	const next = guide[walked];
	const index = choices(run).findIndex(choice => choice.edge !== undefined && choice.edge === next);
	return index < 0 ? undefined : index;
}
