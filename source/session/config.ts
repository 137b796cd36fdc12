/** The person's own keymap and theme: a JSON text, checked; what is wrong with it is said and passed over. */
import {nearest} from '../nearest.js';
import {place} from '../problem.js';
import {harmless} from '../text.js';
import {type ThemeName, themes} from './action.js';
import type {Binding} from './binding.js';
import {standardKeys} from './keys.js';

/** What a configuration asks for. */
export interface Config {
	readonly bindings: readonly Binding[];
	readonly theme: ThemeName | undefined;
	/** What is wrong, in sentences, harmless. */
	readonly complaints: readonly string[];
}

/** Without these there is no way out of anything. */
const fixed = ['ctrl+c', 'escape'];
const digits = /^[1-9]$/;

/** Where there is no configuration. */
export const standardConfig: Config = {bindings: standardKeys, theme: undefined, complaints: []};

/** The configuration in `text`, such as `{"theme": "light", "keys": {"step": ["right", "s"]}}`. */
export function configOf(text: string): Config {
	const config = understood(text);
	return {...config, complaints: config.complaints.map(complaint => harmless(complaint))};
}

function understood(text: string): Config {
	const json = text.replace(/^\ufeff/, '');
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch (error) {
		return {...standardConfig, complaints: [whyNoJson(error as Error, json)]};
	}
	if (!isTable(value)) return {...standardConfig, complaints: ['a configuration is an object: `{ … }`']};
	const complaints = Object.keys(value)
		.filter(name => name !== 'theme' && name !== 'keys')
		.map(name => `\`${name}\` is not known here; there are \`theme\` and \`keys\``);
	const theme = themes.find(name => name === value.theme);
	if (value.theme !== undefined && !theme) complaints.push(`\`theme\` is one of ${themes.join(', ')}`);
	const keys = value.keys === undefined ? {} : value.keys;
	if (!isTable(keys))
		return {
			bindings: standardKeys,
			theme,
			complaints: [...complaints, '`keys` is an object, such as `{"step": ["right", "s"]}`'],
		};
	return {bindings: bound(keys, complaints), theme, complaints};
}

/** With line and column, where the message of the parser tells the place. */
function whyNoJson({message}: Error, text: string): string {
	const [, what = message, position] = /^(.*?)(?: in JSON)? at position (\d+)/.exec(message) ?? [];
	if (position === undefined) return `this is not JSON: ${message}`;
	const {line, column} = place({name: '', text}, Number(position));
	return `this is not JSON, line ${line}, column ${column}: ${what}`;
}

/** The standard keys with those of `table` in their place; a key taken by one action is lost to the others. */
function bound(table: Readonly<Record<string, unknown>>, complaints: string[]): readonly Binding[] {
	const own = new Map<string, readonly string[]>();
	for (const [name, value] of Object.entries(table)) {
		const keys = [value].flat();
		const wrong = keys.flatMap(key => whyNoKey(key) ?? []);
		if (!standardKeys.some(binding => binding.name === name)) complaints.push(unknown(name));
		else if (name === 'choose') complaints.push('the digits of `choose` stay as they are');
		else if (wrong.length > 0) complaints.push(...wrong.map(why => `\`${name}\`: ${why}`));
		else {
			const list = keys.map(String);
			complaints.push(...list.flatMap(key => remark(key) ?? []).map(what => `\`${name}\`: ${what}`));
			own.set(name, list);
		}
	}
	const taken = new Map<string, string>();
	for (const [name, keys] of own)
		for (const key of keys) {
			const other = taken.get(key);
			if (other !== undefined && other !== name)
				complaints.push(`\`${key}\` is given to \`${other}\` and to \`${name}\`, which has it`);
			taken.set(key, name);
		}
	return standardKeys.map(binding => {
		const keys = [
			...(own.get(binding.name) ?? binding.keys),
			...binding.keys.filter(key => fixed.includes(key)),
		];
		const left = keys.filter(key => (taken.get(key) ?? binding.name) === binding.name);
		return {...binding, keys: [...new Set(left)]};
	});
}

const named =
	/^(ctrl\+)?(alt\+)?(shift\+)?(enter|space|tab|escape|backspace|delete|insert|up|down|left|right|home|end|pageup|pagedown|f([1-9]|1[0-2]))$/;

/** What most terminals send for keys with Ctrl. */
const sentFor = new Map([
	['h', 'backspace'],
	['i', 'tab'],
	['m', 'enter'],
	['[', 'escape'],
]);

/** Why an action cannot have `key`; undefined where it can. */
function whyNoKey(key: unknown): string | undefined {
	if (typeof key !== 'string' || !isKey(key)) {
		return `${JSON.stringify(key)} is no key; one is written as \`s\`, \`ctrl+s\`, \`f5\`, \`shift+left\``;
	}
	if (fixed.includes(key) || digits.test(key)) return `${fixed.join(', ')} and the digits stay as they are`;
	return undefined;
}

/** What is to be known of a key that an action may have: few terminals tell it from another one. */
function remark(key: string): string | undefined {
	const [, alt = '', last = ''] = /^ctrl\+(alt\+)?(.)$/u.exec(key) ?? [];
	const small = last.toLowerCase();
	const sent = sentFor.get(small) ?? (small === last ? undefined : `ctrl+${alt}${small}`);
	if (sent === undefined) return undefined;
	const name = sentFor.has(small) ? alt + sent : sent;
	return `for \`${key}\` most terminals send \`${name}\``;
}

function isKey(key: string): boolean {
	return named.test(key) || /^(ctrl\+)?(alt\+)?[^\p{C}\s]$/u.test(key);
}

function unknown(name: string): string {
	const close = nearest(
		name,
		standardKeys.map(binding => binding.name),
	);
	return `no action is called \`${name}\`${close ? `; did you mean \`${close}\`?` : ''}`;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
