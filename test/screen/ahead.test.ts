import test from 'ava';
import {aheadRows} from '../../source/screen/ahead.js';
import {outcomeRow} from '../../source/screen/header.js';
import {outcomesIn} from '../../source/screen/outcomes.js';
import {sideRows} from '../../source/screen/side.js';
import {barRows, panelRows} from '../../source/screen/ways.js';
import {newDrill} from '../../source/session/drill.js';
import {interpret} from '../../source/session/interpret.js';
import {countWords} from '../../source/session/prospects.js';
import {reduce} from '../../source/session/reduce.js';
import type {Session} from '../../source/session/session.js';
import {arrangementOf, viewOf} from '../../source/session/view.js';
import {followed} from '../../source/session/walk.js';
import {width} from '../../source/text.js';
import {decided, sessionOf} from '../helpers/session.js';

/** A start, a step that splits into `count` jobs, and an end that joins them. */
function fan(count: number, rows: number): Session {
	const jobs = Array.from({length: count}, (_, i) => i + 3);
	const text = [
		'T { # Fan',
		'n1: circle label:"Start"',
		'n2: rectangle label:"Split"',
		'n999: circle label:"End"',
		...jobs.map(i => `n${i}: rectangle label:"Job ${i - 2}"`),
		'n1.handle(right) -> n2.handle(left)',
		...jobs.flatMap(i => [
			`n2.handle(right) -> n${i}.handle(left)`,
			`n${i}.handle(right) -> n999.handle(left)`,
		]),
		'}',
	].join('\n');
	return sessionOf(text, {source: {name: 'fan.fz', text}, size: {columns: 80, rows}});
}

const words = (session: Session) =>
	aheadRows(session, 80, arrangementOf(session).below, 'bar').map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);

test('all ways that are taken at once are listed, or how many there is no room for', t => {
	const few = words(reduce(fan(3, 24), {type: 'advance'}));
	t.true(few[0]?.includes('NEXT · all at once'));
	t.deepEqual(few.slice(1, 4), ['  → Job 1', '  → Job 2', '  → Job 3']);
	const many = words(reduce(fan(40, 24), {type: 'advance'}));
	t.is(many[1], '  → Job 1');
	t.regex(many.at(-1) ?? '', /^ {2}… \d+ more$/);
	t.is(many.length - 2 + Number(many.at(-1)?.match(/\d+/)?.[0]), 40);
	t.false(words(fan(3, 24))[0]?.includes('all at once'));
});

test('the first view shows the token, however high the drawing', t => {
	const session = followed(fan(60, 24));
	const box = session.drawing.boxes.get('n1');
	const {y} = session.camera;
	t.true(box !== undefined && box.y >= y && box.y + box.height <= y + viewOf(session).height);
});

test('who decides is told whole, however long the question', t => {
	const text = `L { # Lane
n1: circle label:"Start"
n2: diamond label:"Roll back the release or fix it forward?"
n3: circle label:"Success"
n4: circle label:"Rollback"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="Forward"]
n2.handle(bottom) -> n4.handle(left) [label="Back"]
}`;
	const drill = {...newDrill, people: [{name: 'Ana', lane: 'L'}], expected: 'success'};
	const session = reduce(sessionOf(text, {drill}), {type: 'run on'});
	for (const form of ['panel', 'bar'] as const)
		for (const columns of [32, 50, 80]) {
			const rows = aheadRows(session, columns, 9, form).map(row =>
				row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
			);
			t.true(
				rows.slice(0, 2).some(row => row.slice(0, columns).includes('Ana decides')),
				rows.join('\n'),
			);
			t.true(rows.some(row => row.includes('1 Forward')));
		}
});

/** A decision among `count` branches with long names. */
function choice(count: number, columns: number, rows: number): Session {
	const all = Array.from({length: count}, (_, at) => at + 1);
	const text = [
		'L { # Lane',
		'n1: diamond label:"Which region?"',
		...all.map(at => `m${at}: circle label:"Failed over to the standby of region ${at}"`),
		...all.map(at => `n1.handle(right) -> m${at}.handle(left) [label="Region ${at}, lag over ten seconds"]`),
		'}',
	].join('\n');
	return sessionOf(text, {source: {name: 'choice.fz', text}, size: {columns, rows}});
}

