import {readFileSync} from 'node:fs';
import test from 'ava';
import {widthOf} from '../../source/screen/line.js';
import {listTargets} from '../../source/screen/lists.js';
import type {Action} from '../../source/session/action.js';
import {interpret} from '../../source/session/interpret.js';
import {entriesOf} from '../../source/session/palette.js';
import type {Session} from '../../source/session/session.js';
import {arrangementOf} from '../../source/session/view.js';
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

/** The first entry where the run stands after `steps`. */
const firstAfter = (steps: readonly Action[], text: string) =>
	entriesOf(after(sessionOf(blueGreen), ...steps, opened, {type: 'type', text}))[0];

test('a number in the palette takes a branch or shows a node, and a branch is called by its name too', t => {
	const decision: readonly Action[] = [{type: 'run on'}];
	for (const text of ['1', '2', 'choose 2', 'green', 'Green'])
		t.deepEqual(firstAfter(decision, text)?.intent, {
			type: 'choose',
			number: text === '1' ? 1 : 2,
		});
	for (const [text, node] of [
		['13', 'n13'],
		['n13', 'n13'],
		['3', 'n3'],
	] as const) {
		t.deepEqual(firstAfter(decision, text)?.intent, {type: 'show node', node}, text);
		t.deepEqual(firstAfter([], text)?.intent, {type: 'show node', node}, text);
	}
	t.is(firstAfter([], '2')?.name, 'show n2 Build new version');
	t.is(firstAfter([], '130'), undefined);
	t.is(firstAfter([], '0')?.name, 'fit');
});

test('the palette lists every action of the keymap, moving and at a decision', t => {
	for (const steps of [[], [{type: 'run on'}]] satisfies Action[][]) {
		const session = after(sessionOf(blueGreen), ...steps, opened);
		const names = entriesOf(session).map(({name}) => name);
		const isListed = (name: string) => names.some(one => one === name || one.startsWith(`${name} `));
		t.deepEqual(
			session.bindings.filter(({name}) => !isListed(name)),
			[],
		);
	}
	const taken = (typed: string, ...steps: readonly Action[]) => {
		const open = after(sessionOf(blueGreen), ...steps, opened, {type: 'type', text: typed});
		return pressed(open, 'enter');
	};
	const decision: Action = {type: 'run on'};
	t.is(taken('choose').notice?.text, 'there is nothing to choose here');
	t.is(taken('next', decision).picked, 0);
	t.is(taken('previous', decision).picked, 1);
	t.is(taken('palette').panel?.name, 'palette');
	t.is(taken('palette').panel?.text, '');
});

test('an action that is called as a branch is, or begins so, is told from it', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: circle label:"Completed"
n3: circle label:"Rolled back"
n1.handle(right) -> n2.handle(left) [label="No"]
n1.handle(bottom) -> n3.handle(left) [label="Quit"]
}
`;
	const session = sessionOf(text, {switches: {split: 'one'}});
	const first = (typed: string) => entriesOf(after(session, opened, {type: 'type', text: typed}))[0]?.intent;
	t.deepEqual(first('no'), {type: 'choose', number: 1});
	t.deepEqual(first('quit'), {type: 'quit', code: 0});
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

const listedIn = (session: Session) => {
	const {side} = arrangementOf(session);
	const columns = side === 0 ? session.size.columns : side - 2;
	return listTargets(session, columns, 500).map(({row, number}) => ({number, fits: widthOf(row) <= columns}));
};

test('the palette tells on a large screen what most actions do', t => {
	for (const [columns, rows] of [
		[120, 40],
		[200, 60],
	] as const) {
		const lines = listedIn(after(sessionOf(blueGreen, {size: {columns, rows}}), opened));
		t.true(lines.filter(({fits}) => fits).length / lines.length > 0.6);
	}
});

test('where there are no rows for all that the picked action does, that is cut with a mark', t => {
	const session = after(sessionOf(blueGreen), opened, {type: 'pick', by: 2});
	const [, , last] = listTargets(session, 30, 3);
	t.deepEqual(last, {row: ['    ', ['dim', 'a branch by the first let…']], number: 2});
});

test('of the picked action the palette tells all that it does, on every screen', t => {
	for (const [columns, rows] of [
		[40, 12],
		[80, 24],
		[100, 30],
		[120, 40],
	] as const) {
		const first = after(sessionOf(blueGreen, {size: {columns, rows}}), opened);
		for (let at = 0; at < 60; at += 1) {
			const session = after(first, {type: 'pick', by: at});
			const picked = listedIn(session).filter(({number}) => number === at);
			t.true(picked.length > 0 && picked.every(({fits}) => fits), entriesOf(session)[at]?.name);
		}
	}
});
