import fs from 'node:fs';
import {join} from 'node:path';
import xterm from '@xterm/headless';
import test, {type ExecutionContext} from 'ava';
import {JSDOM} from 'jsdom';
import {marked} from 'marked';
import {read} from '../../source/diagram/read.js';
import {accountOf} from '../../source/drill/account.js';
import {castOf} from '../../source/drill/formats/cast.js';
import {replay} from '../../source/drill/replay.js';
import type {Run} from '../../source/run/run.js';
import {jump} from '../../source/run/steer.js';
import {back} from '../../source/run/undo.js';
import {widest} from '../../source/text.js';
import {carryOut, shown, words} from '../helpers/command.js';
import {eventsOf, factsOfDrill, recordText} from '../helpers/drill.js';
import {folder} from '../helpers/folder.js';
import {kept} from '../helpers/golden.js';
import {pipe} from '../helpers/pipe.js';
import {playerOf} from '../helpers/player.js';
import {answering} from '../helpers/trace.js';

/** The run undone to its last decision. */
function backToDecision(run: Run): Run {
	let now = back(run);
	while (now.state !== 'choosing') now = back(now);
	return now;
}

/** A drill with something of everything. */
const drill = recordText(
	factsOfDrill(
		'samples/blue-green.fz',
		[
			run => answering(run),
			{type: 'note', text: 'dashboards are *green*', by: 'Ana', node: 'n7'},
			run => answering(run, 'Blue'),
			{type: 'pause'},
			{type: 'resume'},
			run => answering(run, 'Yes'),
			run => answering(run, 'Yes'),
			run => backToDecision(run),
			{type: 'inject', text: 'The load balancer is slow', node: 'n17'},
			run => answering(run, 'No'),
			run => jump(run, 'n14'),
			{type: 'note', text: 'What if the target group\nhad been *empty*?', by: 'Cleo', node: 'n14'},
			run => answering(run, 'No'),
			{type: 'action', text: 'Write down who calls the network team', node: 'n20'},
			{type: 'action', text: 'Alert on slow drains', owner: 'Ben', due: '2026-02-01', node: 'n20'},
			{type: 'close'},
		],
		{
			people: [
				{name: 'Ana', lane: 'Load Balancer'},
				{name: 'Ben', lane: ''},
				{name: 'Cleo', lane: ''},
			],
			expected: 'success',
			decided: {by: 'Ana', why: 'error rate over 2 % | still rising'},
		},
	),
);

/** What a report of `drill` is in a format. */
async function reported(t: ExecutionContext, format: string, ...more: string[]): Promise<string> {
	const path = join(folder(t), 'drill.jsonl');
	fs.writeFileSync(path, drill);
	const {exit, out, err} = await carryOut(['report', path, '--format', format, ...more]);
	t.is(err, '');
	t.is(exit, 0);
	return out;
}

const lightShape = /[┏┓┗┛━┃]/;

for (const format of ['markdown', 'json'])
	test(`report: ${format}`, async t => {
		const out = await reported(t, format);
		// The drawing is another room's; here it matters that it is there, with the way taken standing out.
		if (format === 'markdown') t.regex(/```text\n([^`]*)```/.exec(out)?.[1] ?? '', lightShape);
		const text = out.replace(/```text\n[^`]*```/, '(drawing)');
		t.is(text, kept(`test/commands/report/${format}.txt`, text));
	});

test('the drawing of a report fits a page, or as many columns as it is given', async t => {
	const drawingIn = async (...more: string[]) =>
		/```text\n([^`]*)```/.exec(await reported(t, 'markdown', ...more))?.[1] ?? '';
	const widthOf = (text: string) => widest(text.split('\n'));
	const page = await drawingIn();
	t.true(widthOf(page) <= 120 && page.includes('Rollback'), page);
	t.true(widthOf(await drawingIn('--width', '400')) > 120);
	const narrow = await drawingIn('--width', '50');
	t.true(widthOf(narrow) <= 50, narrow);
	t.regex(narrow, lightShape);
	t.regex(narrow, /^ {2}n13 {2}Rollback deployment/m);
	t.is((await carryOut(['report', 'x.jsonl', '--width', 'wide'])).exit, 2);
	for (const [line, told] of [
		['--width 80 --format json', '--width is for --format markdown; not for json'],
		['--width 80 --format cast', '--width is for --format markdown; not for cast'],
		['--size 80x24', '--size is for --format cast; not for markdown'],
	] as const) {
		const {exit, err} = await carryOut(words(`report x.jsonl ${line}`));
		t.is(exit, 2);
		t.true(err.startsWith(`flowzap-tui: ${told}\n`), err);
	}
});

test('the JSON of several records is an array, of one that can be read too', async t => {
	const home = folder(t);
	const [one, other] = [join(home, 'a.jsonl'), join(home, 'b.jsonl')];
	for (const path of [one, other]) fs.writeFileSync(path, drill);
	const reports = async (...paths: string[]) =>
		JSON.parse((await carryOut(['report', ...paths, '--format', 'json'])).out);
	const alone = await reports(one);
	t.deepEqual(await reports(one, other), [alone, alone]);
	t.deepEqual(await reports(one, join(home, 'gone.jsonl')), [alone]);
	t.deepEqual(await reports(join(home, 'gone.jsonl'), join(home, 'away.jsonl')), []);
});

test('of several records each is drawn as it is, be it of the same diagram or of another', async t => {
	const home = folder(t);
	const reports = async (...paths: string[]) => (await carryOut(['report', ...paths])).out;
	const other = recordText(factsOfDrill('samples/saga.fz', [run => answering(run), {type: 'close'}]));
	const paths = [drill, other, drill].map((text, index) => {
		const path = join(home, `${index}.jsonl`);
		fs.writeFileSync(path, text);
		return path;
	});
	const alone = await Promise.all(paths.map(path => reports(path)));
	t.regex(alone[1] ?? '', /```text/);
	t.is(await reports(...paths), alone.join(''));
});

