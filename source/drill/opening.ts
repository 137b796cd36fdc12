/** How a record begins: with the diagram whole, so that it can be read where the file is gone or changed. */
import {hashOf} from '../hash.js';
import type {Overrides} from '../paths/evidence.js';
import {type Source, standardInput} from '../problem.js';
import type {Run} from '../run/run.js';
import {type Event, eventIn, type Fact, fieldsOf, firstLine, openingIn, word} from './event.js';
import {startFacts, switchesFact} from './facts.js';
import type {Person} from './logbook.js';
import {overridesFact} from './overrides.js';
import {wayTo} from './places.js';

/** The file a record is about. */
export interface Origin {
	/** Its name without the folder. */
	readonly name: string;
	readonly sha256: string;
	readonly text: string;
	/** The way to it from the folder of the record; undefined where that is not told. */
	readonly path?: string;
}

/** The origin of a diagram that was read as `text` from the file at `path`. */
export function originOf(path: string, text: string): Origin {
	return {name: baseName(path), sha256: hashOf(text), text};
}

/** The same for the record at `record`, which tells the way to a file from there. */
export function originFor(record: string, {name, text}: Source): Origin {
	const origin = originOf(name, text);
	return name === standardInput ? origin : {...origin, path: wayTo(name, record)};
}

/** The name of a file without its folder. */
export function baseName(path: string): string {
	return path.split(/[\\/]/).at(-1) ?? path;
}

/** Whether a record is of the file `source`: of one with its name, or with its text. */
export function isOf({name, text}: Source): (origin: Origin) => boolean {
	const own = originOf(name, text);
	return origin => origin.name === own.name || origin.sha256 === own.sha256;
}

/** What else is told at the beginning. */
interface Opening {
	/** Version of this program. */
	readonly version: string;
	readonly people?: readonly Person[];
	readonly expected?: string;
	/** What a person says the outcomes are. */
	readonly overrides?: Overrides;
	/** What the drill asks of those who take part. */
	readonly rules?: Readonly<Record<string, unknown>> | undefined;
}

/** The facts with which the record of `run`, a run just begun, opens. */
export function openingFacts(run: Run, origin: Origin, opening: Opening): Fact[] {
	const {version, people, expected, overrides = new Map(), rules} = opening;
	const outcomes = overridesFact(overrides);
	return [
		{
			type: 'open',
			file: origin,
			switches: switchesFact(run.switches),
			people: people ?? [],
			...(expected !== undefined && {expected}),
			...(outcomes && {outcomes}),
			...(rules && {rules}),
			version,
		},
		...startFacts(run),
	];
}

/** The file that an event tells of; undefined where it tells of none. */
export function fileIn({file}: Event): Origin | undefined {
	if (typeof file !== 'object' || file === null) return undefined;
	const fields = fieldsOf(file);
	const path = word(fields, 'path');
	return {
		name: baseName(word(fields, 'name')),
		sha256: word(fields, 'sha256'),
		text: word(fields, 'text'),
		...(path && {path}),
	};
}

/** The file that a record is about; undefined where it does not say. */
export function originIn(events: readonly Event[]): Origin | undefined {
	const first = openingIn(events);
	return first && fileIn(first);
}

/** The same as it was at the last, where it was changed during the drill. */
export function lastOriginIn(events: readonly Event[]): Origin | undefined {
	const last = events.findLast(({type}) => type === 'file' || type === 'open');
	return last && fileIn(last);
}

/** The file that the record in `bytes` is about, by its first line: the rest need not be read. Undefined where that does not say. */
export function originAt(bytes: Uint8Array): Origin | undefined {
	const first = eventIn(firstLine(bytes) ?? '');
	return first && originIn([first]);
}
