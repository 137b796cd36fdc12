import test from 'ava';
import {type Depth, type Look, themeOf} from '../../source/screen/theme.js';
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
