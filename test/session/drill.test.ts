import {readFileSync} from 'node:fs';
import test from 'ava';
import {drillOf} from '../../source/commands/unfinished.js';
import {read} from '../../source/diagram/read.js';
import {openingFacts, originOf} from '../../source/drill/opening.js';
import {replay} from '../../source/drill/replay.js';
import {rulesFact, rulesIn} from '../../source/drill/rules.js';
import {transcript} from '../../source/drill/transcript.js';
import type {Action} from '../../source/session/action.js';
import {ahead} from '../../source/session/ahead.js';
import {lasted, overtime} from '../../source/session/clock.js';
import {type Drill, newDrill} from '../../source/session/drill.js';
import {hintsOf} from '../../source/session/hints.js';
import {interpret} from '../../source/session/interpret.js';
import {lightOf} from '../../source/session/light.js';
import {injectHere} from '../../source/session/notes.js';
import {open} from '../../source/session/open.js';
import {detailLines} from '../../source/session/pages.js';
import {entriesOf} from '../../source/session/palette.js';
import {plainBlock} from '../../source/session/plain.js';
import {prospectsOf} from '../../source/session/prospects.js';
import {readingWords, waitingWords} from '../../source/session/reading.js';
import {factsOf} from '../../source/session/record.js';
import type {Session} from '../../source/session/session.js';
import {carryOut} from '../helpers/command.js';
import {eventsOf} from '../helpers/drill.js';
import {after, at, sessionOf} from '../helpers/session.js';

function session(file: string, drill: Partial<Drill> = {}): Session {
	const text = readFileSync(file, 'utf8');
	return sessionOf(text, {
		source: {name: file, text},
		theme: 'dark',
		size: {columns: 120, rows: 40},
		now: at(1000),
		drill: {...newDrill, ...drill},
	});
}

const on: Action = {type: 'run on'};
const first: Action = {type: 'choose', number: 1};
const tick = (now: number): Action => ({type: 'tick', now: at(now)});
const blueGreen = 'samples/blue-green.fz';

const typed = (panel: 'note' | 'expect', text: string): Action[] => [
	{type: 'open', panel},
	{type: 'type', text},
];

test('a key that has nothing to pick in a field loses nothing of what is typed', t => {
	const start = session('samples/blue-green.fz');
	for (const key of ['tab', 'up', 'down', 'shift+tab', 'pagedown']) {
		const [action] = interpret(after(start, ...typed('note', 'half a')), key);
		const {panel} = after(start, ...typed('note', 'half a'), action as Action);
		t.is(panel?.text, 'half a', key);
	}
});

test('Ctrl-C in a field leaves the field, not the drill', t => {
	const start = session(blueGreen);
	const written = after(start, ...typed('note', 'half a'));
	t.deepEqual(interpret(written, 'ctrl+c'), [{type: 'close'}]);
	t.deepEqual(interpret(after(written, {type: 'close'}), 'ctrl+c'), [{type: 'quit', code: 130}]);
});

test('what was typed of an outcome is completed by the keys that pick', t => {
	const picked = (text: string, by: number) =>
		after(session(blueGreen), ...typed('expect', text), {type: 'pick', by}).panel?.text;
	t.is(picked('ROLL', 1), 'rollback');
	t.is(picked('roll', -1), 'rollback');
	t.is(picked('x', 1), 'success');
	t.is(picked('x', -1), 'rollback');
});

test('the outcomes that can be expected are gone through by the keys that pick', t => {
	const pick = (by: number): Action => ({type: 'pick', by});
	const open = after(session('samples/blue-green.fz'), {type: 'open', panel: 'expect'});
	const texts: (string | undefined)[] = [];
	let now = open;
	for (const by of [1, 1, 1, -1]) {
		now = after(now, pick(by));
		texts.push(now.panel?.text);
	}
	t.deepEqual(texts, ['success', 'rollback', 'success', 'rollback']);
	t.is(after(open, pick(-1)).panel?.text, 'rollback');
	t.is(after(open, pick(1), {type: 'submit'}).drill.expected, 'success');
});

