/** Whether and where a session is recorded, and what there is to say of that before and after. */
import {accessSync, constants, existsSync, statSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {entryAt} from '../drill/disk.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import type {Arguments, ExitCode} from './command.js';
import {recordGiven} from './reading.js';
import {Recorder} from './recorder.js';
import {quoted} from './shell.js';
import {unfinishedAt} from './unfinished.js';

/** What keeps a session, and what there is to say when it is over. */
export type Recording = Pick<Recorder, 'keep' | 'end' | 'farewell'>;

/** What keeps the session: a record, or nothing where that was asked for. */
export function recordingGiven(world: World, given: Arguments): Recording {
	if (given.flag('no-record')) return {keep: (_, after) => after, end() {}, farewell: undefined};
	return new Recorder(world, recordGiven(given));
}

/** Whether no record can be begun where `--record` says; the complaint is made. */
export async function isRecordRefused(world: World, given: Arguments): Promise<boolean> {
	const path = recordGiven(given);
	const fault = path === undefined ? undefined : await recordFault(world, path);
	if (path !== undefined && fault !== undefined) world.complain(`flowzap-tui: ${harmless(path)} ${fault}\n`);
	return fault !== undefined;
}

/** Why no record can be begun at `path`; undefined where one can. */
async function recordFault(world: World, path: string): Promise<string | undefined> {
	const there = entryAt(path);
	if (there?.isDirectory()) return 'is a folder: name a file in it';
	if (there) {
		const canGoOn = !('why' in (await unfinishedAt(world, path)));
		const other = canGoOn ? `\`flowzap-tui resume ${quoted(path)}\` goes on with it; or name` : 'name';
		return `is there already: ${other} another file`;
	}
	const folder = dirname(resolve(path));
	// Were it made, a slip in the name would hide the record.
	if (!existsSync(folder)) return `cannot be written: there is no folder ${harmless(folder)}`;
	try {
		if (!statSync(folder).isDirectory()) return `cannot be written: ${harmless(folder)} is no folder`;
		accessSync(folder, constants.W_OK);
		return undefined;
	} catch {
		return `cannot be written: you may not write to ${harmless(folder)}`;
	}
}

/** Tells where the record is, once the session is over; 4 where not all of it is safe, else `code`. */
export function bidFarewell(world: World, {farewell}: Recording, code: ExitCode): ExitCode {
	if (farewell === undefined) return code;
	world.complain(`flowzap-tui: ${farewell.text}\n`);
	return farewell.isSafe ? code : 4;
}
