import {readFileSync} from 'node:fs';
import test, {type ExecutionContext} from 'ava';
import {read} from '../../source/diagram/read.js';
import {accountOf} from '../../source/drill/account.js';
import {walkedIn} from '../../source/drill/coverage.js';
import {openingFacts, originOf} from '../../source/drill/opening.js';
import {replay} from '../../source/drill/replay.js';
import {rulesFact} from '../../source/drill/rules.js';
import {onward} from '../../source/run/onward.js';
import type {Run} from '../../source/run/run.js';
import {choose, step} from '../../source/run/step.js';
import {statusRow} from '../../source/screen/status.js';
import type {Action} from '../../source/session/action.js';
import {lasted, overtime} from '../../source/session/clock.js';
import {newDrill} from '../../source/session/drill.js';
import {open} from '../../source/session/open.js';
import {pageOf} from '../../source/session/pages.js';
import {questionText} from '../../source/session/prompts.js';
import {factsOf, notesIn} from '../../source/session/record.js';
import {reduce} from '../../source/session/reduce.js';
import type {Note, Session} from '../../source/session/session.js';
import {guideWords} from '../../source/session/status.js';
import {eventsOf, factsOfDrill} from '../helpers/drill.js';
import {after, at, sessionOf, decision as text} from '../helpers/session.js';
import {trace} from '../helpers/trace.js';

const blueGreen = readFileSync('samples/blue-green.fz', 'utf8');
const on: Action = {type: 'run on'};
const second: Action = {type: 'choose', number: 2};
const saved = (changed: string): Action => ({
	type: 'reload',
	source: {name: 'x.fz', text: changed},
	...read(changed),
});

/** The events of a session, and the run made again from them, which is the one that was seen. */
function recordOf(t: ExecutionContext, start: Session, ...actions: Action[]) {
	const {name, text: first} = start.source;
	const {blind, demandsWhy, limit, overrides} = start.drill;
	const rules = rulesFact({blind, demandsWhy, limit, cards: []});
	const facts = openingFacts(start.run, originOf(name, first), {version: '1.0.0', overrides, rules});
	let session = start;
	for (const action of actions) {
		const next = reduce(session, action);
		facts.push(...factsOf(session, next));
		session = next;
	}
	const {diagram} = read(first);
	const events = eventsOf(facts);
	const replayed = replay(diagram, events);
	t.is(replayed.diverged, undefined);
	t.is(trace(replayed.run), trace(session.run));
	return {events, replayed};
}

/** What the record of a session tells, made a run again. */
function recorded(t: ExecutionContext, start: Session, ...actions: Action[]): string {
	return trace(recordOf(t, start, ...actions).replayed.run);
}

test('a node that is declared before its edge does not move the start', t => {
	const more = text.replace('n5: circle', 'n6: circle label:"Escalate"\nn5: circle');
	t.is(read(more).diagram.nodes.length, 6);
	t.is(recorded(t, sessionOf(text), on, second, saved(more)), '1@n1 1→n2 1→n3 1→n5 1.');
	const found = replay(
		read(more).diagram,
		eventsOf(openingFacts(sessionOf(text).run, originOf('x.fz', text), {version: '1'})),
		{held: true},
	);
	t.is(trace(found.run), '1@n1');
});

test('a start that was chosen stays, also where it is the only one left', t => {
	const two = text
		.replace('n5: circle', 'n6: circle label:"Other"\nn5: circle')
		.replace('n1.handle', 'n6.handle(right) -> n2.handle(top)\nn1.handle');
	t.is(recorded(t, sessionOf(two), {type: 'choose', number: 1}, on, saved(text)), '1@n1 1→n2 1→n3');
});