const listed = (session: Session) =>
	aheadRows(session, session.size.columns, arrangementOf(session).below, 'bar').map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);

test('the name of a branch has the columns that there are', t => {
	const [, first = ''] = listed(choice(2, 120, 24));
	t.true(first.includes('1 Region 1, lag over ten seconds → Failed over to the standby of region 1'));
	for (const columns of [60, 80]) {
		const [, row = ''] = listed(choice(2, columns, 24));
		t.true(row.length <= columns, row);
		t.regex(row, / 1 Region 1, lag.* → Failed.*1 *$/);
		t.true(row.trimEnd().length > columns - 4 || row.includes('ten seconds → Failed over to'), row);
	}
});

/** A decision: behind the first branch lie four outcomes, behind the other one. */
function outcomesBehind(columns: number, rows = 24): Session {
	const names = ['Success', 'Rolled back', 'Rejected', 'Failed'];
	const text = [
		'L { # Lane',
		'n1: diamond label:"Token valid?"',
		'n2: diamond label:"Count request against quota"',
		...names.map((name, at) => `e${at}: circle label:"${name}"`),
		'n1.handle(right) -> n2.handle(left) [label="Yes"]',
		'n1.handle(bottom) -> e2.handle(left) [label="Invalid"]',
		...names.map((name, at) => `n2.handle(right) -> e${at}.handle(left) [label="${name}"]`),
		'}',
	].join('\n');
	return sessionOf(text, {size: {columns, rows}});
}

test('a branch names the outcomes behind it for as long as there are columns, whatever the other branches need', t => {
	const all = ['success 1', 'rollback 1', 'rejected 1', 'failure 1'];
	let least = 0;
	for (let columns = 40; columns <= 140; columns += 1) {
		const rows = listed(outcomesBehind(columns));
		for (const row of rows) t.true(width(row) <= columns, row);
		const [, first = '', second = ''] = rows;
		if (columns >= 60) t.regex(second, /rejected/);
		t.is(/rejected 1/.test(second), /success 1 · rollback 1 · rejected 1 · failure 1/.test(first), first);
		const named = all.filter(one => first.includes(one.split(' ')[0] ?? '')).length;
		t.true(named >= least, `${columns}: ${first}`);
		least = named;
	}
	t.is(least, all.length);
	t.regex(listed(outcomesBehind(75))[1] ?? '', /· \d more/);
});

test('the same outcomes look the same behind each branch, and what nobody hopes for is left out last', t => {
	const text = [
		'L { # Lane',
		'n1: diamond label:"Which?"',
		'n2: diamond label:"A longer name, deployed to Green"',
		'n3: diamond label:"Blue"',
		'e1: circle label:"Success"',
		'e2: circle label:"Escalated"',
		'e3: circle label:"Rolled back"',
		...['n2', 'n3'].flatMap(node => [
			`n1.handle(right) -> ${node}.handle(left) [label="To ${node}"]`,
			...[1, 2, 3].map(end => `${node}.handle(right) -> e${end}.handle(left) [label="Way ${end}"]`),
		]),
		'}',
	].join('\n');
	const forms = new Set<string>();
	for (let columns = 45; columns <= 100; columns += 1) {
		const session = sessionOf(text, {size: {columns, rows: 24}});
		const [one = '', other = ''] = listed(session)
			.slice(1)
			.map(row => / {3}(\S.*)$/.exec(row.slice(6))?.[1]);
		t.is(one, other);
		if (one !== '' && !one.includes('outcomes')) t.regex(one, /rollback/);
		forms.add(one);
	}
	t.true(
		forms.has('rollback · 2 more') && forms.has('success 1 · escalated 1 · rollback 1'),
		[...forms].join('\n'),
	);
	t.true(forms.has('3 outcomes'));
});

