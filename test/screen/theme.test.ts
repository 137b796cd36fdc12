import test from 'ava';
import {type Depth, type Look, themeOf, themeOn} from '../../source/screen/theme.js';
import {themes} from '../../source/session/action.js';

const looks: readonly Look[] = [
	'title',
	'key',
	'warning',
	'error',
	'walked',
	'token',
	'found',
	'good',
	'undone',
	'bad',
	'other',
];
const codes = (name: (typeof themes)[number], depth: Depth) =>
	looks.map(look => themeOf(name, depth).paint(look, 'x'));

test('a terminal gets colours of no greater depth than it has', t => {
	for (const name of themes) {
		t.notRegex(codes(name, 1).join(''), /[34]8;[25];/, name);
		t.notRegex(codes(name, 2).join(''), /[34]8;2;/, name);
	}
	for (const name of ['dark', 'light'] as const) {
		t.regex(codes(name, 2).join(''), /38;5;/, name);
		t.regex(codes(name, 3).join(''), /38;2;/, name);
	}
	t.notRegex(codes('none', 3).join(''), /\x1b\[[349]\d/);
});

test('outcomes that are worth a look differ at every depth', t => {
	for (const name of ['dark', 'light', 'contrast'] as const)
		for (const depth of [1, 2, 3] as const) {
			const theme = themeOf(name, depth);
			const painted = (['good', 'undone', 'bad'] as const).map(look => theme.paint(look, 'x'));
			t.is(new Set(painted).size, 3);
		}
});

test('the theme follows the background that a terminal tells', t => {
	t.is(themeOn('rgb:ffff/ffff/ffff'), 'light');
	t.is(themeOn('rgb:1e/1e/1e'), 'dark');
	t.is(themeOn('?'), undefined);
});

/** Relative luminance after WCAG 2, of a colour as chalk writes it. */
function luminance(code: string): number {
	const [red = 0, green = 0, blue = 0] =
		/38;2;(\d+);(\d+);(\d+)m/.exec(code)?.slice(1).map(Number) ?? indexed(code);
	const linear = (value: number) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Red, green and blue of a colour of the cube of the 256. */
function indexed(code: string): number[] {
	const number = Number(/38;5;(\d+)m/.exec(code)?.[1]) - 16;
	return [36, 6, 1].map(step => [0, 95, 135, 175, 215, 255][Math.floor(number / step) % 6] ?? 0);
}

test('the theme for an unknown background has no colour that is hard to read on black or on white', t => {
	t.notRegex(codes('contrast', 1).join(''), /\x1b\[[349]\d/);
	for (const depth of [2, 3] as const)
		for (const code of codes('contrast', depth).filter(code => code.includes('38;'))) {
			t.true(1.05 / (luminance(code) + 0.05) >= 4, code);
			t.true((luminance(code) + 0.05) / 0.05 >= 4, code);
		}
	t.notRegex(codes('contrast', 3).join(''), /\x1b\[(?:9\d|[34][0-7]|10\d|48)/);
});
