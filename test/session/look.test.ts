import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {sideRows} from '../../source/screen/side.js';
import {statusRow} from '../../source/screen/status.js';
import type {Action} from '../../source/session/action.js';
import {anchorOf} from '../../source/session/anchor.js';
import {newDrill} from '../../source/session/drill.js';
import {interpret} from '../../source/session/interpret.js';
import {lightOf} from '../../source/session/light.js';
import {foldedPage} from '../../source/session/pages.js';
import type {Session} from '../../source/session/session.js';
import {arrangementOf, viewOf} from '../../source/session/view.js';
import {after, at, sessionOf} from '../helpers/session.js';

const sample = (name: string) => readFileSync(`samples/${name}`, 'utf8');
const blueGreen = sample('blue-green.fz');

/** The number of the lane that the last action showed. */
const shownLane = ({notice}: Session) => Number(/^lane (\d+) of /.exec(notice?.text ?? '')?.[1]);

for (const name of readdirSync('samples').filter(name => name.endsWith('.fz')))
	test(`every lane of ${name} is shown one after the other, in a window of any size`, t => {
		for (const [columns, rows] of [
			[60, 16],
			[80, 24],
			[120, 40],
			[200, 60],
		] as const) {
			const start = sessionOf(sample(name), {size: {columns, rows}});
			const {length} = start.drawing.layout.lanes;
			let session = start;
			for (let at = 0; at < length; at += 1) session = after(session, {type: 'lane', by: -1});
			t.is(shownLane(session), 1);
			for (let at = 2; at <= length; at += 1) {
				session = after(session, {type: 'lane', by: 1});
				t.is(shownLane(session), at, `${columns}x${rows}`);
			}
			for (let at = length - 1; at >= 1; at -= 1) {
				session = after(session, {type: 'lane', by: -1});
				t.is(shownLane(session), at, `${columns}x${rows}`);
			}
		}
	});

test('of a node that is larger than the view its beginning is shown, where the token is marked', t => {
	const label = Array.from({length: 30}, (_, at) => `word${at}`).join(' ');
	const text = `L { # Lane\nn1: circle label:"Start"\nn2: rectangle label:"${label}"\nn1.handle(right) -> n2.handle(left)\n}`;
	for (const [columns, rows] of [
		[40, 10],
		[60, 12],
	] as const) {
		const session = after(sessionOf(text, {size: {columns, rows}}), {type: 'advance'}, {type: 'centre'});
		const box = session.drawing.boxes.get('n2');
		t.true(box && box.height > viewOf(session).height && box.y === session.camera.y);
	}
});

test('once the view has moved, the lanes are counted from there', t => {
	const far = after(sessionOf(blueGreen), {type: 'lane', by: -1}, {type: 'pan', x: 0, y: 99});
	t.is(shownLane(after(far, {type: 'lane', by: 1})), 3);
});

test('the lane that was asked for stands for as long as the view does', t => {
	const first = after(sessionOf(blueGreen), {type: 'lane', by: -1}, {type: 'follow'}, {type: 'follow'});
	t.is(shownLane(after(first, {type: 'lane', by: 1})), 2);
});

test('where no panel has room for them, `o` tells the outcomes that are still possible', t => {
	const fold: Action = {type: 'fold outcomes'};
	t.is(after(sessionOf(blueGreen), fold).notice?.text, 'still possible: success 2 · rollback 4');
	const large = after(sessionOf(blueGreen, {size: {columns: 120, rows: 40}}), fold);
	t.is(large.notice, undefined);
	t.true(large.hidesOutcomes);
});

test('where what is possible is hidden or past, `o` says so in a window of any size', t => {
	const fold: Action = {type: 'fold outcomes'};
	for (const [columns, rows] of [
		[80, 24],
		[100, 30],
		[200, 60],
	] as const) {
		const size = {columns, rows};
		const blind = after(sessionOf(blueGreen, {size, drill: {...newDrill, blind: true}}), fold);
		t.deepEqual(blind.notice, {text: 'what lies ahead is hidden in this drill', urgent: true});
		const ended = after(
			sessionOf(blueGreen, {size, drill: {...newDrill, seed: 1}}),
			{type: 'random run'},
			fold,
		);
		t.regex(ended.notice?.text ?? '', /^it came to (success|rollback)$/);
		t.false(ended.hidesOutcomes);
	}
});

