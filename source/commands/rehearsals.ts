/** The recorded drills of a diagram, as far as they went on it as it is now. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {type Rehearsal, rehearsalOf} from '../drill/coverage.js';
import {isOf, type Origin, originAt} from '../drill/opening.js';
import {recordFolder, recordsIn} from '../drill/places.js';
import {readRecord} from '../drill/record.js';
import {replay} from '../drill/replay.js';
import {type Outcomes, outcomesOf} from '../paths/outcome.js';
import type {Source} from '../problem.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {mostRecord} from './record.js';

/**
 * The drills in the records `named`; where none are named, in those kept that are of a file with the same name or
 * the same text. What is wrong with a record is told on stderr; undefined where a named one is none.
 */
export async function rehearsals(
	world: World,
	source: Source,
	diagram: Diagram,
	named: readonly string[],
): Promise<Rehearsal[] | undefined> {
	const outcomes = outcomesOf(diagram);
	const isMine = named.length > 0 ? () => true : isOf(source);
	const drills: Rehearsal[] = [];
	for (const path of named.length > 0 ? named : recordsIn(recordFolder(world.env, world.platform))) {
		const drill = await rehearsal(world, path, source, outcomes, isMine);
		if (drill === 'unreadable' && named.length > 0) return undefined;
		if (typeof drill === 'object') drills.push(drill);
	}
	return drills;
}

async function rehearsal(
	world: World,
	path: string,
	source: Source,
	outcomes: Outcomes,
	isMine: (origin: Origin) => boolean,
): Promise<Rehearsal | 'unreadable' | undefined> {
	const complain = (what: string) => world.complain(`flowzap-tui: ${harmless(path)}: ${harmless(what)}\n`);
	const bytes = await world.read(path, mostRecord).catch(() => undefined);
	const origin = bytes && originAt(bytes);
	if (!origin) {
		complain('this is no record of a drill');
		return 'unreadable';
	}
	if (!isMine(origin)) return undefined;
	const {diagram} = outcomes.net;
	if (origin.text !== source.text && !isAlike(read(origin.text).diagram, diagram)) {
		complain(`a drill of another process, ${origin.name}; left out`);
		return undefined;
	}
	const record = readRecord(bytes);
	if (record.altered) {
		complain(`altered at line ${record.altered.line}; left out`);
		return undefined;
	}
	const replayed = replay(diagram, record.events, outcomes, true);
	if (replayed.diverged) complain(`counted up to line ${replayed.diverged.seq}: ${replayed.diverged.what}`);
	return rehearsalOf(record.events, replayed);
}

/** Whether `now` may have become of `then`: at least half of its nodes are called as they were. Ids alone are alike everywhere. */
function isAlike(then: Diagram, now: Diagram): boolean {
	const kept = then.nodes.filter(({id, label}) => now.has(id) && now.node(id).label === label);
	return kept.length * 2 >= then.nodes.length;
}
