/** Reading a record for a command: its events, its diagram, and the run made again. */
import {read} from '../diagram/read.js';
import type {Event} from '../drill/event.js';
import {lastOriginIn, type Origin, originAt, originIn} from '../drill/opening.js';
import {endsLater, faultOf, mayBeRecord, type RecordRead, readRecord, tornWords} from '../drill/record.js';
import {type Replayed, replay} from '../drill/replay.js';
import {hashOf} from '../hash.js';
import type {Overrides} from '../paths/evidence.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import {load, whyUnreadable} from './load.js';
import {told} from './question.js';

/** Records are small; one of this size is none. Bytes. */
const mostRecord = 1 << 28;

/** A record with its diagram. */
export interface Recorded extends Pick<Replayed, 'diagram' | 'outcomes'> {
	readonly events: readonly Event[];
	readonly replayed: Replayed;
	/** Whether all of it could be followed, to the outcome that it tells. */
	readonly stands: boolean;
}

/** Options that tell what the diagram of a record is, other than what it holds itself. */
interface Instead {
	/** A .fz file to hold the record against. */
	readonly file?: string | undefined;
	/** What the outcomes are; where that is empty, what the record says of it. */
	readonly overrides?: Overrides;
}

/** Why there is nothing to go by in a record, in words, and the exit code for it. */
export interface Refusal {
	readonly why: string;
	readonly exit: ExitCode;
}

/** The bytes of the record at `path`, had by `read`. */
export async function bytesAt(read: World['read'], path: string): Promise<Uint8Array | Refusal> {
	try {
		return await read(path, mostRecord, mayBeRecord);
	} catch (error) {
		return {why: whyUnreadable(error, 'a record'), exit: 4};
	}
}

/** The file that the record at `path` is about, read no further than its first line needs. */
export async function firstOrigin(world: Pick<World, 'readFile'>, path: string): Promise<Origin | undefined> {
	for (let most = 1 << 16; most <= mostRecord; most *= 4) {
		const bytes = await world.readFile(path, most).catch(() => undefined);
		const origin = bytes && originAt(bytes);
		// What was read whole has no more to tell, nor has what is no record.
		if (!bytes || origin || bytes.length <= most || !endsLater(bytes)) return origin;
	}
	return undefined;
}

/** A record whose lines all bear each other out, and the file that it is about. */
export function soundIn(bytes: Uint8Array): {readonly record: RecordRead; readonly origin: Origin} | Refusal {
	const record = readRecord(bytes);
	if (record.events.length === 0) return {why: 'this is no record of a drill', exit: 4};
	const fault = faultOf(record);
	if (fault !== undefined) return {why: fault, exit: record.unknown === undefined ? 3 : 4};
	const origin = originIn(record.events);
	return origin ? {record, origin} : {why: 'this is no record of a drill', exit: 4};
}

/**
 * Reads the record at `path` and makes its run again on the diagram it holds. What is wrong with it is told on
 * stderr; one that cannot be read or is no record gives exit 4, an altered one exit 3.
 */
export async function loadRecord(
	world: World,
	path: string,
	instead: Instead = {},
): Promise<Recorded | {readonly exit: ExitCode}> {
	const complain = (text: string) => world.complain(`flowzap-tui: ${harmless(path)}${text}\n`);
	const bytes = await bytesAt(world.read, path);
	const sound = bytes instanceof Uint8Array ? soundIn(bytes) : bytes;
	if ('why' in sound) {
		complain(`: ${harmless(sound.why)}`);
		return sound;
	}
	const {record, origin} = sound;
	const torn = tornWords(record);
	if (torn !== undefined) complain(`: ${torn}`);
	const {events} = record;
	const {file} = instead;
	const overrides = instead.overrides?.size ? instead.overrides : undefined;
	const loaded = file === undefined ? read(origin.text) : await load(world, file);
	if ('exit' in loaded) return loaded;
	const replayed = told('outcome', () =>
		replay(loaded.diagram, events, {held: file !== undefined, overrides}),
	);
	const {diverged, diagram} = replayed;
	const broken = diverged ?? replayed.turned;
	if ('source' in loaded && hashOf(loaded.source.text) !== lastOriginIn(events)?.sha256) {
		const stands = diverged ? '' : '; the way that was walked still stands';
		complain(`: the diagram was changed since (${harmless(loaded.source.name)})${stands}`);
	}
	if (broken) complain(`:${broken.seq}: ${harmless(broken.what)}`);
	return {events, diagram, outcomes: replayed.outcomes, replayed, stands: !broken};
}