test('what lies behind a branch is said in the narrowest window that has a drawing, however long the names', t => {
	for (const count of [9, 14]) {
		const rows = listed(choice(count, 40, 10)).slice(1, 3);
		t.is(rows.length, 2);
		for (const row of rows) t.regex(row, /^ +\d+ Region \d.* {3}degraded/);
	}
});

test('the outcomes of all branches have their numbers, or none has', t => {
	const text = [
		'L { # Lane',
		'n1: diamond label:"Which?"',
		'e1: circle label:"Escalated"',
		'e2: circle label:"Done"',
		'n1.handle(right) -> e1.handle(left) [label="A branch of a long name"]',
		'n1.handle(bottom) -> e2.handle(left) [label="Another one of them all"]',
		'}',
	].join('\n');
	const forms = new Set<string>();
	for (let columns = 40; columns <= 100; columns += 1) {
		const [one = '', other = ''] = listed(sessionOf(text, {size: {columns, rows: 24}})).slice(1);
		t.is(/escalated 1/.test(one), /success 1/.test(other), `${one}\n${other}`);
		forms.add(/escalated(?: 1)?/.exec(one)?.[0] ?? '');
	}
	t.true(forms.has('escalated') && forms.has('escalated 1'), [...forms].join());
});

test('the header has all that is possible, or a count: a part of it would be taken for what the run comes to', t => {
	const header = (columns: number, session: Session) =>
		outcomeRow(session, columns)
			.map(piece => (typeof piece === 'string' ? piece : piece[1]))
			.join('');
	const small = outcomesBehind(80);
	for (const [columns, said] of [
		[64, 'outcome: OPEN (success 1 · rollback 1 · rejected 2 · failure 1) '],
		[63, 'outcome: OPEN (success · rollback · rejected · failure) '],
		[50, 'OPEN (success · rollback · rejected · failure) '],
		[40, 'outcome: OPEN (4 outcomes, o tells) '],
		[30, 'outcome: OPEN (4 outcomes) '],
		[20, 'outcome: OPEN'],
	] as const)
		t.is(header(columns, small), said);
	t.is(header(40, outcomesBehind(100, 30)), 'outcome: OPEN (4 outcomes) ');
});

test('what people named themselves is left out before what is known to be bad', t => {
	const shown = (columns: number, ...names: string[]) =>
		outcomesIn({outcomes: names.map(outcome => ({outcome, count: '1'}))}, columns)
			.map(piece => (typeof piece === 'string' ? piece : piece[1]))
			.join('');
	t.is(shown(30, 'success', 'degraded', 'ticket written'), 'degraded · 2 more');
	t.is(shown(30, 'success', 'rollback', 'ticket written'), 'rollback · 2 more');
	t.is(shown(34, 'success', 'rollback', 'ticket written'), 'rollback · ticket written · 1 more');
	t.is(shown(17, 'success', 'rollback', 'failure'), 'failure · 2 more');
	t.is(shown(12, 'success', 'rollback', 'failure'), '3 outcomes');
	t.is(shown(12, 'success', 'rollback'), '2 outcomes');
	t.is(shown(12, 'handed to the second line'), 'handed to t…');
	t.is(shown(5, 'handed to the second line'), '');
	t.is(shown(9, 'success', 'rollback', 'failure'), '');
});

test('how far it is to the end is told whole, in two rows where one is too narrow', t => {
	const prospects = {outcomes: [{outcome: 'success', count: '1'}], steps: 204, decisions: 52};
	const way = {number: 1, label: 'Yes', target: 'On', picked: false, prospects};
	const rows = panelRows([way], 32, 30).map(({row}) =>
		row
			.map(piece => (typeof piece === 'string' ? piece : piece[1]))
			.join('')
			.trim(),
	);
	t.is(rows.slice(2).join(' '), '204 steps, 52 decisions or more');
	t.true(rows.every(row => width(row) <= 28));
});

