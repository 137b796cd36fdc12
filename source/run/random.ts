/** Answers that chance gives to a run. */
import type {Random} from '../random.js';
import {choices} from './choices.js';
import type {Choice, Run} from './run.js';
import {placeOf} from './survey.js';
import {unreadAt} from './unread.js';

/**
 * An answer to the run's question, the id of a choice: what no one needs to decide by rule (see `byRule`), else
 * at random, a branch the likelier the less it has been taken, so that loops end and much is seen. Undefined where a way
 * out could not be read: chance would walk past it.
 */
export function atRandom(run: Run, random: Random): string | undefined {
	const ruled = byRule(run);
	if (ruled !== undefined) return ruled;
	if (unreadAt(run) !== undefined) return undefined;
	const open = openChoices(run);
	const weights = open.map(({edge}) => 1 / (1 + takenOf(run, edge)));
	let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
	const found = open.find((_, index) => {
		left -= weights[index] ?? 0;
		return left < 0;
	});
	return (found ?? open.at(-1))?.id;
}

/**
 * The answer where nobody is asked: several starts all begin, a token that comes back is a reply, the limit of
 * visits ends it, of joins that wait for each other the first goes on. Undefined for a decision.
 */
export function byRule(run: Run): string | undefined {
	switch (run.question?.type) {
		case 'start':
			return 'all';
		case 'again':
			return 'reply';
		case 'visits':
			return 'end';
		case 'stuck':
			return choices(run)[0]?.id;
		default:
			return undefined;
	}
}

/** The choices that do not go round a loop beyond its bound, where others are left. */
function openChoices(run: Run): readonly Choice[] {
	const all = choices(run);
	const open = all.filter(({loop}) => loop?.bound === undefined || loop.turns < loop.bound);
	return open.length > 0 ? open : all;
}

function takenOf(run: Run, edge: string | undefined): number {
	return edge === undefined ? 0 : (run.taken.get(placeOf(run.diagram, 'edge', edge)) ?? 0);
}
