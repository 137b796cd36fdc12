/** Reading a diagram for a command: the file, what is wrong with it, the graph. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {frame} from '../frame.js';
import type {World} from '../main.js';
import type {Problem, Source} from '../problem.js';
import {harmless} from '../text.js';
import type {ExitCode} from './command.js';

/** A diagram that was read, with its text; an exit code where there is none (and the complaint is made). */
export type Loaded =
	| {readonly diagram: Diagram; readonly source: Source; readonly problems: readonly Problem[]}
	| {readonly exit: ExitCode};

const shown = 20;

/**
 * Reads `path`, or standard input for `-`, and complains of errors and warnings on stderr. A file that
 * cannot be read gives exit 4, one in which there is no diagram at all exit 1.
 */
export async function load(world: World, path: string): Promise<Loaded> {
	const text = await readText(world, path);
	if (typeof text !== 'string') return text;
	const source = {name: path === '-' ? '<stdin>' : path, text};
	const {diagram, problems} = read(text);
	complain(world, source, problems);
	return diagram.nodes.length > 0 ? {diagram, source, problems} : {exit: 1};
}

/** The text of a file, or an exit code after the complaint. */
export async function readText(world: World, path: string): Promise<string | {readonly exit: ExitCode}> {
	try {
		return new TextDecoder().decode(await world.read(path));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		world.complain(`flowzap-tui: ${harmless(path)}: ${reasons.get(code) ?? 'cannot be read'}\n`);
		return {exit: 4};
	}
}

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'no such file'],
	['EISDIR', 'this is a directory; name a .fz file in it'],
	['EACCES', 'you may not read this file'],
	['EPERM', 'you may not read this file'],
	['ENOTDIR', 'no such file: a part of the path is a file, not a directory'],
	['ELOOP', 'a symbolic link that leads back to itself'],
	['ENAMETOOLONG', 'the name is too long'],
]);

function complain(world: World, source: Source, problems: readonly Problem[]): void {
	const serious = problems.filter(({severity}) => severity !== 'hint');
	for (const problem of serious.slice(0, shown)) world.complain(`${frame(problem, source)}\n`);
	if (serious.length > shown)
		world.complain(`${serious.length - shown} more; \`flowzap-tui check\` shows them all\n`);
}
