import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {choices} from '../../source/run/choices.js';
import type {Row} from '../../source/screen/line.js';
import {listTargets} from '../../source/screen/lists.js';
import {statusRow} from '../../source/screen/status.js';
import type {Action} from '../../source/session/action.js';
import {interpret} from '../../source/session/interpret.js';
import {lightWords} from '../../source/session/light.js';
import {behind, edgesOf, prospectsOf, prospectWords} from '../../source/session/prospects.js';
import {reduce} from '../../source/session/reduce.js';
import {drillPlan, routesOf} from '../../source/session/route-lists.js';
import {followsAnew, routePicked, routesShown} from '../../source/session/routes.js';
import {here, type Session} from '../../source/session/session.js';
import {arrangementOf} from '../../source/session/view.js';
import {after, decision, sessionOf} from '../helpers/session.js';

for (const [name, routes] of [
	['blue-green', 3],
	['saga', undefined],
	['api-gateway', undefined],
] as const)
	test(`the drill plan of ${name} takes every edge`, t => {
		const {diagram} = read(readFileSync(`samples/${name}.fz`, 'utf8'));
		const plan = routesOf(outcomesOf(diagram), drillPlan);
		const taken = new Set(plan.list.flatMap(route => route.edges));
		t.deepEqual([...taken].sort(), diagram.edges.map(edge => edge.id).sort());
		t.is(plan.count, String(plan.list.length));
		if (routes !== undefined) t.is(plan.list.length, routes);
	});

test('a route that is followed begins the run again, and says so', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const session = sessionOf(text, {source: {name: 'blue-green.fz', text}});
	const firstOne: readonly Action[] = [
		{type: 'open', panel: 'routes'},
		{type: 'pick', by: -9},
		{type: 'advance'},
	];
	const follow = (from: Session) => firstOne.reduce(reduce, from);
	t.is(follow(session).notice?.text, 'route 1: → goes along it');
	const green: readonly Action[] = [{type: 'run on'}, {type: 'choose', number: 2}];
	const walked = green.reduce(reduce, session);
	const followed = follow(walked);
	t.is(followed.notice?.text, 'route 1 anew (← undoes): → goes along it');
	t.is(reduce(followed, {type: 'back'}).run.steps.size, walked.run.steps.size);
});

test('who is on a route already goes on along it from there', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const session = reduce(sessionOf(text, {source: {name: 'blue-green.fz', text}}), {type: 'run on'});
	const picking: readonly Action[] = [
		{type: 'open', panel: 'routes'},
		{type: 'pick', by: 5},
		{type: 'advance'},
	];
	const followed = picking.reduce(reduce, session);
	t.is(followed.notice?.text, 'on route 6 already: → goes along it');
	t.is(followed.run, session.run);
	t.is(followed.picked, 1);
	// Who jumped somewhere is on no route by that.
	const jumped = reduce(reduce(session, {type: 'restart'}), {type: 'jump', node: 'n9'});
	t.regex(picking.reduce(reduce, jumped).notice?.text ?? '', /^route 6 anew/);
});

test('the list of routes is gone through with the keys that scroll a page', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	let session = reduce(sessionOf(text), {type: 'open', panel: 'routes'});
	const {camera} = session;
	const picked = [...'jjkGgJK'].map(key => {
		session = (interpret(session, key) as Action[]).reduce(reduce, session);
		return session.panel?.at;
	});
	t.deepEqual(picked, [1, 2, 1, 5, 0, 5, 0]);
	t.deepEqual(session.camera, camera);
	// The wheel over the drawing moves what lies under it.
	t.not(reduce(session, {type: 'pan', x: 0, y: 3}).camera.y, camera.y);
});

test('a route that is followed is named for as long as it holds, and opened at', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const opened: Action = {type: 'open', panel: 'routes'};
	const after = (from: Session, ...actions: readonly Action[]) => actions.reduce(reduce, from);
	const status = (of: Session) => textOf(statusRow({...of, notice: undefined}, 120));
	const green = after(sessionOf(text), {type: 'run on'}, {type: 'choose', number: 2});
	t.is(after(green, opened).panel?.at, 3);
	const followed = after(sessionOf(text), opened, {type: 'pick', by: 4}, {type: 'advance'});
	t.regex(status(followed), / {3}route 5 {3}|^ route 5 {3}/);
	const on = after(followed, {type: 'run on'});
	t.regex(status(on), /route 5/);
	t.is(after(on, opened).panel?.at, 4);
	const left = after(on, {type: 'choose', number: 1});
	t.is(left.notice?.text, 'route 5 was left');
	t.notRegex(status(left), /route/);
	t.is(after(left, {type: 'advance'}).notice, undefined);
	// Who goes back is on it again.
	t.regex(status(after(left, {type: 'back'})), /route 5/);
	t.is(after(on, {type: 'restart'}).notice?.text, 'route 5 was left');
	let end = on;
	while (end.run.state !== 'ended') end = after(end, {type: 'advance'});
	t.regex(status(end), /route 5/);
	t.is(after(end, {type: 'restart'}).notice, undefined);
});

