/** What may stand where on a command line, as every shell's script needs it. */
import {type Command, helpOption, type Option, optionsOf} from '../command.js';

/** Makes the script of one shell from the commands, of which the first is the one that needs no name. */
export type Script = (commands: readonly Command[]) => string;

/** What may be given in one place: words of a fixed choice, a file, or what only the person knows. */
export type Expected =
	| {readonly type: 'words'; readonly words: readonly string[]}
	/** `suffix` is empty where any file will do. */
	| {readonly type: 'file'; readonly suffix: '.fz' | '.jsonl' | ''}
	| {readonly type: 'free'};

export interface Flag {
	/** Without the two dashes. */
	readonly name: string;
	readonly short: string | undefined;
	readonly help: string;
	/** Whether it may stand again. */
	readonly multiple: boolean;
	/** What follows; undefined for an option without a value. */
	readonly value: Expected | undefined;
}

/** The options of `command`, `--help` last. */
export function flagsOf(command: Command): readonly Flag[] {
	return Object.entries<Option>({...optionsOf(command), help: helpOption}).map(
		([name, option]): Flag => ({
			name,
			short: option.short,
			help: option.help,
			multiple: option.multiple === true,
			value: expectedOf(option),
		}),
	);
}

function expectedOf({type, oneOf, value}: Option): Expected | undefined {
	if (type === 'boolean') return undefined;
	if (oneOf) return {type: 'words', words: oneOf};
	return value === 'FILE' ? {type: 'file', suffix: ''} : {type: 'free'};
}

/** What the words after the name of `command` may be, by how its usage calls them. */
export function operandsOf({operands}: Command): readonly Expected[] {
	const choice = /^[\w|]+$/.test(operands) && operands.includes('|') ? operands.split('|') : undefined;
	if (choice) return [{type: 'words', words: choice}];
	const suffixes = [
		...(/FILE|OLD|NEW/.test(operands) ? ['.fz' as const] : []),
		...(operands.includes('RECORD') ? ['.jsonl' as const] : []),
	];
	return suffixes.map(suffix => ({type: 'file', suffix}));
}