test('how far it is to the end is told in short where a row has no room for all of it, of each way alike', t => {
	const ahead = (columns: number) => {
		const ways = ['Yes', 'No'].map((label, at) => ({
			number: at + 1,
			label,
			target: 'Deploy',
			picked: false,
			prospects: {outcomes: [{outcome: 'success', count: '1'}], steps: 9 - at, decisions: 1 - at},
		}));
		return barRows(ways, columns, 2).map(({row}) =>
			row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
		);
	};
	for (const [columns, first, second] of [
		[80, '9 steps, 1 decision or more', '8 steps'],
		[60, '9 steps, 1 decision or more', '8 steps'],
		[56, '≥ 9 steps, 1 decision', '8 steps'],
		[45, '≥ 9 steps', '8 steps'],
		[34, '', ''],
	] as const) {
		const rows = ahead(columns);
		for (const row of rows) t.true(width(row) <= columns, row);
		t.deepEqual(
			rows.map(row => / success 1 *(.*)$/.exec(row)?.[1]),
			[first, second],
			rows.join('\n'),
		);
	}
});

test('a count stays short, in words', t => {
	const counts = [7, 999_999, 3_200_000, 32_100_000_000n, 320_000_000_000_000n, 10n ** 21n];
	t.deepEqual(
		counts.map(count => countWords(count, true)),
		['7', '999,999', '3.2 million', '32 billion', '320 trillion', 'countless'],
	);
	t.is(countWords(12, false), '≥ 12');
	t.is(countWords(10n ** 15n, false), 'countless');
});

test('a count is rounded, a bound only down', t => {
	const counts = [8_877_890_304, 1_000_000, 9_960_000, 32_600_000, 999_499_999n, 999_500_000n];
	t.deepEqual(
		counts.map(count => countWords(count, true)),
		['8.9 billion', '1 million', '10 million', '33 million', '999 million', '1 billion'],
	);
	t.deepEqual(
		counts.map(count => countWords(count, false)),
		['≥ 8.8 billion', '≥ 1 million', '≥ 9.9 million', '≥ 32 million', '≥ 999 million', '≥ 999 million'],
	);
});

test('where there are rows enough, what a row cannot hold stands in several', t => {
	const rows = aheadRows(outcomesBehind(80), 80, 9, 'bar').map(row =>
		row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
	);
	t.is(rows[1]?.trim(), '1 Yes → Count request against quota');
	t.is(rows[2]?.trim(), 'success 1 · rollback 1 · rejected 1 · failure 1');
	t.is(rows[3]?.trim(), '2 steps, 1 decision or more');
	t.is(rows.at(-1)?.trim(), '1 step');
});

test('a long name leaves room to say that something lies behind it', t => {
	for (const columns of [60, 80, 100])
		for (const row of listed(choice(2, columns, 24)).slice(1, 3)) t.regex(row, / {3}degraded 1/);
});

test('branches that find no row are counted, and the picked one is always there', t => {
	const rows = listed(choice(14, 60, 16));
	t.is(rows.at(-1), `  … ${14 - (rows.length - 2)} more`);
	const last = reduce(choice(14, 60, 16), {type: 'pick', by: -1});
	t.true(listed(last).some(row => row.startsWith('► 14 Region 14')));
});

test('branches that find no row are counted on the side where they are', t => {
	let session = choice(14, 60, 16);
	const number = (row: string) => Number(/^[► ] +(\d+) Region/.exec(row)?.[1]);
	for (let picked = 1; picked <= 14; picked += 1) {
		session = reduce(session, {type: 'pick', by: 1});
		for (let rows = 3; rows <= 14; rows += 1) {
			const list = aheadRows(session, 60, rows + 1, 'bar')
				.slice(1)
				.map(row => row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''));
			const [first = 0, ...others] = list.map(number).filter(Boolean);
			const last = others.at(-1) ?? first;
			t.true(first <= picked && picked <= last && list.length === rows, list.join('\n'));
			t.is(list[0] === `  … ${first - 1} above`, first > 1);
			t.is(list.at(-1) === `  … ${14 - last} more`, last < 14);
		}
	}
});