test('at the end of a run the list opens at the route that was walked, and only another is said to be another', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const routes = routesOf(sessionOf(text).outcomes).list;
	const opened: Action = {type: 'open', panel: 'routes'};
	for (const {number, edges} of routes) {
		let session = sessionOf(text);
		while (session.run.state !== 'ended') {
			const taken = choices(session.run).findIndex(({edge}) => edge !== undefined && edges.includes(edge));
			session = reduce(session, taken < 0 ? {type: 'advance'} : {type: 'choose', number: taken + 1});
		}
		const list = reduce(session, opened);
		t.is(list.panel?.at, number - 1);
		t.is(lightWords(list), '');
		const other = reduce(list, {type: 'pick', by: number > 1 ? -1 : 1});
		t.regex(lightWords(other), /^drawn is route \d, not what was walked$/);
		t.true(followsAnew(list));
	}
});

test('a route that was left is not where the list opens', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const opened: Action = {type: 'open', panel: 'routes'};
	const followed: readonly Action[] = [opened, {type: 'pick', by: 4}, {type: 'advance'}, {type: 'run on'}];
	const left = reduce(followed.reduce(reduce, sessionOf(text)), {type: 'choose', number: 1});
	t.is(reduce(left, opened).panel?.at, 0);
});

test('a route keeps its number, whatever the list is narrowed to', t => {
	const outcomes = outcomesOf(read(readFileSync('samples/blue-green.fz', 'utf8')).diagram);
	const all = new Map(routesOf(outcomes).list.map(route => [route.number, route.id]));
	for (const filter of ['success', 'rollback', drillPlan])
		for (const {number, id} of routesOf(outcomes, filter).list) t.is(all.get(number), id);
	t.deepEqual(
		routesOf(outcomes, 'rollback').list.map(({number}) => number),
		[2, 3, 5, 6],
	);
});

const textOf = (row: Row = []) => row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join('');

/** A node with one way out and three ways round: the drill plan is one route, longer than those that are listed. */
const rounds = `A { # A
n1: circle label:"Start"
n2: diamond label:"Way?"
n3: rectangle label:"Left"
n4: rectangle label:"Right"
n5: rectangle label:"Up"
n6: circle label:"Done"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n6.handle(left) [label="Out"]
n2.handle(top) -> n3.handle(left) [label="L"]
n3.handle(right) -> n2.handle(bottom)
n2.handle(bottom) -> n4.handle(left) [label="R"]
n4.handle(right) -> n2.handle(bottom)
n2.handle(bottom) -> n5.handle(left) [label="U"]
n5.handle(right) -> n2.handle(bottom)
}
`;

test('a route that only the drill plan has is numbered after those of the list, and taken for none of them', t => {
	const after = (from: Session, ...actions: readonly Action[]) => actions.reduce(reduce, from);
	const start = sessionOf(rounds);
	const {outcomes} = start;
	const [all, plan] = [routesOf(outcomes).list, routesOf(outcomes, drillPlan).list];
	t.deepEqual(
		plan.map(({number}) => number),
		[all.length + 1],
	);
	const opened: Action = {type: 'open', panel: 'routes'};
	const narrowed = after(start, opened, {type: 'fold outcomes'}, {type: 'fold outcomes'});
	t.is(narrowed.panel?.filter, drillPlan);
	const on = after(narrowed, {type: 'advance'}, {type: 'advance'}, {type: 'advance'});
	t.is(here(on), 'n3');
	t.deepEqual(all[after(on, opened).panel?.at ?? 0]?.nodes.slice(0, 3), ['n1', 'n2', 'n3']);
	const text = rounds.replace('"Up"', '"Upwards"');
	const changed = after(on, {type: 'reload', source: {name: 'x.fz', text}, ...read(text)});
	t.is(changed.notice?.text, 'the file was read again');
	t.deepEqual(changed.guide, on.guide);
});