test('other readings, jumps and other tokens are carried over too', t => {
	const fork = `A { # A
n1: circle label:"Start"
n2: rectangle label:"One"
n3: rectangle label:"Two"
n4: circle label:"End"
n1.handle(right) -> n2.handle(left)
n1.handle(bottom) -> n3.handle(left)
n2.handle(right) -> n4.handle(left)
n3.handle(right) -> n4.handle(bottom)
}
`;
	const walks: Action[][] = [
		[{type: 'read', split: 'one'}, second],
		[{type: 'advance'}, {type: 'next token'}, {type: 'advance'}],
		[{type: 'advance'}, {type: 'jump', node: 'n4'}],
		[on, {type: 'restart'}, {type: 'advance'}],
		[
			{type: 'read', split: 'ask'},
			{type: 'choose', number: 3},
		],
	];
	for (const walk of walks) {
		const start = sessionOf(fork);
		const before = after(start, ...walk);
		t.is(recorded(t, start, ...walk, saved(`${fork}// a word\n`)), trace(before.run));
	}
});

test('a reload asks again what was being asked, and what was answered stays', t => {
	const two = text.replace('n2: rectangle', 'n6: circle label:"Other"\nn2: rectangle');
	const begins = two.replace('n1.handle', 'n6.handle(right) -> n2.handle(top)\nn1.handle');
	const round = text.replace('-> n4', '-> n2').replace('n4: circle label:"Completed"\n', '');
	const first: Action = {type: 'choose', number: 1};
	for (const [lines, question, maxVisits, actions, answer, come] of [
		[begins, 'start', 10, [], second, '1@n6'],
		[round, 'visits', 1, [on, first], second, '1@n1 1→n2 1→n3 1→n2 1.limit'],
		[round, 'visits', 1, [on, first], first, '1@n1 1→n2 1→n3 1→n2'],
	] as const) {
		const start = sessionOf(lines, {switches: {maxVisits}});
		const asked = after(start, ...actions);
		t.is(asked.run.question?.type, question);
		const more = saved(`${lines}// a word\n`);
		const again = after(asked, more);
		t.deepEqual([trace(again.run), again.run.question], [trace(asked.run), asked.run.question]);
		t.is(trace(after(asked, answer, more).run), come);
		t.is(trace(after(asked, more, answer, more).run), come);
	}
});

test('with errors in the file the old picture stays, and so does the text that it is of', t => {
	const broken = after(sessionOf(text), saved(text.replace('-> n4', '-> n40')));
	t.is(broken.source.text, text);
	t.is(broken.notice?.text, '1 error in line 9: the old picture stays, ! tells more');
	const mended = after(broken, saved(text));
	t.deepEqual([mended.diagram, mended.problems], [broken.diagram, sessionOf(text).problems]);
	t.regex(after(mended, saved('A { # A\n}\n')).notice?.text ?? '', /holds no node any more/);
});

test('what was found is looked for again in the changed file', t => {
	const found = after(
		sessionOf(text),
		{type: 'open', panel: 'search'},
		{type: 'type', text: 'l'},
		{type: 'submit'},
		{type: 'find', by: 1},
	);
	const shown = (session: Session) => session.found?.nodes[session.found.at];
	t.is(shown(found), 'n3');
	const more = text.replace('n2: rectangle label:"Look"', 'n2: rectangle label:"Seek"');
	const again = after(found, saved(more));
	t.deepEqual([shown(again), again.found?.nodes.includes('n2')], ['n3', false]);
	const gone = after(found, saved(text.replace('"Well?"', '"Good?"')));
	t.not(shown(gone), 'n3');
	const typing = after(
		sessionOf(text),
		{type: 'open', panel: 'search'},
		{type: 'type', text: 'seek'},
		saved(more),
	);
	t.is(shown(typing), 'n2');
});

test('the page of mistakes closes once there are none', t => {
	const broken = after(sessionOf(text), saved(text.replace('-> n4', '-> n40')), {
		type: 'open',
		panel: 'problems',
	});
	t.is(broken.panel?.name, 'problems');
	t.is(after(broken, saved(text)).panel, undefined);
});

test('a reason that is being written stays, but takes no branch: they may have other numbers now', t => {
	const start = sessionOf(text, {drill: {...newDrill, demandsWhy: true}});
	const asked = after(start, on, {type: 'choose', number: 1}, {type: 'type', text: 'all is green'});
	const rows = text.split('\n');
	const [yes = '', no = ''] = rows.slice(8, 10);
	const changed = after(asked, saved([...rows.slice(0, 8), no, yes, ...rows.slice(10)].join('\n')));
	t.is(changed.panel?.text, 'all is green');
	const noted = after(changed, {type: 'submit'});
	t.is(trace(noted.run), '1@n1 1→n2 1→n3');
	t.is(trace(after(noted, second).run), '1@n1 1→n2 1→n3 1→n4 1.');
});

