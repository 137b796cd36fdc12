/** `completion`: a script by which a shell completes command lines. */
import {type Command, UsageError} from './command.js';
import {bash} from './shells/bash.js';
import {fish} from './shells/fish.js';
import type {Script} from './shells/words.js';
import {zsh} from './shells/zsh.js';

/** A new one is a file beside these and a name here. */
export const shells: Readonly<Record<string, Script>> = {bash, zsh, fish};

/** The command, which completes `all`: itself too. */
export const completionOf = (all: () => Promise<readonly Command[]>): Command => ({
	name: 'completion',
	summary: 'print a script by which a shell completes command lines',
	operands: Object.keys(shells).join('|'),
	isForPrograms: true,
	options: {},
	examples: [
		['eval "$(flowzap-tui completion bash)"', 'in ~/.bashrc'],
		['eval "$(flowzap-tui completion zsh)"', 'in ~/.zshrc, after compinit'],
		['flowzap-tui completion fish > ~/.config/fish/completions/flowzap-tui.fish', 'once'],
	],
	async run(world, given) {
		const [shell = '', ...more] = given.words;
		const script = Object.hasOwn(shells, shell) && more.length === 0 ? shells[shell] : undefined;
		if (!script) throw new UsageError(`name one shell: ${Object.keys(shells).join(', ')}`);
		await world.write(script(await all()));
		return 0;
	},
});
