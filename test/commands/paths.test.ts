import {readFileSync} from 'node:fs';
import {Ajv} from 'ajv';
import test from 'ava';
import {program, retryTrap} from '../../bench/graphs.js';
import {mostKept} from '../../source/commands/listing.js';
import {gathered} from '../../source/commands/scenarios.js';
import {formats} from '../../source/paths/formats/formats.js';
import {runFormats} from '../../source/run/listing.js';
import {carryOut, words} from '../helpers/command.js';
import {kept} from '../helpers/golden.js';

const golden = (name: string, actual: string) => kept(`test/paths/golden/${name}.txt`, actual);

for (const sample of ['blue-green', 'saga', 'api-gateway'])
	test(`the routes of ${sample}, as text`, async t => {
		const {exit, out, err} = await carryOut(['paths', `samples/${sample}.fz`]);
		t.is(out, golden(`${sample}.text`, out));
		t.is(err, '');
		t.is(exit, 0);
		for (const line of out.split('\n')) t.true([...line].length <= 80, line);
	});

for (const format of Object.keys(formats).filter(name => name !== 'text'))
	test(`the routes of blue-green, as ${format}`, async t => {
		const {exit, out} = await carryOut(['paths', 'samples/blue-green.fz', '--format', format]);
		t.is(out, golden(`blue-green.${format}`, out));
		t.is(exit, 0);
	});

test('the count comes first, and alone where that is asked for', async t => {
	const {out} = await carryOut(words('paths samples/blue-green.fz --count'));
	t.is(
		out,
		[
			'samples/blue-green.fz: 6 routes',
			'  success   2',
			'  rollback  4',
			'Outcomes are guessed from words of labels; --outcome NAME=IDS corrects them.',
			'',
		].join('\n'),
	);
});

test('what is a guess is called one, and nothing else', async t => {
	const isGuess = async (...more: string[]) =>
		/Outcomes are guessed/.test((await carryOut(['paths', 'samples/blue-green.fz', ...more])).out);
	t.true(await isGuess());
	t.true(await isGuess('--outcome', 'undone=n13'));
	t.false(await isGuess('--outcome', 'undone=n13,n20', '--outcome', 'success=n19'));
	const deadEnd =
		'a {\nn1: circle label:"In"\nn2: rectangle label:"Out"\nn1.handle(right) -> n2.handle(left)\n}\n';
	const {out} = await carryOut(['paths', '-'], {read: async () => new TextEncoder().encode(deadEnd)});
	t.regex(out, /^ {2}dead end {2}1$/m);
	t.notRegex(out, /guessed/);
});

test('where a diagram has several starts, each route tells its own', async t => {
	const told = async (format: string) =>
		(await carryOut(['paths', 'test/run/models/several-ends.fz', '--format', format])).out;
	t.regex(await told('text'), /^ 1 {2}from n1 “Alert raised” · .*/m);
	t.regex(await told('text'), /from n2 “Maintenance begins” · /);
	t.regex(await told('markdown'), /^\| \d \| from n2 “Maintenance begins” · /m);
	const without = 'a {\nn1: circle label:"A"\nn2: circle label:"B"\nn3: circle label:"C"\n';
	const [before, after] = [
		`${without}n1.handle(right) -> n3.handle(left)\n}\n`,
		`${without}n1.handle(right) -> n3.handle(left)\nn2.handle(right) -> n3.handle(top)\n}\n`,
	];
	const {out} = await carryOut(['diff', 'old', 'new'], {
		read: async path => new TextEncoder().encode(path === 'old' ? before : after),
	});
	t.regex(out, /C {2}from n2 “B”$/m);
});

test('standard input, a limit, an order', async t => {
	const text =
		'a {\nn1: circle label:"In"\nn2: diamond label:"Which?"\nn3: circle label:"Out"\nn1.handle(right) -> n2.handle(left)\nn2.handle(right) -> n3.handle(left) [label="A"]\nn2.handle(bottom) -> n3.handle(bottom) [label="B"]\n}\n';
	const {out, exit} = await carryOut(['paths', '-', '--limit', '1', '--sort', 'length'], {
		read: async () => new TextEncoder().encode(text),
	});
	t.is(exit, 0);
	t.regex(out, /^<stdin>: 2 routes/);
	t.regex(out, /Which\? A/);
	t.notRegex(out, /Which\? B/);
	t.regex(out, /^Only the first is listed; --limit N lists more/m);
});

