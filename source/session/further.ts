/** What has no key of its own but in a keymap that gives it one: the palette has it by name. */
import {type Intent, themes} from './action.js';
import type {Binding} from './binding.js';

/** Every such action, in the order of the help. */
export const further: readonly Binding[] = [
	...[1, 2, 5, 10].map(every =>
		named(
			every === 1 ? 'auto-play' : `auto-play-${every}`,
			`a step every ${every === 1 ? 'second' : `${every} seconds`}, up to the next decision`,
			{type: 'auto', every},
		),
	),
	named('random-step', 'one step on, at a decision by lot', {type: 'random'}),
	named('random-run', 'on to the end, decisions by lot', {type: 'random run'}),
	asking('steer', 'pick the shortest way to an outcome'),
	asking('show', 'show a node'),
	asking('jump', 'put the token on a node'),
	named('notes', 'what was written down', {type: 'open', panel: 'notes'}),
	named('withdraw', 'take back what was written down last', {type: 'withdraw'}),
	named('dim', 'dim what was not walked', {type: 'dim'}),
	named('coverage', 'mark what no recorded drill has walked', {type: 'look back'}),
	named('split-auto', 'read several ways out by their shape', {type: 'read', split: 'auto'}),
	named('split-all', 'read several ways out as all at once', {type: 'read', split: 'all'}),
	named('split-one', 'read several ways out as a choice', {type: 'read', split: 'one'}),
	named('split-ask', 'ask at several ways out', {type: 'read', split: 'ask'}),
	named('split-here-all', 'this node alone: all ways at once', {type: 'read', split: 'all', here: true}),
	named('split-here-one', 'this node alone: one of its ways', {type: 'read', split: 'one', here: true}),
	named('join-or', 'several ways in wait for all that can come', {type: 'read', join: 'or'}),
	named('join-and', 'several ways in wait for every one', {type: 'read', join: 'and'}),
	named('join-any', 'several ways in wait for none', {type: 'read', join: 'any'}),
	named('join-here-any', 'this node alone waits for none', {type: 'read', join: 'any', here: true}),
	...themes.map(theme => named(`theme-${theme}`, `colours: ${theme}`, {type: 'theme', theme})),
];

function named(name: string, says: string, intent: Intent): Binding {
	return {keys: [], name, says, group: 'further', intent};
}

/** What takes a word: the palette opens with those that there are. */
function asking(name: string, says: string): Binding {
	return named(name, says, {type: 'open', panel: 'palette', text: `${name} `});
}