/** The tables of a report as a forge makes them: the cells of each row. */
function tablesOf(markdown: string): string[][][] {
	const {document} = new JSDOM(marked.parse(markdown, {gfm: true, async: false})).window;
	return Array.from(document.querySelectorAll('table'), table =>
		Array.from(table.rows, row => Array.from(row.cells, cell => cell.textContent ?? '')),
	);
}

test('the report is Markdown that a forge shows as it is meant', async t => {
	const out = await reported(t, 'markdown');
	const [decisions = [], timeline = []] = tablesOf(out);
	t.deepEqual(decisions[1], [
		'00:03:30',
		'Current active? (n7)',
		'Blue',
		'Ana',
		'error rate over 2 % | still rising',
	]);
	for (const row of decisions) t.is(row.length, 5);
	for (const row of timeline) t.is(row.length, 4);
	const {document} = new JSDOM(marked.parse(out, {gfm: true, async: false})).window;
	t.is(document.querySelectorAll('input[type=checkbox]').length, 2);
	t.is(document.querySelectorAll('pre').length, 1);
	t.is(document.querySelectorAll('em, a, img').length, 0);
});

test('a report in ASCII has no other signs; the letters of the file and of people stay as they are', async t => {
	for (const format of ['markdown', 'cast']) {
		const out = await reported(t, format, '--ascii');
		t.regex(out, /Current active\? > Blue > Deploy to Green/);
		t.notRegex(out, /[^\x00-\x7f]/, format);
	}
	t.regex(await reported(t, 'markdown', '--ascii'), /; \* marks where it ended\./);
	t.is(await reported(t, 'json', '--ascii'), await reported(t, 'json'));
	const text =
		'a {\nn1: circle label:"Début → là"\nn2: circle label:"Fin"\nn1.handle(right) -> n2.handle(left)\n}\n';
	const home = folder(t);
	fs.writeFileSync(join(home, 'a.fz'), text);
	const path = join(home, 'a.jsonl');
	fs.writeFileSync(
		path,
		recordText(factsOfDrill(join(home, 'a.fz'), [run => answering(run), {type: 'close'}])),
	);
	t.regex((await carryOut(['report', path, '--ascii'])).out, /start at Début > là/);
});

/** The rows that a terminal of the cast's size shows when all of `outputs` went to it. */
async function shownBy({width: cols, height: rows}: {width: number; height: number}, outputs: string[]) {
	const terminal = new xterm.Terminal({cols, rows, allowProposedApi: true, scrollback: 100});
	for (const output of outputs) await new Promise<void>(resolve => terminal.write(output, resolve));
	const {active} = terminal.buffer;
	return {
		text: Array.from({length: rows}, (_, y) => active.getLine(y)?.translateToString(true) ?? ''),
		scrolled: active.baseY,
	};
}

/** What a screen of the film tells as the newest: its rows from the last that begins with a time to the prompt's. */
function newest(rows: readonly string[]): string {
	const from = rows.findLastIndex(row => /^T\+/.test(row));
	return rows
		.slice(from, -1)
		.map(row => row.trim())
		.join(' ');
}

const marks = [
	'Current active? ► Blue → Deploy to Green',
	'Tests passed? ► Yes → Switch load balancer',
	'Stable? ► Yes → Mark deployment complete',
	'Stable? ► No → Revert to old environment',
	'Stable? ► No → Revert to old environment',
];

