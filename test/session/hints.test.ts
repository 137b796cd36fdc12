import {readFileSync} from 'node:fs';
import {stripVTControlCharacters} from 'node:util';
import test from 'ava';
import {hintRow} from '../../source/screen/footer.js';
import {partOf} from '../../source/screen/line.js';
import {noteRows} from '../../source/screen/notes.js';
import {shown} from '../../source/screen/signs.js';
import {themeOf} from '../../source/screen/theme.js';
import type {Action} from '../../source/session/action.js';
import {configOf} from '../../source/session/config.js';
import {newDrill} from '../../source/session/drill.js';
import {hintsOf} from '../../source/session/hints.js';
import {interpret} from '../../source/session/interpret.js';
import {keysShown} from '../../source/session/key-names.js';
import {standardKeys} from '../../source/session/keys.js';
import type {Opening} from '../../source/session/open.js';
import {foldedPage, pageOf} from '../../source/session/pages.js';
import {entriesOf} from '../../source/session/palette.js';
import {reduce} from '../../source/session/reduce.js';
import {width} from '../../source/text.js';
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

const row = (session: ReturnType<typeof begun>) =>
	hintRow(session, 80)
		.flatMap(piece => (typeof piece === 'string' ? piece : piece[1]))
		.join('');

test('the footer tells what answers a question, and what was no answer', t => {
	const asked = (panel: 'copy' | 'resume' | 'quit') =>
		reduce({...begun(), panel: undefined}, {type: 'open', panel});
	t.deepEqual(words(asked('resume')), ['y Enter yes', 'n Esc no', 'q quit']);
	t.deepEqual(words(asked('quit')), ['y Enter yes', 'n Esc no']);
	t.deepEqual(words(asked('copy')), ['y yes', 'n Esc no']);
	const pressed = interpret(asked('copy'), 'enter');
	t.deepEqual(pressed, [{type: 'tell', text: 'yes or no?', urgent: true}]);
	t.regex(row(reduce(asked('copy'), pressed[0] as Action)), /yes or no\?/);
	t.deepEqual(interpret(asked('resume'), 'q'), [{type: 'quit', code: 0}]);
	for (const panel of ['copy', 'quit'] as const) t.is(interpret(asked(panel), 'q')[0]?.type, 'tell');
});

