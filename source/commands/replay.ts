/** `replay`: a record walked again. */
import {transcript} from '../drill/transcript.js';
import {columnsFor, say} from './characters.js';
import {type Command, UsageError} from './command.js';
import {outcomeOption, overridesGiven} from './question.js';
import {loadRecord} from './record.js';
import {quoted} from './shell.js';

export const replay: Command = {
	name: 'replay',
	summary: 'walk a recorded drill again and print what happened',
	operands: 'RECORD [FILE]',
	options: {outcome: outcomeOption},
	examples: [
		['flowzap-tui replay drill.jsonl', 'the transcript, the same each time'],
		[
			'flowzap-tui replay drill.jsonl blue-green.fz',
			'held against the file as it is now; exit 3 at the first step that is not possible there, or where it comes to another outcome',
		],
	],
	async run(world, given) {
		const [path, file, ...more] = given.words;
		if (path === undefined) throw new UsageError('name a record');
		if (more.length > 0) throw new UsageError(`one record, one file; not ${more.join(' ')} too`);
		if (file?.endsWith('.jsonl')) throw new UsageError(wrongOrder(path, file));
		const recorded = await loadRecord(world, path, {file, overrides: overridesGiven(given)});
		if ('exit' in recorded) return recorded.exit;
		const {replayed, outcomes, stands} = recorded;
		await say(world, transcript(replayed.run, outcomes, columnsFor(world), replayed.diverged?.what));
		return stands ? 0 : 3;
	},
};

/** What is wrong with a record that stands where the diagram belongs. */
function wrongOrder(path: string, record: string): string {
	if (path.endsWith('.jsonl')) return `one record at a time; not ${record} too`;
	return `the record comes first: \`flowzap-tui replay ${quoted(record)} ${quoted(path)}\``;
}