/** A chain of questions, each of them answered with yes or no. */
function chain(count: number, columns: number, rows: number): Session {
	const all = Array.from({length: count}, (_, at) => at + 1);
	const text = [
		'L { # Lane',
		...all.map(at => `n${at}: diamond label:"Question ${at}?"`),
		...all.map(at => `y${at}: rectangle label:"Step ${at}"`),
		'end: circle label:"Success"',
		...all.flatMap(at => {
			const next = at < count ? `n${at + 1}` : 'end';
			return [
				`n${at}.handle(right) -> y${at}.handle(left) [label="No"]`,
				`y${at}.handle(right) -> ${next}.handle(left)`,
				`n${at}.handle(bottom) -> ${next}.handle(top) [label="Yes"]`,
			];
		}),
		'}',
	].join('\n');
	return reduce(sessionOf(text, {size: {columns, rows}}), {type: 'open', panel: 'routes'});
}

test('a list narrowed to an outcome that a changed file does not know any more is empty', t => {
	const chained = chain(9, 80, 24);
	const narrowed = reduce(chained, {type: 'fold outcomes'});
	t.is(narrowed.panel?.filter, 'success');
	const text = narrowed.source.text.replace('"Success"', '"Lost"');
	const changed = reduce(narrowed, {type: 'reload', source: {name: 'x.fz', text}, ...read(text)});
	t.deepEqual(routesShown(changed).list, []);
	const followed = reduce(narrowed, {type: 'advance'});
	const again = reduce(followed, {type: 'reload', source: {name: 'x.fz', text}, ...read(text)});
	t.is(again.notice?.text, 'the file was read again');
});

test('rows of routes can be told apart: they name the question on which they part from the one above', t => {
	const session = chain(12, 120, 40);
	const rows = listTargets(session, 32, 30)
		.map(({row}) => textOf(row))
		.filter(row => /^[ ►] *\d+ success/.test(row));
	t.true(rows.length > 10);
	for (const row of rows.slice(1)) t.regex(row, /success {2}… Question \d+\? (Yes|No)/);
	t.true(
		rows.some(row => row.includes('… Question 12? ')) && rows.some(row => row.includes('… Question 10? ')),
	);
});

test('a list that stops before the last route says how many it has, and of how many', t => {
	const end = reduce(chain(12, 120, 40), {type: 'edge', x: 1});
	const title = (session: Session) => textOf(listTargets(session, 40, 30)[0]?.row);
	t.is(title(end), 'ROUTES 300/300 of 4,096');
	t.is(title(reduce(end, {type: 'pick', by: 1})), 'ROUTES 300/300 of 4,096');
	t.is(title(chain(2, 120, 40)), 'ROUTES 1/4');
});

test('where not all routes are listed, those that go on from here have a list of their own', t => {
	const opened: Action = {type: 'open', panel: 'routes'};
	const title = (session: Session) => textOf(listTargets(session, 60, 30)[0]?.row);
	const start = after(chain(10, 120, 40), opened);
	t.is(title(after(start, opened)), 'ROUTES 1/300 of 1,024');
	const on = after(start, {type: 'choose', number: 2}, {type: 'choose', number: 1}, {type: 'advance'});
	const list = after(on, opened);
	t.is(title(list), 'ROUTES 1/256 · from here');
	const {edges} = routesShown(list).list[0] ?? {edges: []};
	t.deepEqual(edges.slice(0, 3), edgesOf(on.run));
	t.false(followsAnew(list));
	const followed = after(list, {type: 'pick', by: 2}, {type: 'advance'});
	t.is(followed.notice?.text, 'on route 303 already: → goes along it');
	t.is(followed.run, on.run);
	t.is(after(followed, opened).panel?.at, 2);
	const narrowed = after(list, {type: 'fold outcomes'});
	t.is(narrowed.panel?.filter, 'success');
	// What is picked stays so in a narrower list.
	const all = after(start, opened, {type: 'pick', by: 7}, {type: 'fold outcomes'});
	t.deepEqual([all.panel?.filter, routePicked(all)?.number], ['success', 8]);
	t.is(after(narrowed, {type: 'pick', by: 299}, opened, opened).panel?.filter, 'from here');
	// A file that was read again knows the route that is followed, by its number.
	const text = start.source.text.replace('"Step 10"', '"Step ten"');
	const changed = after(followed, {type: 'reload', source: {name: 'x.fz', text}, ...read(text)});
	t.deepEqual(changed.guide, followed.guide);
	t.is(after(changed, opened).panel?.at, 2);
	t.is(routePicked(after(changed, opened))?.number, 303);
	let end = followed;
	while (end.run.state !== 'ended') end = after(end, {type: 'advance'});
	t.is(title(after(end, opened)), 'ROUTES 1/1 · from here');
	// Who jumped stands elsewhere than where those routes go on.
	t.is(after(list, {type: 'jump', node: 'n7'}, opened).panel?.filter, undefined);
	// Who is on one of those that all are listed with sees it among them.
	t.is(title(after(start, {type: 'choose', number: 1}, opened)), 'ROUTES 1/300 of 1,024');
});

