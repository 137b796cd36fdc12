import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {begin} from '../../source/run/begin.js';
import {onward, toEnd} from '../../source/run/onward.js';
import {activate} from '../../source/run/steer.js';
import {step} from '../../source/run/step.js';
import {besidePanel, sideRows} from '../../source/screen/side.js';
import {tokenRows} from '../../source/screen/tokens.js';
import {standWords} from '../../source/session/reading.js';
import type {Session} from '../../source/session/session.js';
import {trail} from '../../source/session/trail.js';
import {arrangementOf, besidePlace} from '../../source/session/view.js';
import {after, decision, sessionOf} from '../helpers/session.js';

/** `n1` to `count` nodes at once, and those to `join`. */
function fan(count: number): string {
	const branches = Array.from({length: count}, (_, at) => `b${at}`);
	return [
		'L {',
		'n1: circle label:"Start"',
		...branches.map(id => `${id}: rectangle label:"${id}"`),
		'join: rectangle label:"Join"',
		...branches.flatMap(id => [
			`n1.handle(right) -> ${id}.handle(left)`,
			`${id}.handle(right) -> join.handle(left)`,
		]),
		'}',
		'',
	].join('\n');
}

const told = (source: string) =>
	trail(onward(begin(read(source).diagram, {split: 'all'})), 100).map(
		({token, label}) => `${token}: ${label}`,
	);

test('tokens that became one are named together in the trail', t => {
	t.deepEqual(told(fan(2)), ['1: Start', '1: b0', '2: b1', '1: Join', '2: Join', '1+2: Join']);
});

test('steps are numbered one after the other, though tokens ended between them', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: circle label:"Short"
n3: rectangle label:"Long"
n4: rectangle label:"Longer"
n5: circle label:"End"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n3.handle(right) -> n4.handle(left)
n4.handle(right) -> n5.handle(left)
}
`;
	const run = onward(begin(read(text).diagram, {split: 'all'}));
	const numbers = (count: number) => trail(run, count).map(({number}) => number);
	t.deepEqual(numbers(100), [1, 2, 3, 4, 5]);
	t.deepEqual(numbers(2), [4, 5]);
	t.deepEqual(numbers(0), []);
});

test('the place of the token that moves is marked, whichever moved last', t => {
	let run = step(begin(read(fan(3)).diagram, {split: 'all'}));
	const marked = () => trail(run, 100).flatMap(({now, token, label}) => (now ? [`${token}: ${label}`] : []));
	t.deepEqual(marked(), ['1: b0']);
	run = activate(run, 3);
	t.deepEqual(marked(), ['3: b2']);
	run = activate(step(run), 1);
	t.deepEqual(marked(), ['1: b0']);
});

test('where each of several tokens stands is told, the one that moves first', t => {
	const run = step(activate(step(begin(read(fan(7)).diagram, {split: 'all'})), 3));
	t.is(standWords(run), '#4 b3 moves, #1 b0, #2 b1, #3 Join waits, #5 b4, 2 more');
	t.is(standWords(begin(read(fan(7)).diagram)), '');
	const session = {...sessionOf(fan(7)), run};
	const told = (rows: number) =>
		tokenRows(session, rows).map(row =>
			row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
		);
	t.deepEqual(told(9), [
		'TOKENS 7',
		'►#4 b3',
		' #1 b0',
		' #2 b1',
		' #3 Join waits',
		...[5, 6, 7].map(n => ` #${n} b${n - 1}`),
	]);
	t.deepEqual(told(4), ['TOKENS 7', '►#4 b3', ' #1 b0', '  … 5 more']);
	t.deepEqual(told(2), []);
});

test('many tokens that became one are counted', t => {
	t.is(told(fan(5)).at(-1), '5 tokens: Join');
});