test('an outcome that would steer a terminal is shown harmlessly, and taken as it is shown', t => {
	const text =
		'A { # A\nn1: circle label:"Go"\nn2: circle label:"Moved \u202e \x1b[2J on"\nn1.handle(right) -> n2.handle(left)\n}\n';
	const open = after(sessionOf(text), {type: 'open', panel: 'expect'}, {type: 'pick', by: 1});
	t.notRegex(open.panel?.text ?? '', /[\x1b\u202e]/);
	t.regex(after(open, {type: 'submit'}).drill.expected, /^Moved /);
});

test('what a run came to is not expected afterwards', t => {
	const start = session('samples/saga.fz', {expected: 'success'});
	const ended = after(start, ...Array.from({length: 12}, () => [on, first]).flat());
	t.is(ended.run.state, 'ended');
	const late = after(ended, {type: 'open', panel: 'expect'});
	t.is(late.panel, undefined);
	const told = after(late, {type: 'type', text: 'rollback'}, {type: 'submit'});
	t.is(told.drill.expected, 'success');
	t.regex(told.notice?.text ?? '', /^too late: what the run came to is known$/);
	// Nor where one has gone back from the end.
	t.is(after(ended, {type: 'back'}, {type: 'open', panel: 'expect'}).panel, undefined);
	t.is(after(ended, {type: 'restart'}, {type: 'open', panel: 'expect'}).panel?.name, 'expect');
});

test('a card behind a split comes up though the run was told to run on', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: rectangle label:"Page the DBA"
n3: rectangle label:"Tell the customers"
n4: rectangle label:"Fail over"
n5: circle label:"Told"
n6: circle label:"Success"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n2.handle(right) -> n4.handle(left)
n4.handle(right) -> n6.handle(left)
n3.handle(right) -> n5.handle(left)
}
`;
	for (const node of ['n2', 'n3', 'n4']) {
		const drill = {...newDrill, cards: [{node, text: 'news'}]};
		let now = sessionOf(text, {drill});
		for (let keys = 0; now.run.state !== 'ended' && keys < 9; keys += 1) now = after(now, on);
		t.deepEqual(
			now.notes.map(note => note.node),
			[node],
		);
	}
});

test('a route is gone along behind a split too', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: diamond label:"Well?"
n3: rectangle label:"Tell the customers"
n4: circle label:"Escalated"
n5: circle label:"Told"
n6: circle label:"Success"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n2.handle(right) -> n6.handle(left) [label="Yes"]
n2.handle(bottom) -> n4.handle(left) [label="No"]
n3.handle(right) -> n5.handle(left)
}
`;
	const steered = after(sessionOf(text), {type: 'steer', outcome: 'escalated'}, {type: 'advance'}, on);
	t.is(steered.run.question?.node, 'n2');
	t.is(steered.picked, 1);
});

test('while the clock is stopped no token moves, and nothing typed is lost', t => {
	const paused = after(session(blueGreen), on, {type: 'pause'});
	const moves: readonly Action[] = [first, {type: 'back'}, {type: 'restart'}, {type: 'jump', node: 'n1'}];
	for (const move of moves) {
		const stands = after(paused, move);
		t.is(stands.run, paused.run);
		t.is(stands.notice?.text, 'paused: P lets the clock go on');
	}
	const asked = after(session(blueGreen, {demandsWhy: true}), on, first, {
		type: 'type',
		text: 'blue is idle',
	});
	const refused = after({...asked, drill: {...asked.drill, pausedAt: 1}}, {type: 'submit'});
	t.deepEqual([refused.run, refused.panel?.text], [asked.run, 'blue is idle']);
	t.not(after(paused, {type: 'pause'}, first).run, paused.run);
});