for (const size of ['80x24', '120x40', '200x60'])
	test(`the cast keeps the rules of version 2 and fits a terminal of ${size}`, async t => {
		const out = await reported(t, 'cast', '--size', size);
		const [head, ...events] = out
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		const known = ['version', 'width', 'height', 'timestamp', 'idle_time_limit', 'title'];
		t.deepEqual(Object.keys(head), known);
		t.is(head.version, 2);
		t.is(`${head.width}x${head.height}`, size);
		t.true(Number.isInteger(head.timestamp) && head.idle_time_limit > 0);
		let before = 0;
		for (const event of events) {
			t.is(event.length, 3);
			t.true(event[0] >= before && ['o', 'm'].includes(event[1]) && typeof event[2] === 'string');
			before = event[0];
		}
		t.deepEqual(
			events.filter(([, type]) => type === 'm').map(([, , text]) => text),
			marks,
		);
		const outputs = events.filter(([, type]) => type === 'o').map(([, , text]) => text);
		const {timeline} = JSON.parse(await reported(t, 'json'));
		for (let count = 1; count <= outputs.length; count += 1) {
			const {text, scrolled} = await shownBy(head, outputs.slice(0, count));
			t.is(scrolled, 0);
			t.is(text.at(-1), '', 'the prompt has a row of its own');
			t.regex(text.at(-5) ?? '', new RegExp(`^─{${head.width}}$`));
			const {text: what, why, by} = timeline[Math.min(count, timeline.length) - 1];
			const told = `${what}${why && ` — ${why}`}${by && ` (${by})`}`.replace('\n', '␊');
			t.is(newest(text).replace(/^T\+[\d:]+ {2}/, ''), told, 'what was just said is told whole');
			if (count >= outputs.length - 1) t.regex(text.join('\n'), lightShape);
		}
	});

test('a film tells what was before in the rows that are left, and cuts what there are no rows for', async t => {
	/** What stands under the drawing at the first decision, which has a reason of so many words, or `later` than that. */
	const told = async (words: number, size: string, later = 0) => {
		const why = Array.from({length: words}, (_, i) => `reason${i}`).join(' ');
		const scenes = [(run: Run) => answering(run, 'Blue', 'Yes'), {type: 'close'}];
		const facts = factsOfDrill('samples/blue-green.fz', scenes, {decided: {by: 'Ana', why}});
		const path = join(folder(t), 'drill.jsonl');
		fs.writeFileSync(path, recordText(facts));
		const {out} = await carryOut(['report', path, '--format', 'cast', '--size', size]);
		const [head, ...events] = out
			.trimEnd()
			.split('\n')
			.map(line => JSON.parse(line));
		const at = events.findIndex(([, type]) => type === 'm');
		const outputs = events.slice(0, at + 1 + later).filter(([, type]) => type === 'o');
		const {text} = await shownBy(
			head,
			outputs.map(([, , output]) => output),
		);
		return text.slice(-4, -1);
	};
	t.deepEqual(await told(5, '80x24'), [
		'T+00:02:30  Current active?',
		'T+00:03:00  Current active? ► Blue → Deploy to Green — reason0 reason1 reason2',
		'            reason3 reason4 (Ana)',
	]);
	t.deepEqual(await told(5, '80x24', 1), [
		'T+00:03:00  Current active? ► Blue → Deploy to Green — reason0 reason1 reason2',
		'            reason3 reason4 (Ana)',
		'T+00:03:30  Run smoke tests',
	]);
	t.deepEqual(await told(5, '80x24', 2), [
		'T+00:03:00  Current active? ► Blue → Deploy to Green — reason0 reason1 reason2…',
		'T+00:03:30  Run smoke tests',
		'T+00:04:00  Tests passed?',
	]);
	t.deepEqual(await told(50, '80x24'), [
		'T+00:03:00  Current active? ► Blue → Deploy to Green — reason0 reason1 reason2',
		'            reason3 reason4 reason5 reason6 reason7 reason8 reason9 reason10',
		'            reason11 reason12 reason13 reason14 reason15 reason16 reason17…',
	]);
	t.deepEqual(await told(5, '10x10'), ['T+00:03:…', '         …', '         …']);
});

test('a film of much that was written down has no more than the rows that changed', async t => {
	const notes = Array.from({length: 300}, (_, index) => ({type: 'note', text: `note ${index}`}));
	const path = join(folder(t), 'drill.jsonl');
	fs.writeFileSync(path, recordText(factsOfDrill('samples/blue-green.fz', notes)));
	const {out} = await carryOut(['report', path, '--format', 'cast']);
	const [, first = '', ...frames] = out.trimEnd().split('\n');
	t.true(first.length > 1000);
	t.is(frames.length, 302);
	t.true(Math.max(...frames.map(frame => frame.length)) < 200);
});

test('a film is made as it is written, not before', t => {
	let drawn = 0;
	const drawings = (function* () {
		for (; ; drawn += 1) yield ['a row'];
	})();
	const facts = factsOfDrill('samples/blue-green.fz', [run => answering(run, 'Blue', 'Yes', 'No')]);
	const events = eventsOf(facts);
	const {diagram} = read(fs.readFileSync('samples/blue-green.fz', 'utf8'));
	const replayed = replay(diagram, events);
	const account = accountOf(diagram, events, replayed.outcomes, replayed);
	const lines = castOf(account, drawings, {columns: 80, rows: 24}, 'unicode');
	for (const line of ['head', 'first', 'second']) t.true(lines.next().done === false, line);
	t.is(drawn, 1);
	t.true([...lines].length > 10);
	t.is(drawn, account.timeline.length);
});

