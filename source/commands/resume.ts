/** `resume`: an unfinished drill gone on with. */
import {relative, resolve} from 'node:path';
import {mostBytes, textIn} from '../diagram/bytes.js';
import {read} from '../diagram/read.js';
import {originIn} from '../drill/opening.js';
import {fileAt, recordFolder} from '../drill/places.js';
import type {Source} from '../problem.js';
import {newDrill} from '../session/drill.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {appearanceGiven, screenOptions} from './appearance.js';
import {type Command, UsageError} from './command.js';
import {asOption} from './drilling.js';
import {byLine, isByLine, isInteractive, onScreen, openingOf, plainOption} from './session.js';
import {carriedTo, type Found, findUnfinished, isStillOf, unfinishedAt} from './unfinished.js';

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
		if (more.length > 0) throw new UsageError(`one record at a time; not ${more.join(' ')} too`);
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
		const {origin, diagram, drill: unfinished, latest = origin} = await asItIsNow(world, found);
		const look = await appearanceGiven(world, given);
		const opening = {
			...openingOf(world, look, {source: origin, diagram, problems: read(latest.text).problems}),
			latest,
			drill: {...newDrill, who: given.value('as') ?? '', unfinished},
		};
		return answers
			? byLine(world, given, opening, true)
			: onScreen(world, given, opening, look, {resumes: true});
	},
};

/** A drill with the text that its file holds now, where that is not what it goes on with. */
type OnFile = Found & {readonly latest?: Source};

/** The drill on its file as it is now, where every step of it is possible there; else as it was. */
async function asItIsNow(world: World, found: Found): Promise<OnFile> {
	const {name} = found.origin;
	const way = originIn(found.events)?.path;
	const own = way === undefined ? undefined : fileAt(way, found.drill.path);
	const ownName = own === undefined ? name : relative(world.cwd, own);
	const ownText = own === undefined ? undefined : await textAt(world, own);
	if (ownText !== undefined) return onFile(found, ownName, ownText);
	const text = await textAt(world, resolve(world.cwd, name));
	if (text !== undefined && isStillOf(found, text)) return onFile(found, name, text);
	const none = own === undefined ? `there is no ${harmless(name)} here that can be read` : undefined;
	const other = `the ${harmless(name)} here is of another process`;
	return asItWas(
		found,
		ownName,
		text === undefined ? (none ?? `${harmless(ownName)} cannot be read`) : other,
	);
}

async function textAt(world: World, path: string): Promise<string | undefined> {
	const bytes = await world.readFile(path, mostBytes).catch(() => undefined);
	return bytes && bytes.length <= mostBytes ? textIn(bytes) : undefined;
}

/** The drill on the file called `name`, which holds `text` now. */
function onFile(found: Found, name: string, text: string): OnFile {
	const carried = carriedTo(found, text);
	if ('why' in carried) return {...asItWas(found, name, carried.why), latest: {name, text}};
	return {...carried, origin: {...carried.origin, name}};
}

/** The drill on the diagram of its record, and why. */
function asItWas(found: Found, name: string, why: string): Found {
	const drill = {...found.drill, remark: `as it was recorded: ${why}`};
	return {...found, origin: {...found.origin, name}, drill};
}
