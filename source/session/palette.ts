/** The command palette: every action by name, and the nodes. */
import {harmless} from '../text.js';
import {type Intent, themes} from './action.js';
import {keysShown} from './key-names.js';
import {isKnown, type Session} from './session.js';

/** A line of the palette. */
export interface Entry {
	readonly name: string;
	readonly says: string;
	/** The keys that do the same, where there are any. */
	readonly keys: string;
	readonly intent: Intent;
}

/** Actions that have no key of their own. */
const further: readonly Entry[] = [
	...[1, 2, 5, 10].map(every =>
		entry(
			every === 1 ? 'auto-play' : `auto-play-${every}`,
			`a step every ${every === 1 ? 'second' : `${every} seconds`}, up to the next decision`,
			{type: 'auto', every},
		),
	),
	entry('random-step', 'one step on, at a decision by lot', {type: 'random'}),
	entry('random-run', 'on to the end, decisions by lot', {type: 'random run'}),
	entry('notes', 'what was written down', {type: 'open', panel: 'notes'}),
	entry('withdraw', 'take back what was written down last', {type: 'withdraw'}),
	entry('dim', 'dim what was not walked', {type: 'dim'}),
	entry('coverage', 'mark what no recorded drill has walked', {type: 'look back'}),
	entry('split-auto', 'read several ways out by their shape', {type: 'read', split: 'auto'}),
	entry('split-all', 'read several ways out as all at once', {type: 'read', split: 'all'}),
	entry('split-one', 'read several ways out as a choice', {type: 'read', split: 'one'}),
	entry('split-ask', 'ask at several ways out', {type: 'read', split: 'ask'}),
	entry('split-here-all', 'this node alone: all ways at once', {type: 'read', split: 'all', here: true}),
	entry('split-here-one', 'this node alone: one of its ways', {type: 'read', split: 'one', here: true}),
	entry('join-or', 'several ways in wait for all that can come', {type: 'read', join: 'or'}),
	entry('join-and', 'several ways in wait for every one', {type: 'read', join: 'and'}),
	entry('join-any', 'several ways in wait for none', {type: 'read', join: 'any'}),
	entry('join-here-any', 'this node alone waits for none', {type: 'read', join: 'any', here: true}),
	...themes.map(theme => entry(`theme-${theme}`, `colours: ${theme}`, {type: 'theme', theme})),
];

function entry(name: string, says: string, intent: Intent): Entry {
	return {name, says, keys: '', intent};
}

/** What the words in the open palette fit: the one that is called so first, then names that begin so, then all others. */
export function entriesOf(session: Session): readonly Entry[] {
	const words = (session.panel?.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	const fits = ({name, says}: Entry) => {
		const text = `${name} ${says}`.toLowerCase();
		return words.every(word => text.includes(word));
	};
	const bound = session.bindings.flatMap((binding): Entry[] => {
		const {intent, name, says} = binding;
		const isList =
			typeof intent === 'function' || name === 'next' || name === 'previous' || name === 'palette';
		return isList ? [] : [{name, says, keys: keysShown(binding, session.characters).join(' '), intent}];
	});
	const outcomes = (session.drill.blind ? [] : session.outlook.all().outcomes).map(({outcome}) =>
		entry(`steer ${outcome}`, 'pick the branch on the shortest way there', {type: 'steer', outcome}),
	);
	const typed = words.join(' ');
	const rank = ({name}: Entry) => {
		const own = name.toLowerCase();
		return own === typed || synonyms.get(typed) === own ? 0 : own.startsWith(typed) ? 1 : 2;
	};
	const list = [...bound, ...further, ...outcomes, ...nodes(session)].filter(
		one => fits(one) || rank(one) === 0,
	);
	return words.length === 0 ? list : list.toSorted((one, other) => rank(one) - rank(other));
}

/** What people type for actions of another name. */
const synonyms: ReadonlyMap<string, string> = new Map([
	['undo', 'back'],
	['redo', 'forward'],
	['search', 'find'],
	['exit', 'quit'],
	['keys', 'help'],
]);

function nodes(session: Session): readonly Entry[] {
	const names = session.diagram.nodes
		.filter(isKnown(session))
		.map(node => [node.id, `${harmless(node.id)} ${harmless(node.label)}`] as const);
	return [
		...names.map(([node, name]) => entry(`show ${name}`, 'show the node', {type: 'show node', node})),
		...names.map(([node, name]) => entry(`jump ${name}`, 'put the token there', {type: 'jump', node})),
	];
}