test('asciinema’s player reads the cast, and shows each decision at its marker', async t => {
	const out = await reported(t, 'cast');
	const film = await playerOf(out);
	t.deepEqual(
		film.markers.map(([, text]) => text),
		marks,
	);
	t.true(film.duration > (film.markers.at(-1)?.[0] ?? 0));
	for (const [index, mark] of marks.entries()) {
		const {text} = await shownBy({width: 80, height: 24}, await film.seek(index));
		t.regex(
			newest(text),
			new RegExp(`^T\\+[\\d:]+  ${mark.replaceAll(/[?.]/g, '\\$&')} — error rate.* \\(Ana\\)$`),
		);
	}
});

test('a record is begun in no folder that is not there', async t => {
	const home = folder(t);
	const path = join(home, 'dirlls', 'monday.jsonl');
	for (const line of [
		['run', 'samples/blue-green.fz', '--seed', '1'],
		['samples/blue-green.fz', '--plain'],
	])
		t.deepEqual(await carryOut([...line, '--record', path]), {
			exit: 4,
			out: '',
			err: `flowzap-tui: ${path} cannot be written: there is no folder ${join(home, 'dirlls')}\n`,
		});
	t.deepEqual(fs.readdirSync(home), []);
});

test('a replay is the transcript of the run, byte for byte', async t => {
	const home = folder(t);
	const lines = [
		['samples/blue-green.fz', '--choose', 'n7=Blue,n11=Yes,n18=No'],
		['samples/saga.fz', '--seed', '4'],
		['samples/api-gateway.fz', '--seed', '1'],
		['test/run/models/several-ends.fz', '--seed', '2', '--start', 'all'],
		['samples/api-gateway.fz', '--seed', '9', '--split', 'one', '--join', 'any', '--max-visits', '3'],
	];
	for (const [index, line] of lines.entries()) {
		const path = join(home, `${index}.jsonl`);
		const run = await carryOut(['run', ...line, '--record', path]);
		t.is(run.err, '');
		t.deepEqual(await carryOut(['replay', path]), run);
		t.deepEqual(await carryOut(['replay', path, line[0] ?? '']), run);
	}
});

test('a record is never written over', async t => {
	const path = join(folder(t), 'a.jsonl');
	fs.writeFileSync(path, 'mine');
	const run = ['run', 'samples/blue-green.fz', '--choose'];
	const refused = async () => {
		const {exit, out, err} = await carryOut([...run, 'n7=Blue', '--record', path]);
		t.is(exit, 4);
		t.is(out, '');
		return err;
	};
	t.regex(await refused(), /a\.jsonl is there already: name another file\n$/);
	t.is(fs.readFileSync(path, 'utf8'), 'mine');
	fs.rmSync(path);
	await carryOut([...run, 'n7=Blue', '--record', path]);
	t.regex(
		await refused(),
		/is there already: `flowzap-tui resume .*a\.jsonl` goes on with it; or name another/,
	);
	fs.rmSync(path);
	await carryOut([...run, 'n7=Blue,n11=No', '--record', path]);
	t.regex(await refused(), /is there already: name another file\n$/);
});

test('a record where a diagram belongs is told as one, and the order of both', async t => {
	const path = join(folder(t), 'drill.jsonl');
	await carryOut(['run', 'samples/blue-green.fz', '--seed', '1', '--record', path]);
	for (const line of [['coverage'], ['draw'], []]) {
		const {exit, err} = await carryOut([...line, path]);
		t.is(exit, 1);
		t.regex(
			err,
			/: this is the record of a drill, not FlowZap Code \[foreign-language\]\n {2}help: name the \.fz file/,
		);
	}
	const swapped = await carryOut(['replay', 'samples/blue-green.fz', path]);
	t.is(swapped.exit, 2);
	t.true(
		swapped.err.includes(`the record comes first: \`flowzap-tui replay ${path} samples/blue-green.fz\`\n`),
	);
	t.regex((await carryOut(['replay', path, path])).err, /one record at a time; not /);
});

test('a replay against a file that was changed beside the way ends with 0, and says that it was', async t => {
	const home = folder(t);
	const [path, file] = [join(home, 'a.jsonl'), join(home, 'b.fz')];
	const run = await carryOut([
		'run',
		'samples/blue-green.fz',
		'--choose',
		'n7=Blue,n11=No',
		'--record',
		path,
	]);
	const text = fs.readFileSync('samples/blue-green.fz', 'utf8');
	fs.writeFileSync(file, text.replaceAll('Mark deployment complete', 'Tell everybody'));
	t.deepEqual(await carryOut(['replay', path, file]), {
		...run,
		exit: 0,
		err: `flowzap-tui: ${path}: the diagram was changed since (${file}); the way that was walked still stands\n`,
	});
});