test('the shortest are the shortest of all, and an outcome that is told twice has no count', async t => {
	const lengths = (out: string) => Array.from(out.matchAll(/(\d+) steps/g), ([, steps]) => Number(steps));
	t.deepEqual(lengths(await listing('--sort length --limit 2')), [10, 10]);
	t.deepEqual(lengths(await listing('--sort length --limit all')), [10, 10, 16, 16, 16, 16]);
	t.regex(await listing('--sort outcome --limit 3'), /^SUCCESS · 2 routes$[\s\S]*^ROLLBACK · 4 routes$/m);
	const numbers = (out: string) => Array.from(out.matchAll(/^ +(\d+) {2}/gm), ([, number]) => Number(number));
	t.deepEqual(numbers(await listing('--sort outcome')), [1, 4, 2, 3, 5, 6]);
	const inFileOrder = await listing('--sort file');
	t.deepEqual(numbers(inFileOrder), [1, 2, 3, 4, 5, 6]);
	t.is(inFileOrder.match(/^SUCCESS$/gm)?.length, 2);
	t.notRegex(inFileOrder, /^SUCCESS ·/m);
});

test('of more routes than may be kept the first are sorted, and that is said', async t => {
	const steps = Array.from({length: 17}, (_, at) => [
		`n${2 * at + 1}: diamond label:"${at}?"`,
		`n${2 * at + 2}: rectangle label:"${at}"`,
	]);
	const edges = steps.flatMap((_, at) => {
		const [here, side, next] = [2 * at + 1, 2 * at + 2, 2 * at + 3];
		const long = `n${here}.handle(bottom) -> n${side}.handle(top) [label="No"]\nn${side}.handle(right) -> n${next}.handle(bottom)`;
		return [long, `n${here}.handle(right) -> n${next}.handle(left) [label="Yes"]`];
	});
	const text = `a { # A\n${[...steps.flat(), 'n35: circle label:"End"', ...edges].join('\n')}\n}\n`;
	const world = {read: async () => new TextEncoder().encode(text)};
	const {err, exit} = await carryOut(words('paths - --sort length --limit 1'), world);
	t.is(exit, 0);
	t.regex(err, /sorted are the first 100,000 routes that were found/);
	const all = await carryOut(words('paths - --sort length --limit all'), world);
	t.is(all.exit, 2);
	t.regex(all.err, /--limit of at most 100000/);
});

test('questions that cannot be asked are usage errors that name the way out', async t => {
	const wrong: readonly (readonly [string, RegExp])[] = [
		['', /name a \.fz file, or - for standard input/],
		['a.fz b.fz c.fz', /one file at a time; not b\.fz c\.fz too/],
		['samples/blue-green.fz --via n99', /--via: no node is called n99/],
		[
			'samples/blue-green.fz --to glory',
			/--to: no node or outcome is called glory; outcomes there are: success, rollback/,
		],
		[
			'samples/blue-green.fz --to success,n13',
			/--to takes nodes or outcomes, not both: n13 is a node, success an/,
		],
		['samples/blue-green.fz --to n13 --to success --cover edges', /not both/],
		['samples/blue-green.fz --to n13,glory', /--to: no node or outcome is called glory/],
		['samples/blue-green.fz --shortest glory', /--shortest: no outcome is called glory; there are: success/],
		['samples/blue-green.fz --outcome success', /NAME=IDS/],
		['samples/blue-green.fz --outcome success=n99', /--outcome: no node or edge is called n99/],
		['samples/blue-green.fz --loops 101', /from 0 to 100; not 101/],
		['samples/blue-green.fz --loops 1000000000', /from 0 to 100; not 1000000000/],
		['samples/blue-green.fz --loops x', /whole number/],
		[
			'samples/blue-green.fz --loops -1',
			/--loops takes a value: N; one that begins with - is joined to it, as in --loops=-1$/m,
		],
		['samples/blue-green.fz --loops=-1', /from 0 to 100; not -1/],
		['samples/blue-green.fz --format', /--format takes a value: text, markdown, [a-z, ]+$/m],
		['samples/blue-green.fz --count=yes', /--count takes no value$/m],
		['samples/blue-green.fz --limit 1000000000', /from 1 to 999999999, or all; not 1000000000/],
		['samples/blue-green.fz --limit 0', /from 1 to \d+, or all; not 0/],
		['samples/blue-green.fz --route 7', /no route has the number or the id 7$/m],
		['samples/blue-green.fz --route zzz --format csv', /no route has the number or the id zzz$/m],
		['samples/blue-green.fz --format yaml', /text, markdown, json/],
	];
	for (const [line, message] of wrong) {
		const {exit, err} = await carryOut(words(`paths ${line}`));
		t.is(exit, 2, line);
		t.regex(err, message);
	}
});

