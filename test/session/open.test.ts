import test from 'ava';
import type {Action} from '../../source/session/action.js';
import {newDrill} from '../../source/session/drill.js';
import {interpret} from '../../source/session/interpret.js';
import {injectHere} from '../../source/session/notes.js';
import {asksToQuit} from '../../source/session/panels.js';
import {explained, readingWords} from '../../source/session/reading.js';
import {factsOf} from '../../source/session/record.js';
import type {Session} from '../../source/session/session.js';
import {after, at, sessionOf, decision as text} from '../helpers/session.js';
import {trace} from '../helpers/trace.js';

const on: Action = {type: 'run on'};
const opened = (panel: 'note' | 'help' | 'palette') => [{type: 'open', panel} as const];
/** A session where the press of `key` is carried out as on the screen. */
const pressed = (from: Session, key: string) => after(from, ...(interpret(from, key) as Action[]));

test('a click works on nothing beneath a page or a text that is being written', t => {
	const asked = after(sessionOf(text), on);
	for (const panel of ['note', 'help', 'palette'] as const) {
		const written: Action[] = panel === 'help' ? [] : [{type: 'type', text: 'half a note'}];
		const open = after(asked, ...opened(panel), ...written);
		for (const click of [
			{type: 'point', number: 1},
			{type: 'click', x: 1, y: 1},
		] as const) {
			const clicked = after(open, click, click);
			t.deepEqual([clicked.run, clicked.panel], [open.run, open.panel]);
		}
	}
	t.not(after(asked, {type: 'point', number: 1}, {type: 'point', number: 1}).run, asked.run);
});

test('what is answered late closes no field', t => {
	const open = after(sessionOf(text), ...opened('note'), {type: 'type', text: 'half a note'});
	t.is(after(open, {type: 'coverage', unrehearsed: new Set(['n1'])}).panel?.text, 'half a note');
});

test('nothing moves by itself while a person writes, is asked, or has stopped the clock', t => {
	const played = after(sessionOf(text), {type: 'auto', every: 1});
	const tick: Action = {type: 'tick', now: at(5000)};
	t.is(trace(after(played, tick).run), '1@n1 1→n2');
	t.is(after(played, ...opened('note'), tick).run, played.run);
	t.is(after(played, ...opened('palette'), tick).run, played.run);
	t.is(after(sessionOf(text), {type: 'pause'}, {type: 'auto', every: 1}, tick).run.steps.size, 1);
});

test('where no step can be made, auto-play says why it does not begin', t => {
	const auto: Action = {type: 'auto', every: 1};
	const played = (...before: readonly Action[]) => after(sessionOf(text), ...before, auto);
	t.is(played({type: 'run on'}).notice?.text, 'choose first: auto-play makes steps');
	t.is(played({type: 'run on'}).auto, undefined);
	const ended = played({type: 'run on'}, {type: 'choose', number: 1});
	t.is(ended.run.state, 'ended');
	t.is(ended.notice?.text, 'ended: step back, or begin again');
	t.is(played().notice, undefined);
});

test('a word that was not read yet comes after the one that a key brings up', t => {
	const notices = ['one', 'two', 'three'].map(word => ({text: word, urgent: false}));
	const said: (string | undefined)[] = [];
	let session = sessionOf(text, {notices});
	for (const action of [
		{type: 'follow'},
		{type: 'follow'},
		{type: 'pan', x: 0, y: 0},
		{type: 'pan', x: 0, y: 0},
	] as const) {
		said.push(session.notice?.text);
		session = after(session, action);
	}
	t.deepEqual(
		[...said, session.notice?.text],
		['one', 'the view stays', 'the view follows the token', 'two', 'three'],
	);
});

test('to quit is asked for where the record is not safe, too', t => {
	const noted = after(sessionOf(text), ...opened('note'), {type: 'type', text: 'hm'}, {type: 'submit'});
	const recorded = (problem: string | undefined): Session => ({
		...noted,
		drill: {...noted.drill, record: {path: 'x.jsonl', problem}},
	});
	t.true(asksToQuit(noted));
	t.true(asksToQuit(recorded('the disk is full')));
	t.false(asksToQuit(recorded(undefined)));
});

