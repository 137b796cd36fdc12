/** `run`: a dry run without a screen. */
import {type Answer, atStart, walkBy} from '../drill/answers.js';
import type {Fact} from '../drill/event.js';
import {factsBetween, lastFact} from '../drill/facts.js';
import {createJournal} from '../drill/journal.js';
import {openingFacts, originFor} from '../drill/opening.js';
import {transcript} from '../drill/transcript.js';
import {isSameOutcome} from '../paths/outcome.js';
import {randomFrom} from '../random.js';
import {begin} from '../run/begin.js';
import {choices} from '../run/choices.js';
import {atRandom} from '../run/random.js';
import {resultOf} from '../run/result.js';
import type {Run} from '../run/run.js';
import {harmless} from '../text.js';
import {version} from '../version.js';
import type {World} from '../world.js';
import {columnsFor, say} from './characters.js';
import {answersFrom} from './choose.js';
import type {Command} from './command.js';
import {fileOf, load} from './load.js';
import {expectedGiven, outcomeOption, outcomesGiven, overridesGiven} from './question.js';
import {readingOptions, recordGiven, switchesFrom} from './reading.js';
import {isRecordRefused} from './recording.js';

export const run: Command = {
	name: 'run',
	summary: 'walk a token without a screen and print what happened',
	operands: 'FILE',
	options: {
		choose: {
			type: 'string',
			multiple: true,
			value: 'DECISIONS',
			help: 'what to choose: NODE=LABEL, several divided by commas; for one node again and again, in turn',
		},
		seed: {
			type: 'string',
			value: 'N',
			help: 'decide the rest by chance; the same number, the same way; up to 999999999',
		},
		expect: {type: 'string', value: 'OUTCOME', help: 'end with 1 unless it comes to this'},
		record: {type: 'string', value: 'FILE', help: 'write the run down as the record of a drill, a new file'},
		outcome: outcomeOption,
		...readingOptions,
	},
	examples: [
		[
			'flowzap-tui run blue-green.fz --choose n7=Blue,n11=Yes,n18=No --expect rollback',
			'the steps of that run; exit 0 as it ends in a rollback',
		],
		['flowzap-tui run saga.fz --seed 7', 'a run by chance, the same each time'],
	],
	async run(world, given) {
		if (await isRecordRefused(world, given)) return 4;
		const record = recordGiven(given);
		const loaded = await load(world, fileOf(given));
		if ('exit' in loaded) return loaded.exit;
		const outcomes = outcomesGiven(given, loaded.diagram);
		const expected = expectedGiven(given, outcomes);
		const seed = given.number('seed', 0);
		const random = seed === undefined ? undefined : randomFrom(seed);
		const answers = answersFrom(given, loaded.diagram);
		const start = begin(loaded.diagram, switchesFrom(given, loaded.diagram));
		const starts = untold(start, answers);
		if (starts !== '')
			world.complain(`flowzap-tui: begun at all starts, ${starts}; \`--start\` chooses among them\n`);
		const walked = walkBy(start, answers, now => random && atRandom(now, random));
		await say(world, transcript(walked.run, outcomes, columnsFor(world)));
		const opening = {
			version,
			...(expected !== undefined && {expected}),
			overrides: overridesGiven(given),
		};
		const refused =
			record === undefined
				? undefined
				: writeDown(world, record, openingFacts(start, originFor(record, loaded.source), opening), [
						...factsBetween(start, walked.run, outcomes),
						lastFact(walked.run.state === 'ended'),
					]);
		if (refused !== undefined) {
			world.complain(`flowzap-tui: ${harmless(refused)}\n`);
			return 4;
		}
		const {outcome} = resultOf(walked.run, outcomes);
		const problems = [
			...(walked.problem === undefined ? [] : [walked.problem]),
			...(expected === undefined || isSameOutcome(expected, outcome)
				? []
				: [`expected ${harmless(expected)}, came to ${harmless(outcome)}`]),
		];
		for (const problem of problems) world.complain(`flowzap-tui: ${problem}\n`);
		return problems.length > 0 ? 1 : 0;
	},
};

/** The starts of a run that nobody told where to begin, where there are several. */
function untold(start: Run, answers: readonly Answer[]): string {
	if (start.question?.type !== 'start' || answers.some(({node}) => node === atStart)) return '';
	return choices(start)
		.flatMap(({node}) => (node === undefined ? [] : [harmless(node)]))
		.join(', ');
}

/** Writes a run down as the record of a drill; a sentence where that cannot be done. */
function writeDown(
	world: World,
	path: string,
	opening: readonly Fact[],
	facts: readonly Fact[],
): string | undefined {
	const opened = createJournal(path, world);
	if ('refused' in opened) return opened.refused;
	opened.journal.append([...opening, ...facts]);
	opened.journal.close();
	return opened.journal.problem && `${path}: ${opened.journal.problem}`;
}
