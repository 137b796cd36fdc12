/** The recorded drills of a diagram, as far as they went on it as it is now. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {isAlike} from '../drill/alike.js';
import {type Rehearsal, rehearsalOf} from '../drill/coverage.js';
import {firstLine} from '../drill/event.js';
import {isOf} from '../drill/opening.js';
import {recordFolder, recordsIn} from '../drill/places.js';
import {tornWords} from '../drill/record.js';
import {replay} from '../drill/replay.js';
import {hashOf} from '../hash.js';
import type {Source} from '../problem.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import type {ExitCode} from './command.js';
import {bytesAt, firstOrigin, type Refusal, soundIn} from './record.js';

/** The drills of a diagram, and the highest exit code of a record that is not gone by, or not to its end. */
interface Rehearsals {
	readonly drills: readonly Rehearsal[];
	readonly exit: ExitCode;
}

/**
 * The drills in the records `named`; where none are named, in those kept that are of a file with the same name or
 * the same text. What is wrong with a record is told on stderr.
 */
export async function rehearsals(
	world: World,
	source: Source,
	diagram: Diagram,
	named: readonly string[],
): Promise<Rehearsals> {
	const isNamed = named.length > 0;
	const isMine = isOf(source);
	const drills = new Map<string, Found>();
	let exit: ExitCode = 0;
	for (const path of isNamed ? named : recordsIn(recordFolder(world.env, world.platform))) {
		const complain = (what: string) => world.complain(`flowzap-tui: ${harmless(path)}: ${harmless(what)}\n`);
		const origin = isNamed ? undefined : await firstOrigin(world, path);
		if (origin && !isMine(origin)) continue;
		const bytes = await bytesAt(isNamed ? world.read : world.readFile, path);
		const found = bytes instanceof Uint8Array ? rehearsalIn(bytes, source, diagram) : bytes;
		if (found.why !== undefined) complain('drill' in found ? found.why : `${found.why}; left out`);
		// What nobody named and is of no file is nothing that this one lacks.
		if (isNamed || origin) exit = Math.max(exit, found.exit);
		if ('drill' in found) keepLonger(drills, found);
	}
	return {drills: Array.from(drills.values(), ({drill}) => drill), exit};
}

/** What no recorded drill of the file has walked; undefined where there is none. */
export async function unrehearsed(
	world: World,
	{source, diagram}: {readonly source: Source; readonly diagram: Diagram},
): Promise<ReadonlySet<string> | undefined> {
	const {drills} = await rehearsals({...world, complain() {}}, source, diagram, []);
	if (drills.length === 0) return undefined;
	const parts = [...diagram.nodes, ...diagram.edges].map(({id}) => id);
	return new Set(parts.filter(id => !drills.some(({nodes, edges}) => nodes.has(id) || edges.has(id))));
}

/** A record and its copies are one drill, by their first line: the longest tells most of it. */
function keepLonger(drills: Map<string, Found>, found: Found): void {
	const other = drills.get(found.first);
	if (!other || other.length < found.length) drills.set(found.first, found);
}

/** What a record tells of a drill, with why that is not all of it. */
interface Found {
	readonly drill: Rehearsal;
	/** Hash of its first line. */
	readonly first: string;
	/** Bytes of its lines. */
	readonly length: number;
	readonly why: string | undefined;
	readonly exit: ExitCode;
}

function rehearsalIn(bytes: Uint8Array, source: Source, diagram: Diagram): Found | Refusal {
	const sound = soundIn(bytes);
	if ('why' in sound) return sound;
	const {record, origin} = sound;
	if (origin.text !== source.text && !isAlike(read(origin.text).diagram, diagram))
		return {why: `a drill of another process, ${origin.name}`, exit: 0};
	const replayed = replay(diagram, record.events, {held: true});
	const {diverged} = replayed;
	return {
		drill: rehearsalOf(record.events, replayed),
		first: hashOf(firstLine(bytes) ?? ''),
		length: record.whole,
		why: diverged ? `counted up to line ${diverged.seq}: ${diverged.what}` : tornWords(record),
		exit: diverged ? 3 : 0,
	};
}
