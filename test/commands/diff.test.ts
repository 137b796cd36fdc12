import {execFile} from 'node:child_process';
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {Ajv} from 'ajv';
import test from 'ava';
import {carryOut, words} from '../helpers/command.js';
import {kept} from '../helpers/golden.js';

const old = 'samples/blue-green.fz';
const escalating = 'test/paths/diff/escalating.fz';
const renumbered = 'test/paths/diff/renumbered.fz';
const isDifference = new Ajv({strict: true}).compile(
	JSON.parse(await readFile('schemas/diff.schema.json', 'utf8')),
);

/** `old` with each text replaced, compared with itself. */
async function edited(...edits: readonly (readonly [string, string])[]): Promise<string> {
	const text = await readFile(old, 'utf8');
	const changed = edits.reduce((result, [from, to]) => result.replace(from, to), text);
	const {out} = await carryOut(['diff', old, '-'], {
		read: async path => new TextEncoder().encode(path === '-' ? changed : text),
	});
	return out;
}

test('lanes in another order are told, once, by those that are there before and after', async t => {
	const text = await readFile(old, 'utf8');
	const [ci = '', blueGreen = '', balancer = ''] = text.split(/(?<=^\}\n)/m);
	const against = async (changed: string) => {
		const read = async (path: string) => new TextEncoder().encode(path === '-' ? changed : text);
		const {changes} = JSON.parse((await carryOut(['diff', old, '-', '--format', 'json'], {read})).out);
		return changes.map(({element, change, id, fields}: Record<string, unknown>) => ({
			element,
			change,
			id,
			fields,
		}));
	};
	const fields = [
		{
			name: 'order of lanes',
			before: 'CI · BlueGreen · LoadBalancer',
			after: 'LoadBalancer · CI · BlueGreen',
		},
	];
	t.deepEqual(await against(balancer + ci + blueGreen), [
		{element: 'lane', change: 'changed', id: 'CI', fields},
	]);
	t.deepEqual(await against(`New {\n}\n${ci}${blueGreen}${balancer}`), [
		{element: 'lane', change: 'added', id: 'New', fields: []},
	]);
});

for (const format of ['text', 'markdown', 'json'])
	test(`a rollback that became an escalation, as ${format}`, async t => {
		const {out, exit} = await carryOut(['diff', old, escalating, '--format', format]);
		t.is(exit, 0);
		t.is(out, kept(`test/paths/golden/escalating.${format}.txt`, out));
		if (format === 'json') t.true(isDifference(JSON.parse(out)), JSON.stringify(isDifference.errors));
	});

test('with --exit-code a difference is exit 1, none is 0', async t => {
	t.is((await carryOut(['diff', old, escalating, '--exit-code'])).exit, 1);
	const same = await carryOut(['diff', old, old, '--exit-code']);
	t.is(same.exit, 0);
	t.is(same.out, 'samples/blue-green.fz → samples/blue-green.fz: no difference\n');
});

test('a node that stands alone is a route that stays the same, whatever becomes of others', async t => {
	const lane = (nodes: readonly string[]) => `A { # A\n${nodes.join('\n')}\n}\n`;
	const compared = async (...files: string[][]) => {
		const texts = files.map(nodes => new TextEncoder().encode(lane(nodes)));
		const read = async (path: string) => texts[Number(path)] ?? new Uint8Array();
		return carryOut(['diff', '0', '1', '--format', 'json', '--exit-code'], {read});
	};
	const nodes = ['n1: circle label:"One"', 'n2: circle label:"Other"'];
	t.is((await compared(nodes, nodes)).exit, 0);
	const {routes} = JSON.parse((await compared(nodes, ['n3: circle label:"Third"', ...nodes])).out);
	t.deepEqual([routes.removed, routes.outcome, routes.steps], [[], [], []]);
	t.deepEqual(
		routes.added.map((route: {nodes: string[]}) => route.nodes),
		[['n3']],
	);
});

test('other numbers for all nodes are 20 changed ids and no other route', async t => {
	const {out} = await carryOut(['diff', old, renumbered, '--format', 'json']);
	const {changes, routes} = JSON.parse(out);
	t.is(changes.length, 20);
	for (const {element, change, fields} of changes) {
		t.deepEqual([element, change], ['node', 'changed']);
		t.deepEqual(
			fields.map((field: {name: string}) => field.name),
			['id'],
		);
	}
	t.like(routes, {before: {value: '6'}, after: {value: '6'}, added: [], removed: [], outcome: [], steps: []});
});