test('an unfinished drill that is offered is one on the file as it is now, or none', t => {
	const {diagram} = read(text);
	const run = onward(choose(onward(sessionOf(text).run), 'e4'));
	const unfinished = {
		path: 'x.jsonl',
		lines: 1,
		file: 'x.fz',
		began: '2026-01-05T10:00:00.000Z',
		who: '',
		isPaused: false,
		endSeen: false,
		overrides: new Map(),
		run,
		notes: [],
		people: [],
		expected: '',
		lasted: 0,
		rules: {blind: false, demandsWhy: false, limit: undefined, cards: []},
		changed: false,
	};
	const start = open({...sessionOf(text), diagram, notices: [], drill: {...newDrill, unfinished}});
	t.is(start.panel?.name, 'resume');
	const resumed = after(start, saved(`${text}// a word\n`), {type: 'close'}, {type: 'resume'});
	t.is(resumed.run.diagram, resumed.diagram);
	t.is(trace(resumed.run), trace(run));
	const gone = after(start, saved(text.replaceAll('n5', 'n6')));
	t.is(gone.panel, undefined);
	t.regex(gone.notice?.text ?? '', /`flowzap-tui resume` goes on with the drill/);
});

test('what a person says the outcomes are stays with its nodes and edges, whatever numbers those have now', t => {
	const overrides = new Map([
		['halted', ['e4']],
		['fine', ['n4']],
	]);
	const start = sessionOf(text, {drill: {...newDrill, overrides}});
	t.deepEqual(start.outlook.reached().toSorted(), ['fine', 'halted']);
	const more = text.replace('n1.handle', 'n1.handle(bottom) -> n5.handle(bottom)\nn1.handle');
	const next = after(start, saved(more.replaceAll('n4', 'n44')));
	t.deepEqual([...next.drill.overrides], [['halted', ['e5']]]);
	const renumbered = after(start, saved(more));
	t.deepEqual(
		[...renumbered.drill.overrides],
		[
			['halted', ['e5']],
			['fine', ['n4']],
		],
	);
	const {replayed} = recordOf(t, start, on, second, saved(more));
	t.deepEqual(replayed.overrides, renumbered.drill.overrides);
	t.deepEqual(replayed.outcomes.names, renumbered.outcomes.names);
});

test('what stays as it was recorded is told: people, who is at the keyboard, a stopped clock', t => {
	const {run} = after(sessionOf(text), on);
	const unfinished = {
		path: 'x.jsonl',
		lines: 1,
		file: 'other.fz',
		began: '2026-01-05T10:00:00.000Z',
		who: 'Cleo',
		isPaused: true,
		endSeen: false,
		overrides: new Map(),
		run,
		notes: [],
		people: [{name: 'Ana', lane: 'A'}],
		expected: 'success',
		lasted: 5000,
		rules: {blind: false, demandsWhy: false, limit: undefined, cards: []},
		changed: false,
	};
	const given = {...newDrill, unfinished, people: [{name: 'Zed', lane: 'A'}], expected: 'rollback'};
	const start = sessionOf(text, {drill: given});
	t.is(questionText(start, 'resume'), 'resume the drill of other.fz of 2026-01-05 10:00 UTC, at step 3?');
	const resumed = after(start, {type: 'close'}, {type: 'resume'});
	t.is(
		resumed.notice?.text,
		'the drill goes on where it was left; its people stay as they were; what was expected too; Cleo is at the keyboard, as before; its clock stands',
	);
	t.deepEqual([resumed.drill.who, resumed.drill.people], ['Cleo', unfinished.people]);
	t.is(lasted(after(resumed, {type: 'tick', now: at(60_000)})), 5000);
	t.deepEqual(factsOf(start, resumed), [{type: 'resume', after: 'interruption'}, {type: 'pause'}]);
	const plainly = {...newDrill, who: 'Ben', unfinished: {...unfinished, file: 'x.fz', isPaused: false}};
	const asBen = after(sessionOf(text, {drill: plainly}), {type: 'close'}, {type: 'resume'});
	t.is(asBen.notice?.text, 'the drill goes on where it was left');
	t.is(asBen.drill.who, 'Ben');
});