const listing = async (line: string) => (await carryOut(words(`paths samples/blue-green.fz ${line}`))).out;
const decisions = (out: string) => (out.match(/^ ?\d+ {2}.*$/gm) ?? []).map(line => line.trim());

test('the drill plan: three routes take every edge', async t => {
	const out = await listing('--cover edges');
	t.regex(out, /^Listed: 3 routes, the fewest that take all 22 edges\.$/m);
	t.deepEqual(decisions(out), [
		'1  Current active? Blue · Tests passed? Yes · Stable? Yes',
		'2  Current active? Blue · Tests passed? Yes · Stable? No',
		'3  Current active? Green · Tests passed? No',
	]);
});

test('a route of the drill plan that a run would stop at says what it has to be told', async t => {
	const rails = Array.from({length: 12}, (_, at) => `r${at}`);
	const program = [
		'a {',
		'n1: circle label:"Start"',
		'n2: diamond label:"Which?"',
		'n3: diamond label:"Again?"',
		'n4: circle label:"End"',
		...rails.map(id => `${id}: rectangle label:"Try ${id}"`),
		'n1.handle(right) -> n2.handle(left)',
		...rails.map(id => `n2.handle(right) -> ${id}.handle(left) [label="${id}"]`),
		...rails.map(id => `${id}.handle(right) -> n3.handle(left)`),
		'n3.handle(right) -> n2.handle(left) [label="Yes"]',
		'n3.handle(right) -> n4.handle(left) [label="No"]',
		'}',
	].join('\n');
	const world = {read: async () => new TextEncoder().encode(program)};
	const {out} = await carryOut(words('paths - --cover edges'), world);
	t.regex(
		out.replaceAll(/\s+/g, ' '),
		/all 27 edges; one comes to n2 12 times: run it with --max-visits 12\./,
	);
	const again = [...rails.slice(1).map(id => `n2=${id},n3=Yes`), 'n2=r0,n3=No'].join(',');
	const {err} = await carryOut(['run', '-', '--choose', again], world);
	t.regex(
		err,
		/n2 “Which\?”, come to as often as --max-visits allows, has no choice r11; there are: n2=go on/,
	);
	t.is((await carryOut(['run', '-', '--max-visits', '12', '--choose', again], world)).exit, 0);
});

test('a basis, shortest routes, one route by its number or id', async t => {
	t.regex(await listing('--cover basis'), /^Listed: 4 independent routes, a basis of all\.$/m);
	t.deepEqual(decisions(await listing('--shortest rollback')), [
		'1  Current active? Blue · Tests passed? No',
	]);
	t.is(decisions(await listing('--shortest all')).length, 2);
	t.regex(await listing('--shortest failure'), /^Listed: no route comes to failure\.$/m);
	t.deepEqual(decisions(await listing('--route 6')), ['6  Current active? Green · Tests passed? No']);
	t.deepEqual(decisions(await listing('--route c775ac199ba8d168')), [
		'6  Current active? Green · Tests passed? No',
	]);
});

test('shortest routes are those asked for, however they are listed', async t => {
	const ofBoth = ['--to success,rollback', '--to success --to rollback'];
	for (const to of ofBoth)
		t.regex(await listing(`${to} --shortest rollback`), /^Listed: a shortest route to rollback\.$/m, to);
	const {err} = await carryOut(words('paths samples/blue-green.fz --to ROLLBACK --shortest success'));
	t.regex(err, /--shortest success is none of the routes --to rollback/);
	for (const [line, given] of [
		['--shortest success', 'success'],
		['--shortest success --shortest rollback', ['success', 'rollback']],
	] as const)
		t.deepEqual(JSON.parse(await listing(`${line} --format json`)).options, {shortest: given});
});

test('the shortest to a node is one that gets there, and open where the diagram goes on', async t => {
	for (const shortest of ['all', 'open', 'OPEN']) {
		const out = await listing(`--to n13 --shortest ${shortest}`);
		t.regex(out, /^Listed: a shortest route to open\.$/m);
		t.regex(out, /n11 Tests passed\? —No→ n13 Rollback deployment\n +8 steps/);
	}
	for (const by of ['--shortest all', '--sort outcome'])
		t.regex(await listing(`--to n5,n18 --avoid n9 ${by}`), /^ROLLBACK[\s\S]*^OPEN/m);
	const {err} = await carryOut(words('paths samples/blue-green.fz --shortest open'));
	t.regex(err, /--shortest: no outcome is called open; there are: success, rollback/);
});