test('a pause stops the clock', t => {
	const start = after(session(blueGreen), {type: 'advance'});
	const paused = after(start, tick(6000), {type: 'pause'}, tick(60_000));
	t.is(lasted(paused), 5000);
	const later = after(paused, {type: 'pause'}, tick(61_000));
	t.is(lasted(later), 6000);
	t.deepEqual(
		[factsOf(start, paused), factsOf(paused, later)].map(facts => facts.map(({type}) => type)),
		[['pause'], ['resume']],
	);
});

test('the clock stands until the first thing is done, and so does the limit of a step', t => {
	const start = after(session(blueGreen, {limit: 2000}), {type: 'pan', x: 1, y: 0}, tick(9000));
	t.deepEqual([lasted(start), overtime(start)], [0, undefined]);
	for (const action of [{type: 'advance'}, {type: 'pause'}] as const) {
		const begun = after(start, action, tick(12_000));
		t.is(lasted(begun), action.type === 'pause' ? 0 : 3000);
		t.true(factsOf(start, begun).length > 0);
	}
	const noted = after(start, {type: 'open', panel: 'note'}, {type: 'type', text: 'hm'}, {type: 'submit'});
	t.is(noted.notes[0]?.at, 0);
	t.is(lasted(after(noted, tick(10_000))), 1000);
	// A file that is saved before is no part of the drill.
	const text = `${start.source.text}\n`;
	const saved = after(start, {type: 'reload', source: {name: blueGreen, text}, ...read(text)}, tick(10_000));
	t.deepEqual([lasted(saved), factsOf(start, saved)], [0, []]);
});

test('a step that takes longer than its limit is told, pauses not counted', t => {
	const start = after(session(blueGreen, {limit: 2000}), {type: 'advance'});
	t.is(overtime(after(start, tick(3000))), undefined);
	t.is(overtime(after(start, tick(3999))), undefined);
	t.is(overtime(after(start, tick(4500))), 1000);
	t.is(overtime(after(start, tick(4500), {type: 'advance'}, tick(5000))), undefined);
	t.is(overtime(after(start, {type: 'pause'}, tick(9000))), undefined);
});

test('a reason may be demanded before each decision, and goes into its record', t => {
	const asked = after(session(blueGreen, {demandsWhy: true, who: 'Cleo'}), on);
	const waiting = after(asked, first);
	t.is(waiting.run, asked.run);
	t.is(waiting.panel?.name, 'why');
	const gone = after(waiting, {type: 'type', text: 'blue is live'}, {type: 'submit'});
	const [why, decide] = factsOf(waiting, gone);
	t.like(why, {type: 'why', text: 'blue is live', node: 'n7', by: 'Cleo'});
	t.like(decide, {type: 'decide', choice: 'Blue', why: 'blue is live'});
	t.is(after(waiting, {type: 'close'}).run, asked.run);
	t.is(after(waiting, {type: 'submit'}).run, asked.run);
	const told = after(
		asked,
		{type: 'open', panel: 'why'},
		{type: 'type', text: 'traffic says so'},
		{type: 'submit'},
	);
	t.like(factsOf(asked, told), [{type: 'why', text: 'traffic says so', by: 'Cleo'}]);
	t.like(factsOf(told, after(told, first))[0], {
		type: 'decide',
		choice: 'Blue',
		by: 'Cleo',
		why: 'traffic says so',
	});
});