test('among more branches than there are digits a digit begins a number', t => {
	const session = choice(14, 80, 24);
	t.deepEqual(interpret(session, '1'), [
		{type: 'open', panel: 'branch'},
		{type: 'type', text: '1'},
	]);
	t.deepEqual(interpret(choice(9, 80, 24), '1'), [{type: 'choose', number: 1}]);
	const beside = reduce(session, {type: 'open', panel: 'details'});
	t.deepEqual(interpret(beside, '1'), interpret(session, '1'));
});

test('an inject stands before what lies ahead until the token moves', t => {
	const news =
		'The dashboard of error rates is down, and so is the pager; nobody from the network team answers';
	const told = [{type: 'open', panel: 'inject'}, {type: 'type', text: news}, {type: 'submit'}] as const;
	const session = told.reduce(reduce, fan(3, 24));
	const rows = words(session);
	t.is(`${rows[0]} ${rows[1]}`, `INJECT: ${news}`);
	t.regex(rows[2] ?? '', /NEXT/);
	t.regex(words(reduce(session, {type: 'advance'}))[0] ?? '', /NEXT/);
});

test('the last decisions stand whole at the end of a run', t => {
	for (const [columns, rows] of [
		[60, 16],
		[80, 24],
	] as const) {
		const list = listed(decided(40, columns, rows));
		t.true(list.at(-1)?.endsWith('Is check number 40 passed? Yes 40'), list.join('\n'));
		t.true(list.some(row => row.startsWith('  … · ')));
	}
});

test('all decisions stand at the end of a run where there is room for them', t => {
	for (const [count, columns, rows] of [
		[5, 60, 16],
		[12, 80, 24],
		[3, 45, 12],
	] as const) {
		const text = listed(decided(count, columns, rows))
			.join(' ')
			.replaceAll(/ +/g, ' ');
		for (let at = 1; at <= count; at += 1)
			t.true(text.includes(`check number ${at} passed? Yes ${at}`), text);
		t.regex(text, /after 00:00:00, \d+\/\d+ nodes, \d+\/\d+ edges /);
	}
	const panel = aheadRows(decided(12, 120, 40), 41, 37, 'panel').map(row => row.flat().join(''));
	t.deepEqual(
		panel.slice(-12),
		Array.from({length: 12}, (_, at) => `  Is check number ${at + 1} passed? Yes ${at + 1}`),
	);
});

test('many decisions at the end of a run leave the panel at the right a trail, and their last ones are whole', t => {
	for (const [columns, rows] of [
		[100, 30],
		[120, 40],
	] as const) {
		const list = sideRows(decided(40, columns, rows), 32, rows - 3).map(row =>
			row
				.slice(2)
				.map(piece => (typeof piece === 'string' ? piece : piece[1]))
				.join(''),
		);
		const text = list.join('\n');
		const trail = list.findIndex(row => row.includes('TRAIL'));
		t.true(trail > 10, text);
		t.true(list.slice(trail).filter(row => /►? *\d+ [◆○]/.test(row)).length >= 3, text);
		t.true(
			list.slice(trail).some(row => row.includes('►41 ')),
			text,
		);
		const end = list.slice(0, trail).join(' ').replaceAll(/ +/g, ' ');
		t.regex(end, /number 40 passed\? Yes 40/, text);
	}
});

test('the one decision of a run stands at its end however long it is, its question cut where there is no room', t => {
	const question = Array.from({length: 30}, (_, at) => `word${at}`).join(' ');
	const text = `L { # Lane
n1: diamond label:"${question}?"
n2: circle label:"Success"
n3: circle label:"Rollback"
n1.handle(right) -> n2.handle(left) [label="Yes"]
n1.handle(bottom) -> n3.handle(left) [label="No"]
}`;
	const ended = (rows: number) =>
		reduce(sessionOf(text, {size: {columns: 60, rows}}), {type: 'choose', number: 1});
	t.regex(listed(ended(16)).join(' ').replaceAll(/ +/g, ' '), /word0 .* word29\? Yes$/);
	t.regex(listed(ended(12)).join('\n'), /^ {2}word0 word1.*… Yes$/m);
});