test('another label is a changed label, of a node, an edge and a lane', async t => {
	const out = await edited(
		['"Run smoke tests"', '"Run all tests"'],
		['label="Switch"', 'label="Now"'],
		['# Load Balancer', '# Edge'],
	);
	t.regex(out, /Structure: 3 changes/);
	t.regex(out, /~ node n10 “Run all tests”\n {6}label “Run smoke tests” → “Run all tests”/);
	t.regex(out, /label “Switch” → “Now”/);
	t.regex(out, /name “Load Balancer” → “Edge”/);
	t.notRegex(out, /ends otherwise|gone:|new:|other steps/);
});

test('a step put in between keeps the routes: other steps, the same decisions', async t => {
	const out = await edited([
		'n2.handle(right) -> n3.handle(left)',
		'n30: rectangle label:"Scan"\nn2.handle(right) -> n30.handle(left)\nn30.handle(right) -> n3.handle(left)',
	]);
	t.regex(out, /^Routes: 6$/m);
	t.regex(out, /other steps:\n {4}6 routes {2}success 2 · rollback 4\n {6}now {2}also n30 “Scan”\n/);
	t.notRegex(out, /gone:|new:/);
});

test('two labels that change places send a person another way', async t => {
	const out = await edited(
		['n12.handle(left) [label="Yes"]', 'n12.handle(left) [label="-"]'],
		['n13.handle(top) [label="No"]', 'n13.handle(top) [label="Yes"]'],
		['[label="-"]', '[label="No"]'],
	);
	t.regex(out, /gone:\n {4}success {2}Current active\? Blue · Tests passed\? Yes · Stable\? Yes/);
	t.regex(out, /new:[\s\S]* {4}rollback {2}Current active\? Blue · Tests passed\? Yes\n/);
});

test('two branches that change places are told though both come to the same outcome', async t => {
	const choice = (yes: string, no: string) => `a { # A
n1: circle label:"Alarm"
n2: diamond label:"Which?"
n3: circle label:"Done A"
n4: circle label:"Done B"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left) [label="${yes}"]
n2.handle(bottom) -> n4.handle(top) [label="${no}"]
}
`;
	const out = await comparison(choice('Yes', 'No'), choice('No', 'Yes'));
	t.regex(out, /other steps:[\s\S]*Which\? Yes\n {6}now {2}also n4 “Done B”; without n3 “Done A”\n/);
	t.regex(await comparison(choice('Yes', 'No'), choice('Maybe', 'Yes')), /Which\? Yes\n {6}now {2}also n4/);
});

test('a label that is worded otherwise keeps its routes', async t => {
	const out = await edited(['n12.handle(left) [label="Yes"]', 'n12.handle(left) [label="All"]']);
	t.notRegex(out, /gone:|new:|ends otherwise:/);
	t.regex(out, /label “Yes” → “All”/);
});

test('of a file with mistakes the document says that it is not whole', async t => {
	const wrong = ['n2.handle(right) -> n3.handle(left)', 'n2.handle(right) -> n33.handle(left)'] as const;
	t.regex(await edited(wrong), /^The new file has 1 error: this is of what could be read of it\.$/m);
});

const split = (ways: string, shape = 'rectangle') => `a { # A
n1: circle label:"Alarm"
n2: ${shape} label:"Act"
n3: rectangle label:"Tell"
n4: rectangle label:"Failed"
n1.handle(right) -> n2.handle(left)
${ways}
}
`;
const ways = [
	'n2.handle(right) -> n3.handle(left) [label="Tell"]',
	'n2.handle(bottom) -> n4.handle(top) [label="Mend"]',
];

async function comparison(before: string, after: string, ...options: string[]): Promise<string> {
	const read = async (path: string) => new TextEncoder().encode(path === 'old' ? before : after);
	return (await carryOut(['diff', 'old', 'new', ...options], {read})).out;
}

