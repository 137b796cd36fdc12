import {spawn} from 'node:child_process';
import {once} from 'node:events';
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
