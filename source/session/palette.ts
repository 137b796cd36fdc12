/** The command palette: every action by name, and the nodes. */
import {choices} from '../run/choices.js';
import {harmless} from '../text.js';
import {type Intent, themes} from './action.js';
import type {Binding} from './binding.js';
import {keysShown} from './key-names.js';
import {isKnown, type Session} from './session.js';

/** A line of the palette. */
export interface Entry {
	readonly name: string;
	readonly says: string;
	/** The keys that do the same, where there are any. */
	readonly keys: readonly string[];
	/** What the branch or the node that it is about is called: a number, an id, a label. */
	readonly about: readonly string[];
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

function entry(name: string, says: string, intent: Intent, about: readonly string[] = []): Entry {
	return {name, says, keys: [], about, intent};
}

/**
 * What fits that which was typed into the open palette, from best to worst: what has such a key or is called so, what is
 * about what is called so, what is called so in the beginning, what has such words, what has it somewhere. A number is
 * that of a branch or a node: nothing is done for one in the words of an action.
 */
export function entriesOf(session: Session): readonly Entry[] {
	const typed = (session.panel?.text ?? '').trim();
	const bound = session.bindings.flatMap((binding): readonly Entry[] => {
		const {intent, name, says, keys} = binding;
		const ways = typeof intent === 'function' ? branches(session, binding, intent) : [];
		if (ways.length > 0) return ways;
		const asked = typeof intent === 'function' ? intent(keys[0] ?? '') : intent;
		return [{name, says, keys: keysShown(binding, session.characters), about: [], intent: asked}];
	});
	const outcomes = (session.drill.blind ? [] : session.outlook.all().outcomes).map(({outcome}) =>
		entry(`steer ${outcome}`, 'pick the branch on the shortest way there', {type: 'steer', outcome}),
	);
	const ranked = [...bound, ...further, ...outcomes, ...nodes(session)].map(
		one => [one, rank(one, typed)] as const,
	);
	const fitting = ranked.filter(([, rank]) => rank < misfit);
	return fitting.toSorted(([, one], [, other]) => one - other).map(([one]) => one);
}

const misfit = 5;
/** A few letters stand inside so many words that they mean the beginning of one. */
const fewLetters = 2;

/** How well an entry fits, from 0; {@link misfit} where it does not. */
function rank({name, says, keys, about}: Entry, typed: string): number {
	const [own, sought] = [name.toLowerCase(), typed.toLowerCase()];
	if (keys.includes(typed) || own === sought || synonyms.get(sought) === own) return 0;
	if (about.some(one => one.toLowerCase() === sought)) return 1;
	if (about.length === 0 && /^\d+$/.test(sought)) return misfit;
	if (own.startsWith(sought)) return 2;
	const all = `${own} ${says.toLowerCase()}`;
	const beginnings = all.split(/[\s-]+/);
	const words = sought.split(/\s+/);
	if (words.every(word => beginnings.some(one => one.startsWith(word)))) return 3;
	const isThere = (word: string) => (word.length > fewLetters ? all : own).includes(word);
	return words.every(isThere) ? 4 : misfit;
}

/** What people type for actions of another name. */
const synonyms: ReadonlyMap<string, string> = new Map([
	['undo', 'back'],
	['redo', 'forward'],
	['search', 'find'],
	['exit', 'quit'],
	['q!', 'quit'],
	['wq', 'quit'],
	['keys', 'help'],
	['noh', 'close'],
]);

/** The branches of the present decision, each with its digit where that is a key. */
function branches(
	{run}: Session,
	{name, says, keys}: Binding,
	intentOf: (key: string) => Intent,
): readonly Entry[] {
	return choices(run).map(({label}, index) => {
		const number = String(index + 1);
		const about = [number, `${name} ${number}`, harmless(label)];
		const whole = `${name} ${number} ${harmless(label)}`;
		return {name: whole, says, keys: keys.includes(number) ? [number] : [], about, intent: intentOf(number)};
	});
}

function nodes(session: Session): readonly Entry[] {
	const known = session.diagram.nodes.filter(isKnown(session));
	const each = (verb: string, says: string, intentOf: (node: string) => Intent) =>
		known.map(({id, label}) => {
			const shown = harmless(id);
			const about = [shown, ...(/\d+$/.exec(id) ?? [])];
			return entry(`${verb} ${shown} ${harmless(label)}`, says, intentOf(id), about);
		});
	return [
		...each('show', 'show the node', node => ({type: 'show node', node})),
		...each('jump', 'put the token there', node => ({type: 'jump', node})),
	];
}