const status = (session: Session, columns: number) =>
	statusRow({...session, notice: undefined}, columns)
		.map(piece => (typeof piece === 'string' ? piece : piece[1]))
		.join('');

test('that the view does not follow is said before how it is drawn', t => {
	const session = after(sessionOf(blueGreen), {type: 'run on'}, {type: 'follow'});
	t.regex(status(session, 72), /Current active\? {3}follow off/);
	t.notRegex(status(after(session, {type: 'follow'}), 72), /follow off/);
});

test('that the token is out of sight is said, with the key that shows it', t => {
	const walked = after(sessionOf(blueGreen), {type: 'follow'}, {type: 'run on'}, {type: 'choose', number: 1});
	const session = after(walked, {type: 'run on'});
	for (const columns of [60, 80, 120])
		t.regex(status(session, columns), / {3}token out of sight(: c shows it| \(c\))/);
	const shown = after(session, {type: 'centre'});
	t.notRegex(status(shown, 120), /out of sight/);
	// Who follows may move the view away all the same.
	const panned = after(sessionOf(blueGreen), {type: 'edge', x: 1});
	t.regex(status(panned, 120), /out of sight[\s\S]*follow on/);
	// A window without a drawing has nothing out of sight.
	t.notRegex(status({...session, size: {columns: 38, rows: 24}}, 60), /out of sight/);
});

test('for as long as the mouse is on, the status line says how to select text', t => {
	const session = after(sessionOf(blueGreen), {type: 'mouse'});
	t.regex(session.notice?.text ?? '', /^mouse on: .*Shift/);
	const later = after(session, {type: 'advance'});
	t.regex(status(later, 120), /mouse: Shift selects text/);
	t.regex(status(sessionOf(blueGreen, {mouse: true}), 120), /mouse: Shift selects text/);
	t.notRegex(status(after(later, {type: 'mouse'}), 120), /mouse/);
});

/** Where the middle of a node is on the screen, from the upper left of the view. */
const placeOn = ({drawing, camera}: Session, id: string) => {
	const {x = 0, y = 0, width = 0, height = 0} = drawing.boxes.get(id) ?? {};
	return {x: x + width / 2 - camera.x, y: y + height / 2 - camera.y};
};
const isInSight = (session: Session, id: string) => {
	const {x, y} = placeOn(session, id);
	const {width, height} = arrangementOf(session).view;
	return x >= 0 && x < width && y >= 0 && y < height;
};
const zoomedOut: Action[] = Array.from({length: 2}, () => ({type: 'zoom', by: -1}));

test('zoom and a window of another size keep the token in sight where it was', t => {
	const start = after(sessionOf(blueGreen), {type: 'run on'});
	for (const change of [
		...zoomedOut.map((_, at) => zoomedOut.slice(at)),
		[{type: 'resize', size: {columns: 60, rows: 16}}],
		[{type: 'resize', size: {columns: 120, rows: 40}}],
		[{type: 'follow'}, {type: 'resize', size: {columns: 44, rows: 12}}],
	] satisfies Action[][])
		t.true(isInSight(after(start, ...change), 'n7'), JSON.stringify(change));
});

test('zoom and a window of another size keep what was found, or panned to, in sight', t => {
	const found = after(sessionOf(blueGreen), {type: 'show node', node: 'n17'});
	const panned = after(sessionOf(blueGreen), {type: 'pan', x: 0, y: 99}, {type: 'edge', x: 1});
	const middle = anchorOf(panned) ?? '';
	t.false(isInSight(found, 'n1'));
	t.false(isInSight(panned, 'n1'));
	for (const [start, id] of [
		[found, 'n17'],
		[panned, middle],
	] as const)
		for (const change of [
			zoomedOut.slice(1),
			[{type: 'resize', size: {columns: 60, rows: 16}}],
			[{type: 'resize', size: {columns: 78, rows: 22}}],
		] satisfies Action[][])
			t.true(isInSight(after(start, ...change), id), `${id} ${JSON.stringify(change)}`);
});

test('a file that is saved does not move the view', t => {
	const start = after(sessionOf(blueGreen), {type: 'advance'});
	const saved = (text: string): Action => ({type: 'reload', source: {name: 'x.fz', text}, ...read(text)});
	const again = saved(blueGreen.replace('Stable?', 'Is it stable by now, and do all think so?'));
	for (const from of [
		start,
		after(start, {type: 'pan', x: 30, y: 12}),
		after(start, {type: 'show node', node: 'n17'}),
	]) {
		const id = anchorOf(from) ?? '';
		const [now, before] = [placeOn(after(from, again), id), placeOn(from, id)];
		// A box may become a row higher.
		t.true(Math.hypot(now.x - before.x, now.y - before.y) <= 1, id);
	}
});

