/** Reading a record for a command: its events, its diagram, and the run made again. */
import {read} from '../diagram/read.js';
import type {Event} from '../drill/event.js';
import {lastOriginIn, originIn} from '../drill/opening.js';
import {type RecordRead, readRecord} from '../drill/record.js';
import {type Replayed, replay} from '../drill/replay.js';
import {hashOf} from '../hash.js';
import type {Overrides} from '../paths/evidence.js';
import {outcomesOf} from '../paths/outcome.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import {load} from './load.js';
import {told} from './question.js';

/** Records are small; one of this size is none. Bytes. */
export const mostRecord = 1 << 28;

/** A record with its diagram. */
export interface Recorded extends Pick<Replayed, 'diagram' | 'outcomes'> {
	readonly events: readonly Event[];
	readonly replayed: Replayed;
}

/** Options that tell what the diagram of a record is, other than what it holds itself. */
interface Instead {
	/** A .fz file to hold the record against. */
	readonly file?: string | undefined;
	readonly overrides?: Overrides;
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
	const bytes = await world.read(path, mostRecord).catch((error: NodeJS.ErrnoException) => error);
	if (!(bytes instanceof Uint8Array)) {
		complain(`: ${bytes.code === 'ENOENT' ? 'no such file' : 'cannot be read'}`);
		return {exit: 4};
	}
	const record = readRecord(bytes);
	const origin = originIn(record.events);
	if (!origin) {
		complain(': this is no record of a drill');
		return {exit: 4};
	}
	tellState(record, complain);
	if (record.altered) return {exit: 3};
	const {events} = record;
	const {file, overrides} = instead;
	const loaded = file === undefined ? read(origin.text) : await load(world, file);
	if ('exit' in loaded) return loaded;
	const outcomes = told(() => outcomesOf(loaded.diagram, overrides));
	const replayed = replay(loaded.diagram, events, outcomes, file !== undefined);
	const {diverged, diagram} = replayed;
	if ('source' in loaded && hashOf(loaded.source.text) !== lastOriginIn(events)?.sha256) {
		const stands = diverged ? '' : '; the way that was walked still stands';
		complain(`: the diagram was changed since (${harmless(loaded.source.name)})${stands}`);
	}
	if (diverged) complain(`:${diverged.seq}: ${harmless(diverged.what)}`);
	return {events, diagram, outcomes: replayed.outcomes, replayed};
}

function tellState({torn, altered}: RecordRead, complain: (text: string) => void): void {
	if (torn.length > 0) complain(`: the last line was cut off while it was written (${torn.length} bytes)`);
	if (altered) complain(`:${altered.line}: the record was altered: ${altered.what}`);
}