test('a reason from before a new beginning speaks for no decision after it, unless that is taken back', t => {
	const write = (text: string): Action[] => [first, {type: 'type', text}, {type: 'submit'}];
	const decided = after(session(blueGreen, {demandsWhy: true}), on, ...write('blue is live'));
	const anew = after(decided, {type: 'restart'}, on);
	const asked = after(anew, first);
	t.deepEqual([asked.run, asked.panel?.name], [anew.run, 'why']);
	const again = after(anew, ...write('green is live'));
	t.is(factsOf(anew, again)[1]?.why, 'green is live');
	const backs = Array.from({length: anew.run.steps.size + 1}, (): Action => ({type: 'back'}));
	const before = after(anew, ...backs);
	t.is(before.run.question?.node, 'n7');
	t.is(factsOf(before, after(before, first))[0]?.why, 'blue is live');
	// An inject that came then is no news either.
	const news = after(
		session(blueGreen),
		{type: 'open', panel: 'inject'},
		{type: 'type', text: 'pager down'},
		{
			type: 'submit',
		},
	);
	t.is(injectHere(after(news, {type: 'restart'})), '');
	t.is(injectHere(after(news, {type: 'restart'}, {type: 'back'})), 'pager down');
});

test('a decision is made by the person of its lane', t => {
	const people = [
		{name: 'Ana', lane: 'Blue-Green Controller'},
		{name: 'Ben', lane: 'LoadBalancer'},
	];
	const asked = after(session(blueGreen, {people, who: 'Cleo'}), on);
	t.is(factsOf(asked, after(asked, first))[0]?.by, 'Ana');
	const stable = after(asked, first, on, first, on);
	t.is(factsOf(stable, after(stable, first))[0]?.by, 'Ben');
	t.is(factsOf(stable, after(stable, {type: 'back'}))[0]?.by, 'Cleo');
});

test('a blind drill tells nothing of what lies ahead', t => {
	const blind = after(session(blueGreen, {blind: true}), on);
	t.deepEqual(prospectsOf(blind).outcomes, []);
	const now = ahead(blind);
	t.true(now.type === 'choose' && now.ways.every(({prospects}) => prospects.outcomes.length === 0));
	t.deepEqual(now.type === 'choose' && now.ways.map(({label, target}) => [label, target]), [
		['Blue', ''],
		['Green', ''],
	]);
	const taken = ahead(after(blind, first));
	t.deepEqual(taken.type === 'next' && taken.ways.map(({target}) => target), ['the next step']);
	const known = after(blind, first, {type: 'back'});
	t.deepEqual(detailLines(known, 60).filter(({key = ''}) => /^(to|from)/.test(key)).length, 1);
	t.false(hintsOf(blind).some(({word}) => word === 'routes'));
	t.is(after(blind, {type: 'open', panel: 'routes'}).panel, undefined);
	t.regex(after(blind, {type: 'steer', outcome: 'success'}).notice?.text ?? '', /hidden/);
	const names = entriesOf(after(blind, {type: 'open', panel: 'palette'})).map(({name}) => name);
	t.deepEqual(
		names.filter(name => name.startsWith('jump ')).map(name => name.split(' ')[1]),
		['n1', 'n2', 'n3', 'n6', 'n7'],
	);
	t.deepEqual(
		names.filter(name => name.startsWith('steer ')),
		[],
	);
	const looked = after(blind, {type: 'open', panel: 'search'}, {type: 'type', text: 'rollback'});
	t.deepEqual(looked.found?.nodes, []);
});

test('in a blind drill nothing is drawn that was not walked, whatever is picked', t => {
	const blind = after(session(blueGreen, {blind: true}), on);
	const drawn = ({drawing}: Session, at: Session) => drawing.canvas.text(lightOf(at));
	const before = drawn(blind, blind);
	const named: Action[] = [
		{type: 'open', panel: 'branch'},
		{type: 'type', text: 'g'},
	];
	const demanding = {...blind, drill: {...blind.drill, demandsWhy: true}};
	for (const at of [
		after(blind, {type: 'pick', by: 1}),
		after(blind, {type: 'pick', by: -1}),
		after(blind, ...named),
		after(demanding, first),
		after(blind, {type: 'coverage', unrehearsed: new Set(['n8', 'e8'])}),
	])
		t.is(drawn(blind, at), before);
	t.is(after(blind, ...named).picked, 1);
});