test('a loop that was left is told of the place where that was decided', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: diamond label:"Healthy?"
n3: rectangle label:"Give up"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="No"]
loop [up to 3 times] n2 n3
}
`;
	const run = toEnd(begin(read(text).diagram), ({question}) => (question?.node === 'n3' ? 'leave' : 'e2'));
	t.deepEqual(
		trail(run, 100).map(({label, taken}) => [label, taken]),
		[
			['Start', undefined],
			['Healthy?', 'No'],
			['Give up', 'leave'],
		],
	);
});

/** A line of `count` steps. */
function line(count: number): string {
	const all = Array.from({length: count}, (_, at) => at + 1);
	return [
		'L { # Lane',
		...all.map(at => `n${at}: rectangle label:"Step ${at}"`),
		...all.slice(1).map(at => `n${at - 1}.handle(right) -> n${at}.handle(left)`),
		'}',
	].join('\n');
}

/** What was opened, in words. */
const opened = (session: Session) => {
	const {columns, rows} = besidePlace(session);
	return besidePanel(session, columns, rows).map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);
};

const up = {type: 'pick', by: -1} as const;
const down = {type: 'pick', by: 1} as const;

for (const [columns, rows] of [
	[40, 10],
	[60, 16],
	[80, 24],
	[100, 30],
	[120, 40],
	[200, 60],
] as const)
	test(`where there is nothing to pick, the keys that go up and down scroll the trail, and it follows again: ${columns}×${rows}`, t => {
		const steps = Array.from({length: 99}, () => ({type: 'advance'}) as const);
		const walked = after(sessionOf(line(150), {size: {columns, rows}}), ...steps);
		let session = after(walked, up);
		t.is(session.panel?.name, 'trail');
		t.regex(opened(session).at(-1) ?? '', /►100 . Step 100/);
		const seen = new Set<string>();
		for (let last = ''; opened(session).join('\n') !== last; session = after(session, up)) {
			last = opened(session).join('\n');
			for (const row of opened(session)) seen.add(/Step \d+/.exec(row)?.[0] ?? '');
		}
		for (let at = 1; at <= 100; at += 1) t.true(seen.has(`Step ${at}`), `${at}`);
		t.is(opened(session)[0], 'TRAIL');
		// No press is lost at the end.
		t.not(opened(after(session, down)).join('\n'), opened(session).join('\n'));
		t.regex(opened(session).at(-1) ?? '', /^… \d+ more lines: ↓ PgDn$/);
		t.regex(opened(after(session, {type: 'advance'})).at(-1) ?? '', /►101 . Step 101/);
		t.is(after(session, {type: 'open', panel: 'trail'}).panel, undefined);
		t.is(after(session, {type: 'close'}).panel, undefined);
	});

test('a trail that is not there as a whole says what shows it', t => {
	const steps = Array.from({length: 99}, () => ({type: 'advance'}) as const);
	const begun = sessionOf(line(150), {size: {columns: 100, rows: 30}});
	const side = (session: Session) => {
		const {view} = arrangementOf(session);
		return sideRows(session, 32, view.height).map(row => row.flat().join(''));
	};
	t.true(side(after(begun, ...steps)).some(row => /TRAIL.* {2}t shows all$/.test(row)));
	t.false(side(after(begun, ...steps.slice(0, 3))).some(row => row.includes('shows all')));
});

test('at a decision the keys that pick do so, and those that page scroll the trail', t => {
	const size = {columns: 80, rows: 16};
	const start = after(sessionOf(decision, {size}), {type: 'run on'});
	t.is(after(start, up).panel, undefined);
	const again = Array.from({length: 9}, () => ({type: 'jump', node: 'n3'}) as const);
	const session = after(start, ...again, {type: 'open', panel: 'trail'});
	t.is(after(session, down).picked, 0);
	const paged = after(session, {type: 'page', x: 0, y: -1});
	t.not(opened(paged).join('\n'), opened(session).join('\n'));
	t.regex(opened(paged).at(-1) ?? '', /lines: PgDn$/);
});
