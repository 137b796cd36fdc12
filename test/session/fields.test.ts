import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import type {Action, FieldName} from '../../source/session/action.js';
import {interpret} from '../../source/session/interpret.js';
import {promptOf} from '../../source/session/prompts.js';
import {attended, type Session} from '../../source/session/session.js';
import {after, sessionOf} from '../helpers/session.js';

const blueGreen = readFileSync('samples/blue-green.fz', 'utf8');
/** A session where `keys` were pressed as on the screen; what is longer than a key is typed. */
const pressed = (from: Session, ...keys: readonly string[]) =>
	keys.reduce((now, key) => after(now, ...(interpret(now, key) as Action[])), from);
const typed = (panel: FieldName, text: string): Action[] => [
	{type: 'open', panel},
	{type: 'type', text},
];
const start = after(sessionOf(blueGreen), {type: 'run on'});

test('a note that was dropped comes back, and that is said', t => {
	for (const panel of ['note', 'why', 'action', 'inject'] as const)
		for (const key of ['escape', 'ctrl+c']) {
			const dropped = pressed(after(start, ...typed(panel, 'half a thought')), key);
			t.is(dropped.panel, undefined);
			t.is(dropped.notice?.text, 'dropped: ↑ in the empty field brings it back');
			const again = pressed(after(dropped, {type: 'open', panel}), 'up');
			t.is(again.panel?.text, 'half a thought', panel);
			t.is(again.notes, start.notes);
		}
	t.is(pressed(after(start, ...typed('note', ' ')), 'escape').notice, undefined);
});

test('what is being written is not lost to the key that brings back', t => {
	const dropped = pressed(after(start, ...typed('note', 'one')), 'escape');
	t.is(pressed(after(dropped, ...typed('note', 'two')), 'up').panel?.text, 'two');
	const emptied = pressed(after(dropped, ...typed('note', 'two')), 'ctrl+u', 'up');
	t.is(emptied.panel?.text, 'one');
	t.is(pressed(after(dropped, {type: 'open', panel: 'inject'}), 'up').panel?.text, '');
});

test('a reason that was demanded and dropped comes back with the next one', t => {
	const demanding = {...start, drill: {...start.drill, demandsWhy: true}};
	const dropped = pressed(
		after(demanding, {type: 'choose', number: 1}, {type: 'type', text: 'quiet'}),
		'escape',
	);
	t.regex(dropped.notice?.text ?? '', /^no branch was taken; ↑ in the empty field brings it back$/);
	t.is(pressed(after(dropped, {type: 'choose', number: 1}), 'up').panel?.text, 'quiet');
});

test('the prompt of a note names its node, as far as a window has room', t => {
	const prompt = (columns: number) =>
		promptOf(after(start, {type: 'resize', size: {columns, rows: 24}}, {type: 'open', panel: 'note'}));
	t.is(prompt(80), 'note at Current active?: ');
	t.is(prompt(40), 'note at Current a…: ');
});

const found = after(start, ...typed('search', 'roll'), {type: 'submit'});

test('what was found is told with how to go on', t => {
	t.regex(found.notice?.text ?? '', /^1 of \d: .* \(n\d+\) {3}n N next$/);
	const one = after(start, ...typed('search', 'n16'), {type: 'submit'});
	t.regex(one.notice?.text ?? '', /^1 of 1: .* \(n16\)$/);
});

test('a node is found by its words as they are shown, in whichever signs', t => {
	const shown = sessionOf('A { # A\nn1: circle label:"Cafe\u0301"\nn2: circle label:"Yes–sure"\n}\n');
	const nodes = (text: string) => after(shown, ...typed('search', text)).found?.nodes;
	t.deepEqual(nodes('café'), ['n1']);
	t.deepEqual(nodes('yes-s'), ['n2']);
	t.deepEqual(nodes('–'), ['n2']);
});

test('a search that is given up, empty or in vain leaves the one before', t => {
	for (const session of [
		pressed(after(found, {type: 'open', panel: 'search'}), 'escape'),
		pressed(after(found, ...typed('search', 'smoke')), 'escape'),
		after(found, {type: 'open', panel: 'search'}, {type: 'submit'}),
		after(found, ...typed('search', 'no such thing'), {type: 'submit'}),
	]) {
		t.deepEqual(session.found, found.found);
		t.deepEqual(session.camera, found.camera);
		t.is(session.panel, undefined);
	}
	const again = pressed(after(found, {type: 'open', panel: 'search'}), 'up');
	t.deepEqual([again.panel?.text, again.found], ['roll', found.found]);
});