test('in a blind drill a click hits only what is drawn', t => {
	const blind = after(session(blueGreen, {blind: true}), on);
	const clickOn = (at: Session, id: string): Action => {
		const box = at.drawing.boxes.get(id);
		const {x = 0, y = 0, width = 0, height = 0} = box ?? {};
		return {type: 'click', x: x + (width >> 1) - at.camera.x, y: y + (height >> 1) - at.camera.y};
	};
	for (const {id} of blind.diagram.nodes) {
		const hit = after(blind, clickOn(blind, id));
		const isWalked = lightOf(blind).nodes.has(id);
		t.is(hit.found?.nodes[0], isWalked ? id : undefined, id);
		t.is(hit.picked, undefined, id);
	}
	const seen = after(session(blueGreen), on);
	t.is(after(seen, clickOn(seen, 'n17')).found?.nodes[0], 'n17');
});

test('a blind drill names nobody that a join waits for, unless it was there', t => {
	const text = `A { # A
n1: circle label:"Start"
n2: diamond label:"Which?"
n3: rectangle label:"One"
n4: rectangle label:"Secret"
n5: rectangle label:"Join"
n6: circle label:"Success"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="Yes"]
n2.handle(bottom) -> n4.handle(left) [label="No"]
n3.handle(right) -> n5.handle(left)
n4.handle(right) -> n5.handle(bottom)
n5.handle(right) -> n6.handle(left)
}`;
	for (const blind of [true, false]) {
		const start = sessionOf(text, {drill: {...newDrill, blind}, switches: {join: 'and'}});
		const stuck = after(start, on, first, on);
		t.is(
			waitingWords(stuck),
			`n5 Join: 1 of 2, waiting for ${blind ? 'another token' : 'a token from n4 Secret'}`,
		);
		t.is(plainBlock(stuck).join('\n').includes('Secret'), !blind);
	}
});

test('what a card brought, and a reason whose decision was taken back, are told apart when something is taken back', t => {
	const cards = [{node: 'n10', text: 'The tests are slow'}];
	const write = (panel: 'note' | 'why', written: string): Action[] => [
		{type: 'open', panel},
		{type: 'type', text: written},
		{type: 'submit'},
	];
	const met = after(session(blueGreen, {cards}), on, first, ...write('note', 'mine'), on);
	t.deepEqual(
		after(met, {type: 'withdraw'}).notes.map(({text}) => text),
		['The tests are slow'],
	);
	const undone = after(session(blueGreen), ...write('note', 'kept'), on, ...write('why', 'wrong'), first, {
		type: 'back',
	});
	const gone = after(undone, {type: 'withdraw'});
	t.deepEqual(
		gone.notes.map(({text}) => text),
		['kept'],
	);
	t.deepEqual(factsOf(undone, gone), [{type: 'withdraw', entry: 1, kind: 'why', text: 'wrong'}]);
	t.is(gone.notice?.text, 'taken back: reason “wrong”');
});

test('what is taken back is what was written last, or nothing', t => {
	const write = (panel: 'note' | 'why' | 'inject', written: string): Action[] => [
		{type: 'open', panel},
		{type: 'type', text: written},
		{type: 'submit'},
	];
	const asked = after(session(blueGreen), ...write('inject', 'pager down'), on, ...write('why', 'quiet'));
	const decided = after(asked, first, {type: 'withdraw'});
	t.deepEqual(
		decided.notes.map(({text}) => text),
		['pager down', 'quiet'],
	);
	t.is(decided.notice?.text, 'step back first: reason “quiet” belongs to a decision');
	t.true(decided.notice?.urgent);
	const undone = after(decided, {type: 'back'}, {type: 'withdraw'});
	t.is(undone.notice?.text, 'taken back: reason “quiet”');
	t.is(after(undone, {type: 'withdraw'}).notice?.text, 'taken back: inject “pager down”');
	// A decision of a run that was begun again does not stand, however far the new one has come.
	const anew = after(decided, {type: 'restart'}, {type: 'jump', node: 'n18'}, first, on, {type: 'withdraw'});
	t.is(anew.notice?.text, 'taken back: reason “quiet”');
});