test('what was written down for a branch does not speak for another', t => {
	const start = sessionOf(text, {drill: {...newDrill, demandsWhy: true}});
	const yes = after(start, on, {type: 'choose', number: 1}, {type: 'type', text: 'green'}, {type: 'submit'});
	t.is(trace(yes.run), '1@n1 1→n2 1→n3 1→n4 1.');
	const back = after(yes, {type: 'back'});
	t.is(after(back, second).panel?.name, 'why');
	const again = after(back, {type: 'choose', number: 1});
	t.deepEqual(factsOf(back, again).map(({choice, why}) => [choice, why])[0], ['Yes', 'green']);
	const no = after(back, second, {type: 'type', text: 'red'}, {type: 'submit'});
	t.deepEqual(
		factsOf(back, no)
			.map(({type, why, text: said}) => [type, why ?? said])
			.slice(0, 2),
		[
			['why', 'red'],
			['decide', 'red'],
		],
	);
	// Told again on a file that was changed, each decision has its own reason.
	const retold = after(no, saved(`${text}// a word\n`));
	t.deepEqual(
		factsOf(no, retold)
			.filter(({type}) => type === 'decide')
			.map(({choice, why}) => [choice, why]),
		[['No', 'red']],
	);
});

test('a record knows before which new beginning a reason was written down', t => {
	const start = sessionOf(text, {drill: {...newDrill, demandsWhy: true}});
	const why: Action[] = [second, {type: 'type', text: 'red'}, {type: 'submit'}];
	const walk: Action[] = [on, ...why, {type: 'restart'}, on];
	for (const more of [
		[],
		[saved(`${text}// a word\n`)],
		[saved(`${text}// a word\n`), {type: 'back'}],
	] as Action[][]) {
		const session = after(start, ...walk, ...more);
		const {events, replayed} = recordOf(t, start, ...walk, ...more);
		const places = (notes: readonly Note[]) =>
			notes.map(({restarts, step, choice}) => [restarts, step, choice]);
		t.deepEqual(places(notesIn(events, replayed)), places(session.notes));
		t.is(replayed.run.restarts, session.run.restarts);
	}
});

test('so does the record of a drill of which an earlier round can be no more', t => {
	const start = sessionOf(text, {drill: {...newDrill, demandsWhy: true}});
	const why = (said: string): Action[] => [second, {type: 'type', text: said}, {type: 'submit'}];
	const gone = saved(text.replace('[label="No"]', '[label="Never"]'));
	const walk: Action[] = [
		on,
		...why('red'),
		{type: 'restart'},
		on,
		gone,
		second,
		{type: 'type', text: 'late'},
	];
	const session = after(start, ...walk, {type: 'submit'});
	const {events, replayed} = recordOf(t, start, ...walk, {type: 'submit'});
	const own = (notes: readonly Note[], {restarts}: Run) =>
		notes.flatMap(note => (note.restarts === restarts ? [note.text] : []));
	t.deepEqual(own(session.notes, session.run), ['late']);
	t.deepEqual(own(notesIn(events, replayed), replayed.run), ['late']);
});

test('what is told again on a changed file did not happen again: the report has it once, at its time', t => {
	const start = sessionOf(text, {drill: {...newDrill, limit: 100_000}});
	const first: Action = {type: 'choose', number: 1};
	const walk: Action[] = [on, second, {type: 'back'}, first];
	// Half a minute a line.
	const plain = recordOf(t, start, ...walk);
	const changed = recordOf(
		t,
		start,
		...walk,
		saved(text.replace('"Look"', '"Look again"').replace(/(n3.*Yes.*\n)(n3.*No.*\n)/, '$2$1')),
	);
	const [before, then] = [plain, changed].map(({events, replayed}) =>
		accountOf(replayed.diagram, events, replayed.outcomes, replayed),
	);
	t.is(then?.decisions[0]?.choice, 'Yes');
	for (const field of ['decisions', 'reached', 'late', 'walked', 'open'] as const)
		t.deepEqual(then?.[field], before?.[field]);
	t.deepEqual(then?.timeline.slice(0, -1), before?.timeline);
	t.is(then?.timeline.at(-1)?.text, 'the file was changed; the drill goes on with it');
	t.not(then?.file.sha256, before?.file.sha256);
});

