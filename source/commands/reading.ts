/** Options of every command that walks a token: how the diagram is read. */
import type {Diagram} from '../diagram/diagram.js';
import {joins, mostVisits, type Switches, splits} from '../run/run.js';
import {type Arguments, type Command, UsageError} from './command.js';
import {mustBeNode, wordsIn} from './question.js';

export const readingOptions: Command['options'] = {
	split: {
		type: 'string',
		oneOf: splits,
		help: 'several ways out of a step: all at once, one of them, or ask (auto: all, except at a loop)',
	},
	join: {
		type: 'string',
		oneOf: joins,
		help: 'several ways in: wait for all that can come (or), for every way in, or for none',
	},
	start: {type: 'string', value: 'IDS', help: 'begin at these nodes, as in n1,n5, or at all starts'},
	'max-visits': {
		type: 'string',
		value: 'N',
		help: `ask after so many visits to a node (10), ${mostVisits} at the most`,
	},
};

/** The switches that were given; throws a UsageError for a start that is not a node of `diagram`. */
export function switchesFrom(given: Arguments, diagram: Diagram): Partial<Switches> {
	const starts = wordsIn([given.value('start') ?? '']);
	for (const id of starts) if (id !== 'all') mustBeNode(diagram, 'start', id);
	const maxVisits = given.number('max-visits', 1, mostVisits);
	const split = splits.find(name => name === given.value('split'));
	const join = joins.find(name => name === given.value('join'));
	return {
		...(split && {split}),
		...(join && {join}),
		...(starts.length > 0 && {
			starts: starts.includes('all') && !diagram.has('all') ? ('all' as const) : starts,
		}),
		...(maxVisits !== undefined && {maxVisits}),
	};
}

/** The file that `--record` names; throws a UsageError for standard output: lines are synced and may be written again. */
export function recordGiven(given: Arguments): string | undefined {
	const path = given.value('record');
	if (path === '-')
		throw new UsageError('--record takes the name of a new file; a record cannot go to standard output');
	return path;
}