test('what was found before a search is looked for again where the file is saved meanwhile', t => {
	const [first = ''] = found.found?.nodes ?? [];
	const text = blueGreen
		.split('\n')
		.filter(line => !new RegExp(`\\b${first}\\b`).test(line))
		.join('\n');
	const saved: Action = {type: 'reload', source: {name: 'x.fz', text}, ...read(text)};
	const again = pressed(after(found, ...typed('search', 'smoke'), saved), 'escape');
	t.false(again.diagram.has(first));
	t.true((again.found?.nodes.length ?? 0) > 0);
	t.true(again.found?.nodes.every(id => again.diagram.has(id)));
	t.regex(pressed(again, 'n').notice?.text ?? '', /^\d of /);
});

test('the label of a way finds the node that it leads out of, behind those that are called so', t => {
	t.deepEqual(after(start, ...typed('search', 'rolled back')).found?.nodes, ['n20']);
	t.is(
		after(start, ...typed('search', 'rolled b'), {type: 'submit'}).notice?.text,
		'1 of 1: Revert to old environment (n20), its way “Rolled back”',
	);
	t.deepEqual(after(start, ...typed('search', 'deploy')).found?.nodes, [
		'n4',
		'n8',
		'n9',
		'n13',
		'n19',
		'n3',
	]);
});

test('n and N go on with what was found; where nothing was, n says so', t => {
	t.regex(pressed(found, 'n').notice?.text ?? '', /^2 of /);
	t.deepEqual(pressed(pressed(found, 'n'), 'N').found, found.found);
	t.is(pressed(start, 'n').notice?.text, 'nothing was found: / finds by label, id, lane or attribute');
});

test('N lists the notes where no search is under way', t => {
	const stepped = after(found, {type: 'choose', number: 1});
	for (const session of [start, stepped, pressed(found, 'escape')])
		t.is(pressed(session, 'N').panel?.name, 'notes');
	t.is(pressed(pressed(start, 'N'), 'N').panel, undefined);
	t.is(pressed(pressed(start, '?'), 'N').panel?.name, 'notes');
	const onward = pressed(stepped, 'n');
	t.is(pressed(onward, 'N').panel, undefined);
	t.deepEqual(pressed(onward, 'N').found?.at, 0);
});

test('a step ends the hold of what was found: it is gone on with all the same', t => {
	const id = found.found?.nodes[0];
	t.is(attended(found), id);
	const stepped = after(found, {type: 'choose', number: 1});
	t.is(attended(stepped), stepped.run.steps.last?.node);
	t.regex(pressed(stepped, 'n').notice?.text ?? '', /^2 of /);
});

test('Esc takes back one thing at a time, what was found before the pick', t => {
	const both = after(found, {type: 'pick', by: 1});
	const once = pressed(both, 'escape');
	t.deepEqual([attended(once), once.picked], ['n7', 0]);
	t.is(pressed(once, 'escape').picked, undefined);
	t.regex(pressed(once, 'n').notice?.text ?? '', /^2 of /);
});

test('Esc leaves the branch of a route that is followed', t => {
	const steered = after(start, {type: 'steer', outcome: 'success'});
	t.is(pressed(steered, 'escape').picked, steered.picked);
	t.is(pressed(after(steered, {type: 'pick', by: 9}), 'escape').picked, steered.picked);
	t.is(pressed(after(steered, {type: 'open', panel: 'branch'}), 'escape').picked, steered.picked);
});

test('keys that do nothing say why', t => {
	const begun = sessionOf(blueGreen);
	for (const key of ['down', 'tab'])
		t.is(pressed(begun, key).notice?.text, 'there is nothing to pick here', key);
	const asked = after(begun, {type: 'open', panel: 'expect'});
	for (const key of ['right', 'left', 'backspace', 'home']) {
		const after = pressed(asked, key);
		t.is(after.notice?.text, 'Esc closes this field first', key);
		t.is(after.panel?.name, 'expect');
	}
});

test('what a reason leads to is said: the branch that was taken with it, or that a step takes', t => {
	const write: readonly Action[] = [{type: 'type', text: 'traffic says so'}, {type: 'submit'}];
	const demanding = {...start, drill: {...start.drill, demandsWhy: true}};
	const taken = after(demanding, {type: 'choose', number: 2}, ...write);
	t.not(taken.run, start.run);
	t.is(taken.notice?.text, 'the reason is noted: Green is taken');
	const picked = after(start, {type: 'pick', by: 1}, {type: 'open', panel: 'why'}, ...write);
	t.is(picked.run, start.run);
	t.is(picked.notice?.text, 'the reason is noted: → takes Blue');
	t.is(after(start, {type: 'open', panel: 'why'}, ...write).notice?.text, 'the reason is noted');
});

test('the field for what is expected says what is expected so far', t => {
	const prompt = (...actions: readonly Action[]) =>
		promptOf(after(start, ...actions, {type: 'open', panel: 'expect'}));
	t.is(prompt(), 'expected outcome: ');
	t.is(prompt(...typed('expect', 'roll'), {type: 'submit'}), 'expected (rollback): ');
});