test('who decided is who did, whoever is at the keyboard when it is told again, and whatever the lane is called then', t => {
	const lane = {name: 'Ana', lane: 'A'};
	const start = sessionOf(text, {drill: {...newDrill, people: [lane], who: 'Cleo'}});
	const {events, replayed} = recordOf(t, start, on, second, saved(text.replace('{ # A', '{ # Team A')));
	t.is(replayed.diagram.lanes[0]?.name, 'Team A');
	const {decisions} = accountOf(replayed.diagram, events, replayed.outcomes, replayed);
	t.deepEqual(
		decisions.map(({by}) => by),
		['Ana'],
	);
	const again = events.slice(events.findIndex(({type}) => type === 'file') + 1);
	t.true(again.length > 0 && again.every(({by}) => by === undefined));
	// Older records say who was at the keyboard then.
	const older = events.map(event => (again.includes(event) ? {...event, by: 'Cleo'} : event));
	t.deepEqual(accountOf(replayed.diagram, older, replayed.outcomes, replayed).decisions, decisions);
});

test('rounds that are told again are told each at its own time', t => {
	const round = text.replace(
		'n3.handle(bottom) -> n5.handle(left)',
		'n3.handle(bottom) -> n2.handle(bottom)',
	);
	const start = open({...sessionOf(round), notices: [], switches: {starts: ['n1']}});
	const changed = recordOf(t, start, on, second, on, second, on, saved(`${round}// a word\n`));
	const {decisions} = accountOf(
		changed.replayed.diagram,
		changed.events,
		changed.replayed.outcomes,
		changed.replayed,
	);
	t.is(decisions.length, 2);
	t.true((decisions[0]?.at ?? 0) < (decisions[1]?.at ?? 0));
	t.true((decisions[1]?.at ?? 0) < 600_000);
});

test('of equal choices the one that was taken back lends no time to the one that stands', t => {
	const round = text.replace(
		'n3.handle(bottom) -> n5.handle(left)',
		'n3.handle(bottom) -> n2.handle(bottom)',
	);
	const start = open({...sessionOf(round), notices: [], switches: {starts: ['n1']}});
	const walk: Action[] = [on, second, on, second, {type: 'back'}];
	const first: Action = {type: 'choose', number: 1};
	const [plain, changed] = [[], [saved(`${round}// a word\n`)]].map(saves => {
		const {events, replayed} = recordOf(t, start, ...walk, ...saves, first);
		return accountOf(replayed.diagram, events, replayed.outcomes, replayed);
	});
	t.deepEqual(
		changed?.decisions.map(({choice}) => choice),
		['No', 'Yes'],
	);
	t.deepEqual(changed?.decisions[0], plain?.decisions[0]);
});

test('that a changed file cut the run back stands in the timeline', t => {
	const start = sessionOf(text);
	const renamed = saved(text.replace('[label="No"]', '[label="Not at all"]'));
	const {events, replayed} = recordOf(t, start, on, second, renamed);
	const {timeline} = accountOf(replayed.diagram, events, replayed.outcomes, replayed);
	t.regex(timeline.at(-1)?.text ?? '', /^the file was changed; the last step cannot be done in it any more$/);
});

