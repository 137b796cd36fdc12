import type {Command} from '../command.js';
import {type Expected, type Flag, flagsOf, operandsOf, type Script} from './words.js';

/** Stands in a folder of `fpath` as `_flowzap-tui`, or is evaluated after `compinit`. */
export const zsh: Script = commands => {
	const [first] = commands;
	return `#compdef flowzap-tui
# zsh completion for flowzap-tui
_flowzap-tui() {
	local -a commands=(
${commands.map(({name, summary}) => `\t\t${quoted(`${name}:${summary}`)}`).join('\n')}
	)
	local command=$words[2]
	if ((CURRENT == 2)); then
		[[ $PREFIX != -* ]] && _describe -t commands command commands
		command=${first?.name}
	elif ((\${+commands[(r)$command:*]})); then
		shift words
		((CURRENT--))
	else
		command=${first?.name}
	fi
	case $command in
${commands.map(commandCase).join('\n')}
	esac
}
if [[ $funcstack[1] == _flowzap-tui ]]; then
	_flowzap-tui "$@"
else
	compdef _flowzap-tui flowzap-tui
fi
`;
};

function commandCase(command: Command): string {
	const operands = operandsOf(command);
	const places =
		operands.length > 0 ? [quoted(`*: :${operands.length > 1 ? files(operands) : action(operands[0])}`)] : [];
	const specs = [...flagsOf(command).map(flagSpec), ...places].map(spec => ` \\\n\t\t\t${spec}`);
	return `\t${command.name})\n\t\t_arguments -s -S${specs.join('')}\n\t\t;;`;
}

function flagSpec({name, short, help, multiple, value}: Flag): string {
	const told = `[${help.replaceAll(/[[\]:\\]/g, '\\$&')}]`;
	const follows = value ? `:${name}:${action(value)}` : '';
	const long = `--${name}${value ? '=' : ''}`;
	if (!short) return quoted(`${multiple ? '*' : ''}${long}${told}${follows}`);
	return `${quoted(`(-${short} --${name})`)}{-${short},${long}}${quoted(`${told}${follows}`)}`;
}

function action(expected: Expected | undefined): string {
	switch (expected?.type) {
		case 'words':
			return `(${expected.words.join(' ')})`;
		case 'file':
			return files([expected]);
		default:
			return ' ';
	}
}

function files(expected: readonly Expected[]): string {
	const suffixes = expected.flatMap(one =>
		one.type === 'file' && one.suffix !== '' ? [one.suffix.slice(1)] : [],
	);
	return suffixes.length > 0 ? `_files -g "*.(${suffixes.join('|')})(-.)"` : '_files';
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
