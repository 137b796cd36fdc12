import fs from 'node:fs';
import {join, resolve} from 'node:path';
import test from 'ava';
import {readRecord} from '../../source/drill/record.js';
import {carryOut} from '../helpers/command.js';
import {folder} from '../helpers/folder.js';
import {cases} from '../helpers/golden.js';
import {pipe} from '../helpers/pipe.js';

const eventsAt = (path: string) => readRecord(fs.readFileSync(path)).events;

// The first line of a case is the command line; what follows are the lines that are typed.
for (const {name, input, kept} of cases('test/commands/plain'))
	test(`--plain: ${name}`, async t => {
		const home = folder(t);
		fs.copyFileSync('test/commands/plain-cards.yaml', join(home, 'cards.yaml'));
		fs.copyFileSync('test/commands/plain-branches.fz', join(home, 'branches.fz'));
		fs.copyFileSync('test/commands/plain-dashes.fz', join(home, 'dashes.fz'));
		fs.copyFileSync('test/commands/unread-way.fz', join(home, 'unread-way.fz'));
		for (const sample of ['blue-green', 'api-gateway'])
			fs.copyFileSync(`samples/${sample}.fz`, join(home, `${sample}.fz`));
		for (const model of ['several-ends', 'payment-retry'])
			fs.copyFileSync(`test/run/models/${model}.fz`, join(home, `${model}.fz`));
		const [line = '', ...typed] = input.split('\n');
		const {code, out, err} = await pipe(line.split(' '), typed.join('\n'), {
			cwd: home,
			env: {XDG_STATE_HOME: join(home, 'state')},
		});
		t.is(code, 0);
		t.notRegex(out, /\x1b/);
		const said = err.replaceAll(/\/\S*\//g, '').replace(/\d{8}T\d{6}-\d{3}Z/, 'WHEN');
		const actual = `${out}${said.replaceAll(/^(?=.)/gm, '! ')}`.replaceAll(/\d\d:\d\d:\d\d/g, 'HH:MM:SS');
		t.is(actual, kept(actual));
	});

test('what is written down line by line is in the record and in the report', async t => {
	const path = join(folder(t), 'drill.jsonl');
	const words = ['samples/blue-green.fz', '--plain', '--record', path, '--as', 'Ben', '--why'];
	const lines = [
		'.',
		'1',
		'blue takes traffic',
		'a',
		'it is quiet',
		'action say which is active @Ben !2026-02-01',
		'inject the pager is silent',
		'pause',
		'pause',
		'expect success',
		'q',
	];
	const {code, out, err} = await pipe(words, `${lines.join('\n')}\n`);
	t.is(code, 0);
	t.regex(out, /^why Blue: \(an empty line takes it back\) blue takes traffic$/m);
	t.regex(err, /^flowzap-tui: drill recorded\. To go on:\n {2}flowzap-tui resume .*drill\.jsonl\n$/);
	const facts = eventsAt(path).map(({type, text, node, by, why, owner, due}) => ({
		type,
		...(by !== undefined && {by}),
		...(text !== undefined && {text, node}),
		...(why !== undefined && {why}),
		...(owner !== undefined && {owner, due}),
	}));
	t.deepEqual(facts.slice(6), [
		{type: 'why', by: 'Ben', text: 'blue takes traffic', node: 'n7'},
		{type: 'decide', by: 'Ben', why: 'blue takes traffic'},
		{type: 'note', by: 'Ben', text: 'it is quiet', node: 'n8'},
		{
			type: 'action',
			by: 'Ben',
			text: 'say which is active',
			node: 'n8',
			owner: 'Ben',
			due: '2026-02-01',
		},
		{type: 'inject', by: 'Ben', text: 'the pager is silent', node: 'n8'},
		{type: 'pause', by: 'Ben'},
		{type: 'resume', by: 'Ben'},
		{type: 'expect', by: 'Ben'},
		{type: 'leave'},
	]);
	const report = await carryOut(['report', path]);
	t.regex(report.out, /^- 00:00:0\d it is quiet \(Ben, at Deploy to Green\)$/m);
	t.regex(report.out, /^- \[ \] say which is active \(\*\*Ben\*\*, by 2026-02-01\)$/m);
	t.regex(report.out, /\*\*was not brought to its end\*\*; success was expected/);
});

test('a reason is on disk before its decision, and stands when the drill goes on', async t => {
	const path = join(folder(t), 'drill.jsonl');
	await pipe(['samples/blue-green.fz', '--plain', '--why', '--record', path], '.\nw customers told us\nq\n');
	t.like(eventsAt(path).at(-2), {type: 'why', text: 'customers told us', node: 'n7'});
	t.is(eventsAt(path).at(-1)?.type, 'leave');
	const {out} = await pipe(['resume', path, '--plain'], 'notes\n1\nq\n');
	t.regex(out, /step 5 {2}Current active\?: because customers told us/);
	t.like(eventsAt(path).at(-2), {type: 'decide', why: 'customers told us'});
	const report = await carryOut(['report', path]);
	t.regex(report.out, /Current active\? ► Blue → Deploy to Green — customers told us/);
	t.notRegex(report.out, /a reason, at/);
});

test('an unfinished drill is offered line by line too, and goes on where it was', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	await pipe(['samples/blue-green.fz', '--plain'], '.\n2\na half way\nq\n', {env});
	const {out} = await pipe(['samples/blue-green.fz', '--plain'], '\n1\nyes\nnotes\n.\nno\n.\nq\n', {env});
	t.regex(
		out,
		/^Resume the drill of .* UTC, at step 6\? \(y\/n\) \n\(yes or no\?\)\nResume .*1\n\(yes or no\?\)\nResume .*yes\n/,
	);
	t.regex(out, /^Step 6\. Blue-Green Controller: Deploy to Blue$/m);
	t.regex(out, /step 6 {2}Deploy to Blue: half way/);
	t.regex(out, /Outcome: ROLLBACK/);
	const folders = join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills');
	t.is(fs.readdirSync(folders).length, 1);
	t.is((await pipe(['resume'], '', {env})).code, 1);
});