test('every card comes up: one where the run starts, several of one node, and in a run by lot', t => {
	const cards = [
		{node: 'n1', text: 'at the start'},
		{node: 'n3', text: 'first'},
		{node: 'n3', text: 'second'},
	];
	const start = sessionOf(text, {drill: {...newDrill, cards}});
	t.is(start.notice?.text, 'INJECT: at the start');
	const moved = after(start, on);
	t.deepEqual(
		factsOf(start, moved).flatMap(({type, text: said}) => (type === 'inject' ? [said] : [])),
		['at the start', 'first', 'second'],
	);
	t.is(injectHere(moved), 'first / second');
	const byLot = after(start, {type: 'random run'});
	t.is(trace(byLot.run), trace(moved.run));
	t.is(after(byLot, {type: 'random run'}).run.state, 'ended');
});

test('among many branches a digit acts at once where no other number begins with it', t => {
	const ways = Array.from({length: 12}, (_, index) => index + 2);
	const many = `A { # A
n1: diamond label:"Which?"
${ways.map(id => `n${id}: circle label:"End ${id}"`).join('\n')}
${ways.map(id => `n1.handle(right) -> n${id}.handle(left) [label="Way ${id - 1}"]`).join('\n')}
}
`;
	const asked = sessionOf(many);
	t.is(trace(pressed(asked, '2').run), '1@n1 1→n3 1.');
	t.is(pressed(asked, '1').panel?.name, 'branch');
});

test('a demanded reason is asked for again where none was written, and said to be missing', t => {
	const asked = after(sessionOf(text, {drill: {...newDrill, demandsWhy: true}}), on, {
		type: 'choose',
		number: 1,
	});
	const empty = after(asked, {type: 'submit'});
	t.is(empty.panel?.name, 'why');
	t.regex(empty.notice?.text ?? '', /this drill asks why: write the reason/);
	const left = after(asked, {type: 'close'});
	t.deepEqual([left.panel, left.notice?.text], [undefined, 'no branch was taken: this drill asks why']);
});

test('in a blind drill it is said that what was asked for may be hidden', t => {
	const blind = sessionOf(text, {drill: {...newDrill, blind: true}});
	const asked = pressed(after(blind, ...opened('palette'), {type: 'type', text: 'jump n4'}), 'enter');
	t.is(asked.notice?.text, 'no action is called that, or it is hidden in this drill');
	const looked = after(
		blind,
		{type: 'open', panel: 'search'},
		{type: 'type', text: 'rolled'},
		{type: 'submit'},
	);
	t.is(looked.notice?.text, 'nothing is called rolled, or it is hidden in this drill');
});

test('an expected outcome is known by its beginning', t => {
	const expecting = (said: string) =>
		after(sessionOf(text), {type: 'open', panel: 'expect'}, {type: 'type', text: said}, {type: 'submit'});
	t.is(expecting('succ').drill.expected, 'success');
	t.is(expecting('xyz').drill.expected, '');
});

test('a reading of single nodes is told whole', t => {
	const fork = `${text.replace('}\n', '')}n2.handle(bottom) -> n5.handle(top)\n}\n`;
	const read = after(
		sessionOf(fork),
		{type: 'advance'},
		{type: 'read', split: 'all', here: true},
		{type: 'read', join: 'any', here: true},
	);
	t.regex(readingWords(read), /n2 split all join any$/);
});

test('a way out that could not be read is not walked past', t => {
	const broken = text.replace('}\n', 'n2.handle(bottom) -> n50.handle(left) [label="Never mind"]\n}\n');
	const stopped = after(sessionOf(broken), on);
	t.is(trace(stopped.run), '1@n1 1→n2');
	t.deepEqual(explained(stopped), ['A way out of n2 Look could not be read. ! tells more.']);
	t.is(trace(after(stopped, on, {type: 'random'}).run), '1@n1 1→n2');
	t.is(trace(after(stopped, {type: 'choose', number: 1}).run), '1@n1 1→n2 1→n3');
});
