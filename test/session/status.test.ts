import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {headerRow, outcomeRow} from '../../source/screen/header.js';
import {type Row, widthOf} from '../../source/screen/line.js';
import {statusRow} from '../../source/screen/status.js';
import type {Action} from '../../source/session/action.js';
import {type Drill, newDrill} from '../../source/session/drill.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {after, decision, sessionOf} from '../helpers/session.js';

const blueGreen = readFileSync('samples/blue-green.fz', 'utf8');
/** Two tokens: one waits at a join, the other has two steps to go. */
const parallel = `Command { # Command
n1: rectangle label:"Split"
n2: rectangle label:"Phone call"
n4: rectangle label:"Write it down"
n3: rectangle label:"Declare"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n2.handle(right) -> n4.handle(left)
n4.handle(right) -> n3.handle(top)
}`;
const recorded = {...newDrill, record: {path: 'x', problem: undefined}};

function begun(text: string, drill: Drill, ...actions: readonly Action[]): Session {
	const session = sessionOf(text, {drill, switches: {split: 'all', join: 'and'}});
	return {...actions.reduce(reduce, session), notice: undefined};
}

const textOf = (row: Row) => row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join('');
const status = (session: Session, columns: number) => textOf(statusRow(session, columns));

const step: Action = {type: 'advance'};

test('what a person needs under stress comes first, and what finds no room is left out whole', t => {
	const session = begun(parallel, recorded, step, {type: 'next token'}, step);
	const whole = status(session, 500);
	const parts = whole.trim().split('   ');
	t.deepEqual(parts.slice(0, 4), [
		'recorded',
		'split all, join and',
		'token #1 at Command › Write it down, 2 live',
		'n3 Declare: 1 of 2, waiting for a token from n4 Write it down',
	]);
	t.regex(whole, /all in sight {3}zoom full {3}follow on {3}node 3\/4$/);
	const inShort = [
		'token #1 at Write it down, 2 live',
		'#1 at Write it down, 2 live',
		'#1 at Write it down',
		'#1 moves, 2 live',
		'1 waits at Declare',
	];
	const known = new Set([...parts, ...inShort]);
	for (let columns = 20; columns <= whole.length; columns += 1) {
		const row = status(session, columns);
		t.true(row.length <= columns && row.startsWith(' recorded'), row);
		for (const part of row.trim().split('   ')) t.true(known.has(part), part);
		if (columns >= 72) for (const word of ['#1 ', 'Declare', 'split all']) t.true(row.includes(word), row);
	}
});

test('where another token could move, the key for it is told', t => {
	const more = 'n5.handle(left)\nn5: rectangle label:"Ask"\nn5.handle(right) -> n3.handle(left)';
	const both = parallel.replace('n3.handle(left)', more);
	t.regex(status(begun(both, recorded, step), 120), /, 2 live \(T another\)( {3}|$)/);
	t.notRegex(status(begun(parallel, recorded, step), 120), /another\)/);
});

test('a reading that is not the usual one is in sight on every screen', t => {
	const read = (...actions: readonly Action[]) => {
		const session = sessionOf(parallel, {drill: recorded});
		return (columns: number) => status({...actions.reduce(reduce, session), notice: undefined}, columns);
	};
	t.notRegex(read(step)(80), /recorded {3}split/);
	const one: Action = {type: 'read', split: 'one'};
	const here: Action = {type: 'read', split: 'all', here: true};
	for (const columns of [45, 60, 80, 120, 200]) {
		t.regex(read(one, step)(columns), / {3}split one( {3}|$)/);
		t.regex(read(step, one)(columns), / {3}split one( {3}|$)/);
	}
	t.regex(read(here, step)(120), / {3}n1 split all {3}/);
	t.regex(read(here, step, here, step, here)(60), / {3}3 nodes read otherwise( {3}|$)/);
	t.regex(read(one, here)(120), / {3}split one, n1 split all {3}/);
	t.notRegex(read(one, {type: 'read', split: 'auto'})(80), /split one/);
});

