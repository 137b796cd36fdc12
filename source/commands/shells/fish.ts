import type {Command} from '../command.js';
import {type Expected, type Flag, flagsOf, operandsOf, type Script} from './words.js';

/** Stands in `~/.config/fish/completions/flowzap-tui.fish`, or is sourced. */
export const fish: Script = commands => {
	const [first] = commands;
	const names = commands.map(({name}) => name).join(' ');
	return [
		'# fish completion for flowzap-tui',
		`set -l commands ${names}`,
		'complete -c flowzap-tui -f',
		...commands.map(
			({name, summary}) =>
				`complete -c flowzap-tui -n "not __fish_seen_subcommand_from $commands" -a ${name} -d ${quoted(summary)}`,
		),
		...commands.flatMap(command => rulesOf(command, command === first)),
		'',
	].join('\n');
};

/** The command that needs no name is meant where no other is named. */
function rulesOf(command: Command, isFirst: boolean): string[] {
	const {name} = command;
	const seen = `__fish_seen_subcommand_from ${name}`;
	const when = isFirst ? `${seen}; or not __fish_seen_subcommand_from $commands` : seen;
	const rule = `complete -c flowzap-tui -n "${when}"`;
	return [
		...flagsOf(command).map(flag => `${rule} ${flagRule(flag)}`),
		...operandsOf(command).map(expected => `${rule} ${operandRule(expected)}`),
	];
}

function flagRule({name, short, help, value}: Flag): string {
	return `-l ${name}${short ? ` -s ${short}` : ''}${value ? valueRule(value) : ''} -d ${quoted(help)}`;
}

function valueRule(expected: Expected): string {
	switch (expected.type) {
		case 'words':
			return ` -x -a ${quoted(expected.words.join(' '))}`;
		case 'file':
			return ' -r -F';
		case 'free':
			return ' -x';
	}
}

function operandRule(expected: Expected): string {
	if (expected.type === 'words') return `-a ${quoted(expected.words.join(' '))}`;
	return expected.type === 'file' ? `-k -a "(__fish_complete_suffix ${expected.suffix})"` : '';
}

function quoted(text: string): string {
	return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
