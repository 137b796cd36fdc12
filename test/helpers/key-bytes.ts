/** The bytes that a terminal sends for a key. */

const named: Readonly<Record<string, string>> = {
	enter: '\r',
	space: ' ',
	tab: '\t',
	'shift+tab': '\x1b[Z',
	escape: '\x1b',
	backspace: '\x7f',
	up: '\x1b[A',
	down: '\x1b[B',
	right: '\x1b[C',
	left: '\x1b[D',
	'shift+up': '\x1b[1;2A',
	'shift+down': '\x1b[1;2B',
	'shift+right': '\x1b[1;2C',
	'shift+left': '\x1b[1;2D',
	home: '\x1b[H',
	end: '\x1b[F',
	pageup: '\x1b[5~',
	pagedown: '\x1b[6~',
	f1: '\x1bOP',
};

export function bytesOf(key: string): string {
	const known = named[key];
	if (known !== undefined) return known;
	const [, letter] = /^ctrl\+([a-z])$/.exec(key) ?? [];
	return letter === undefined ? key : String.fromCharCode(letter.charCodeAt(0) - 0x60);
}