test('whether the drill is recorded is said, and why not in short', t => {
	const safety = (drill: Partial<Drill>) =>
		status(begun(blueGreen, {...newDrill, ...drill}), 80)
			.trim()
			.split('   ')[0];
	t.is(safety(recorded), 'recorded');
	t.is(safety({unrecorded: true}), 'not recorded');
	t.is(safety({record: {path: 'x', problem: 'the disk is full'}}), 'NOT SAFE');
	t.is(safety({}), 'CI Pipeline › Start');
});

test('that steps are made by themselves is said, and what stops them', t => {
	const shown = (...actions: readonly Action[]) => status(begun(blueGreen, recorded, ...actions), 80);
	t.regex(shown({type: 'auto', every: 2}), /^ recorded {3}a step every 2 s, Esc stops {3}/);
	t.notRegex(shown({type: 'auto', every: 2}, {type: 'close'}), /step every/);
});

/** At a decision in the middle of a drawing that goes on to all sides. */
const amid = [{type: 'run on'}, {type: 'choose', number: 1}] as const;

test('beyond which ends of the view the drawing goes on is told in any window that shows it, and how far before the name of a lane', t => {
	for (const drill of [recorded, {...newDrill, unrecorded: true}]) {
		const session = begun(blueGreen, drill, ...amid);
		for (let columns = 40; columns <= 200; columns += 1) t.regex(status(session, columns), / ◄(\d+ )?►/);
		t.regex(status(session, 60), /Deploy to Green {3}◄\d+ ►\d+ ▲7 ▼\d+( {3}|$)/);
		t.regex(status(session, 80), /Blue-Green \S+ › Deploy to Green {3}◄\d+ ►\d+ ▲7 ▼\d+( {3}|$)/);
	}
	const still = begun(blueGreen, recorded, {type: 'follow'}, step);
	for (const columns of [60, 80]) t.regex(status(still, columns), / {3}follow off( {3}|$)/);
});

test('which node of the file the token is at is said where there is room, but where what lies ahead is hidden', t => {
	t.regex(status(begun(blueGreen, recorded, ...amid), 120), / {3}follow on {3}node 8\/20$/);
	t.notRegex(status(begun(blueGreen, recorded, ...amid), 80), /node/);
	t.notRegex(status(begun(blueGreen, {...recorded, blind: true}, ...amid), 120), /node/);
});

test('how to select text is said while the mouse is on, wherever the token is', t => {
	for (const drill of [recorded, {...newDrill, unrecorded: true}]) {
		const walk = [step, step, step, {type: 'run on'}, {type: 'choose', number: 1}, step, step] as const;
		for (const [at] of walk.entries()) {
			const session = after(sessionOf(blueGreen, {drill, mouse: true}), ...walk.slice(0, at + 1));
			for (const columns of [60, 80, 100]) {
				const size = {columns, rows: columns < 80 ? 16 : 24};
				const row = status({...after(session, {type: 'resize', size}), notice: undefined}, columns);
				t.regex(row, / {3}(mouse: )?Shift selects( text)?( {3}|$)/);
				t.regex(row, /[◄►▲▼]/);
			}
		}
	}
});

test('a drawing that shows something else than the walk says so for as long as it does', t => {
	const shown = (...actions: readonly Action[]) => status(begun(blueGreen, recorded, ...actions), 60);
	const dim: Action = {type: 'dim'};
	const cover: Action = {type: 'coverage', unrehearsed: new Set(['n1'])};
	t.regex(shown(dim, step), /^ recorded {3}dimmed: not walked \(:dim\)/);
	t.notRegex(shown(dim, dim), /dimmed/);
	t.regex(shown(cover, step), /^ recorded {3}marked: never rehearsed \(:coverage\)/);
	t.notRegex(shown(cover, cover), /marked/);
	const routes: Action = {type: 'open', panel: 'routes'};
	t.regex(shown(routes, {type: 'pick', by: 1}), /^ recorded {3}drawn is route 2, not what was walked/);
	t.notRegex(shown(routes, {type: 'close'}), /drawn/);
});