test('where ways are taken at once whole runs are compared too', async t => {
	const [before, after] = [split(ways.join('\n'), 'diamond'), split(ways.join('\n'))];
	const out = await comparison(before, after);
	t.regex(out, /^Routes: 2$/m);
	t.regex(out, /^Whole runs: 2 → 1$/m);
	t.regex(await comparison(before, after, '--format', 'markdown'), /^\*\*2 → 1 whole runs\*\*$/m);
	const document = JSON.parse(await comparison(before, after, '--format', 'json'));
	t.true(isDifference(document), JSON.stringify(isDifference.errors));
	t.like(document.runs, {before: {value: '2', exact: true}, after: {value: '1', exact: true}});
});

test('routes and runs that are too long to be compared one by one are counted, and that is said', async t => {
	const length = 2000;
	const shape = (index: number) => (index === 0 ? 'rectangle' : index < 12 ? 'diamond' : 'rectangle');
	const long = (label: string) => {
		const nodes = Array.from({length}, (_, index) => `n${index}: ${shape(index)} label:"${label}"`);
		const twice = Array.from({length: length - 1}, (_, index) =>
			(index < 12 ? ['a', 'b'] : ['']).map(
				way => `n${index}.handle(right) -> n${index + 1}.handle(left)${way && ` [label="${way}"]`}`,
			),
		);
		return ['L {', ...nodes, ...twice.flat(), '}', ''].join('\n');
	};
	const out = await comparison(long('one'), long('other'));
	t.regex(out, /^Routes: 4,096; too long to compare one by one\n {2}dead end {2}4,096$/m);
	t.regex(out, /^Whole runs: at least \d+ → at least \d+$|^Whole runs: at least \d+$/m);
});

test('the order of the ways out of a node is a difference, be they taken at once or chosen from', async t => {
	for (const shape of [undefined, 'diamond']) {
		const sides = [split(ways.join('\n'), shape), split([...ways].reverse().join('\n'), shape)] as const;
		const out = await comparison(...sides);
		t.regex(
			out,
			/^Structure: 1 change\n {2}~ node n2 .*\n {6}order of ways “Tell \(n3\) · Mend \(n4\)” → “Mend \(n4\) · Tell \(n3\)”$/m,
		);
	}
	const lines = [
		'n6.handle(right) -> n7.handle(left)\n',
		'n7.handle(right) -> n8.handle(left) [label="Blue"]\n',
	];
	t.regex(await edited([lines.join(''), [...lines].reverse().join('')]), /: no difference$/m);
});

test('a branch that leads elsewhere is told with what both places are called', async t => {
	const out = await edited(['n18.handle(bottom) -> n20', 'n18.handle(bottom) -> n13']);
	t.regex(out, /^ {6}to n20 “Revert to old environment” → n13 “Rollback deployment”$/m);
});

test('a loop that is the same steps under another condition is changed, any other new or gone', async t => {
	const back = 'n4.handle(right) -> n1.handle(bottom)';
	const looped = (...loops: string[]) => split([...ways, back, ...loops].join('\n'));
	const changes = async (...sides: [string, string]) => {
		const out = await comparison(...sides);
		return `${out.split('\n\n').find(part => part.startsWith('Structure'))}\n`;
	};
	t.is(
		await changes(looped('loop [up to 3 times] n1 n2'), looped('loop [up to 5 times] n1 n2')),
		'Structure: 1 change\n  ~ loop n1 n2\n      condition “up to 3 times” → “up to 5 times”\n',
	);
	t.is(
		await changes(
			looped('loop [once] n1 n2', 'loop [once] n1 n2', 'loop [twice] n1 n2'),
			looped('loop [twice] n1 n2', 'loop [often] n1 n2', 'loop [twice] n1 n4'),
		),
		[
			'Structure: 3 changes',
			'  - loop [once] n1 n2',
			'  ~ loop n1 n2',
			'      condition “once” → “often”',
			'  + loop [twice] n1 n4',
			'',
		].join('\n'),
	);
});

