/** Keys in words: for the footer, the help and messages. */
import type {CharacterSet} from '../canvas/canvas.js';
import type {Binding} from './binding.js';

const arrows = new Map([
	['right', '→'],
	['left', '←'],
	['up', '↑'],
	['down', '↓'],
]);

const shortNames = new Map([
	['escape', 'Esc'],
	['pageup', 'PgUp'],
	['pagedown', 'PgDn'],
]);

/** A key as a person reads it: `Ctrl-R`, `Shift-←`, `PgUp`; arrows by their names where there is no sign for them. */
export function keyName(key: string, characters: CharacterSet): string {
	const [, before = '', last = key] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/.exec(key) ?? [];
	const modifiers = before.split('+').filter(Boolean).map(capital);
	// With Ctrl a terminal does not tell capital letters from small ones; else they are two keys.
	const asIs = [...last].length === 1 && !before.includes('ctrl');
	return [...modifiers, asIs ? last : nameOf(last, characters)].join('-');
}

function nameOf(key: string, characters: CharacterSet): string {
	const arrow = characters === 'ascii' ? undefined : arrows.get(key);
	return arrow ?? shortNames.get(key) ?? capital(key);
}

function capital(word: string): string {
	return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** The keys of a binding as a person reads them. */
export function keysShown({name, keys}: Binding, characters: CharacterSet = 'unicode'): string[] {
	return name === 'choose' ? ['1–9'] : keys.map(key => keyName(key, characters));
}

/** The same in a row; where there are none, how the palette has the action. */
export function keysInRow(binding: Binding, characters?: CharacterSet): string {
	return keysShown(binding, characters).join(' ') || `:${binding.name}`;
}

/** What keys are called depends on. */
interface Keyboard {
	readonly bindings: readonly Binding[];
	readonly characters: CharacterSet;
}

/** The first key of the action called `name`, as a person reads it; undefined where a keymap leaves it none. */
export function firstKey({bindings, characters}: Keyboard, name: string): string | undefined {
	const binding = bindings.find(one => one.name === name);
	return binding && keysShown({...binding, keys: binding.keys.slice(0, 1)}, characters)[0];
}

/** The first key of the action called `name`, else how the palette has it, for a sentence. */
export function keyFor(keyboard: Keyboard, name: string): string {
	return firstKey(keyboard, name) ?? `:${name}`;
}
