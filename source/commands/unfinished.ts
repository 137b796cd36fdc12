/** Drills that were begun and not closed, found among the records. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import type {Event} from '../drill/event.js';
import {isBeingWritten} from '../drill/lock.js';
import {logbookOf} from '../drill/logbook.js';
import {type Origin, originIn} from '../drill/opening.js';
import {recordFolder, recordsIn} from '../drill/places.js';
import {readRecord} from '../drill/record.js';
import {replay} from '../drill/replay.js';
import {hashOf} from '../hash.js';
import type {World} from '../main.js';
import {outcomesOf} from '../paths/outcome.js';
import type {Run} from '../run/run.js';
import {visits} from '../run/walked.js';
import type {Unfinished} from '../session/drill.js';
import type {Note} from '../session/session.js';
import {mostRecord} from './record.js';

/** A record with the diagram it was made with. */
export interface Found {
	readonly origin: Origin;
	readonly diagram: Diagram;
	readonly drill: Unfinished;
}

/** How many of the newest records are looked at. */
const mostRecords = 50;

/** The newest unfinished drill of the diagram `text` that no other program is at; of any diagram, where there is no text. */
export async function findUnfinished(world: World, text?: string): Promise<Found | undefined> {
	const hash = text === undefined ? undefined : hashOf(text);
	for (const path of recordsIn(recordFolder(world.env, world.platform)).slice(0, mostRecords)) {
		if (isBeingWritten(path, world.programs)) continue;
		const found = await unfinishedAt(world, path);
		if (found && (hash === undefined || found.origin.sha256 === hash)) return found;
	}
	return undefined;
}

/** The drill recorded at `path`, where it is unfinished and sound. */
export async function unfinishedAt(world: World, path: string): Promise<Found | undefined> {
	const bytes = await world.read(path, mostRecord).catch(() => undefined);
	const record = bytes && readRecord(bytes);
	const origin = record && originIn(record.events);
	if (!record || !origin || record.altered || logbookOf(record.events).closed) return undefined;
	const {diagram: first} = read(origin.text);
	const {run, diagram, diverged} = replay(first, record.events, outcomesOf(first));
	return diverged ? undefined : {origin, diagram, drill: drillOf(path, record.events, run)};
}

function drillOf(path: string, events: readonly Event[], run: Run): Unfinished {
	const book = logbookOf(events);
	const notes = Array.from(
		book.entries,
		({type, text, owner, due, node, at}): Note => ({
			type,
			text: [text, owner && `@${owner}`, due && `!${due}`].filter(Boolean).join(' '),
			node: run.diagram.has(node) ? node : undefined,
			step: visits(run, node),
			at,
		}),
	);
	const lasted = (book.pausedAt ?? book.mono) - book.paused;
	return {path, began: events[0]?.t ?? '', run, notes, people: book.people, expected: book.expected, lasted};
}
