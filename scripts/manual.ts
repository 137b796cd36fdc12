/** Makes build/flowzap-tui.1, the manual page, from the commands and the keys; in roff with the macros of man(7). */
import {writeFileSync} from 'node:fs';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {type Command, type Option, optionsOf} from '../source/commands/command.js';
import {besides} from '../source/commands/usage.js';
import {allCommands} from '../source/main.js';
import {type Group, groupTitles} from '../source/session/binding.js';
import {keysInRow} from '../source/session/key-names.js';
import {standardKeys} from '../source/session/keys.js';
import {version} from '../source/version.js';

const files = [
	['$XDG_CONFIG_HOME/flowzap-tui/config.json', 'theme and keys of one’s own; ~/.config without the variable'],
	['$XDG_STATE_HOME/flowzap-tui/drills/', 'records of drills; ~/.local/state without the variable'],
] as const;

const variables = [
	['NO_COLOR', 'if set, no colours'],
	['COLORTERM, TERM', 'how many colours there are; with TERM=dumb nothing is drawn on a screen'],
	['LC_ALL, LC_CTYPE, LANG', 'ASCII is drawn and written where these name another encoding than UTF-8'],
	['INK_SCREEN_READER', 'if 1, true or yes, a drill is walked by questions and answers, as with --plain'],
	['VISUAL, EDITOR', 'what the key e opens the file with'],
] as const;

const exits = [
	['0', 'fine'],
	['1', 'findings, an expectation not met, or nothing to go on with'],
	['2', 'a command line that cannot be carried out'],
	['3', 'a recorded way that no longer stands or comes to something else, or a record that was altered'],
	['4', 'a file that cannot be read or written'],
	['130', 'interrupted'],
] as const;

/** The page, in roff. */
export async function manual(): Promise<string> {
	const commands = await allCommands();
	return [
		`.TH FLOWZAP\\-TUI 1 "" "flowzap\\-tui ${version}"`,
		section('NAME', roff('flowzap-tui - draw FlowZap processes as lanes and rehearse them step by step')),
		section('SYNOPSIS', ...[...commands.flatMap(synopsis), ...besides.flatMap(beside)].slice(1)),
		section(
			'DESCRIPTION',
			roff('Reads a FlowZap file, draws it as lanes, and lets a person step a token through it.'),
			roff(
				'FILE is a .fz file, or - for standard input. Data goes to standard output, all else to standard error.',
			),
			roff('Without a command, FILE is opened as by open; without FILE too, there is a list to choose from.'),
		),
		section(
			'COMMANDS',
			...commands.flatMap(description),
			'.SS Beside them',
			...besides.flatMap(([words, what]) => term(words, what)),
		),
		section('KEYS', ...(Object.keys(groupTitles) as Group[]).flatMap(keys)),
		section('FILES', ...files.flatMap(([name, what]) => term(name, what))),
		section('ENVIRONMENT', ...variables.flatMap(([name, what]) => term(name, what))),
		section('EXIT STATUS', ...exits.flatMap(([code, what]) => term(code, what))),
		'',
	].join('\n');
}

function section(title: string, ...lines: readonly string[]): string {
	return [`.SH ${title}`, ...lines].join('\n');
}

function synopsis(command: Command): string[] {
	const {name, operands} = command;
	const some = Object.keys(optionsOf(command)).length > 0 ? '[OPTION]...' : '';
	// A line that begins with a blank would stand by itself.
	return ['.br', `.B flowzap\\-tui ${name}`, roff(`${operands} ${some}`.trim())].filter(Boolean);
}

function beside([words]: (typeof besides)[number]): string[] {
	return ['.br', `.B ${roff(`flowzap-tui ${words}`)}`];
}

function description(command: Command): string[] {
	const {name, operands, summary, examples} = command;
	return [
		`.SS ${roff(`${name} ${operands}`.trim())}`,
		roff(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`),
		...Object.entries(optionsOf(command)).flatMap(([option, of]) => term(flag(option, of), of.help)),
		'.PP',
		examples.length > 1 ? 'Examples:' : 'Example:',
		...examples.flatMap(([line, what]) => term(line, what)),
	];
}

function flag(name: string, {type, short, value, oneOf}: Option): string {
	const follows = type === 'string' ? ` ${value ?? oneOf?.join('|') ?? 'VALUE'}` : '';
	return `${short ? `-${short}, ` : ''}--${name}${follows}`;
}

function keys(group: Group): string[] {
	const title = groupTitles[group];
	const bindings = standardKeys.filter(binding => binding.group === group);
	return [
		`.SS ${title[0]}${title.slice(1).toLowerCase()}`,
		...bindings.flatMap(one => term(keysInRow(one), one.says)),
	];
}

function term(name: string, what: string): string[] {
	return ['.TP', `.B ${roff(name)}`, roff(what)];
}

/** Text that roff takes as it is: no macro, no hyphen that is really a minus, no character beyond ASCII. */
function roff(text: string): string {
	return text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replaceAll('"', '\\(dq')
		.replaceAll('`', '')
		.replace(/^[.']/, '\\&$&')
		.replaceAll(
			/[^\x20-\x7e]/gu,
			one => `\\[u${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
		);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync('build/flowzap-tui.1', await manual());
