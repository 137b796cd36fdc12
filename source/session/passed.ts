/** The steps that were passed on a run on, in words: who reads line by line has no picture that shows them. */

import {plural} from '../numbers.js';
import {changes} from '../run/acts.js';
import {stepCount} from '../run/walked.js';
import {harmless} from '../text.js';
import type {Session} from './session.js';
import {type TrailEntry, trail} from './trail.js';

/** Steps that are told one by one, at most. */
const mostTold = 20;

/** A line for each step from `before` to `after`, the last ones of many, but for the one where the token stands now. */
export function passedLines(before: Session, after: Session): string[] {
	const made = changes(before.run, after.run);
	if (!made.every(({type, after: {act}}) => type === 'done' && act.type !== 'restart')) return [];
	const count = made.length === 0 ? 0 : stepCount(after.run) - stepCount(before.run);
	const entries = trail(after.run, count);
	const passed = entries.at(-1)?.now ? entries.slice(0, -1) : entries;
	const told = passed.slice(-mostTold);
	const more = passed.length - told.length;
	return [...(more > 0 ? [`… ${plural(more, 'step')} before`] : []), ...stepLines(after, told)];
}

/** A line for each of `steps`. */
export function stepLines({diagram}: Session, steps: readonly TrailEntry[]): string[] {
	return steps.map(({number, node, label, taken, token}) => {
		const lane = harmless(diagram.lane(diagram.node(node).lane).name);
		return `Step ${number}. ${token && `#${token} `}${lane}: ${label}${taken ? ` -> ${taken}` : ''}`;
	});
}
