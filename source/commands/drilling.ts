/** Options of the commands that open a drill: who takes part, what is expected, where it is recorded. */

import type {Diagram} from '../diagram/diagram.js';
import type {Person} from '../drill/logbook.js';
import type {World} from '../main.js';
import {open, outcomesOf} from '../paths/outcome.js';
import type {Source} from '../problem.js';
import {type Drill, newDrill} from '../session/drill.js';
import type {Opening} from '../session/session.js';
import {harmless} from '../text.js';
import {readCards} from './cards.js';
import {type Arguments, type Command, UsageError} from './command.js';
import {readingOptions, switchesFrom} from './reading.js';
import {Recorder} from './recorder.js';
import {rehearsals} from './rehearsals.js';
import {findUnfinished} from './unfinished.js';

export const asOption: Command['options'][string] = {
	type: 'string',
	value: 'NAME',
	help: 'who sits at the keyboard, for the record',
};

export const drillOptions: Command['options'] = {
	as: asOption,
	people: {
		type: 'string',
		multiple: true,
		value: 'WHO',
		help: 'who takes part, and for which lane: Ana=CI,Ben',
	},
	expect: {type: 'string', value: 'OUTCOME', help: 'the outcome that is expected; compared at the end'},
	record: {type: 'string', value: 'FILE', help: 'where the drill is recorded, a new file'},
	cards: {type: 'string', value: 'FILE', help: 'injects that come up at nodes: a YAML list of node and text'},
	blind: {type: 'boolean', help: 'hide what lies ahead'},
	why: {type: 'boolean', help: 'ask for a reason before each decision'},
	limit: {type: 'string', value: 'SECONDS', help: 'warn where a step takes longer'},
	'no-record': {type: 'boolean', help: 'record nothing, and offer no unfinished drill'},
	...readingOptions,
};

/** What the options say of the drill, with an unfinished one of the same diagram that may be gone on with. */
export async function drillGiven(
	world: World,
	given: Arguments,
	{source, diagram}: Pick<Opening, 'source' | 'diagram'>,
): Promise<Pick<Opening, 'drill' | 'switches'>> {
	const cards = given.value('cards');
	const limit = given.number('limit', 1);
	const offers = !given.flag('no-record') && given.value('record') === undefined;
	const drill: Drill = {
		...newDrill,
		who: given.value('as') ?? '',
		people: given.values('people').flatMap(text => text.split(',').map(person)),
		expected: expectedGiven(given, diagram),
		cards: cards === undefined ? [] : await readCards(world, cards, diagram),
		unrehearsed: given.flag('no-record') ? undefined : await unrehearsed(world, source, diagram),
		blind: given.flag('blind'),
		demandsWhy: given.flag('why'),
		limit: limit === undefined ? undefined : limit * 1000,
		unfinished: offers ? (await findUnfinished(world, source.text))?.drill : undefined,
	};
	return {drill, switches: switchesFrom(given, diagram)};
}

/** What keeps the session: a record, or nothing where that was asked for. */
export function recordingGiven(world: World, given: Arguments): Pick<Recorder, 'keep' | 'end'> {
	if (given.flag('no-record')) return {keep: (_, after) => after, end() {}};
	return new Recorder(world, given.value('record'));
}

/** The outcome named by `--expect`; a UsageError for one that the diagram does not have. */
function expectedGiven(given: Arguments, diagram: Diagram): string {
	const name = given.value('expect');
	if (name === undefined) return '';
	const names = outcomesOf(diagram).names.filter(outcome => outcome !== open);
	const found = names.find(outcome => outcome.toLowerCase() === name.toLowerCase());
	if (found === undefined)
		throw new UsageError(`--expect: no outcome is called ${name}; there are: ${names.join(', ')}`);
	return found;
}

/** What no recorded drill of the file has walked; undefined where there is none. */
async function unrehearsed(
	world: World,
	source: Source,
	diagram: Diagram,
): Promise<ReadonlySet<string> | undefined> {
	const drills = await rehearsals({...world, complain() {}}, source, diagram, []);
	if (!drills || drills.length === 0) return undefined;
	const parts = [...diagram.nodes, ...diagram.edges].map(({id}) => id);
	return new Set(parts.filter(id => !drills.some(({nodes, edges}) => nodes.has(id) || edges.has(id))));
}

function person(text: string): Person {
	const [name = '', lane = ''] = text.split('=').map(part => part.trim());
	if (name === '') throw new UsageError(`--people takes names, as in Ana=CI,Ben; not ${harmless(text)}`);
	return {name, lane};
}
