import type {Command} from '../command.js';
import {type Expected, flagsOf, operandsOf, type Script} from './words.js';

/** For bash 3.2 and up, which is what a Mac has; without the package bash-completion. */
export const bash: Script = commands => {
	const [first] = commands;
	return `# bash completion for flowzap-tui
_flowzap_tui() {
	local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=${first?.name} IFS=$'\\n'
	# --name=value comes as three words.
	if [[ $word == = ]]; then
		word=
	elif [[ $before == = ]]; then
		before=\${COMP_WORDS[COMP_CWORD - 2]}
	fi
	if ((COMP_CWORD > 1)); then
		case \${COMP_WORDS[1]} in
		${commands.map(({name}) => name).join(' | ')}) command=\${COMP_WORDS[1]} ;;
		esac
	fi
	COMPREPLY=()
	case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
	esac
	if [[ $word == -* ]]; then
		case $command in
${commands.map(flagCase).join('\n')}
		esac
		return
	fi
	if ((COMP_CWORD == 1)); then
		COMPREPLY=($(compgen -W ${list(commands.map(({name}) => name))} -- "$word"))
	fi
	case $command in
${commands.map(operandCase).join('\n')}
	esac
}
_flowzap_tui_files() {
	# Without a match readline looks for any file, and knows how names are quoted.
	type compopt > /dev/null 2>&1 && compopt -o filenames -o default
	COMPREPLY+=($(compgen -f -X "!*$1" -- "$word") $(compgen -d -- "$word"))
}
complete -F _flowzap_tui flowzap-tui
`;
};

/** Words as one quoted argument: the function divides at line feeds. */
function list(words: readonly string[]): string {
	return `$'${words.join('\\n')}'`;
}

function valueCases(command: Command): string[] {
	return flagsOf(command).flatMap(({name, short, value}) => {
		if (!value) return [];
		const given = [`--${name}`, ...(short ? [`-${short}`] : [])].map(flag => `"${command.name} ${flag}"`);
		return `\t${given.join(' | ')})\n\t\t${reply(value)}\n\t\treturn\n\t\t;;`;
	});
}

function flagCase(command: Command): string {
	const flags = flagsOf(command).map(({name}) => `--${name}`);
	return `\t\t${command.name}) COMPREPLY=($(compgen -W ${list(flags)} -- "$word")) ;;`;
}

function operandCase(command: Command): string {
	return `\t${command.name})\n${operandsOf(command)
		.map(expected => `\t\t${reply(expected)}\n`)
		.join('')}\t\t;;`;
}

function reply(expected: Expected): string {
	switch (expected.type) {
		case 'words':
			return `COMPREPLY=($(compgen -W ${list(expected.words)} -- "$word"))`;
		case 'file':
			return `_flowzap_tui_files '${expected.suffix}'`;
		case 'free':
			return ':';
	}
}