test('a replay against a changed file tells the first difference and ends with 3', async t => {
	const home = folder(t);
	const [path, file] = [join(home, 'a.jsonl'), join(home, 'b.fz')];
	await carryOut(['run', 'samples/blue-green.fz', '--choose', 'n7=Blue,n11=No', '--record', path]);
	fs.writeFileSync(
		file,
		fs.readFileSync('samples/blue-green.fz', 'utf8').replaceAll('label="Blue"', 'label="Azure"'),
	);
	const {exit, out, err} = await carryOut(['replay', path, file]);
	t.is(exit, 3);
	t.regex(
		out,
		/Current active\? .*\nstopped: step 5, Current active\?: there is no choice “Blue” now; there are:\n .*\noutcome: OPEN\n$/,
	);
	t.regex(err, /: the diagram was changed since \(\S+b\.fz\)$/m);
	t.regex(err, /:7: step 5, Current active\?: there is no choice “Blue” now; there are: “Azure”, “Green”/);
});

test('a replay that comes to another outcome than was recorded says so and ends with 3', async t => {
	const home = folder(t);
	const [path, file] = [join(home, 'a.jsonl'), join(home, 'b.fz')];
	await carryOut(['run', 'samples/blue-green.fz', '--choose', 'n7=Blue,n11=No', '--record', path]);
	const text = fs.readFileSync('samples/blue-green.fz', 'utf8');
	fs.writeFileSync(
		file,
		text.replace('Rollback deployment', 'Confirm deployment').replace('label="Failed"', 'label="Success"'),
	);
	const {exit, out, err} = await carryOut(['replay', path, file]);
	t.is(exit, 3);
	t.regex(out, /^outcome: SUCCESS/m);
	t.regex(err, /still stands\n.*a\.jsonl:13: recorded rollback, now success\n$/);
	// Where the process goes on now, the recorded end is none.
	const longer = text.replace(
		'n5: circle',
		'n55: circle label:"Later"\nn5.handle(right) -> n55.handle(left)\nn5: circle',
	);
	fs.writeFileSync(file, longer);
	const on = await carryOut(['replay', path, file]);
	t.is(on.exit, 3);
	t.regex(on.err, /recorded rollback, now open\n$/);
	// What the record holds may come to something else too, as where its words are read otherwise since.
	const claimed = join(home, 'c.jsonl');
	const facts = factsOfDrill('samples/blue-green.fz', [run => answering(run, 'Blue', 'No')]);
	const other = facts.map(fact => (fact.type === 'end' ? {...fact, outcome: 'success'} : fact));
	fs.writeFileSync(claimed, recordText([...other, {type: 'close'}]));
	for (const command of ['replay', 'report']) {
		const alone = await carryOut([command, claimed]);
		t.is(alone.exit, 3);
		t.regex(alone.err, /c\.jsonl:13: recorded success, now rollback\n$/);
		t.is((await carryOut([command, claimed, '--outcome', 'halted=n13'])).exit, 0);
	}
	t.regex(
		(await carryOut(['report', claimed])).out,
		/^> \*\*Line 13 tells another outcome:\*\* recorded success, now rollback$/m,
	);
	t.deepEqual(JSON.parse((await carryOut(['report', claimed, '--format', 'json'])).out).diverged, {
		seq: 13,
		what: 'recorded success, now rollback',
	});
	// A record that was not brought to its end tells no outcome.
	const unfinished = fs.readFileSync(path, 'utf8').split('\n').slice(0, 9).join('\n');
	fs.writeFileSync(path, `${unfinished}\n`);
	t.is((await carryOut(['replay', path, file])).exit, 0);
});

test('torn, altered, foreign and missing records are told apart', async t => {
	const path = join(folder(t), 'a.jsonl');
	const carry = async (text: string | undefined) => {
		if (text !== undefined) fs.writeFileSync(path, text);
		const carried = await carryOut(['replay', text === undefined ? 'nowhere.jsonl' : path]);
		return [carried.exit, carried.err.replaceAll(path, 'a.jsonl')];
	};
	t.deepEqual(await carry(`${drill}{"v":1,"seq"`), [
		0,
		'flowzap-tui: a.jsonl: the last line was cut off while it was written (12 bytes)\n',
	]);
	t.deepEqual(await carry(drill.replace('"green*"', '').replace('dashboards', 'things')), [
		3,
		'flowzap-tui: a.jsonl: the record was altered: line 8 does not follow from line 7: one of them was changed\n',
	]);
	t.deepEqual(await carry(drill.replaceAll('"v":1', '"v":2')), [
		4,
		'flowzap-tui: a.jsonl: the record is of another form (version 2), which this program does not know\n',
	]);
	for (const other of ['hello\n', 'CI {\nn1: circle label:"Start"\n}\n'])
		t.deepEqual(await carry(other), [4, 'flowzap-tui: a.jsonl: this is no record of a drill\n']);
	t.deepEqual(await carry(undefined), [4, 'flowzap-tui: nowhere.jsonl: no such file\n']);
});