test('what dims or marks says a word when it is switched', t => {
	const told = (...actions: readonly Action[]) => actions.reduce(reduce, sessionOf(blueGreen)).notice?.text;
	t.is(told({type: 'dim'}), 'what was not walked is dimmed');
	t.is(told({type: 'dim'}, {type: 'dim'}), 'nothing is dimmed');
	t.is(
		told({type: 'coverage', unrehearsed: new Set()}, {type: 'coverage', unrehearsed: undefined}),
		'nothing is marked',
	);
});

test('an outcome with a long name leaves file, step and clock in the header', t => {
	const text = decision.replace('Rolled back', 'Handed to the database administrator on call, who looks on');
	for (const [columns, shown] of [
		[40, ' x.fz   step 4'],
		[60, ' x.fz   step 4   T+00:00:00'],
		[80, ' x.fz   step 4   T+00:00:00'],
	] as const) {
		const opened = sessionOf(text, {size: {columns, rows: 24}, drill: {...newDrill, expected: 'success'}});
		const session = after(opened, {type: 'run on'}, {type: 'choose', number: 2});
		const row = headerRow(session, columns);
		t.is(textOf(row), shown);
		const outcome = textOf(outcomeRow(session, columns - widthOf(row) - 1));
		t.regex(outcome, /^outcome: HANDED TO THE D[A-Z ,]*…$/);
		t.true(widthOf(row) + 1 + outcome.length <= columns);
	}
});

test('where the token is has the beginning of a long name where there is no room for all of it', t => {
	const text = decision.replace(
		'"Look"',
		'"Look into the errors that the database administrator on call has sent since noon"',
	);
	const session = begun(text, recorded, step);
	for (const [columns, shown] of [
		[40, 'Look into the error…'],
		[56, 'Look into the errors that the d…'],
		[80, 'Look into the errors that the database administ…'],
		[120, 'A › Look into the errors that the database administrator on call has sent since noon'],
	] as const)
		t.is(status(session, columns).trim().split('   ')[1], shown);
});

test('what is told of the usual keys fits in 60 columns', t => {
	const split = {type: 'read', split: 'all'} as const;
	const note: readonly Action[] = [
		{type: 'open', panel: 'note'},
		{type: 'type', text: 'calm'},
	];
	const begin: readonly Action[] = [{type: 'run on'}, {type: 'choose', number: 1}];
	const asked = {...newDrill, demandsWhy: true};
	const follow: readonly Action[] = [{type: 'open', panel: 'routes'}, {type: 'pick', by: 1}, step];
	const broken = read('A { # A\nn1: circle\nn1.handle(right) ->\n}');
	const changed: Action = {type: 'reload', source: {name: 'x.fz', text: ''}, ...broken};
	const told = (text: string, drill: Drill, ...actions: readonly Action[]) =>
		after(sessionOf(text, {drill, switches: {split: 'all', join: 'and'}}), ...actions).notice?.text ?? '';
	for (const text of [
		told(decision, recorded, ...note, {type: 'close'}),
		told(decision, asked, ...begin, {type: 'type', text: 'calm'}, {type: 'close'}),
		told(decision, recorded, ...begin, step),
		told(decision, recorded, ...begin, {type: 'open', panel: 'expect'}),
		told(decision, recorded, {type: 'open', panel: 'problems'}),
		told(decision, recorded, changed),
		told(blueGreen, recorded, step, step, ...follow),
		told(parallel, recorded, step, step, ...follow),
		told(blueGreen, recorded, split, step),
	])
		t.true(text.length < 60, text);
});