test('a drill that was refused is not offered again once another was begun, and goes on by its name', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const records = join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills');
	const walk = async (input: string) => (await pipe(['samples/blue-green.fz', '--plain'], input, {env})).out;
	await walk('.\n2\na the first\nq\n');
	const [first = ''] = fs.readdirSync(records);
	// Nothing was begun instead: it is still the last drill of the file.
	t.regex(await walk('n\nq\n'), /^Resume the drill of .* at step 6\?/);
	t.regex(await walk('n\n.\nq\n'), /^Resume the drill of .* at step 6\?/);
	const second = await walk('y\n1\n.\nyes\n.\nyes\n.\nq\n');
	t.regex(second, /^Resume the drill of .* at step 5\?/);
	t.regex(second, /Outcome: SUCCESS/);
	t.notRegex(await walk('q\n'), /Resume/);
	t.is(fs.readdirSync(records).length, 2);
	const other = await pipe(['samples/saga.fz', '--plain'], '.\nq\n', {env});
	t.notRegex(other.out, /Resume/);
	const {out} = await pipe(['resume', join(records, first), '--plain'], 'notes\nq\n', {env});
	t.regex(out, /step 6 {2}Deploy to Blue: the first/);
});

test('a drill that another machine holds is told of, with what to do', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	const records = join(env.XDG_STATE_HOME, 'flowzap-tui', 'drills');
	await pipe(['samples/blue-green.fz', '--plain'], '.\n2\nq\n', {env});
	const path = join(records, fs.readdirSync(records)[0] ?? '');
	fs.writeFileSync(`${path}.lock`, '1 db\u001b[2J1\n');
	for (const words of [['samples/blue-green.fz', '--plain'], ['resume'], ['resume', path]]) {
		const {out, err} = await pipe(words, 'q\n', {env});
		t.regex(err, /the drill goes on in another program, number 1 on db␛\[2J1; its last line is of/);
		t.true(err.includes(`(if number 1 on db␛[2J1 is no flowzap-tui, remove ${path}.lock)`));
		t.notRegex(out, /Resume/);
	}
	fs.rmSync(`${path}.lock`);
	t.regex((await pipe(['samples/blue-green.fz', '--plain'], 'n\nq\n', {env})).out, /^Resume/);
});