test('a report of several records ends with the highest code, whichever record it is of', async t => {
	const home = folder(t);
	const [gone, altered] = [join(home, 'gone.jsonl'), join(home, 'altered.jsonl')];
	fs.writeFileSync(altered, drill.replace('dashboards', 'things'));
	t.is((await carryOut(['report', altered])).exit, 3);
	t.is((await carryOut(['report', gone, altered])).exit, 4);
	t.is((await carryOut(['report', altered, gone])).exit, 4);
});

test('coverage: what was walked, by whom, and the next best drill', async t => {
	const home = folder(t);
	const state = {env: {XDG_STATE_HOME: home}};
	const records = join(home, 'flowzap-tui', 'drills');
	fs.mkdirSync(records, {recursive: true});
	t.is((await carryOut(['coverage', 'samples/blue-green.fz'], state)).exit, 0);
	fs.writeFileSync(join(records, '20260105-blue-green.jsonl'), drill);
	await carryOut(['run', 'samples/saga.fz', '--seed', '1', '--record', join(records, 'saga.jsonl')]);
	const text = shown(await carryOut(['coverage', 'samples/blue-green.fz'], state));
	t.is(
		text,
		`1 drill of samples/blue-green.fz: 18 of 20 nodes, 18 of 22 edges walked

Branches
  n7 Current active?: Blue   1×  2026-01-05  with Ana, Ben, Cleo
  n7 Current active?: Green  never
  n11 Tests passed?: Yes     1×  2026-01-05  with Ana, Ben, Cleo
  n11 Tests passed?: No      never
  n18 Stable?: Yes           1×  2026-01-05  with Ana, Ben, Cleo
  n18 Stable?: No            1×  2026-01-05  with Ana, Ben, Cleo

Next best drill, with 4 edges nobody has walked:
  flowzap-tui run samples/blue-green.fz --choose n7=Green,n11=No
`,
	);
	const json = JSON.parse(
		(await carryOut(['coverage', 'samples/blue-green.fz', '--format', 'json'], state)).out,
	);
	t.is(json.drills, 1);
	t.is(json.edges.length, 22);
});

test('coverage leaves out the drill of another process, whatever its file and its nodes are called', async t => {
	const here = folder(t);
	const [mine, other] = [join(here, 'mine.jsonl'), join(here, 'other.jsonl')];
	fs.writeFileSync(mine, drill);
	const walked = await carryOut(['run', 'samples/saga.fz', '--seed', '1', '--record', other]);
	t.is(walked.exit, 0);
	const {exit, out, err} = await carryOut(['coverage', 'samples/blue-green.fz', mine, other]);
	t.is(exit, 0);
	t.regex(out, /^1 drill of /);
	t.regex(err, /other\.jsonl: a drill of another process, saga\.fz; left out/);
	const changed = join(here, 'changed.fz');
	fs.writeFileSync(
		changed,
		fs.readFileSync('samples/blue-green.fz', 'utf8').replace('Run smoke tests', 'Run all tests'),
	);
	t.regex((await carryOut(['coverage', changed, mine])).out, /^1 drill of /);
});

test('coverage leaves out what it cannot go by, says why, counts the rest and ends with the highest code', async t => {
	const home = folder(t);
	const [sound, altered, torn] = ['sound', 'altered', 'torn'].map(name => join(home, `${name}.jsonl`));
	if (!sound || !altered || !torn) return t.fail();
	fs.writeFileSync(sound, drill);
	fs.writeFileSync(altered, drill.replace('dashboards', 'things'));
	fs.writeFileSync(torn, `${drill.replaceAll('10:00:00.000Z', '09:00:00.000Z').split('\n')[0]}\n{"v":1`);
	const covered = async (...records: string[]) => {
		const {exit, out, err} = await carryOut(['coverage', 'samples/blue-green.fz', ...records]);
		return [exit, out.split('\n')[0]?.slice(0, 8), err.replaceAll(`flowzap-tui: ${home}/`, '')];
	};
	t.deepEqual(await covered(sound, torn), [
		0,
		'2 drills',
		'torn.jsonl: the last line was cut off while it was written (6 bytes)\n',
	]);
	t.deepEqual(await covered(altered, sound), [
		3,
		'1 drill ',
		'altered.jsonl: the record was altered: line 8 does not follow from line 7: one of them was changed; left out\n',
	]);
	t.deepEqual(await covered(altered, join(home, 'gone.jsonl')), [
		4,
		'0 drills',
		'altered.jsonl: the record was altered: line 8 does not follow from line 7: one of them was changed; left out\ngone.jsonl: no such file; left out\n',
	]);
	t.deepEqual(await covered(sound, home), [
		4,
		'1 drill ',
		`flowzap-tui: ${home}: this is a folder; name a record in it; left out\n`,
	]);
	// A record that was kept and is of no file at all is told, and is no fault of this one.
	const kept = join(home, 'flowzap-tui', 'drills');
	fs.mkdirSync(kept, {recursive: true});
	fs.writeFileSync(join(kept, 'x.jsonl'), 'hello\n');
	const {exit, err} = await carryOut(['coverage', 'samples/blue-green.fz'], {env: {XDG_STATE_HOME: home}});
	t.is(exit, 0);
	t.regex(err, /x\.jsonl: this is no record of a drill; left out\n$/);
});