test('what was written down last is taken back, in the record and in the report', t => {
	const write = (panel: 'note' | 'action' | 'why', typed: string): Action[] => [
		{type: 'open', panel},
		{type: 'type', text: typed},
		{type: 'submit'},
	];
	const {events, replayed} = recordOf(
		t,
		sessionOf(text),
		...write('note', 'one'),
		...write('action', 'mend it @Ben'),
		{type: 'withdraw'},
		...write('note', 'two'),
		on,
		...write('why', 'red'),
		second,
		// A reason that a decision was taken with is part of it: nothing is taken back in its place.
		{type: 'withdraw'},
		...write('note', 'three'),
	);
	const {entries, timeline, decisions} = accountOf(replayed.diagram, events, replayed.outcomes, replayed);
	const kept = ['one', 'two', 'red', 'three'];
	t.deepEqual(
		entries.map(entry => entry.text),
		kept,
	);
	t.deepEqual(
		notesIn(events, replayed).map(note => note.text),
		kept,
	);
	t.is(decisions[0]?.why, 'red');
	t.deepEqual(
		timeline.flatMap(({type, text: said}) => (type === 'withdraw' ? [said] : [])),
		['taken back: action item “mend it @Ben”'],
	);
	const none = after(sessionOf(text), {type: 'withdraw'});
	t.regex(none.notice?.text ?? '', /^nothing is written down/);
});

test('however much was written down and taken back, the report has what stands, as the screen does', t => {
	const notes = Array.from({length: 1210}, (_, index) => ({type: 'note', text: `${index}`}));
	// Behind the last of them a card was dealt, which is not taken back.
	const back = Array.from({length: 1205}, () => ({type: 'withdraw', entry: 2, text: ''}));
	const scenes = [...notes, {type: 'inject', text: 'a card'}, ...back];
	const events = eventsOf(factsOfDrill('samples/blue-green.fz', scenes));
	const replayed = replay(read(blueGreen).diagram, events);
	const {entries} = accountOf(replayed.diagram, events, replayed.outcomes, replayed);
	const kept = ['0', '1', '2', '3', '4', 'a card'];
	t.deepEqual(
		entries.map(entry => entry.text),
		kept,
	);
	t.deepEqual(
		notesIn(events, replayed).map(note => note.text),
		kept,
	);
});

test('a reason is that of a decision, not of an end for which the program has one', t => {
	const {diagram} = read(text);
	const why = {type: 'why', text: 'limit', node: 'n1'};
	for (const [type, choice] of [
		['end', undefined],
		['decide', 'Yes'],
	] as const) {
		const events = eventsOf([why, {type, node: 'n1', why: 'limit', choice: 'Yes'}]);
		t.is(notesIn(events, replay(diagram, events.slice(0, 1)))[0]?.choice, choice);
	}
});

test('what a card brought is known as that when the drill goes on, so that it is not taken back', t => {
	const inject = (said: string) => ({type: 'inject', text: said, node: 'n2'});
	const rules = {cards: [{node: 'n2', text: 'the pager is down'}]};
	const events = eventsOf(
		factsOfDrill('samples/blue-green.fz', [step, inject('the pager is down'), inject('typed')], {rules}),
	);
	const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
	const notes = notesIn(events, replay(diagram, events));
	t.deepEqual(
		notes.map(({isDealt}) => isDealt),
		[true, undefined],
	);
});

const noNo = text.replace(/^n3.*No.*\n/m, '');

test('steps that a half-finished edit took are there again with the file, each at its time', t => {
	const note: Action[] = [{type: 'open', panel: 'note'}, {type: 'type', text: 'hm'}, {type: 'submit'}];
	const walk: Action[] = [on, second];
	const half = after(sessionOf(text), ...walk, saved(noNo));
	t.is(half.notice?.text, 'the file was read again: the last step cannot be done until it is mended');
	t.is(trace(half.run), '1@n1 1→n2 1→n3');
	const plain = recordOf(t, sessionOf(text), ...walk);
	const again = recordOf(t, sessionOf(text), ...walk, saved(noNo), ...note, saved(text));
	t.is(trace(again.replayed.run), trace(plain.replayed.run));
	const [before, then] = [plain, again].map(({events, replayed}) =>
		accountOf(replayed.diagram, events, replayed.outcomes, replayed),
	);
	for (const field of ['decisions', 'reached', 'walked', 'open', 'result'] as const)
		t.deepEqual(then?.[field], before?.[field]);
	t.deepEqual(
		then?.timeline.slice(before?.timeline.length).map(({text: told}) => told),
		[
			'the file was changed; the last step cannot be done in it any more',
			'note: hm',
			'the file was changed; the last step can be done in it again',
		],
	);
	// What was still less, and then all of it again.
	const twice = recordOf(t, sessionOf(text), ...walk, saved(noNo), saved(`${noNo}// a word\n`), saved(text));
	t.is(trace(twice.replayed.run), trace(plain.replayed.run));
	t.deepEqual(
		accountOf(twice.replayed.diagram, twice.events, twice.replayed.outcomes, twice.replayed).decisions,
		before?.decisions,
	);
});

