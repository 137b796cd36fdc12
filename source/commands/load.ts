/** Reading a diagram for a command: the file, what is wrong with it, the graph. */
import {mostBytes, textOrProblem} from '../diagram/bytes.js';
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import {frames} from '../frame.js';
import {type Problem, type Source, standardInput} from '../problem.js';
import {harmless} from '../text.js';
import {codeOf} from '../unwritten.js';
import type {World} from '../world.js';
import {type Arguments, type ExitCode, UsageError} from './command.js';

/** A diagram that was read, with its text; an exit code where there is none (and the complaint is made). */
type Loaded =
	| {readonly diagram: Diagram; readonly source: Source; readonly problems: readonly Problem[]}
	| {readonly exit: ExitCode};

/** Problems that are told before a command does its work; `check` tells all. */
const shown = 20;

/**
 * Reads `path`, or standard input for `-`, and complains of errors and warnings on stderr. A file that
 * cannot be read gives exit 4, one in which there is no diagram at all exit 1.
 */
export async function load(world: World, path: string): Promise<Loaded> {
	const source = await readText(world, path);
	if ('exit' in source) return source;
	const {diagram, problems} = read(source.text);
	if (diagram.nodes.length === 0) return {exit: refuse(world, source, problems)};
	complain(world, source, problems);
	return {diagram, source, problems};
}

/** Complains of a file in which there is no diagram at all. */
export function refuse(world: World, source: Source, problems: readonly Problem[]): ExitCode {
	complain(world, source, problems);
	if (!problems.some(({severity}) => severity === 'error'))
		world.complain(`flowzap-tui: ${harmless(source.name)}: there is no node in this file\n`);
	return 1;
}

/** The one file a command is about. */
export function fileOf(given: Arguments): string {
	const [file, ...more] = given.words;
	if (file === undefined) throw new UsageError('name a .fz file, or - for standard input');
	if (more.length > 0) throw new UsageError(`one file at a time; not ${more.join(' ')} too`);
	return file;
}

/** What messages call the file at `path`. */
export function nameOf(path: string): string {
	return path === '-' ? standardInput : path;
}

/** A file as far as it is text, with a problem where it is not; an exit code after the complaint where it cannot be read. */
export async function readSource(
	world: World,
	path: string,
	pattern?: string,
): Promise<{readonly source: Source; readonly problem?: Problem | undefined} | {readonly exit: ExitCode}> {
	const name = nameOf(path);
	try {
		const {text, problem} = textOrProblem(await world.read(path, mostBytes));
		return {source: {name, text}, problem};
	} catch (error) {
		world.complain(`flowzap-tui: ${harmless(name)}: ${whyUnreadable(error, 'a .fz file', pattern)}\n`);
		return {exit: 4};
	}
}

/** A file that is text, or an exit code after the complaint. */
export async function readText(
	world: World,
	path: string,
	pattern?: string,
): Promise<Source | {readonly exit: ExitCode}> {
	const found = await readSource(world, path, pattern);
	if ('exit' in found) return found;
	if (!found.problem) return found.source;
	world.complain(frames([found.problem], found.source));
	return {exit: 1};
}

/** Why a file cannot be read, in words; `wanted` or `pattern` is what might have been named instead of a folder. */
export function whyUnreadable(error: unknown, wanted: string, pattern?: string): string {
	const code = codeOf(error);
	const several = pattern === undefined ? '' : `, or a pattern such as ${pattern}`;
	if (code === 'EISDIR') return `this is a folder; name ${wanted} in it${several}`;
	return reasons.get(code) ?? `cannot be read${code && ` (${harmless(code)})`}`;
}

const reasons: ReadonlyMap<string, string> = new Map([
	['ENOENT', 'no such file'],
	['EACCES', 'you may not read this file'],
	['EPERM', 'you may not read this file'],
	['ENOTDIR', 'no such file: a part of the path is a file, not a folder'],
	['ELOOP', 'a symbolic link that leads back to itself'],
	['ENAMETOOLONG', 'the name is too long'],
	['ENXIO', 'this is a pipe, a socket or a device, not a file'],
]);

function complain(world: World, source: Source, problems: readonly Problem[]): void {
	const serious = problems.filter(({severity}) => severity !== 'hint');
	world.complain(frames(serious.slice(0, shown), source));
	if (serious.length > shown)
		world.complain(`${serious.length - shown} more; \`flowzap-tui check\` shows them all\n`);
}