test('a list that became shorter with the file has its last route picked', t => {
	const end = reduce(chain(3, 80, 24), {type: 'edge', x: 1});
	const title = (session: Session) => textOf(listTargets(session, 40, 30)[0]?.row);
	t.is(title(end), 'ROUTES 8/8');
	const {text} = chain(2, 80, 24).source;
	const shorter = reduce(end, {type: 'reload', source: {name: 'x.fz', text}, ...read(text)});
	t.is(title(shorter), 'ROUTES 4/4');
	t.is(routePicked(shorter)?.number, 4);
	t.is(title(reduce(shorter, {type: 'pick', by: -1})), 'ROUTES 3/4');
});

test('the list of routes has the columns that the drawing leaves free', t => {
	const open = (columns: number, rows: number, text: string) => {
		const session = sessionOf(text, {size: {columns, rows}});
		const opened = reduce(session, {type: 'open', panel: 'routes'});
		return [arrangementOf(session).side, arrangementOf(opened), session.drawing.layout.width] as const;
	};
	const [usual, small, width] = open(150, 40, decision);
	t.is(usual, 34);
	t.true(small.side > usual && small.side <= 80 && small.view.width >= width);
	const [, large] = open(200, 60, readFileSync('samples/blue-green.fz', 'utf8'));
	t.true(large.side > 36);
	for (const columns of [100, 120]) t.is(arrangementOf(chain(12, columns, 30)).side, columns / 2);
});

test('each row of the list can be told from the one above it in the columns that it has', t => {
	for (const [columns, rows, room] of [
		[80, 24, 80],
		[100, 30, 48],
		[120, 40, 58],
	] as const) {
		const {side} = arrangementOf(chain(12, columns, rows));
		t.is(side === 0 ? columns : side - 2, room);
		const text = chain(12, columns, rows).source.text.replaceAll('Question', 'Do all agree on number');
		const session = reduce(sessionOf(text, {size: {columns, rows}}), {type: 'open', panel: 'routes'});
		const list = listTargets(session, room, 30)
			.map(({row}) => textOf(row))
			.filter(row => /^ *\d+ success/.test(row));
		for (const row of list.slice(1)) t.regex(row.slice(0, room), /number \d+\? (Yes|No)|^[^…]+$/);
	}
});

test('the token stays in sight beside the list of routes', t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	let session = sessionOf(text, {size: {columns: 120, rows: 40}});
	while (session.run.state !== 'ended') {
		const opened = reduce(session, {type: 'open', panel: 'routes'});
		const {x = 0, width = 0} = opened.drawing.boxes.get(here(opened) ?? '') ?? {};
		const {view} = arrangementOf(opened);
		t.true(x >= opened.camera.x && x + width <= opened.camera.x + view.width, here(opened));
		session = reduce(
			session,
			session.run.state === 'choosing' ? {type: 'choose', number: 1} : {type: 'advance'},
		);
	}
});

/** A loop that only its line closes, at the end of the process. */
const loop = [
	'L { # Lane',
	'n1: circle label:"Start"',
	'n2: rectangle label:"Try"',
	'n3: circle label:"Restored"',
	'n1.handle(right) -> n2.handle(left)',
	'n2.handle(right) -> n3.handle(left)',
	'loop [up to 3 times] n2 n3',
	'}',
].join('\n');

test('where a loop can be left, each answer tells what it comes to', t => {
	const session = reduce(sessionOf(loop, {source: {name: 'loop.fz', text: loop}}), {type: 'run on'});
	const told = behind(session, choices(session.run)).map(({outcomes, steps}) => [
		outcomes.map(prospectWords).join(),
		steps,
	]);
	t.deepEqual(told, [
		['Restored 1', 2],
		['Restored 1', 0],
	]);
	t.is(prospectsOf(session).outcomes.map(prospectWords).join(), 'Restored 2');
});

for (const [route, turns] of [
	[1, 1],
	[2, 0],
] as const)
	test(`a route that is followed leads round a loop ${turns} times, and out of it`, t => {
		const actions: readonly Action[] = [
			{type: 'open', panel: 'routes'},
			{type: 'pick', by: route - 1},
			...Array.from({length: 8}, (): Action => ({type: 'advance'})),
		];
		const session = actions.reduce(reduce, sessionOf(loop, {source: {name: 'loop.fz', text: loop}}));
		t.is(session.run.state, 'ended');
		t.is(edgesOf(session.run).filter(edge => edge === 'loop1').length, turns);
	});