test('who went on after a change does not get back what it had taken', t => {
	const {replayed} = recordOf(t, sessionOf(text), on, second, saved(noNo), {type: 'back'}, saved(text));
	t.is(trace(replayed.run), '1@n1 1→n2');
});

test('a start that is asked for no longer is no step that was lost', t => {
	const two = text
		.replace('n2: rectangle', 'n0: circle label:"Other start"\nn2: rectangle')
		.replace('n2.handle(right)', 'n0.handle(right) -> n2.handle(top)\nn2.handle(right)');
	const start = sessionOf(two);
	t.is(start.run.question?.type, 'start');
	const {events, replayed} = recordOf(t, start, {type: 'choose', number: 1}, on, saved(text));
	const {timeline} = accountOf(replayed.diagram, events, replayed.outcomes, replayed);
	t.is(timeline.at(-1)?.text, 'the file was changed; the drill goes on with it');
});

test('what was walked before a change counts as much as in the report, wherever the drill is held against the file', t => {
	const more = text.replace(
		'n2.handle(right)',
		'n2.handle(bottom) -> n5.handle(bottom) [label="Abort"]\nn2.handle(right)',
	);
	const {diagram} = read(more);
	const {events, replayed} = recordOf(t, sessionOf(text), on, second, {type: 'restart'}, on, saved(more));
	const own = walkedIn(events, replayed);
	t.true(own.nodes.has('n5'));
	t.deepEqual(walkedIn(events, replay(diagram, events, {held: true})), own);
	// What the outcomes are is said of the file as it is now.
	const overrides = new Map([['safe stop', diagram.edges.slice(-1).map(({id}) => id)]]);
	t.is(replay(diagram, events, {held: true, overrides}).overrides, overrides);
});

test('decisions before a new beginning are no part of the way', t => {
	const {events, replayed} = recordOf(t, sessionOf(text), on, second, {type: 'restart'}, on);
	t.deepEqual(accountOf(replayed.diagram, events, replayed.outcomes, replayed).decisions, []);
});

test('what was named once the outcome was known was not expected', t => {
	const start = sessionOf(text);
	const {events, replayed} = recordOf(t, start, on, second);
	const late = eventsOf([
		...events.map(({v: _, seq: __, t: ___, mono: ____, prev: _____, ...fact}) => fact),
		{type: 'expect', expected: 'rollback'},
	]);
	t.is(accountOf(replayed.diagram, late, replayed.outcomes, replayed).expected, '');
});

test('a file that is saved takes no step: its limit runs on', t => {
	const start = after(
		sessionOf(text, {drill: {...newDrill, limit: 1000}}),
		{type: 'advance'},
		{type: 'tick', now: at(5000)},
	);
	t.is(overtime(start), 4000);
	t.is(overtime(after(start, saved(`${text}// a word\n`))), 4000);
});

test('that the file is gone is in sight until it is there again, and on the page of mistakes', t => {
	const gone = after(sessionOf(text), {type: 'file', missing: 'gone'});
	t.is(gone.notice?.text, 'x.fz is gone: the picture stays');
	const status = (session: Session, columns: number) => statusRow(session, columns).flat().join(' ');
	const moved = after(gone, {type: 'advance'});
	for (const columns of [45, 60, 80, 120]) t.regex(status(moved, columns), / file gone dim {2}\(!\)/);
	const page = after(moved, {type: 'open', panel: 'problems'});
	t.is(page.panel?.name, 'problems');
	t.regex(pageOf(page, 'problems')[0]?.text ?? '', /^x\.fz is gone: /);
	const back = after(moved, {type: 'file', missing: undefined});
	t.is(back.notice?.text, 'x.fz is there again');
	t.notRegex(status(after(back, {type: 'advance'}), 120), /gone/);
});