test('the command that coverage prints runs, whatever the branches are called', async t => {
	const home = folder(t);
	const labels = [
		'load = high',
		'a,n2=b',
		'No, third time',
		',',
		'a,',
		'Yes',
		'Yes',
		' ',
		'“so”',
		'x\u202ey',
		'so!',
		'100 %',
	];
	const text = [
		'a { # A',
		'n1: diamond label:"Which?"',
		...labels.map((_, index) => `m${index}: circle label:"End ${index}"`),
		...labels.map((label, index) => `n1.handle(right) -> m${index}.handle(left) [label="${label}"]`),
		'}',
	].join('\n');
	const file = join(home, 'a.fz');
	fs.writeFileSync(file, text);
	for (const round of labels.keys()) {
		const records = fs.readdirSync(home).filter(name => name.endsWith('.jsonl'));
		const {out} = await carryOut(['coverage', file, ...records.map(name => join(home, name))], {
			env: {XDG_STATE_HOME: home, LC_ALL: 'C'},
		});
		const line = /^ {2}flowzap-tui (.*)$/m.exec(out)?.[1] ?? '';
		const argv = [...words(line), '--record', join(home, `${round}.jsonl`)];
		t.deepEqual((await carryOut(argv, {now: () => round})).exit, 0, line);
	}
	const records = labels.map((_, round) => join(home, `${round}.jsonl`));
	const {out} = await carryOut(['coverage', file, ...records]);
	t.regex(out, /13 of 13 nodes, 12 of 12 edges walked/);
});

test('a record and its copies are one drill, as far as the longest goes', async t => {
	const home = folder(t);
	const [whole, half] = [join(home, 'whole.jsonl'), join(home, 'half.jsonl')];
	fs.writeFileSync(whole, drill);
	fs.writeFileSync(half, `${drill.split('\n').slice(0, 9).join('\n')}\n`);
	const alone = await carryOut(['coverage', 'samples/blue-green.fz', whole]);
	for (const records of [
		[whole, whole],
		[whole, half],
		[half, whole],
	])
		t.deepEqual(await carryOut(['coverage', 'samples/blue-green.fz', ...records]), alone);
});

test('coverage and report of a drill that cannot be followed end with 3', async t => {
	const home = folder(t);
	const [path, file] = [join(home, 'a.jsonl'), join(home, 'b.fz')];
	fs.writeFileSync(path, drill);
	fs.writeFileSync(
		file,
		fs.readFileSync('samples/blue-green.fz', 'utf8').replaceAll('label="Blue"', 'label="Azure"'),
	);
	const covered = await carryOut(['coverage', file, path]);
	t.is(covered.exit, 3);
	t.regex(covered.out, /^1 drill of /);
	t.regex(covered.err, /: counted up to line 8: step 5, Current active\?: there is no choice “Blue” now/);
	fs.writeFileSync(
		path,
		recordText(
			factsOfDrill('samples/blue-green.fz', [run => answering(run, 'Blue', 'No')]).map(fact =>
				fact.choice === 'Blue' ? {...fact, choice: 'Azure', id: 'e99'} : fact,
			),
		),
	);
	const reported = await carryOut(['report', path]);
	t.is(reported.exit, 3);
	t.regex(reported.err, /a\.jsonl:7: step 5, Current active\?: there is no choice “Azure” now/);
});

test('drills in the order that coverage names come to walk everything', async t => {
	for (const file of ['samples/blue-green.fz', 'samples/saga.fz', 'samples/api-gateway.fz']) {
		const home = folder(t);
		for (let round = 0; ; round += 1) {
			const records = fs.readdirSync(home).map(name => join(home, name));
			const found = await carryOut(['coverage', file, ...records, '--format', 'json'], {
				env: {XDG_STATE_HOME: home},
			});
			const {next, edges} = JSON.parse(found.out);
			if (!next) {
				t.true(
					edges.every(({drills}: {drills: number}) => drills > 0),
					file,
				);
				break;
			}
			t.true(round < 12);
			const choose = next.decisions.flatMap(({node, choice}: {node: string; choice: string}) => [
				'--choose',
				`${node}=${choice}`,
			]);
			const run = await carryOut(['run', file, ...choose, '--record', join(home, `${round}.jsonl`)], {
				now: () => round,
			});
			t.is(run.err, '');
		}
	}
});

