/** `resume`: an unfinished drill gone on with. */
import {resolve} from 'node:path';
import {newDrill} from '../session/drill.js';
import {harmless} from '../text.js';
import {type Command, UsageError} from './command.js';
import {asOption} from './drilling.js';
import {isInteractive, onTerminal, openingOf, screenOptions} from './open.js';
import {findUnfinished, unfinishedAt} from './unfinished.js';

export const resume: Command = {
	name: 'resume',
	summary: 'go on with an unfinished drill: the one of RECORD, or the newest',
	operands: '[RECORD]',
	options: {...screenOptions, as: asOption},
	examples: [
		['flowzap-tui resume', 'the newest drill that was not finished'],
		['flowzap-tui resume drill.jsonl', 'the drill in that record'],
	],
	async run(world, given) {
		const [record, ...more] = given.words;
		if (more.length > 0) throw new UsageError(`one record at a time; not also ${more.join(' ')}`);
		const found =
			record === undefined
				? await findUnfinished(world)
				: await unfinishedAt(world, resolve(world.cwd, record));
		if (!found) {
			const what =
				record === undefined ? 'there is no unfinished drill' : `${harmless(record)} is no unfinished drill`;
			world.complain(`flowzap-tui: ${what}\n`);
			return record === undefined ? 1 : 4;
		}
		if (!isInteractive(world)) throw new UsageError('a drill goes on in a terminal; `replay` prints it');
		const {name, text} = found.origin;
		const opening = await openingOf(world, given, {
			source: {name, text},
			diagram: found.diagram,
			problems: [],
		});
		const drill = {...newDrill, who: given.value('as') ?? '', unfinished: found.drill};
		return onTerminal(world, given, {...opening, drill}, true);
	},
};
