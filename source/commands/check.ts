/** `check`: all there is to say about files, for people and for scripts. */
import {check as problemsOf} from '../checks/check.js';
import {mend} from '../checks/fixes.js';
import {type Checked, formats} from '../checks/formats/formats.js';
import {plural} from '../numbers.js';
import {type Severity, standardInput} from '../problem.js';
import {harmless} from '../text.js';
import type {World} from '../world.js';
import {say} from './characters.js';
import {type Command, type ExitCode, UsageError} from './command.js';
import {filesOf, patternIn} from './files.js';
import {readSource} from './load.js';
import {saveOrComplain} from './save.js';
import {quoted} from './shell.js';

export const check: Command = {
	name: 'check',
	summary: 'tell what is wrong with files, and what would hurt a drill',
	operands: 'FILE...',
	options: {
		format: {type: 'string', oneOf: [...formats.keys()], help: 'the form of the findings (text)'},
		fix: {type: 'boolean', help: 'mend in place what can be mended without changing the diagram'},
		'max-warnings': {
			type: 'string',
			value: 'N',
			help: 'end with 0 as long as there are no more warnings (0)',
		},
	},
	examples: [
		['flowzap-tui check blue-green.fz', 'errors, warnings and hints, each with its place and the way out'],
		["flowzap-tui check --fix 'drills/**/*.fz'", 'mends separators, prefixes and blanks first'],
		['flowzap-tui check --format sarif *.fz > findings.sarif', 'for code scanning'],
	],
	async run(world, given) {
		if (given.words.length === 0) throw new UsageError('name a file, or - for standard input');
		if (given.flag('fix') && given.words.includes('-'))
			throw new UsageError('--fix cannot write to standard input; `flowzap-tui fmt -` prints instead');
		const most = given.number('max-warnings', 0) ?? 0;
		const format = given.value('format') ?? 'text';
		const files: Checked[] = [];
		let exit: ExitCode = 0;
		for (const path of await filesOf(world, given.words)) {
			const {checked, exit: own, fixes = 0} = await checkFile(world, path, given.flag('fix'));
			exit = Math.max(exit, own);
			if (checked) files.push(checked);
			if (fixes > 0 && format === 'text') world.complain(`mended ${fixes} in ${harmless(path)}\n`);
		}
		await say(world, formats.get(format)?.(files) ?? '', format);
		if (format === 'text') world.complain(summary(files) + wayOut(files, given.words));
		return exit || (count(files, 'error') > 0 || count(files, 'warning') > most ? 1 : 0);
	},
};

/** What was found in a file, unless it could not be read; 4 where it could not be read or mended. */
async function checkFile(
	world: World,
	path: string,
	fix: boolean,
): Promise<{readonly checked?: Checked; readonly exit: ExitCode; readonly fixes?: number}> {
	const found = await readSource(world, path, patternIn(path));
	if ('exit' in found) return found;
	const {source, problem} = found;
	if (problem) return {checked: {source, problems: [problem]}, exit: 0};
	const mended = fix ? mend(source.text) : {text: source.text, fixes: 0};
	const exit = mended.fixes === 0 ? 0 : await saveOrComplain(world, path, mended.text);
	const {text, fixes} = exit === 0 ? mended : {text: source.text, fixes: 0};
	return {checked: {source: {...source, text}, problems: problemsOf(text)}, exit, fixes};
}

function count(files: readonly Checked[], severity: Severity): number {
	return files.reduce(
		(sum, {problems}) => sum + problems.filter(problem => problem.severity === severity).length,
		0,
	);
}

function summary(files: readonly Checked[]): string {
	const amounts = (['error', 'warning', 'hint'] as const).map(severity =>
		plural(count(files, severity), severity),
	);
	const told = `${plural(files.length, 'file')}: ${amounts.join(', ')}\n`;
	const unsure = count(files, 'error') > 0;
	return unsure ? `${told}What would hurt a drill is told once the errors are mended.\n` : told;
}

/** To count what can be mended it is mended; of a longer text, in characters, that would take too long to be told by the way. */
const mostCounted = 100_000;

/** How many of the findings --fix would mend, and the command that does; nothing where it would mend none. */
function wayOut(files: readonly Checked[], words: readonly string[]): string {
	const fixes = files
		.filter(({source}) => source.name !== standardInput && source.text.length <= mostCounted)
		.filter(({problems}) => problems.some(({fix}) => fix))
		.reduce((sum, {source}) => sum + mend(source.text).fixes, 0);
	const [word = ''] = words;
	const operand = words.length > 1 ? 'FILE...' : quoted(word);
	return fixes > 0 ? `${fixes} can be mended: flowzap-tui check --fix ${operand}\n` : '';
}