/** A decision whose two branches begin alike. */
function alike(columns: number, rows: number): Session {
	const text = [
		'L { # Lane',
		'n1: diamond label:"Is it agreed?"',
		'n2: circle label:"Success"',
		'n3: circle label:"Rollback"',
		'n1.handle(right) -> n2.handle(left) [label="Yes it is and everyone agreed on it in the meeting of yesterday in London"]',
		'n1.handle(bottom) -> n3.handle(left) [label="Yes it is and everyone agreed on not doing it, in the meeting of yesterday"]',
		'}',
	].join('\n');
	return sessionOf(text, {size: {columns, rows}});
}

test('branches that begin alike can be told apart, whole where rows are free', t => {
	for (const [columns, rows, form] of [
		[40, 3, 'bar'],
		[60, 3, 'bar'],
		[80, 3, 'bar'],
		[32, 6, 'panel'],
		[30, 3, 'panel'],
	] as const) {
		const list = aheadRows(alike(120, 40), columns, rows, form).map(row => row.flat().join(' '));
		const [yes = '', no = ''] = list.filter(row => row.includes('Yes'));
		t.not(yes.replace(/\d/, ''), no.replace(/\d/, ''), `${columns}\n${list.join('\n')}`);
		t.regex(list.join('\n'), /not d/, `${columns}`);
	}
	for (const [columns, rows, form] of [
		[32, 20, 'panel'],
		[38, 16, 'panel'],
		[80, 7, 'bar'],
	] as const) {
		const text = aheadRows(alike(120, 40), columns, rows, form)
			.map(row =>
				row
					.map(piece => (typeof piece === 'string' ? piece : piece[1]))
					.join('')
					.trim(),
			)
			.join(' ');
		t.regex(text, /1 Yes it is and everyone agreed on it in the meeting of yesterday in London → Success/);
		t.regex(text, /2 Yes it is and everyone agreed on not doing it, in the meeting of yesterday → Rollback/);
		t.regex(text, /rollback 1/);
	}
});

test('names come before counts', t => {
	const rows = (columns: number) =>
		aheadRows(choice(2, 120, 40), columns, 3, 'bar').map(row =>
			row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
		);
	t.regex(rows(24)[1] ?? '', /^ {2}1 Region 1… → Failed…1$/);
	t.false(rows(24).some(row => row.includes('outcome')));
	t.false(rows(60).some(row => row.includes('outcome')));
	t.true(rows(100)[1]?.includes('1 Region 1, lag over ten seconds → Failed over to the standby of region 1'));
	t.regex(rows(100)[1] ?? '', /region 1 {3}\S/);
});

test('in a panel each branch says what lies behind it, however many there are and however long their names', t => {
	for (const count of [2, 5, 8, 12, 16, 22])
		for (const columns of [32, 34, 60]) {
			const session = choice(count, 120, 40);
			const rows = aheadRows(session, columns, 36, 'panel').map(row =>
				row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
			);
			t.is(rows.filter(row => /degraded/.test(row)).length, count, rows.join('\n'));
			for (const row of rows) t.true(width(row) <= columns, row);
		}
	const twelve = aheadRows(choice(12, 120, 40), 32, 36, 'panel')
		.flat(2)
		.join(' ');
	t.regex(twelve, /→ Failed/);
});

test('a high panel has the question whole', t => {
	const text = `L { # Lane
n1: diamond label:"Which of the many regions do we fail over to first?"
n2: circle label:"Success"
n3: circle label:"Rollback"
n1.handle(right) -> n2.handle(left) [label="One"]
n1.handle(bottom) -> n3.handle(left) [label="Two"]
}`;
	const session = sessionOf(text, {size: {columns: 120, rows: 40}});
	const said = (rows: number) =>
		aheadRows(session, 32, rows, 'panel').map(row =>
			row.map(piece => (typeof piece === 'string' ? piece : piece[1])).join(''),
		);
	t.deepEqual(said(36).slice(0, 3), [
		'CHOOSE · Which of the many',
		'  regions do we fail over to',
		'  first?',
	]);
	t.regex(said(6)[1] ?? '', /1 One/);
});