test('a card comes up where the token comes to its node, once, and a run on stops there', t => {
	const cards = [{node: 'n10', text: 'The tests are slow'}];
	const asked = after(session(blueGreen, {cards}), on, first);
	const met = after(asked, on);
	t.is(met.notice?.text, 'INJECT: The tests are slow');
	t.is(met.notes.at(-1)?.type, 'inject');
	t.deepEqual(
		factsOf(asked, met).map(({type, node, text}) => [type, node, text]),
		[
			['move', 'n10', undefined],
			['inject', 'n10', 'The tests are slow'],
		],
	);
	const again = after(met, {type: 'back'}, {type: 'advance'});
	t.is(again.notes.length, 1);
});

test('cards come up again once the drill was begun anew, unless that is undone', t => {
	const cards = [
		{node: 'n1', text: 'The pager is down'},
		{node: 'n10', text: 'The tests are slow '},
	];
	const start = session(blueGreen, {cards});
	const said = ({notes}: Session) => notes.map(({restarts, text}) => `${restarts} ${text}`);
	const met = after(start, on, first, on);
	const anew = after(met, {type: 'restart'});
	t.is(anew.notice?.text, 'INJECT: The pager is down');
	t.is(after(anew, {type: 'restart'}).notice?.text, 'INJECT: The pager is down');
	const again = after(anew, on, first, on);
	t.deepEqual(again.run.steps.last?.node, 'n10');
	t.deepEqual(said(again), [
		'0 The pager is down',
		'0 The tests are slow',
		'1 The pager is down',
		'1 The tests are slow',
	]);
	const undone = after(anew, {type: 'back'});
	t.deepEqual(said(after(undone, on)), said(anew));
	t.is(undone.run.steps.last?.node, 'n10');
	// A resumed drill is the same.
	const facts = [
		...openingFacts(start.run, originOf('a.fz', start.source.text), {
			version: '1',
			rules: rulesFact(start.drill),
		}),
		...factsOf(start, met),
		...factsOf(met, anew),
	];
	const events = eventsOf(facts);
	const unfinished = drillOf('a.jsonl', events, replay(start.diagram, events), false);
	const resumed = after(session(blueGreen, {unfinished}), {type: 'close'}, {type: 'resume'});
	t.deepEqual(said(resumed), said(anew));
	t.deepEqual(said(after(resumed, on, first, on)), said(again));
});

test('what a drill asks of those who take part is kept in its record', t => {
	const rules = {
		blind: true,
		demandsWhy: true,
		limit: 90_000,
		cards: [
			{node: 'n10', text: 'The tests are slow '},
			{node: 'n17', text: 'The dashboard is down'},
		],
	};
	const start = session(blueGreen, rules);
	const facts = openingFacts(start.run, originOf('a.fz', ''), {version: '1', rules: rulesFact(start.drill)});
	t.deepEqual(rulesIn(eventsOf(facts)), rules);
	t.is(rulesFact(newDrill), undefined);
	const none = {blind: false, demandsWhy: false, limit: undefined, cards: []};
	t.deepEqual(rulesIn(eventsOf([{type: 'open', rules: {blind: 'yes', limit: -1, cards: [1, {}]}}])), none);
	t.deepEqual(rulesIn([]), none);
});

test('those who take part are asked first what they expect, where that was not said', t => {
	const people = [{name: 'Ana', lane: ''}];
	t.is(session(blueGreen, {people}).panel?.name, 'expect');
	t.is(session(blueGreen, {people, expected: 'success'}).panel, undefined);
	t.is(session(blueGreen).panel, undefined);
});