test('what was said of a window is not said of another one', t => {
	const fitted = after(sessionOf(blueGreen, {size: {columns: 160, rows: 50}}), {type: 'fit'});
	t.regex(fitted.notice?.text ?? '', /all is in sight$/);
	t.is(after(fitted, {type: 'resize', size: {columns: 80, rows: 24}}).notice, undefined);
});

test('the drill that is going on counts as rehearsed', t => {
	const all = new Set(['n1', 'n2', 'n3', 'e1', 'e2']);
	const session = after(sessionOf(blueGreen), {type: 'advance'}, {type: 'coverage', unrehearsed: all});
	t.deepEqual([...session.unrehearsed], ['n3', 'e2']);
});

test('notes that were written are counted', t => {
	const note = (text: string): Action[] => [
		{type: 'open', panel: 'note'},
		{type: 'type', text},
		{type: 'submit'},
	];
	const session = after(sessionOf(blueGreen), ...note('one'), ...note('two'));
	t.regex(status(session, 120), / {3}notes 2 {3}/);
});

test('a run on says that a breakpoint stopped it', t => {
	const here: Action = {type: 'breakpoint'};
	const set = after(sessionOf(blueGreen), {type: 'advance'}, {type: 'advance'}, here, {type: 'restart'});
	const session = after(set, {type: 'run on'});
	t.is(session.notice?.text, 'stopped at the breakpoint Run automated tests');
	t.is(after(session, {type: 'run on'}).notice, undefined);
});