test('an edge that a loop line implies is told as the line, not once more as an edge', async t => {
	const structure = async (...sides: [string, string]) => {
		const out = await comparison(...sides);
		return out.split('\n').filter(line => /^(Structure| {2}[-+~] )/.test(line));
	};
	const [chain, back] = [split(ways[0] ?? ''), 'n3.handle(top) -> n1.handle(top) [label="up to 3 times"]'];
	const looped = (line: string) => split(`${ways[0]}\n${line}`);
	const line = 'loop [up to 3 times] n1 n2 n3';
	t.deepEqual(await structure(chain, looped(line)), ['Structure: 1 change', `  + ${line}`]);
	t.deepEqual(await structure(looped(line), looped(line.replace('3', '5'))), [
		'Structure: 1 change',
		'  ~ loop n1 n2 n3',
	]);
	t.deepEqual(await structure(looped(line), looped(back)), [
		'Structure: 2 changes',
		'  + edge n3 “Tell” → n1 “Alarm” “up to 3 times”',
		`  - ${line}`,
	]);
});

test('a branch taken away is routes gone', async t => {
	const out = await edited(['n18.handle(bottom) -> n20.handle(top) [label="No"]\n', '']);
	t.regex(out, /^Routes: 6 → 4$/m);
	t.regex(out, /^ {2}rollback {2}4 → 2$/m);
	t.regex(out, /gone:\n {4}rollback {2}Current active\? Blue · Tests passed\? Yes · Stable\? No/);
});

test('command lines that make no sense are usage errors', async t => {
	for (const line of ['', 'a.fz', 'a.fz b.fz c.fz', '- -', `${old} ${old} --outcome success=n99`]) {
		const {exit} = await carryOut(words(`diff ${line}`));
		t.is(exit, 2, line);
	}
	t.is((await carryOut(['diff', old, 'missing.fz'])).exit, 4);
});

/** A repository whose git shows diagrams as the docs say. */
async function repository() {
	const folder = await mkdtemp(join(tmpdir(), 'flowzap-'));
	const git = async (...argv: string[]) => (await promisify(execFile)('git', argv, {cwd: folder})).stdout;
	const put = async (name: string, from: string | Uint8Array) =>
		writeFile(join(folder, name), typeof from === 'string' ? await readFile(from) : from);
	await git('init', '-q');
	await git('config', 'user.name', 'test');
	await git('config', 'user.email', 'test@example.org');
	const program = `'${process.execPath}' '${resolve('build/source/cli.js')}' diff`;
	await git('config', 'diff.flowzap.command', program);
	await writeFile(join(folder, '.gitattributes'), '*.fz diff=flowzap\n');
	await put('a.fz', old);
	await git('add', '.');
	await git('commit', '-qm', 'one');
	return {folder, git, put};
}

test('git shows changes, new files and deleted ones with it', async t => {
	const {git, put} = await repository();
	await put('a.fz', escalating);
	t.regex(await git('diff'), /^a\.fz → a\.fz\n\nStructure: 8 changes\n[\s\S]*\n\nRoutes: 6\n/);
	t.regex(await git('diff', '--no-ext-diff'), /^diff --git a\/a\.fz/);
	await put('b.fz', old);
	await git('add', '.');
	t.regex(
		await git('diff', '--cached', 'b.fz'),
		/^\/dev\/null → b\.fz\n\nStructure: \d+ changes\n[\s\S]*\n\nRoutes: 0 → 6\n/,
	);
	await git('commit', '-qm', 'two');
	t.regex(
		await git('log', '-1', '-p', '--ext-diff'),
		/\n {4}two\n\na\.fz → a\.fz\n[\s\S]*\n\n\/dev\/null → b\.fz\n/,
	);
	t.regex(await git('show', '--ext-diff'), /\na\.fz → a\.fz\n\nStructure: 8 changes\n[\s\S]*\n\nRoutes: 6\n/);
	await git('rm', '-q', 'b.fz');
	t.regex(
		await git('diff', '--cached'),
		/^b\.fz → \/dev\/null\n\nStructure: \d+ changes\n[\s\S]*\n\nRoutes: 6 → 0\n/,
	);
});

test('git shows a renamed file with it, and goes on behind one that holds no diagram', async t => {
	const {folder, git, put} = await repository();
	await git('mv', 'a.fz', 'z z.fz');
	await writeFile(join(folder, 'z z.fz'), (await readFile(old, 'utf8')).replace('Run smoke', 'Run all'));
	await put('b.fz', 'samples/saga.fz');
	await git('add', '.');
	t.regex(
		await git('diff', '--cached', '-M'),
		/^a\.fz → z z\.fz\n\nStructure: 1 change\n[\s\S]*\n\nRoutes: 6\n/m,
	);
	await git('commit', '-qm', 'two');
	await put('b.fz', Uint8Array.of(0, 1, 2));
	await put('z z.fz', old);
	t.regex(
		await git('diff'),
		/^b\.fz: not compared, since there is no diagram in one of the two\n\nz z\.fz → z z\.fz\n/,
	);
});

