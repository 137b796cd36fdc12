/** Keys in words: for the footer, the help and messages. */
import type {Binding} from './binding.js';

const names = new Map([
	['right', '→'],
	['left', '←'],
	['up', '↑'],
	['down', '↓'],
	['enter', 'Enter'],
	['space', 'Space'],
	['tab', 'Tab'],
	['backspace', 'Backspace'],
	['escape', 'Esc'],
	['pageup', 'PgUp'],
	['pagedown', 'PgDn'],
	['home', 'Home'],
	['end', 'End'],
	['f1', 'F1'],
]);

/** A key as a person reads it: `Ctrl-R`, `Shift-←`, `PgUp`. */
function keyName(key: string): string {
	const parts = key.length > 1 ? key.split('+').filter(Boolean) : [key];
	const last = parts.pop() ?? key;
	const name = names.get(last) ?? (parts.length > 0 ? last.toUpperCase() : last);
	return [...parts.map(part => part[0]?.toUpperCase() + part.slice(1)), name].join('-');
}

/** The keys of a binding as a person reads them. */
export function keysShown(binding: Binding): string {
	return binding.name === 'choose' ? '1–9' : binding.keys.map(keyName).join(' ');
}