test('resume goes on line by line at once', async t => {
	const env = {XDG_STATE_HOME: folder(t)};
	await pipe(['samples/blue-green.fz', '--plain'], '.\n2\nq\n', {env});
	const {out, code} = await pipe(['resume', '--plain'], '.\nno\n.\nq\n', {env, cwd: resolve('samples')});
	t.is(code, 0);
	t.regex(out, /^\(the drill goes on where it was left\)\nStep 6\. Blue-Green Controller: Deploy to Blue\n/);
	t.regex(out, /Outcome: ROLLBACK/);
});

test('where nothing can be written that is told with every answer, and at the end', async t => {
	const file = join(folder(t), 'file');
	fs.writeFileSync(file, '');
	const {code, out, err} = await pipe(['samples/saga.fz', '--plain'], '.\na one\nq\n', {
		env: {XDG_STATE_HOME: file},
	});
	t.is(out.match(/^NOT SAFE: /gm)?.length, 3);
	t.regex(out, /^Not safe: quit, lose notes\? \(y\/n\) \(no answer: yes\)$/m);
	t.is(code, 4);
	t.regex(err, /^flowzap-tui: NOT SAFE: .*; not all of the drill is in /);
});

test('a record that is there already is not begun again', async t => {
	const path = join(folder(t), 'drill.jsonl');
	fs.writeFileSync(path, 'mine');
	const {code, err} = await pipe(['samples/saga.fz', '--plain', '--record', path], '.\n');
	t.is(code, 4);
	t.regex(err, /is there already: name another file\n$/);
	t.is(fs.readFileSync(path, 'utf8'), 'mine');
});

test('a person of a lane that there is not is told of', async t => {
	const {exit, err} = await carryOut(['samples/blue-green.fz', '--plain', '--people', 'Ana=CI,Ben=Load']);
	t.is(exit, 2);
	t.regex(err, /--people: no lane is called Load; there are: CI \(CI Pipeline\), BlueGreen/);
});

test('an outcome is expected by the same names from the start and later on', async t => {
	const open = ['samples/blue-green.fz', '--plain', '--no-record', '--expect'];
	const {exit, err} = await carryOut([...open, 'victory']);
	t.is(exit, 2);
	t.regex(err, /no outcome is called victory; there are: success, rollback\n/);
	const {code, out} = await pipe([...open, ' Rollback '], 'expect  SUCCESS \nexpect victory\nq\n');
	t.is(code, 0);
	t.regex(out, /\(expected: success\)/);
	t.regex(out, /no outcome is called that; there are: success, rollback/);
});

test('where there is no screen, what is asked of a drill is refused, and nothing is drawn', async t => {
	const home = folder(t);
	for (const asked of [
		['--record', join(home, 'a.jsonl')],
		['--cards', 'nothere.yaml'],
		['--people', 'Ana=Nope'],
		['--blind'],
		['--start', 'n1'],
	]) {
		const {exit, out, err} = await carryOut(['samples/saga.fz', ...asked]);
		t.is(exit, 2);
		t.is(out, '');
		t.regex(
			err,
			new RegExp(`^flowzap-tui: ${asked[0]} is for a drill, and there is no screen here: add --plain`),
		);
	}
	t.deepEqual(fs.readdirSync(home), []);
	t.is((await carryOut(['samples/saga.fz', '--no-record', '--ascii'])).exit, 0);
});
