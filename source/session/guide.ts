/** A route that the run is to follow. */
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {edgesOf} from './prospects.js';

/** The branch, counted from 0, that leads on along the guide; undefined off the guide or where nothing is asked. */
export function guided(run: Run, guide: readonly string[]): number | undefined {
	if (guide.length === 0 || run.state !== 'choosing') return undefined;
	const walked = edgesOf(run);
	if (walked.some((edge, index) => edge !== guide[index])) return undefined;
	const next = guide[walked.length];
	const index = choices(run).findIndex(choice => choice.edge !== undefined && choice.edge === next);
	return index < 0 ? undefined : index;
}
