/** Options of the commands that open a drill: who takes part, what is expected, by which rules. */
import type {Diagram} from '../diagram/diagram.js';
import type {Person} from '../drill/logbook.js';
import {type Drill, newDrill} from '../session/drill.js';
import type {Opening} from '../session/open.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {readCards} from './cards.js';
import {type Arguments, type Command, type ExitCode, UsageError} from './command.js';
import {expectedGiven, outcomeOption, outcomesGiven, overridesGiven} from './question.js';
import {readingOptions, recordGiven, switchesFrom} from './reading.js';
import {offeredWith} from './unfinished.js';

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
	outcome: outcomeOption,
	record: {type: 'string', value: 'FILE', help: 'where the drill is recorded, a new file'},
	cards: {type: 'string', value: 'FILE', help: 'injects that come up at nodes: a YAML list of node and text'},
	blind: {type: 'boolean', help: 'hide what lies ahead'},
	why: {type: 'boolean', help: 'ask for a reason before each decision'},
	limit: {type: 'string', value: 'SECONDS', help: 'warn where a step takes longer'},
	seed: {
		type: 'string',
		value: 'N',
		help: 'draw lots by this number: the same number, the same way; up to 999999999',
	},
	'no-record': {type: 'boolean', help: 'record nothing, and offer no unfinished drill'},
	...readingOptions,
};

/** What the options say of the drill, with an unfinished one of the same diagram that may be gone on with; an exit code after the complaint of a file of cards. */
export async function drillGiven(
	world: World,
	given: Arguments,
	{source, diagram}: Pick<Opening, 'source' | 'diagram'>,
): Promise<Pick<Opening, 'drill' | 'switches' | 'notices'> | {readonly exit: ExitCode}> {
	const limit = given.number('limit', 1);
	const unrecorded = given.flag('no-record');
	if (unrecorded && recordGiven(given) !== undefined)
		throw new UsageError('--record and --no-record: which of the two?');
	const file = given.value('cards');
	const cards = file === undefined ? [] : await readCards(world, file, diagram);
	if ('exit' in cards) return cards;
	const offers = !unrecorded && recordGiven(given) === undefined;
	const earlier = offers ? await offeredWith(world, source) : {why: ''};
	const drill: Drill = {
		...newDrill,
		who: given.value('as') ?? '',
		people: peopleGiven(given, diagram),
		expected: expectedOf(given, diagram),
		overrides: overridesGiven(given),
		cards,
		unrecorded,
		blind: given.flag('blind'),
		demandsWhy: given.flag('why'),
		seed: given.number('seed', 0),
		limit: limit === undefined ? undefined : limit * 1000,
		unfinished: 'why' in earlier ? undefined : earlier.drill,
	};
	const misfit = 'why' in earlier ? earlier.why : '';
	return {
		drill,
		switches: switchesFrom(given, diagram),
		notices: misfit ? [{text: harmless(misfit), urgent: true}] : [],
	};
}

/** The outcome named by `--expect`; a UsageError too for what `--outcome` does not find in the diagram. */
function expectedOf(given: Arguments, diagram: Diagram): string {
	// To work the outcomes out takes a good part of a start.
	if (given.value('expect') === undefined && given.values('outcome').length === 0) return '';
	return expectedGiven(given, outcomesGiven(given, diagram)) ?? '';
}

/** Who takes part; a UsageError for a lane that the diagram does not have. */
function peopleGiven(given: Arguments, diagram: Diagram): Person[] {
	const people = given.values('people').flatMap(text => text.split(',').map(person));
	const stray = people.find(
		({lane}) => lane !== '' && !diagram.lanes.some(({id, name}) => id === lane || name === lane),
	);
	if (stray) {
		const lanes = diagram.lanes.map(({id, name}) => (id === name ? id : `${id} (${name})`));
		throw new UsageError(`--people: no lane is called ${stray.lane}; there are: ${lanes.join(', ')}`);
	}
	return people;
}

function person(text: string): Person {
	const [name = '', lane = ''] = text.split('=').map(part => part.trim());
	if (name === '') throw new UsageError(`--people takes names, as in Ana=CI,Ben; not ${harmless(text)}`);
	return {name, lane};
}
