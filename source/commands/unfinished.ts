/** Drills that were begun and not closed, found among the records. */

import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {isAlike} from '../drill/alike.js';
import {type Event, word} from '../drill/event.js';
import {expectationIn} from '../drill/expectation.js';
import {calledHolder, type Holder, holderOf} from '../drill/lock.js';
import {drillTime, logbookOf} from '../drill/logbook.js';
import {isOf, lastOriginIn, type Origin, originIn, originOf} from '../drill/opening.js';
import {recordFolder, recordsIn} from '../drill/places.js';
import {type Replayed, replay} from '../drill/replay.js';
import {rulesIn} from '../drill/rules.js';
import {inSeconds} from '../drill/seconds.js';
import {hashOf} from '../hash.js';
import type {Source} from '../problem.js';
import type {Unfinished} from '../session/drill.js';
import {notesIn} from '../session/record.js';
import {errorWords} from '../session/status.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import {bytesAt, firstOrigin, soundIn} from './record.js';
import {quoted} from './shell.js';

/** What looking for a drill needs of the outside. */
type Outside = Pick<World, 'env' | 'platform' | 'programs' | 'readFile'>;

/** A record with the diagram it goes on with. */
export interface Found {
	readonly origin: Origin;
	readonly diagram: Diagram;
	readonly events: readonly Event[];
	readonly drill: Unfinished;
}

/** Why there is no drill to go on with, in words. */
interface NotFound {
	readonly why: string;
	/** The exit code for it, other than 1. */
	readonly exit?: ExitCode;
	/** The program that is at it. */
	readonly holder?: Holder;
}

/** The newest unfinished drill of any file that no other program is at; where there is none, who is at the newest. */
export async function findUnfinished(world: Outside): Promise<Found | NotFound> {
	let held: NotFound | undefined;
	for (const path of keptRecords(world)) {
		const found = await unfinishedAt(world, path);
		if (!('why' in found)) return found;
		if (found.holder) held ??= found;
	}
	return held ?? {why: ''};
}

/**
 * The drill to offer with the file `of`: the one begun last of it, as it is now or as it was, where that is unfinished.
 * Whoever begins another instead has left the one before, and is not asked for it again.
 */
export async function offeredWith(world: Outside, of: Source): Promise<Found | NotFound> {
	const isWanted = isOf(of);
	for (const path of keptRecords(world)) {
		const origin = await firstOrigin(world, path);
		if (!origin || !isWanted(origin)) continue;
		const found = await unfinishedAt(world, path);
		if (!('why' in found)) return fitting(found, of);
		// What goes on at this machine need not be told here.
		return found.holder?.elsewhere ? found : {why: ''};
	}
	return {why: ''};
}

function keptRecords({env, platform}: Outside): string[] {
	return recordsIn(recordFolder(env, platform));
}

function fitting(found: Found, {text}: Source): Found | NotFound {
	// Of another file of that name there is nothing to say.
	if (!isStillOf(found, text)) return {why: ''};
	const carried = carriedTo(found, text);
	if (!('why' in carried)) return carried;
	return {
		why: `${carried.why}: \`flowzap-tui resume ${quoted(found.drill.path)}\` goes on with it as it was`,
	};
}

/** The drill recorded at `path`, where it is unfinished, sound, and not held by another program. */
export async function unfinishedAt(world: Outside, path: string): Promise<Found | NotFound> {
	const bytes = await bytesAt(world.readFile, path);
	const sound = bytes instanceof Uint8Array ? soundIn(bytes) : bytes;
	if ('why' in sound) return sound;
	const {record, origin} = sound;
	const {events} = record;
	const holder = holderOf(path, world.programs);
	if (holder) return {why: heldWords(holder, events, path), exit: 4, holder};
	if (logbookOf(events).closed)
		return {why: `this drill came to its end; \`flowzap-tui report ${quoted(path)}\` tells of it`};
	const {diagram: first} = read(origin.text);
	const replayed = replay(first, events);
	if (replayed.diverged)
		return {
			why: `it cannot be followed beyond line ${replayed.diverged.seq}: ${replayed.diverged.what}`,
			exit: 3,
		};
	const now = lastOriginIn(events) ?? origin;
	return {origin: now, diagram: replayed.diagram, events, drill: drillOf(path, events, replayed, false)};
}

/** Whether `text` is of the process that was drilled, as it was or changed. */
export function isStillOf({origin, diagram}: Found, text: string): boolean {
	return hashOf(text) === origin.sha256 || isAlike(diagram, read(text).diagram);
}

/** `found` on the diagram `text`: as it is where that is its own; why not, where that cannot be drawn whole, or a step is not possible there. */
export function carriedTo(found: Found, text: string): Found | NotFound {
	const {origin, events, drill} = found;
	if (hashOf(text) === origin.sha256) return found;
	const {diagram, problems} = read(text);
	const errors = errorWords(problems, {name: origin.name, text});
	const changed = 'the file was changed since the unfinished drill';
	if (errors !== '') return {why: `${changed}, and has ${errors}`};
	if (diagram.nodes.length === 0) return {why: `${changed}, and holds no node any more`};
	const replayed = replay(diagram, events, {held: true});
	if (replayed.diverged) return {why: `${changed}; ${replayed.diverged.what}`};
	return {
		origin: originOf(origin.name, text),
		diagram,
		events,
		drill: {
			...drillOf(drill.path, events, replayed, true),
			remark: 'the file was changed since; the drill goes on at the same step',
		},
	};
}

/** Who is at the record, and what to do. */
function heldWords(holder: Holder, events: readonly Event[], path: string): string {
	const last = events.at(-1);
	const by = events.findLast(event => word(event, 'by') !== '');
	const who = by ? ` (${word(by, 'by')})` : '';
	const when = last ? `; its last line is of ${last.t.slice(11, 19)} UTC${who}` : '';
	const stale = `if ${calledHolder(holder)} is no flowzap-tui, remove ${quoted(`${path}.lock`)}`;
	return `the drill goes on in another program, ${calledHolder(holder)}${when}. Quit that to go on here (${stale}), or look on with \`flowzap-tui report ${quoted(path)}\``;
}

/** The unfinished drill in the record at `path`, its time in whole seconds as its report has it; `changed`: on another diagram than its own. */
export function drillOf(
	path: string,
	events: readonly Event[],
	replayed: Replayed,
	changed: boolean,
): Unfinished {
	const told = inSeconds(events);
	const book = logbookOf(told);
	return {
		path,
		lines: events.length,
		file: originIn(events)?.name ?? '',
		began: events[0]?.t ?? '',
		who: events.flatMap(event => (event.type === 'move' ? word(event, 'by') : [])).findLast(Boolean) ?? '',
		isPaused: book.pausedAt !== undefined,
		run: replayed.run,
		notes: notesIn(told, replayed),
		people: book.people,
		...expectationIn(events, replayed),
		overrides: replayed.overrides,
		lasted: drillTime(book, book.mono),
		rules: rulesIn(events),
		changed,
	};
}
