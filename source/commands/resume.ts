/** `resume`: an unfinished drill gone on with. */
import {resolve} from 'node:path';
import {mostBytes, textIn} from '../diagram/bytes.js';
import {recordFolder} from '../drill/places.js';
import {newDrill} from '../session/drill.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {appearanceGiven, screenOptions} from './appearance.js';
import {type Command, UsageError} from './command.js';
import {asOption} from './drilling.js';
import {byLine, isByLine, isInteractive, onScreen, openingOf, plainOption} from './session.js';
import {carriedTo, type Found, findUnfinished, unfinishedAt} from './unfinished.js';

export const resume: Command = {
	name: 'resume',
	summary: 'go on with an unfinished drill: the one of RECORD, or the newest',
	operands: '[RECORD]',
	options: {...screenOptions, as: asOption, plain: plainOption},
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
		if ('why' in found) {
			const folder = recordFolder(world.env, world.platform);
			const nothing = `there is no unfinished drill in ${folder}; name the record of one that is kept elsewhere`;
			const what = record === undefined ? found.why || nothing : `${record}: ${found.why}`;
			world.complain(`flowzap-tui: ${harmless(what)}\n`);
			return (record !== undefined && found.exit) || 1;
		}
		const answers = isByLine(world, given);
		if (!answers && !isInteractive(world))
			throw new UsageError('a drill goes on in a terminal, or with --plain; `replay` prints it');
		const {origin, diagram, drill: unfinished} = await asItIsNow(world, found);
		const look = await appearanceGiven(world, given);
		const opening = {
			...openingOf(world, look, {source: origin, diagram, problems: []}),
			drill: {...newDrill, who: given.value('as') ?? '', unfinished},
		};
		return answers
			? byLine(world, given, opening, true)
			: onScreen(world, given, opening, look, {resumes: true});
	},
};

/** The drill on the file of its name in this folder, where every step of it is possible there; else as it was. */
async function asItIsNow(world: World, found: Found): Promise<Found> {
	const path = resolve(world.cwd, found.origin.name);
	const bytes = await world.readFile(path, mostBytes).catch(() => undefined);
	const text = bytes && bytes.length <= mostBytes ? textIn(bytes) : undefined;
	const carried =
		text === undefined
			? {why: `there is no ${harmless(found.origin.name)} here that can be read`}
			: carriedTo(found, text);
	if (!('why' in carried)) return carried;
	return {...found, drill: {...found.drill, remark: `as it was recorded: ${carried.why}`}};
}
