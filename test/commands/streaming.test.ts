import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, openSync} from 'node:fs';
import {Readable} from 'node:stream';
import {text as readAll} from 'node:stream/consumers';
import test from 'ava';

/** A ladder of decisions: 2^size routes. */
function ladder(size: number): string {
	const nodes = Array.from({length: size}, (_, i) => `n${i}: diamond label:"Step ${i}?"`);
	const edges = Array.from({length: size}, (_, i) => [
		`n${i}.handle(right) -> n${i + 1}.handle(left) [label="Yes"]`,
		`n${i}.handle(bottom) -> n${i + 1}.handle(bottom) [label="No"]`,
	]).flat();
	return ['a {', ...nodes, `n${size}: circle label:"End"`, ...edges, '}', ''].join('\n');
}

function start(argv: readonly string[], input: string) {
	const child = spawn(process.execPath, ['build/source/cli.js', ...argv]);
	Readable.from([input]).pipe(child.stdin);
	return child;
}

test('a reader that has seen enough ends the listing of a million million routes', async t => {
	const child = start(['paths', '-', '--format', 'csv'], ladder(40));
	const errors = readAll(child.stderr);
	await once(child.stdout, 'data');
	child.stdout.destroy();
	const [code] = await once(child, 'exit');
	t.is(code, 0);
	t.is(await errors, '');
});

test('Ctrl-C ends it with the count so far, exit 130 and a whole document', async t => {
	const child = start(['paths', '-', '--format', 'ndjson'], ladder(40));
	const errors = readAll(child.stderr);
	let first = true;
	let out = '';
	child.stdout.on('data', chunk => {
		out += chunk;
		if (first) child.kill('SIGINT');
		first = false;
	});
	const [code] = await once(child, 'close');
	t.is(code, 130);
	t.regex(await errors, /^flowzap-tui: interrupted; [\d,]+ of 1,099,511,627,776 routes are listed\n$/);
	const end = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
	t.like(end, {type: 'end', complete: false});
	t.is(end.listed, out.trimEnd().split('\n').length - 2);
});

const full = '/dev/full';
const onFullDisk = existsSync(full) ? test : test.skip;
const writers = [
	'--version',
	'--help',
	'draw samples/saga.fz --format svg',
	'run samples/saga.fz --seed 7',
	'paths samples/saga.fz',
	'paths samples/saga.fz --format csv',
	'diff samples/saga.fz samples/blue-green.fz',
	'check samples/saga.fz --format json',
	'fmt -',
	'samples/saga.fz --plain --no-record',
	'completion bash',
	'doctor',
];

for (const line of writers)
	onFullDisk(`a full disk is told in a sentence, and is exit code 4: ${line}`, async t => {
		const child = spawn(process.execPath, ['build/source/cli.js', ...line.split(' ')], {
			stdio: ['pipe', openSync(full, 'w'), 'pipe'],
		});
		child.stdin?.end('a { # A\n}\n');
		const errors = child.stderr ? readAll(child.stderr) : '';
		const [code] = await once(child, 'close');
		t.is(code, 4);
		t.is(await errors, 'flowzap-tui: the output cannot be written: the disk is full\n');
	});

onFullDisk('complaints that nobody can hear change nothing', async t => {
	const child = spawn(process.execPath, ['build/source/cli.js', 'check', 'nowhere.fz'], {
		stdio: ['ignore', 'ignore', openSync(full, 'w')],
	});
	const [code] = await once(child, 'close');
	t.is(code, 4);
});
