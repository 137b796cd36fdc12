/** The meaning of control sequences: tables of the keys that terminals send. */
import type {TerminalEvent} from './event.js';

const letters = new Map([
	['A', 'up'],
	['B', 'down'],
	['C', 'right'],
	['D', 'left'],
	['F', 'end'],
	['H', 'home'],
	['M', 'enter'],
	['P', 'f1'],
	['Q', 'f2'],
	['R', 'f3'],
	['S', 'f4'],
]);

const numbers = new Map([
	[1, 'home'],
	[2, 'insert'],
	[3, 'delete'],
	[4, 'end'],
	[5, 'pageup'],
	[6, 'pagedown'],
	[7, 'home'],
	[8, 'end'],
	...[11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map((code, i) => [code, `f${i + 1}`] as const),
]);

const codePoints = new Map([
	[8, 'backspace'],
	[9, 'tab'],
	[13, 'enter'],
	[27, 'escape'],
	[32, 'space'],
	[127, 'backspace'],
]);

const wheel = ['wheel-up', 'wheel-down', 'wheel-left', 'wheel-right'] as const;

/** The key of `ESC O letter`; undefined where there is none. */
export function ss3Key(letter: string): string | undefined {
	return letters.get(letter);
}

/** What `ESC [ parameters final` says; undefined for what is no key, such as a report of focus. */
export function controlSequence(parameters: string, final: string): TerminalEvent | 'paste' | undefined {
	if (parameters.startsWith('<')) return mouse(parameters.slice(1), final);
	if (!/^[\d;:]*$/.test(parameters)) return undefined;
	// kitty: `modifier:3` is a key that was let go.
	if (/^[\d:]*;\d*:3/.test(parameters)) return undefined;
	const [first = 0, second = 1, third = 0] = parameters
		.split(';')
		.map(part => Number.parseInt(part, 10) || 0);
	if (final === '~') {
		if (first === 200) return 'paste';
		// xterm's modifyOtherKeys: 27 ; modifier ; code point.
		if (first === 27) return named(codePointKey(third), second);
		return named(numbers.get(first), second);
	}
	if (final === 'u') return written(parameters, named(codePointKey(first), second), second);
	if (final === 'Z') return named('tab', Math.max(2, second));
	// `ESC [ M` is an old mouse report and `ESC [ R` a report of the cursor: without a modifier they are no keys.
	if (final === 'M' || (final === 'R' && first !== 1)) return undefined;
	return named(letters.get(final), second);
}

/** kitty names the key of a Latin layout that stands in the place of another's: `letter:shifted:Latin ; modifier`. */
function written(parameters: string, own: TerminalEvent | undefined, modifier: number) {
	const [, base] = /^\d+:\d*:(\d+)/.exec(parameters) ?? [];
	if (base === undefined || own?.type !== 'key' || !isForeignLetter(own.key.replace(/^.*\+/, ''))) return own;
	const latin = named(codePointKey(Number(base)), modifier);
	const isText = [...own.key].length === 1;
	return latin && {...latin, ...(isText ? {text: own.key} : {})};
}

/** Whether `key` is a letter, and none of the Latin ones that keymaps have. */
function isForeignLetter(key: string): boolean {
	return /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);
}

function codePointKey(code: number): string | undefined {
	const name = codePoints.get(code);
	if (name) return name;
	return code > 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && (code < 0xe000 || code > 0xf8ff)
		? String.fromCodePoint(code)
		: undefined;
}

/** Super, Hyper, Meta: keys of the window system, not of programs. */
const foreign = 8 | 16 | 32;

/** `name` with a modifier parameter: 1 plus 1 for Shift, 2 for Alt, 4 for Ctrl. */
function named(name: string | undefined, modifier: number): TerminalEvent | undefined {
	const bits = Math.max(0, modifier - 1);
	if (!name || (bits & foreign) !== 0) return undefined;
	const printable = [...name].length === 1;
	const shift = (bits & 1) !== 0;
	const base = printable && shift ? name.toUpperCase() : name;
	const prefix = `${bits & 4 ? 'ctrl+' : ''}${bits & 2 ? 'alt+' : ''}${shift && !printable ? 'shift+' : ''}`;
	return {type: 'key', key: prefix + base};
}

function mouse(parameters: string, final: string): TerminalEvent | undefined {
	if (!/^\d{1,5};\d{1,5};\d{1,5}$/.test(parameters) || (final !== 'M' && final !== 'm')) return undefined;
	const [button = 0, column = 1, row = 1] = parameters.split(';').map(Number);
	const at = {type: 'mouse', x: Math.max(0, column - 1), y: Math.max(0, row - 1)} as const;
	if (button & 64) return final === 'M' ? {...at, what: wheel[button & 3] ?? 'wheel-up'} : undefined;
	if (final === 'm') return {...at, what: 'release'};
	if (button & 32) return (button & 3) === 3 ? undefined : {...at, what: 'drag'};
	return (button & 3) === 0 ? {...at, what: 'press'} : undefined;
}
