import fs from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {allCommands} from '../../source/main.js';
import type {World} from '../../source/world.js';
import {carryOut} from '../helpers/command.js';
import {factsOfDrill, recordText} from '../helpers/drill.js';
import {folder} from '../helpers/folder.js';
import {pipe} from '../helpers/pipe.js';
import {answering} from '../helpers/trace.js';

/** What has a sign of ours in every command: a cut label, a loop, a split, a label twice, a node that is not there. */
function diagram(label: string): string {
	return `ops { # Ops
n1: circle label="${label}"
n2: diamond label:"Is it fixed?"
n3: rectangle label:"Fix it; a label so long that a problem names only the beginning of it"
n4: circle label:"Rollback"
n5: circle label:"Done"
n1.handle(right) -> n2.handle(left) [label="Failed"]
n2.handle(right) -> n3.handle(left) [label="Yes"]
n2.handle(top) -> n4.handle(left) [label="Yes"]
n2.handle(bottom) -> n2.handle(top) [label="Again"]
n3.handle(right) -> n5.handle(left)
n3.handle(right) -> n4.handle(left)
n9.handle(right) -> n5.handle(left)
loop [until it is fixed] n2 n3
}
`;
}

/** What writes nothing for people to stdout. */
const forPrograms = ['fmt', 'completion'];

/** Command lines by their command; `FILE`, `OTHER`, `RECORD` and `NONE` are files. */
const lines: Readonly<Record<string, readonly string[]>> = {
	open: ['FILE', 'NONE', '--nonsense', '--limit … FILE'],
	draw: ['FILE', 'FILE --wrap 8', 'FILE --choose n2=Yes', 'FILE --width 9'],
	run: ['FILE', 'FILE --seed 3', 'FILE --choose n2=No', 'OTHER --choose n7=Blue,n11=No --expect success'],
	paths: [
		'FILE',
		'FILE --format markdown',
		'FILE --scenarios',
		'FILE --scenarios --format markdown',
		'FILE --cover edges --to n5',
		'FILE --count',
		'OTHER --shortest all',
	],
	diff: ['FILE OTHER', 'OTHER FILE --format markdown', 'FILE FILE'],
	check: ['FILE OTHER', 'NONE', '--format none'],
	fmt: ['FILE', 'OTHER', 'OTHER --check', 'NONE'],
	replay: ['RECORD', 'RECORD FILE', 'FILE'],
	resume: ['RECORD', 'FILE'],
	report: ['RECORD', 'RECORD --format cast', 'NONE'],
	coverage: ['FILE RECORD', 'OTHER RECORD', 'OTHER FILE'],
	doctor: [''],
	completion: ['bash', 'zsh', 'fish', ''],
};

/** All that the commands write, on stdout and stderr, about a file with `label`; with the option `--ascii` those that have it. */
async function written(
	t: ExecutionContext,
	label: string,
	env: World['env'],
	isAsked = false,
): Promise<Map<string, string>> {
	const home = folder(t);
	const path = (name: string) => join(home, name);
	const files = {
		FILE: path('a.fz'),
		OTHER: 'samples/blue-green.fz',
		RECORD: path('a.jsonl'),
		NONE: path('b.fz'),
	};
	fs.writeFileSync(files.FILE, diagram(label));
	const scenes = [(run: Parameters<typeof answering>[0]) => answering(run, 'Again', 'Yes'), {type: 'close'}];
	fs.writeFileSync(files.RECORD, recordText(factsOfDrill(files.FILE, scenes)));
	const told = new Map<string, string>();
	const world = {env: {...env, XDG_STATE_HOME: path('state'), HOME: home}};
	for (const [command, list] of Object.entries(lines))
		for (const line of [...list, '--help']) {
			const words = line.split(' ').filter(Boolean);
			const named = words.map(word => files[word as keyof typeof files] ?? word);
			const asked = isAsked && !forPrograms.includes(command) ? ['--ascii'] : [];
			const {out, err} = await carryOut([command, ...asked, ...named], world);
			told.set(`${command} ${line}`, out + err);
		}
	const answers = ['.', 'no such branch', 'a', 'a note', '2', '?', 'u', 'details', 'notes', 'q', ''].join(
		'\n',
	);
	const asked = isAsked ? ['--ascii'] : [];
	const {out, err} = await pipe([files.FILE, '--plain', ...asked], answers, {env: {...world.env}});
	told.set('--plain', out + err);
	told.set('--help', (await carryOut(['--help', ...asked], world)).out);
	return told;
}