test('the footer tells as many digits as there are branches, and what takes those that no digit does', t => {
	const on = (of: ReturnType<typeof begun>) => words(reduce(of, {type: 'run on'})).slice(0, 2);
	t.deepEqual(on(begun()), ['1–2 choose', '↑↓ pick']);
	const many = (count: number) => {
		const ends = Array.from({length: count}, (_, at) => at + 3);
		const nodes = ends.map(at => `n${at}: circle label:"End ${at}"`);
		const edges = ends.map(at => `n2.handle(right) -> n${at}.handle(left) [label="To ${at}"]`);
		const start = ['n1: circle label:"Start"', 'n2: diamond label:"Which?"'];
		return sessionOf(
			['A { # A', ...start, ...nodes, 'n1.handle(right) -> n2.handle(left)', ...edges, '}'].join('\n'),
		);
	};
	t.deepEqual(on(many(9)), ['1–9 choose', '↑↓ pick']);
	t.deepEqual(on(many(12)), ['1–9 choose', ', others']);
	t.deepEqual(on({...many(12), bindings: keymap({'choose-by-name': []})}), ['1–9 choose', '↑↓ pick']);
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

test('in every set of signs the footer shows whole hints, help and quit among them, and the help its columns', t => {
	for (const characters of ['unicode', 'cp437', 'ascii'] as const)
		for (let columns = 40; columns <= 130; columns += 1) {
			const session = reduce(begun({characters, size: {columns, rows: 24}}), {type: 'run on'});
			const row = hintRow(session, columns);
			const seen = partOf(row, 0, columns, {theme: themeOf('none', 1), characters});
			const footer = stripVTControlCharacters(seen.text);
			t.regex(footer, / \? help {2}q quit$/, footer);
			t.is(width(footer), seen.width);
			t.true(seen.width <= columns);
		}
	const help = foldedPage(begun({characters: 'ascii'}), 'help').filter(({key}) => key !== undefined);
	t.is(new Set(help.map(({key = ''}) => width(key))).size, 1);
	t.true(help.every(({key = ''}) => width(shown(key, 'ascii')) === width(key) && key.endsWith(' ')));
});

test('what is no key is refused, and of one that few terminals send that is said', t => {
	const keys = {trail: ['ctrl+h', 'T'], routes: ['ctrl+i'], copy: 'ctrl+S', next: ['shift+a'], note: [7]};
	const {complaints, bindings} = configOf(JSON.stringify({keys}));
	t.deepEqual(bindings.find(({name}) => name === 'routes')?.keys, ['ctrl+i']);
	t.deepEqual(complaints, [
		'`trail`: for `ctrl+h` most terminals send `backspace`',
		'`routes`: for `ctrl+i` most terminals send `tab`',
		'`copy`: for `ctrl+S` most terminals send `ctrl+s`',
		'`next`: "shift+a" is no key; one is written as `s`, `ctrl+s`, `f5`, `shift+left`',
		'`note`: 7 is no key; one is written as `s`, `ctrl+s`, `f5`, `shift+left`',
	]);
});

test('a text that is no configuration is told with the place, and what one is', t => {
	const told = (given: string) => configOf(given).complaints;
	t.deepEqual(told('[]'), ['a configuration is an object: `{ … }`']);
	t.deepEqual(told('{"keys": []}'), ['`keys` is an object, such as `{"step": ["right", "s"]}`']);
	t.regex(told('{\n "theme": "light",\n}').join(), /^this is not JSON, line 3, column 1: \w.*[^\d)]$/);
	t.regex(told('').join(), /^this is not JSON: \w/);
});

test('every action of the palette can have a key, one that takes a word opens the palette with it', t => {
	const keys = {'random-step': ['v'], 'auto-play-2': ['V'], notes: ['m'], steer: ['S'], jump: ['ctrl+g']};
	const {complaints, bindings} = configOf(JSON.stringify({keys}));
	t.deepEqual(complaints, []);
	const session = begun({bindings});
	t.deepEqual(interpret(session, 'v'), [{type: 'random'}]);
	t.deepEqual(interpret(session, 'V'), [{type: 'auto', every: 2}]);
	t.true(foldedPage(session, 'help').some(({key, text}) => key?.trim() === 'v' && /by lot/.test(text)));
	for (const [key, text, first] of [
		['S', 'steer ', 'steer success'],
		['ctrl+g', 'jump ', 'jump n1 Start'],
	] as const) {
		const opened = (interpret(session, key) as Action[]).reduce(reduce, session);
		t.is(opened.panel?.text, text);
		t.is(entriesOf(opened)[0]?.name, first);
	}
	t.deepEqual(configOf('{"keys": {"random-stepp": ["v"]}}').complaints, [
		'no action is called `random-stepp`; did you mean `random-step`?',
	]);
});

test('no keymap takes away what leads out of everything', t => {
	const keys = {interrupt: ['z'], close: []};
	const {complaints, bindings} = configOf(`\ufeff${JSON.stringify({keys})}`);
	t.deepEqual(complaints, []);
	t.deepEqual(bindings.find(({name}) => name === 'interrupt')?.keys, ['z', 'ctrl+c']);
	t.deepEqual(bindings.find(({name}) => name === 'close')?.keys, ['escape']);
});

test('a key that is given twice is told of', t => {
	const {complaints, bindings} = configOf(JSON.stringify({keys: {step: ['s', 's'], note: ['s', 'a']}}));
	t.deepEqual(complaints, ['`s` is given to `step` and to `note`, which has it']);
	t.deepEqual(bindings.find(({name}) => name === 'note')?.keys, ['s', 'a']);
	t.deepEqual(bindings.find(({name}) => name === 'step')?.keys, []);
});

test('the digits stay with the branches', t => {
	const {complaints, bindings} = configOf(JSON.stringify({keys: {why: ['1'], step: ['s']}}));
	t.deepEqual(complaints, ['`why`: ctrl+c, escape and the digits stay as they are']);
	t.deepEqual(bindings.find(({name}) => name === 'why')?.keys, ['w']);
	t.true(bindings.some(({keys}) => keys.includes('1')));
});

test('what is wrong with a configuration is told harmlessly', t => {
	for (const text of [
		'{"\\u001b[31mPWN\\u001b]0;t\\u0007":1}',
		'\x1b[31mRED',
		'{"theme": "x", "keys": {"\\u202e": "s"}}',
	])
		t.notRegex(configOf(text).complaints.join('\n'), /[\x1b\x07\u202e]/, text);
});

test('while the clock stands the footer names what lets it go on, and nothing that is refused', t => {
	for (const columns of [40, 45, 60, 80, 120]) {
		const size = {columns, rows: 24};
		const paused = [{type: 'run on'}, {type: 'pause'}] as const;
		const session = paused.reduce(reduce, begun({size}));
		const footer = hintRow(session, columns)
			.map(piece => (typeof piece === 'string' ? piece : piece[1]))
			.join('');
		t.regex(footer, /^ P go on {2}/);
		t.notRegex(footer, /choose|back|step|run on/);
	}
	const routes = [{type: 'pause'}, {type: 'open', panel: 'routes'}] as const;
	t.is(words(routes.reduce(reduce, begun()))[0], 'P go on');
	t.false(words(routes.reduce(reduce, begun())).some(word => word.includes('follow')));
});

test('that to follow a route begins the run again is told in the smallest window', t => {
	const ended = [{type: 'random run'}, {type: 'open', panel: 'routes'}] as const;
	for (const characters of ['unicode', 'ascii'] as const) {
		const opened = begun({size: {columns: 40, rows: 10}, characters, drill: {...newDrill, seed: 1}});
		const footer = hintRow(ended.reduce(reduce, opened), 40)
			.map(piece => (typeof piece === 'string' ? piece : piece[1]))
			.join('');
		t.regex(footer, /^ (→|Right) restart on it {2}.*q quit$/);
		t.true(width(footer) <= 40);
	}
});

test('while the clock stands every move is refused with the same word', t => {
	for (const drill of [newDrill, {...newDrill, demandsWhy: true}])
		for (const before of [[], [{type: 'run on'}]] as const) {
			const session = [...before, {type: 'pause'} as const].reduce(reduce, begun({drill}));
			for (const action of [
				{type: 'advance'},
				{type: 'run on'},
				{type: 'choose', number: 1},
				{type: 'choose', number: 9},
				{type: 'back'},
				{type: 'auto', every: 1},
			] as const) {
				const after = reduce(session, action);
				t.is(after.notice?.text, 'paused: P lets the clock go on', action.type);
				t.is(after.panel, undefined);
			}
		}
});
