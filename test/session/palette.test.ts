import {readFileSync} from 'node:fs';
import test from 'ava';
import type {Action} from '../../source/session/action.js';
import {interpret} from '../../source/session/interpret.js';
import {entriesOf} from '../../source/session/palette.js';
import type {Session} from '../../source/session/session.js';
import {after, sessionOf} from '../helpers/session.js';

const blueGreen = readFileSync('samples/blue-green.fz', 'utf8');
const opened: Action = {type: 'open', panel: 'palette'};
/** A session where the press of `key` is carried out as on the screen. */
const pressed = (from: Session, key: string) => after(from, ...(interpret(from, key) as Action[]));

const listed = (text: string) =>
	entriesOf(after(sessionOf(blueGreen), opened, {type: 'type', text})).map(({name}) => name);

test('in the palette a key or a whole name comes first, then what begins so, then words that do', t => {
	for (const [text, first] of [
		['0', 'fit'],
		['x', 'export'],
		['u', 'back'],
		['q', 'quit'],
		['a', 'note'],
		['A', 'action-item'],
		['Ctrl-R', 'forward'],
		['q!', 'quit'],
		['wq', 'quit'],
		['noh', 'close'],
		['undo', 'back'],
		['out', 'outcomes'],
		['item', 'action-item'],
		['n7', 'show n7 Current active?'],
	] as const)
		t.is(listed(text)[0], first, text);
	t.deepEqual(listed('re').slice(0, 2), ['restart', 'redraw']);
	t.is(listed('sta')[0], 'show-start');
});

test('one letter or two do not match inside the words of a description', t => {
	t.false(listed('0').includes('interrupt'));
	t.false(listed('xi').includes('interrupt'));
	t.true(listed('exit').includes('interrupt'));
	t.true(listed('oute').includes('routes'));
});

test('Ctrl-N and Ctrl-P pick in lists, and open and do what they do elsewhere', t => {
	for (const panel of ['palette', 'routes'] as const) {
		let now = after(sessionOf(blueGreen), {type: 'open', panel});
		now = pressed(pressed(pressed(now, 'ctrl+n'), 'ctrl+n'), 'ctrl+p');
		t.is(now.panel?.name, panel);
		t.is(now.panel?.at, 1);
	}
	t.is(pressed(sessionOf(blueGreen), 'ctrl+p').panel?.name, 'palette');
});