test('what no route takes is said by the drill plan', async t => {
	const text =
		'a {\nn1: circle label:"In"\nn2: circle label:"Out"\nn3: rectangle label:"Lost"\nn1.handle(right) -> n2.handle(left)\nn3.handle(top) -> n2.handle(top)\n}\n';
	const {out} = await carryOut(['paths', '-', '--cover', 'edges'], {
		read: async () => new TextEncoder().encode(text),
	});
	t.regex(out, /1 route, the fewest that take 1 of 2 edges; no route takes e2/);
});

test('scenarios: three workers are 6 routes and 8 runs', async t => {
	const file = 'test/run/models/workers.fz';
	t.regex((await carryOut(['paths', file, '--count'])).out, /: 6 routes$/m);
	const {out} = await carryOut(['paths', file, '--scenarios']);
	t.is(out, golden('workers.scenarios', out));
	const json = JSON.parse((await carryOut(['paths', file, '--scenarios', '--format', 'json'])).out);
	t.deepEqual(json.count, {value: '8', exact: true});
	for (const format of Object.keys(runFormats))
		t.is((await carryOut(['paths', file, '--scenarios', '--format', format])).exit, 0, format);
});

test('scenarios that are kept back are told of; what is about routes is refused', async t => {
	const few = async (line: string) => carryOut(words(`paths test/run/models/workers.fz --scenarios ${line}`));
	t.regex((await few('--limit 2')).out, /^Only the first 2 are listed; --limit N lists more\.$/m);
	t.is(
		(await few('--limit 2 --format csv')).err,
		'flowzap-tui: Only the first 2 are listed; --limit N lists more.\n',
	);
	t.regex(
		(await carryOut(words('paths samples/saga.fz --format nothing'))).err,
		/--format takes text, .*; not nothing/,
	);
	t.regex(
		(await few('--format dot')).err,
		/written as text, markdown, json, ndjson, csv, gherkin; not as dot/,
	);
	for (const line of ['--to failure', '--via n1', '--cover edges', '--route 1', '--sort file']) {
		const {exit, err} = await few(line);
		t.is(exit, 2, line);
		t.regex(err, /lists whole runs; --\w+ is about routes/);
	}
});

test('runs can be counted without being listed; where they are routes, exactly and at once', async t => {
	const count = async (...more: string[]) =>
		carryOut(['paths', 'test/run/models/workers.fz', '--scenarios', '--count', ...more]);
	t.regex((await count()).out, /: 8 runs, parallel splits taken whole\n(?: {2}\S.* \d\n)+$/);
	t.like(JSON.parse((await count('--format', 'json')).out), {
		count: {value: '8', exact: true},
		scenarios: [],
		listed: 0,
		complete: false,
	});
	t.regex((await count('--format', 'csv')).out, /^outcome,runs,exact\r\n[\s\S]*\r\n,8,true\r\n$/);
	const {exit} = await count('--format', 'gherkin');
	t.is(exit, 0);
	const rungs = Array.from({length: 60}, (_, at) =>
		['left', 'right'].map(side => `n${at}.handle(${side}) -> n${at + 1}.handle(top) [label="${side}"]`),
	);
	const nodes = Array.from({length: 61}, (_, at) => `n${at}: diamond label:"${at}?"`);
	const read = async () => new TextEncoder().encode(['a {', ...nodes, ...rungs.flat(), '}'].join('\n'));
	const ladder = async (...more: string[]) =>
		(await carryOut(['paths', '-', '--scenarios', ...more], {read})).out;
	const many = '1,152,921,504,606,846,976 runs';
	t.true((await ladder('--count')).startsWith(`<stdin>: ${many}`));
	const some = await ladder('--limit', '2');
	t.true(some.startsWith(`<stdin>: ${many}`));
	t.regex(some, /\nOnly the first 2 are listed; --limit N lists more\.\n$/);
});

test('a search for runs that only goes round ends, and says so', async t => {
	const {out} = await carryOut(['paths', '-', '--scenarios', '--loops', '0'], {
		read: async () => new TextEncoder().encode(program(retryTrap(40))),
	});
	t.regex(out, /^None is listed; loops make the search for more too long\.$/m);
});

test('choices of a listing that exclude each other are refused', async t => {
	for (const line of [
		'--to rollback --shortest success',
		'--cover edges --shortest all',
		'--cover edges --via n8',
		'--shortest all --via n8',
		'--route 1 --cover basis',
		'--count --cover edges',
		'--count --shortest all',
		'--count --route 3',
		'--count --sort length',
		'--count --limit 3',
	])
		t.is((await carryOut(words(`paths samples/blue-green.fz ${line}`))).exit, 2, line);
});