test('before a key nothing plays: what is written down belongs to the step that was seen', t => {
	const played = after(session(blueGreen), {type: 'auto', every: 2});
	const later = after(played, {type: 'tick', now: at(60_000), beforeKey: true});
	t.is(later.run, played.run);
	t.deepEqual(later.now, at(60_000));
	t.not(after(later, {type: 'tick', now: at(60_001)}).run, played.run);
});

test('a word that comes while auto-play goes on stands for a step, and an urgent one stays', t => {
	const text = readFileSync(blueGreen, 'utf8');
	const saved = (more: string): Action => ({
		type: 'reload',
		source: {name: blueGreen, text: text + more},
		...read(text + more),
	});
	const said = (more: string) => {
		let played = after(session(blueGreen), {type: 'auto', every: 1}, tick(2000), saved(more));
		return [3000, 4000].map(now => {
			played = after(played, tick(now));
			return [played.run.steps.size, played.notice?.text];
		});
	};
	t.deepEqual(said('// a word\n'), [
		[3, 'the file was read again'],
		[4, undefined],
	]);
	const errors = said('n1.handle(right) ->\n').map(([, words]) => words);
	t.regex(String(errors[1]), /the old picture stays/);
	t.is(errors[1], errors[0]);
});

test('auto-play makes a step every so many seconds, up to the next decision', t => {
	const steps = (state: Session) => state.run.steps.size;
	let played = after(session(blueGreen), {type: 'auto', every: 5});
	for (const [now, count] of [
		[2000, 1],
		[5000, 1],
		[6000, 2],
		[10_000, 2],
		[10_990, 3],
		[15_980, 4],
		[21_000, 5],
		[60_000, 5],
	] as const) {
		played = after(played, tick(now));
		t.is(steps(played), count, `${now}`);
	}
	t.is(played.auto, undefined);
	t.is(played.run.state, 'choosing');
});

test('a random run by a seed goes the same way each time, that of run --seed', async t => {
	for (const seed of [1, 2, 3]) {
		const {run, outcomes} = after(session('samples/saga.fz', {seed}), {type: 'random run'});
		const {out} = await carryOut(['run', 'samples/saga.fz', '--seed', String(seed)]);
		t.is(transcript(run, outcomes, 80), out);
		const one = after(session('samples/saga.fz', {seed}), on, {type: 'random'});
		t.is(after(session('samples/saga.fz', {seed}), on, {type: 'random'}).picked, one.picked);
		t.is(one.run.act.type, 'choose');
	}
	const asked = after(session(blueGreen, {demandsWhy: true}), on);
	t.is(after(asked, {type: 'random'}).run, asked.run);
	t.is(after(asked, {type: 'random run'}).run, asked.run);
});

test('the reading in force is told where one matters, and can be changed for one node', t => {
	t.is(readingWords(session(blueGreen)), '');
	let gateway = after(session('samples/api-gateway.fz'), on, first, on, first, on, first);
	t.is(readingWords(gateway), 'split auto, join or');
	t.deepEqual(
		(({type, ...rest}) => ('ways' in rest ? [type, rest.ways.map(({label}) => label)] : []))(ahead(gateway)),
		['next', ['Profile', 'Orders', 'Prices']],
	);
	gateway = after(gateway, {type: 'read', split: 'one', here: true});
	t.is(gateway.run.state, 'choosing');
	t.is(readingWords(gateway), 'split auto, join or, n16 split one');
	gateway = after(gateway, {type: 'back'}, {type: 'advance'}, {type: 'advance'});
	t.is(
		waitingWords(gateway),
		'n17 Aggregate answers: 1 of 3, waiting for n20 Order service, n21 Price service',
	);
});

