/** The command palette: every action by name, and the nodes. */
import {choices} from '../run/choices.js';
import {harmless} from '../text.js';
import type {Intent} from './action.js';
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
		// What opens the palette with its own name would only come back to it.
		if (asked.type === 'open' && asked.text?.trim() === typed) return [];
		return [{name, says, keys: keysShown(binding, session.characters), about: [], intent: asked}];
	});
	const outcomes = (session.drill.blind ? [] : session.outlook.all().outcomes).map(({outcome}) =>
		entry(`steer ${outcome}`, 'pick the branch on the shortest way there', {type: 'steer', outcome}),
	);
	const ranked = [...bound, ...outcomes, ...nodes(session)].map(one => [one, rank(one, typed)] as const);
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