test('a breakpoint behind a split stops a run on once, when its token moves', t => {
	const split = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Left"
n3: rectangle label:"Right"
n4: circle label:"Left done"
n5: circle label:"Right done"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n2.handle(right) -> n4.handle(left)
n3.handle(right) -> n5.handle(left)
}
`;
	for (const [node, label] of [
		['n2', 'Left'],
		['n3', 'Right'],
	] as const) {
		let now = after(sessionOf(split), {type: 'show node', node}, {type: 'breakpoint'}, {type: 'close'});
		const told: (string | undefined)[] = [];
		while (now.run.state !== 'ended' && told.length < 9) {
			now = after(now, {type: 'run on'});
			told.push(now.notice?.text);
		}
		t.deepEqual(told, [`stopped at the breakpoint ${label}`, undefined]);
	}
});

test('under a page that covers the drawing nothing moves', t => {
	const start = after(sessionOf(blueGreen), {type: 'advance'}, {type: 'auto', every: 1});
	const help = after(start, {type: 'open', panel: 'help'});
	for (const key of ['.', '1', 'r', 'left', 'ctrl+r', 'a', 'n', '/', 'p', 'o', 't', 'P', 'c', ',', 'y']) {
		const pressed = after(help, ...(interpret(help, key) as Action[]));
		t.is(pressed.run, start.run, key);
		t.is(pressed.panel?.name, 'help');
		t.is(pressed.notice?.text, 'Esc closes this page first');
	}
	t.is(after(help, {type: 'tick', now: at(99_000)}).run, start.run);
	t.not(after(start, {type: 'tick', now: at(99_000)}).run, start.run);
	// Who reads on comes to the end, and stays there however long the key is held.
	const pages = Math.ceil(foldedPage(help, 'help').length / 20);
	let read = help;
	for (let page = 0; page < pages + 9; page++) {
		t.is(read.panel?.at, Math.min(page, pages - 1) * 20);
		t.is(read.notice?.text, page < pages ? undefined : 'Esc closes this page now');
		read = after(read, ...(interpret(read, 'space') as Action[]));
	}
	t.is(read.run, start.run);
});

test('over the notes another one is written', t => {
	const page = after(sessionOf(blueGreen), {type: 'open', panel: 'notes'});
	const field = after(page, ...(interpret(page, 'a') as Action[]));
	const written = after(field, {type: 'type', text: 'x'}, {type: 'submit'});
	t.deepEqual(
		written.notes.map(({text}) => text),
		['x'],
	);
});

test('a page is read with the keys of less, and q closes it', t => {
	const start = sessionOf(blueGreen);
	let help = after(start, {type: 'open', panel: 'help'});
	const tops = [...'fdbu'].map(key => {
		help = after(help, ...(interpret(help, key) as Action[]));
		return help.panel?.at;
	});
	t.deepEqual(tops, [20, 30, 10, 0]);
	const closed = after(help, ...(interpret(help, 'q') as Action[]));
	t.deepEqual([closed.panel, closed.run, closed.breakpoints.size], [undefined, start.run, 0]);
	t.deepEqual(interpret(help, 'ctrl+c'), [{type: 'quit', code: 130}]);
});

test('one page leads to another', t => {
	const help = after(sessionOf(blueGreen), {type: 'open', panel: 'help'});
	t.is(after(help, {type: 'open', panel: 'notes'}).panel?.name, 'notes');
});

test('the keys that pan move the view by a cell', t => {
	const far = after(sessionOf(blueGreen), {type: 'pan', x: 9, y: 9});
	for (const [keys, x, y] of [
		[['h', 'shift+left'], -1, 0],
		[['l', 'shift+right'], 1, 0],
		[['k', 'shift+up'], 0, -1],
		[['j', 'shift+down'], 0, 1],
	] as const)
		for (const key of keys) {
			const {camera} = after(far, ...(interpret(far, key) as Action[]));
			t.deepEqual([camera.x - far.camera.x, camera.y - far.camera.y], [x, y], key);
		}
});

test('a page is scrolled to its ends as the drawing is', t => {
	const help = after(sessionOf(blueGreen), {type: 'open', panel: 'help'}, {type: 'show', what: 'end'});
	t.is(help.panel?.name, 'help');
	t.true((help.panel?.at ?? 0) > 20);
	t.is(after(help, {type: 'show', what: 'start'}).panel?.at, 0);
});

test('in a blind drill an end that was not walked is not shown, and that is said', t => {
	const blind = sessionOf(blueGreen, {drill: {...newDrill, blind: true}});
	const shown = after(blind, {type: 'show', what: 'end'});
	t.is(shown.notice?.text, 'what lies ahead is hidden in this drill');
	t.deepEqual(shown.camera, blind.camera);
	t.is(after(blind, {type: 'show', what: 'start'}).notice, undefined);
});

test('the end is shown where loop lines alone lead on from it, and a process without one is said to have none', t => {
	const ending = (...last: readonly string[]) =>
		sessionOf(
			[
				'A { # A',
				'n1: circle label:"Start"',
				'n2: rectangle label:"Check"',
				'n3: rectangle label:"Fix"',
				'n1.handle(right) -> n2.handle(left)',
				'n2.handle(right) -> n3.handle(left)',
				...last,
				'}',
			].join('\n'),
			{size: {columns: 40, rows: 12}},
		);
	const left = ending('loop [retry 3] n2 n3');
	const shown = after(left, {type: 'show', what: 'end'});
	t.is(shown.notice, undefined);
	t.true(shown.camera.x > left.camera.x);
	const round = ending('n3.handle(bottom) -> n2.handle(bottom)');
	t.is(after(round, {type: 'show', what: 'end'}).notice?.text, 'the process has no end');
	const blind = {...round, drill: {...round.drill, blind: true}};
	t.is(
		after(blind, {type: 'show', what: 'end'}).notice?.text,
		'the process has no end, or it is hidden in this drill',
	);
});

test('the legend of a wide screen explains a dashed line where there is one', t => {
	const legend = (text: string, blind = false) => {
		const session = sessionOf(text, {size: {columns: 200, rows: 60}, drill: {...newDrill, blind}});
		return sideRows(session, 34, 50).flat(2).join(' ');
	};
	const circle = `A { # A
n1: circle label:"Start"
n2: diamond label:"Well?"
n3: circle label:"Completed"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="Yes"]
n2.handle(bottom) -> n1.handle(bottom) [label="Again"]
}`;
	t.regex(legend(circle), /╌╌╌╌╌► {2}leads back/);
	t.notRegex(legend(circle, true), /leads back/);
	t.notRegex(legend(circle.replace('n1.handle(bottom)', 'n3.handle(bottom)')), /leads back/);
});

test('from 180 columns and 50 rows up a drawing that leaves a narrow panel enough is in sight as a whole', t => {
	const shown = (columns: number, source = blueGreen) => {
		const session = sessionOf(source, {size: {columns, rows: 50}});
		const {side} = arrangementOf(session);
		const rows = sideRows(session, side - 2, 47).map(row => row.flat().join(''));
		return {side, status: status(session, columns), titles: rows.join('\n')};
	};
	const least = shown(180);
	t.regex(least.status, /all in sight/);
	t.regex(least.titles, /LEGEND/);
	t.notRegex(least.titles, /MAP/);
	t.true(least.side < 36);
	t.is(shown(200).side, 36);
	// One that is larger than the view anyway takes nothing from the panel.
	const ids = Array.from({length: 20}, (_, at) => `n${at}`);
	const nodes = ids.map(id => `${id}: rectangle label:"Step ${id}"`);
	const edges = ids.slice(1).map((id, at) => `n${at}.handle(right) -> ${id}.handle(left)`);
	t.is(shown(180, ['L { # Lane', ...nodes, ...edges, '}'].join('\n')).side, 36);
});

test('lanes are folded to the width of the window, of another window and at another zoom too, and unfolded', t => {
	const fold: Action = {type: 'fold lanes'};
	const folded = after(sessionOf(blueGreen, {size: {columns: 80, rows: 24}}), fold);
	const widths = [80, 100, 72].map(columns => {
		const {drawing} = after(folded, {type: 'resize', size: {columns, rows: 24}});
		t.true(drawing.layout.width <= columns, `${columns}`);
		return drawing.layout.width;
	});
	t.true((widths[1] ?? 0) > (widths[2] ?? 0));
	t.true(
		folded.drawing.layout.nodes.every(
			({lines}, node) => lines.join(' ') === folded.diagram.nodes[node]?.label,
		),
	);
	const smaller = after(folded, {type: 'zoom', by: -1});
	t.is(smaller.drawing.sight.zoom, 'compact');
	t.is(after(folded, fold).drawing.sight.fold, Number.POSITIVE_INFINITY);
});

test('where no lane is too long there is nothing to fold', t => {
	const wide = sessionOf(blueGreen, {size: {columns: 200, rows: 60}});
	const same = after(wide, {type: 'fold lanes'});
	t.is(same.drawing, wide.drawing);
	t.regex(same.notice?.text ?? '', /nothing to fold/);
});

test('the token stays in sight while lanes are folded and unfolded', t => {
	let session = after(sessionOf(blueGreen, {size: {columns: 80, rows: 24}}), {type: 'run on'});
	for (const _ of [1, 2]) {
		const token = anchorOf(session);
		session = after(session, {type: 'fold lanes'});
		t.is(anchorOf(session), token);
	}
});

test('where lanes cannot be folded it is said what can be done instead', t => {
	const fold: Action = {type: 'fold lanes'};
	const size = {columns: 50, rows: 24};
	const words = (from: Session) => after(from, fold).notice?.text;
	const full = sessionOf(sample('saga.fz'), {size});
	t.is(words(full), '21 nodes cannot be folded here at zoom full: - draws smaller');
	const chain = (length: number) => {
		const nodes = Array.from({length}, (_, at) => `n${at}: rectangle label:"Step ${at}"`);
		const ways = nodes.slice(1).map((_, at) => `n${at}.handle(right) -> n${at + 1}.handle(left)`);
		return sessionOf(['L { # Lane', ...nodes, ...ways, '}'].join('\n'), {size});
	};
	t.is(words(chain(500)), 'the lanes are folded to the width of the window');
	t.is(words(chain(501)), '501 nodes are too many to fold: - draws smaller');
});

test('the lanes are gone through from that of the token on, each marked as long as the view stands, and never empty', t => {
	for (const [columns, rows] of [
		[80, 24],
		[120, 40],
		[200, 60],
	] as const) {
		const start = after(sessionOf(blueGreen, {size: {columns, rows}}));
		const second = after(start, {type: 'lane', by: 1});
		t.is(shownLane(second), 2);
		t.is(lightOf(second).lane, 'BlueGreen');
		t.is(lightOf(start).lane, undefined);
		const moved = after(second, {type: 'pan', x: 5, y: 0});
		t.is(lightOf(moved).lane, moved.camera.x === second.camera.x ? 'BlueGreen' : undefined);
	}
	const far = after(sessionOf(blueGreen), {type: 'pan', x: 999, y: 0}, {type: 'lane', by: 1});
	const view = viewOf(far);
	const inSight = far.drawing.layout.nodes.filter(
		({id, x, width}) =>
			far.diagram.node(id).lane === lightOf(far).lane &&
			x + width > far.camera.x &&
			x < far.camera.x + view.width,
	);
	t.true(inSight.length > 0);
});
