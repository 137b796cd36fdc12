/** `fmt`: the canonical form of files. */
import {format} from '../diagram/format.js';
import {frames} from '../frame.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {say} from './characters.js';
import {type Command, type ExitCode, UsageError} from './command.js';
import {filesOf, patternIn} from './files.js';
import {readText} from './load.js';
import {saveOrComplain} from './save.js';

export const fmt: Command = {
	name: 'fmt',
	summary: 'bring files into the canonical form',
	operands: 'FILE...',
	isForPrograms: true,
	options: {
		write: {type: 'boolean', short: 'w', help: 'put it in the place of the file instead of printing it'},
		check: {
			type: 'boolean',
			help: 'only name the files that are in another form, and end with 1 if there are any',
		},
	},
	examples: [
		['flowzap-tui fmt draft.fz', 'prints it'],
		["flowzap-tui fmt --write 'drills/*.fz'", 'rewrites the files'],
		['flowzap-tui fmt --check *.fz', 'for a commit hook'],
		['pbpaste | flowzap-tui fmt -', 'from standard input'],
	],
	async run(world, given) {
		if (given.flag('check') && given.flag('write'))
			throw new UsageError('--check only names files, --write rewrites them; one of the two');
		const paths = await filesOf(world, given.words);
		const mode = given.flag('check') ? 'check' : given.flag('write') ? 'write' : 'print';
		if (paths.length === 0) throw new UsageError('name a file, or - for standard input');
		if (mode === 'print' && paths.length > 1) throw new UsageError('several files need --write or --check');
		if (mode === 'write' && paths.includes('-'))
			throw new UsageError('--write cannot write to standard input');
		let exit: ExitCode = 0;
		for (const path of paths) exit = Math.max(exit, await formatFile(world, path, mode));
		return exit;
	},
};

async function formatFile(world: World, path: string, mode: 'check' | 'write' | 'print'): Promise<ExitCode> {
	const source = await readText(world, path, patternIn(path));
	if ('exit' in source) return source.exit;
	const formatted = format(source.text);
	if ('errors' in formatted) {
		world.complain(frames(formatted.errors, source));
		return 1;
	}
	if (mode === 'print') {
		await world.write(world.output.isTerminal ? shown(formatted.text) : formatted.text);
		return 0;
	}
	if (formatted.text === source.text) return 0;
	if (mode === 'check') {
		await say(world, `${harmless(source.name)}\n`);
		return 1;
	}
	return saveOrComplain(world, path, formatted.text);
}

/** A label must not steer the terminal; in a pipe or a file it stays as it is. */
function shown(text: string): string {
	return text
		.split('\n')
		.map(line => harmless(line.replace(/\r$/, '')))
		.join('\n');
}
