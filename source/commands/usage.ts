/** Usage texts, printed from the list of commands. */
import {pad} from '../text.js';
import {type Command, type Option, optionsOf} from './command.js';

/** What the program answers beside its commands, and with what. */
export const besides = [
	['help [COMMAND]', 'print the usage, as --help does'],
	['--version', 'print the version, as -V does'],
] as const;

/** The text of `flowzap-tui --help`. */
export function usage(commands: readonly Command[]): string {
	const rows = [...commands.map(c => [`${c.name} ${c.operands}`.trim(), c.summary] as const), ...besides].map(
		([words, what]) => [`flowzap-tui ${words}`, what] as const,
	);
	return [
		'flowzap-tui draws FlowZap processes as lanes and rehearses them step by step.',
		'',
		'Usage:',
		...columns(rows),
		'',
		'`flowzap-tui FILE` is short for `flowzap-tui open FILE`; its options (--plain, --people, --expect and others) are told',
		'by `flowzap-tui open --help`. FILE is a .fz file, or - for standard input. Each command has a --help with examples.',
		'',
	].join('\n');
}

/** The text of `flowzap-tui COMMAND --help`. */
export function usageOf(command: Command): string {
	const options = Object.entries(optionsOf(command));
	return [
		`flowzap-tui ${command.name} ${command.operands}`.trim(),
		`  ${command.summary}`,
		...(options.length > 0 ? ['', 'Options:', ...columns(options.map(optionRow))] : []),
		'',
		'Examples:',
		...command.examples.flatMap(([line, what]) => [`  ${line}`, `      ${what}`]),
		'',
	].join('\n');
}

function optionRow([name, option]: [string, Option]): readonly [string, string] {
	const short = option.short ? `-${option.short}, ` : '';
	const value = option.type === 'string' ? ` ${option.value ?? option.oneOf?.join('|') ?? 'VALUE'}` : '';
	return [`${short}--${name}${value}`, option.help];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
	const wide = Math.min(32, Math.max(...rows.map(([left]) => left.length)));
	return rows.map(([left, right]) =>
		left.length > wide ? `  ${left}\n  ${pad('', wide)}  ${right}` : `  ${pad(left, wide)}  ${right}`,
	);
}