const straight = 'n8.handle(right) -> n9.handle(left)';

/** A diagram of 128 routes, or another power of two, that goes on as `between` says where they have come together. */
function ladder(between: string, decisions = 7): string {
	const id = (at: number) => (at < decisions ? `q${at}` : 'n8');
	const steps = Array.from({length: decisions}, (_, at) => [
		`${id(at)}: diamond label:"${at}?"`,
		`${id(at)}.handle(right) -> ${id(at + 1)}.handle(left) [label="Yes"]`,
		`${id(at)}.handle(bottom) -> ${id(at + 1)}.handle(bottom) [label="No"]`,
	]);
	return `a { # A\n${steps.flat().join('\n')}\nn8: rectangle label:"Ready"\nn9: circle label:"Done"\n${between}\n}\n`;
}

test('what changed comes first; of many routes some are listed, and how many more there are is said', async t => {
	const sides = [ladder(straight), ladder(straight).replace('"Done"', '"Cancelled"')] as const;
	const out = await comparison(...sides);
	t.regex(out, /^old → new\n\nStructure: 1 change\n[\s\S]*\n\nRoutes: 128\n[\s\S]*\n\n {2}ends otherwise:\n/);
	t.is(out.match(/^ {4}Done → Cancelled /gm)?.length, 10);
	t.regex(out, /\n {4}and 118 more; --limit all lists them\n$/);
	const few = await comparison(...sides, '--limit', '3');
	t.is(few.match(/^ {4}Done → Cancelled /gm)?.length, 3);
	const all = await comparison(...sides, '--limit', 'all');
	t.is(all.match(/^ {4}Done → Cancelled /gm)?.length, 128);
	t.notRegex(all, /more; --limit/);
	const table = await comparison(...sides, '--format', 'markdown');
	t.regex(table, /^## old → new\n\n\| Change \|[\s\S]*\n\n\*\*128 routes\*\*\n[\s\S]*\n\n\| Route \|/);
	t.regex(table, /\n\nNot listed: 118 ends otherwise; `--limit all` lists them\.\n$/);
	const data = JSON.parse(await comparison(...sides, '--format', 'json', '--limit', '3'));
	t.is(data.routes.outcome.length, 128);
});

test('routes that are too many to be compared one by one are counted, and that is said beside their number', async t => {
	const many = ladder(straight, 15);
	const sides = [many, many.replace('"Done"', '"Cancelled"')] as const;
	t.regex(
		await comparison(...sides),
		/\n\nRoutes: 32,768; too many to compare one by one\n {2}Cancelled {2}0 → 32,768\n/,
	);
	const table = await comparison(...sides, '--format', 'markdown');
	t.regex(table, /^\*\*32,768 routes\*\*; too many to compare one by one$/m);
	const {routes} = JSON.parse(await comparison(...sides, '--format', 'json'));
	t.like(routes, {compared: false, outcome: []});
});

test('Markdown says so where a forge would cut it', async t => {
	const label = `"Cancelled ${'for a long reason '.repeat(30)}"`;
	const sides = [ladder(straight), ladder(straight).replace('"Done"', label)] as const;
	const note = /^## .*\n\n> This is longer than the 65,536 characters that a forge takes in a comment\.\n/;
	t.regex(await comparison(...sides, '--format', 'markdown', '--limit', 'all'), note);
	t.notRegex(await comparison(...sides, '--format', 'markdown'), note);
});

test('of many routes that take the same new step nothing is said to be left out', async t => {
	const out = await comparison(
		ladder(straight),
		ladder(
			'n10: rectangle label:"Scan"\nn8.handle(right) -> n10.handle(left)\nn10.handle(right) -> n9.handle(left)',
		),
	);
	t.regex(out, /other steps:\n {4}128 routes {2}Done 128\n {6}now {2}also n10 “Scan”\n/);
	t.notRegex(out, /more; --limit/);
});