test('a record from a stranger steers no terminal and breaks no table', async t => {
	const path = join(folder(t), 'evil.jsonl');
	const evil = '\x1b]0;gotcha\x07\u202e| `x` <b>\n# no';
	const facts = factsOfDrill(
		'samples/blue-green.fz',
		[
			{type: 'note', text: evil, by: evil, node: evil},
			{type: 'action', text: evil, owner: evil, due: evil},
			{type: evil, text: evil},
			{type: 'close'},
		],
		{people: [{name: evil, lane: evil}], expected: evil},
	).map(fact =>
		fact.type === 'open' ? {...fact, version: evil, file: {...(fact.file as object), name: evil}} : fact,
	);
	fs.writeFileSync(path, recordText(facts));
	for (const line of [
		['report', path],
		['report', path, '--format', 'json'],
		['report', path, '--format', 'cast'],
		['replay', path],
		['coverage', 'samples/blue-green.fz', path],
		['coverage', 'samples/blue-green.fz', path, '--format', 'json'],
	]) {
		const {out, err} = await carryOut(line);
		t.notRegex(out + err, /[\x00-\x08\x0b-\x1f\x7f\u202e]/, line.join(' '));
	}
	const {out} = await carryOut(['report', path]);
	for (const row of out.split('\n').filter(one => one.startsWith('| ')))
		t.true([2, 4, 5].includes(row.replaceAll('\\|', '').split('|').length - 2), row);
	t.notRegex(out, /^# no/m);
});

test('report and coverage of a file with errors say that this is of what could be read of it', async t => {
	const [file, record] = ['test/commands/unread-way.fz', join(folder(t), 'drill.jsonl')];
	await carryOut(['run', file, '--choose', 'n3=No', '--record', record]);
	const says = /The file has 1 error: this is of what could be read of it\./;
	for (const argv of [
		['report', record],
		['coverage', file, record],
	]) {
		const {out} = await carryOut(argv);
		t.regex(out, says);
		t.notRegex(out, /Nothing is left/);
		t.is(JSON.parse((await carryOut([...argv, '--format', 'json'])).out).errors, 1);
	}
	const sample = 'samples/blue-green.fz';
	t.notRegex((await carryOut(['coverage', sample])).out, says);
	const {errors} = JSON.parse((await carryOut(['coverage', sample, '--format', 'json'])).out);
	t.is(errors, 0);
});

test('a recorded run that stopped at a decision can be gone on with; report and resume agree', async t => {
	const path = join(folder(t), 'drill.jsonl');
	const given = ['samples/blue-green.fz', '--choose', 'n7=Blue', '--record', path];
	t.is((await carryOut(['run', ...given])).exit, 1);
	t.regex((await carryOut(['report', path])).out, /was not brought to its end/);
	const resumed = await pipe(['resume', path, '--plain'], 'yes\n.\nno\n.\nq\n');
	t.regex(resumed.out, /Decision in Blue-Green Controller: Tests passed\?/);
	t.regex(resumed.out, /Outcome: ROLLBACK/);
	t.is(resumed.code, 0);
	t.regex((await carryOut(['report', path])).out, /came to \*\*rollback\*\*/);
	t.regex((await carryOut(['resume', path])).err, /this drill came to its end/);
});

test('what a person says the outcomes are is kept in the record, and counts unless it is said anew', async t => {
	const path = join(folder(t), 'drill.jsonl');
	const said = ['--outcome', 'safe stop=n13,e12', '--expect', 'safe stop'];
	const run = ['run', 'samples/blue-green.fz', '--choose', 'n7=Blue,n11=No', ...said];
	const ran = await carryOut([...run, '--record', path]);
	t.is(ran.exit, 0);
	const {out} = await carryOut(['report', path]);
	t.regex(out, /came to \*\*safe stop\*\*, as expected/);
	t.like(JSON.parse((await carryOut(['report', path, '--format', 'json'])).out), {
		outcome: {name: 'safe stop', expected: true},
	});
	t.deepEqual(await carryOut(['replay', path]), {exit: 0, out: ran.out, err: ''});
	const anew = await carryOut(['report', path, '--outcome', 'halted=n13']);
	t.is(anew.exit, 0);
	t.regex(anew.out, /came to \*\*halted\*\*, where \*\*safe stop\*\* was expected/);
	t.is((await carryOut(['replay', path, 'samples/blue-green.fz'])).exit, 0);
});

test('a drill is opened with what a person says the outcomes are, and goes on with it', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const said = ['--outcome', 'safe stop=n13', '--expect', 'safe stop'];
	const begun = await pipe(['samples/blue-green.fz', '--plain', ...said], '.\nblue\n.\nq\ny\n', {env});
	t.regex(begun.out, /No +-> Rollback deployment \(.*safe stop 1\)/);
	const resumed = await pipe(['resume', '--plain'], 'no\n.\nq\n', {env});
	t.regex(resumed.out, /Outcome: SAFE STOP \(as expected\)/);
	const wrong = await carryOut(['samples/blue-green.fz', '--plain', '--outcome', 'safe=n99']);
	t.is(wrong.exit, 2);
	t.regex(wrong.err, /--outcome: no node or edge is called n99/);
	const screenless = await carryOut(['samples/blue-green.fz', '--outcome', 'safe=n13']);
	t.regex(screenless.err, /--outcome is for a drill/);
});
