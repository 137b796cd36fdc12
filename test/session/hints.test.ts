import {readFileSync} from 'node:fs';
import test from 'ava';
import {noteRows} from '../../source/screen/notes.js';
import {configOf} from '../../source/session/config.js';
import {hintsOf} from '../../source/session/hints.js';
import {keysShown} from '../../source/session/key-names.js';
import {standardKeys} from '../../source/session/keys.js';
import type {Opening} from '../../source/session/open.js';
import {pageOf} from '../../source/session/pages.js';
import {reduce} from '../../source/session/reduce.js';
import {sessionOf} from '../helpers/session.js';

const text = readFileSync('samples/blue-green.fz', 'utf8');
const begun = (more: Partial<Opening> = {}) => sessionOf(text, more);
const words = (session: ReturnType<typeof begun>) =>
	hintsOf(session).map(({keys, word}) => `${keys} ${word}`);
const keymap = (keys: Record<string, unknown>) => configOf(JSON.stringify({keys})).bindings;

test('the footer tells the first key of each action, and keys that belong together in one', t => {
	t.deepEqual(words(begun()), [
		'→ step',
		'. run on',
		'← back',
		'a note',
		'hjkl pan',
		'+-0 zoom',
		'/ find',
		'p routes',
		': command',
		'? help',
		'q quit',
	]);
});

test('the footer tells the keys of a keymap of one’s own', t => {
	const bindings = keymap({
		step: ['s'],
		'pan-left': ['left'],
		back: [],
		'zoom-in': ['ctrl++', '+'],
		note: 'f5',
	});
	t.deepEqual(words(begun({bindings})), [
		's step',
		'. run on',
		'F5 note',
		'←jkl pan',
		'Ctrl-+ - 0 zoom',
		'/ find',
		'p routes',
		': command',
		'? help',
		'q quit',
	]);
	t.is(words(reduce(begun({bindings}), {type: 'open', panel: 'routes'}))[0], 's follow');
});

test('words that name a key name the one in force, or the way by the palette', t => {
	const said = (session: ReturnType<typeof begun>) => [
		pageOf(session, 'notes')[1]?.text,
		noteRows(session, 40, 4)[0]
			?.flat()
			.find(word => word.includes('writes'))
			?.trim(),
	];
	t.deepEqual(said(begun()), ['none yet: a writes one', 'a writes one']);
	t.deepEqual(said(begun({bindings: keymap({note: 'ctrl+n'})})), [
		'none yet: Ctrl-N writes one',
		'Ctrl-N writes one',
	]);
	t.deepEqual(said(begun({bindings: keymap({note: []})})), [
		'none yet: :note writes one',
		':note writes one',
	]);
	const broken = sessionOf('lane {{{', {bindings: keymap({problems: 'f2'})});
	t.regex(broken.notice?.text ?? '', /: F2 tells more$/);
});

test('a key is named as a person reads it', t => {
	const named = (key: string, characters: 'unicode' | 'ascii' = 'unicode') =>
		keysShown({...(standardKeys[0] as (typeof standardKeys)[number]), keys: [key]}, characters)[0];
	const names = {
		'ctrl++': 'Ctrl-+',
		'+': '+',
		'ctrl+r': 'Ctrl-R',
		'alt+s': 'Alt-s',
		'alt+S': 'Alt-S',
		S: 'S',
		f12: 'F12',
		delete: 'Delete',
		'shift+left': 'Shift-←',
		'shift+tab': 'Shift-Tab',
		pageup: 'PgUp',
	};
	for (const [key, name] of Object.entries(names)) t.is(named(key), name);
	t.is(named('shift+left', 'ascii'), 'Shift-Left');
	t.is(named('right', 'ascii'), 'Right');
});