test('what nobody has rehearsed is marked on request, and nothing else stands out then', t => {
	const unrehearsed = new Set(['n13', 'e10']);
	const asked: Action = {type: 'coverage', unrehearsed};
	const shaded = after(session(blueGreen), {type: 'advance'}, asked);
	t.deepEqual([...(lightOf(shaded).marked ?? [])], ['n13', 'e10']);
	t.is(lightOf(shaded).nodes.size, 0);
	t.is(lightOf(after(shaded, asked)).nodes.size, 2);
	const never = after(session(blueGreen), {type: 'coverage', unrehearsed: undefined});
	t.is(never.shade, 'none');
	t.regex(never.notice?.text ?? '', /no drill of this file/);
});

test('what a question is about is told where the branches alone do not say it', t => {
	const start = session('test/run/models/several-ends.fz');
	t.true(plainBlock(start).includes('There are several starts: begin at one, or at all.'));
	const alone = after(
		session('samples/saga.fz'),
		{type: 'read', join: 'and'},
		on,
		first,
		on,
		{type: 'choose', number: 2},
		on,
	);
	t.deepEqual(alone.run.question, {type: 'stuck'});
	t.regex(
		plainBlock(alone).join(' '),
		/No token can move: n16 Refund reserved amount: 1 of 2, waiting for a token from n12 Attempts left\? \(“Yes”\)\. Let one go on\./,
	);
});

test('the turns of a bounded loop stand at the branch that goes round', t => {
	let retry = after(session('test/run/models/payment-retry.fz'), on);
	retry = after(retry, {type: 'choose', number: 2}, on, first, on, {type: 'choose', number: 2}, on);
	const now = ahead(retry);
	t.deepEqual(now.type === 'choose' && now.ways.map(({label}) => label), ['Yes (1/3)', 'No']);
	const labels: string[] = [];
	for (let turn = 0; turn < 3; turn += 1) {
		retry = after(retry, first, on, {type: 'choose', number: 2}, on);
		const then = ahead(retry);
		if (then.type === 'choose') labels.push(then.ways[0]?.label ?? '');
	}
	t.deepEqual(labels, ['Yes (2/3)', 'Yes (3/3, the limit)', 'Yes (4/3, over the limit)']);
});

test('the outcome that is expected must be one there is', t => {
	const start = session(blueGreen);
	const expects = (text: string) =>
		after(start, {type: 'open', panel: 'expect'}, {type: 'type', text}, {type: 'submit'});
	t.is(expects('Rollback').drill.expected, 'rollback');
	t.deepEqual(factsOf(start, expects('success')), [{type: 'expect', expected: 'success'}]);
	const wrong = expects('victory');
	t.is(wrong.drill.expected, '');
	t.regex(wrong.notice?.text ?? '', /there are: success, rollback/);
});

test('what is told at the start is shown one after the other; what is asked stays until it is answered', t => {
	const source = {name: 'a.fz', text: 'a { # A\nn1: circle label:"Start"\nn2: rectangle label:"End\n}'};
	const start = open({
		...session(blueGreen),
		source,
		...read(source.text),
		notices: [
			{text: 'first', urgent: true},
			{text: 'second', urgent: true},
		],
		drill: {...newDrill, people: [{name: 'Ana', lane: ''}]},
	});
	t.is(start.notice?.text, 'first');
	const background: Action[] = [
		tick(2000),
		{type: 'resize', size: {columns: 90, rows: 30}},
		{type: 'theme', theme: 'light'},
	];
	t.is(after(start, ...background).notice?.text, 'first');
	const answered = after(start, {type: 'submit'});
	t.is(answered.panel, undefined);
	t.is(answered.notice?.text, 'second');
	t.regex(after(answered, {type: 'pan', x: 1, y: 0}).notice?.text ?? '', /the file has 1 error/);
});

test('a word to the person is harmless, whatever it quotes', t => {
	const told = after(session(blueGreen), {type: 'tell', text: 'no choice “\x1b]0;x\x07\u202e”'});
	t.notRegex(told.notice?.text ?? '', /[\x1b\x07\u202e]/);
});