test('every command has its line', async t => {
	const names = (await allCommands()).map(({name}) => name);
	t.deepEqual(Object.keys(lines).sort(), names.sort());
});

test('with LC_ALL=C nothing but ASCII is written about a file in ASCII', async t => {
	for (const [line, told] of await written(t, 'It -> is broken', {LC_ALL: 'C'}))
		t.notRegex(told, /[^\x00-\x7e]/, line);
	const all = [...(await written(t, 'It is broken', {})).values()];
	t.true(all.filter(told => /[^\x00-\x7e]/.test(told)).length > 20, 'signs that have to be spelled');
});

test('with --ascii every command that writes for people writes ASCII', async t => {
	for (const [line, told] of await written(t, 'It -> is broken', {}, true))
		if (!forPrograms.includes(line.split(' ')[0] ?? '')) t.notRegex(told, /[^\x00-\x7e]/, line);
	for (const command of forPrograms) {
		const {exit, err} = await carryOut([command, '--ascii']);
		t.is(exit, 2);
		t.regex(err, /there is no option --ascii/);
	}
});

test('with --ascii a command line that cannot be carried out is complained of in ASCII', async t => {
	const {exit, err} = await carryOut(['draw', 'samples/blue-green.fz', '--ascii', '--width', '…']);
	t.is(exit, 2);
	t.regex(err, /--width takes a whole number from \d+ to \d+; not \.\.\.\n/);
});

test('with LC_ALL=C a hostile label is shown harmlessly in ASCII', async t => {
	const spelled: string[] = [];
	for (const [line, told] of await written(t, 'It \x1b[31m is\u202e broken', {LC_ALL: 'C'})) {
		// The canonical form in a pipe is the file's own text.
		if (line === 'fmt FILE') continue;
		t.notRegex(told, /[^\n\t\x20-\x7e]/, line);
		if (told.includes('?[31m') && told.includes('{U+202E}')) spelled.push(line.split(' ')[0] ?? '');
	}
	for (const command of ['open', 'draw', 'run', 'paths', 'diff', 'check', 'replay', 'report', '--plain'])
		t.true(spelled.includes(command), command);
});

test('what programs read is the same whatever the locale', async t => {
	for (const line of [
		'paths FILE --format json',
		'paths FILE --format ndjson',
		'paths FILE --format csv',
		'paths FILE --format gherkin',
		'paths FILE --format mermaid',
		'paths FILE --format dot',
		'paths FILE --scenarios --format csv',
		'diff FILE samples/saga.fz --format json',
		'check FILE --format json',
		'check FILE --format sarif',
		'check FILE --format github',
		'draw FILE --format svg',
		'draw FILE --format json',
		'coverage FILE --format json',
		'fmt FILE',
	]) {
		const words = line.replace('FILE', 'samples/blue-green.fz').split(' ');
		const out = async (env: World['env'], ...more: string[]) =>
			(await carryOut([...words, ...more], {env: {...env, XDG_STATE_HOME: '/none'}})).out;
		const here = await out({});
		t.is(await out({LC_ALL: 'C'}), here, line);
		if (words[0] !== 'fmt') t.is(await out({}, '--ascii'), here, line);
	}
});

test('a line that was cut keeps its columns, and the carets under it their place', async t => {
	const path = join(folder(t), 'a.fz');
	fs.writeFileSync(path, `a { # A\nn1: circle label:"${'word '.repeat(30)}" owner="x"\n}\n`);
	const [wide, ascii] = [{}, {LC_ALL: 'C'}].map(env => carryOut(['check', path], {env}));
	const lengths = (text = '') => Array.from(text.matchAll(/^ +\d* \|.*$/gm), ([line]) => line.length);
	t.regex((await wide)?.out ?? '', /\| …/);
	t.deepEqual(lengths((await ascii)?.out), lengths((await wide)?.out));
});