test('a route that is followed is followed on in a changed file, by its number there, or is said to be left', t => {
	const start = after(sessionOf(blueGreen), on, {type: 'open', panel: 'routes'}, {type: 'pick', by: 3});
	const followed = after(start, {type: 'advance'});
	t.is(guideWords(followed), 'route 4');
	const said = (session: Session) => [guideWords(session), session.picked, session.notice?.text];
	const same = after(followed, saved(`${blueGreen}\n`));
	t.deepEqual(said(same), ['route 4', 1, 'the file was read again']);
	// The first branch is gone, and with it three routes.
	const first = blueGreen.split('\n').filter(line => !/n7\.handle.*Blue"/.test(line));
	const fewer = after(followed, saved(first.join('\n')));
	t.deepEqual(said(fewer), ['route 1', undefined, 'the file was read again: route 4 is route 1 now']);
	const other = after(followed, saved(blueGreen.replace('"Green"]', '"To Green"]')));
	t.deepEqual(said(other), [
		'',
		undefined,
		'the file was read again: route 4 is not possible in it, and was left',
	]);
	t.true(other.notice?.urgent);
	// What was left before is not taken up.
	const left = after(followed, {type: 'choose', number: 1});
	t.deepEqual(said(after(left, saved(`${blueGreen}\n`))), ['', undefined, 'the file was read again']);
});

test('the way to an outcome is looked for again in a changed file', t => {
	const steered = after(sessionOf(blueGreen), {type: 'steer', outcome: 'rollback'}, on);
	t.is(guideWords(steered), 'the way to rollback');
	const same = after(steered, saved(`${blueGreen}\n`));
	t.deepEqual([guideWords(same), same.picked], ['the way to rollback', steered.picked]);
	let ended = steered;
	while (ended.run.state !== 'ended') ended = after(ended, {type: 'advance'});
	t.is(after(ended, saved(`${blueGreen}\n`)).notice?.text, 'the file was read again');
	const never = after(steered, saved(blueGreen.replaceAll(/Rollback|Rolled back|Revert/gi, 'On')));
	t.regex(never.notice?.text ?? '', /the way to rollback is not possible in it, and was left$/);
});

test('what was undone, and what was before a new beginning, come back in a changed file too', t => {
	const changed = saved(text.replace('"Look"', '"Look again"'));
	const [back, forward, restart] = (['back', 'forward', 'restart'] as const).map((type): Action => ({type}));
	if (!back || !forward || !restart) throw new Error('no action');
	const start = sessionOf(text);
	const walks: [undone: Action[], again: Action[]][] = [
		[
			[on, second, back, back],
			[forward, forward],
		],
		[
			[on, second, restart, on],
			[back, back, back],
		],
		[
			[on, second, restart, restart, back],
			[forward, back, back],
		],
		[[on, second, restart, back], [forward]],
		[
			[on, back, restart, back, back],
			[forward, forward, forward],
		],
	];
	for (const [undone, again] of walks) {
		const way = trace(after(start, ...undone, ...again).run);
		t.is(recorded(t, start, ...undone, changed, ...again), way);
		t.is(recorded(t, start, ...undone, changed, saved(text), ...again), way);
	}
	// What cannot be done any more is left out.
	const other = saved(text.replaceAll('"No"', '"Never"'));
	t.is(after(start, on, second, back, other, forward).notice?.text, 'nothing was undone');
	const anew = after(start, on, second, restart, on, other);
	t.is(anew.notice?.text, 'the file was read again');
	t.is(recorded(t, start, on, second, restart, on, other, back, back, back), '1@n1');
});

test('a decision before a new beginning is told at its time, though the file was changed since', t => {
	const walk: Action[] = [on, second, {type: 'restart'}, on];
	const back: Action[] = walk.map(() => ({type: 'back'}));
	const decisions = (...actions: Action[]) => {
		const {events, replayed} = recordOf(t, sessionOf(text), ...actions);
		return accountOf(replayed.diagram, events, replayed.outcomes, replayed).decisions;
	};
	const [plain, changed] = [
		decisions(...walk, ...back.slice(1)),
		decisions(...walk, saved(`${text}// a word\n`), saved(`${text}// words\n`), ...back.slice(1)),
	];
	t.is(plain?.length, 1);
	t.deepEqual(changed, plain);
});