const ajv = new Ajv({strict: true, strictRequired: false});
for (const name of ['paths', 'scenarios'])
	ajv.addSchema(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')));

for (const line of [
	'',
	'--count',
	'--limit 2 --sort length',
	'--cover edges',
	'--cover basis',
	'--shortest all --shortest rollback',
	'--route 3',
	'--from n7,n8 --to n18 --via n10 --avoid n13 --loops 0',
	'--to rollback --outcome done=n19',
	'--scenarios',
	'--scenarios --limit 2 --loops 0',
])
	test(`what is written as JSON and NDJSON is what the schema says: paths ${line}`, async t => {
		const name = line.startsWith('--scenarios') ? 'scenarios' : 'paths';
		const document = JSON.parse(await listing(`${line} --format json`));
		t.true(ajv.validate(`urn:flowzap-tui:${name}:1`, document), ajv.errorsText());
		const lines = (await listing(`${line} --format ndjson`)).trimEnd().split('\n');
		for (const text of lines) {
			const valid = ajv.validate(`urn:flowzap-tui:${name}:1#/definitions/line`, JSON.parse(text));
			t.true(valid, `${text}: ${ajv.errorsText()}`);
		}
		const {type: _, ...end} = JSON.parse(lines.at(-1) ?? '');
		t.like(document, end);
	});

test('of whole runs no more are kept than fit into memory, whatever is asked', async t => {
	const run = {answers: [], verdict: {outcome: 'success', evidence: []}, steps: []};
	const endless = function* () {
		for (;;) yield run;
	};
	const watch = {isDue: () => false, look: async () => {}, interrupted: false};
	const {runs, cut} = await gathered(endless(), Number.POSITIVE_INFINITY, watch);
	t.is(runs.length, mostKept);
	t.is(cut, 'that is the most');
	t.deepEqual(await gathered([run, run], Number.POSITIVE_INFINITY, watch), {
		runs: [run, run],
		cut: undefined,
	});
	t.is((await gathered(endless(), 2, watch)).cut, '--limit N lists more');
});

test('where branches start together, a listing of routes begins by naming whole runs', async t => {
	const told = /^All ways on from n16 [\s\S]*?;\s[\s\S]*?--scenarios\slists\swhole\sruns\.$/m;
	const text = async (line: string) => (await carryOut(words(line))).out;
	for (const more of ['', ' --limit 1', ' --count', ' --cover edges', ' --format markdown'])
		t.regex(await text(`paths samples/api-gateway.fz${more}`), told, more);
	t.notRegex(await text('paths samples/blue-green.fz'), /--scenarios/);
});

test('branches that are called alike are told apart by where they lead', async t => {
	const text = [
		'a {',
		'n1: circle label:"In"',
		'n2: diamond label:"Which?"',
		'n3: circle label:"Out"',
		'n4: circle label:"Away"',
		'n1.handle(right) -> n2.handle(left)',
		'n2.handle(right) -> n3.handle(left) [label="Yes"]',
		'n2.handle(right) -> n4.handle(left) [label="Yes"]',
		'n2.handle(top) -> n4.handle(top) [label="Yes"]',
		'n2.handle(bottom) -> n4.handle(bottom) [label="No"]',
		'}',
	].join('\n');
	for (const more of [[], ['--scenarios']]) {
		const {out} = await carryOut(['paths', '-', ...more], {read: async () => new TextEncoder().encode(text)});
		const titles = Array.from(out.matchAll(/Which\? [NY].*$/gm), ([title]) => title);
		t.deepEqual(titles.sort(), [
			'Which? No',
			'Which? Yes (n3 Out)',
			'Which? Yes (n4 Away, edge e3)',
			'Which? Yes (n4 Away, edge e4)',
		]);
	}
});

test('of a file with errors every format that has room for words says that this is of what could be read', async t => {
	const file = 'test/commands/unread-way.fz';
	for (const whole of [[], ['--scenarios']])
		for (const format of ['text', 'markdown', 'gherkin', ...(whole.length > 0 ? [] : ['mermaid', 'dot'])]) {
			const {out} = await carryOut(['paths', file, ...whole, '--format', format]);
			t.is(out.match(/The file has 1 error: this is of what could be read of it\./g)?.length, 1, format);
		}
	for (const whole of [[], ['--scenarios']])
		for (const [name, errors] of [
			[file, 1],
			['samples/saga.fz', 0],
		] as const)
			for (const format of ['json', 'ndjson']) {
				const {out} = await carryOut(['paths', name, ...whole, '--limit', '1', '--format', format]);
				t.is(JSON.parse(format === 'json' ? out : (out.split('\n')[0] ?? '')).errors, errors);
			}
});
