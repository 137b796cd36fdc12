import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv, type ValidateFunction} from 'ajv';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {lineFor, noTip} from '../../source/drill/event.js';
import {openingFacts, originOf} from '../../source/drill/opening.js';
import type {Action} from '../../source/session/action.js';
import {newDrill} from '../../source/session/drill.js';
import {factsOf} from '../../source/session/record.js';
import {reduce} from '../../source/session/reduce.js';
import {carryOut} from '../helpers/command.js';
import {examplesOf, keptPart} from '../helpers/documents.js';
import {folder} from '../helpers/folder.js';
import {at, sessionOf} from '../helpers/session.js';
import {workplace} from '../helpers/workplace.js';

const page = readFileSync('docs/formats.md', 'utf8');
const ajv = new Ajv({strict: true, strictRequired: false, strictTypes: false, strictTuples: false});
const validators = new Map(
	readdirSync('schemas').map(file => [file.replace('.schema.json', ''), ajv.compile(schema(file))]),
);

function schema(file: string) {
	return JSON.parse(readFileSync(join('schemas', file), 'utf8'));
}

function validator(name: string): ValidateFunction {
	const found = validators.get(name);
	if (!found) throw new Error(`no schema ${name}`);
	return found;
}

/** What is wrong with `value`; undefined where it is as the schema says. */
function fault(name: string, value: unknown): string | undefined {
	const isValid = validator(name);
	return isValid(value)
		? undefined
		: `${JSON.stringify(value)?.slice(0, 300)} ${ajv.errorsText(isValid.errors)}`;
}

const models = [
	...readdirSync('samples').map(name => join('samples', name)),
	...readdirSync('test/run/models').map(name => join('test/run/models', name)),
];

async function json(...words: readonly string[]): Promise<unknown> {
	return JSON.parse((await carryOut(words)).out);
}

test('geometry is as its schema says', async t => {
	for (const file of models)
		for (const zoom of ['full', 'map'])
			t.is(fault('geometry', await json('draw', file, '--zoom', zoom, '--format', 'json')), undefined, file);
	t.truthy(
		fault('geometry', {
			schema: 'flowzap-tui/geometry/1',
			width: 1,
			height: 1,
			lanes: [],
			nodes: [{id: 'n1', x: 0, y: 0, width: 0, height: 1}],
			edges: [],
		}),
	);
});

test('problems are as their schema says', async t => {
	const hostile = readdirSync('test/checks/cases').map(name => join('test/checks/cases', name));
	const told = await json('check', '--format', 'json', ...models, ...hostile, 'docs/language.md');
	t.is(fault('check', told), undefined);
	const {files} = told as {files: {problems: {route?: unknown; fix?: unknown}[]}[]};
	const problems = files.flatMap(file => file.problems);
	t.true(problems.some(({route}) => route) && problems.some(({fix}) => fix));
	t.truthy(
		fault('check', {
			schema: 'flowzap-tui/check/1',
			files: [{name: 'a', problems: [{code: 'x', severity: 'fatal', message: ''}]}],
		}),
	);
});

test('records, reports and coverage are as their schemas say', async t => {
	const home = folder(t);
	const record = (index: number, seed: number) => join(home, `${index}-${seed}.jsonl`);
	for (const [index, file] of models.entries())
		for (const seed of [1, 2, 3]) {
			await carryOut([
				'run',
				file,
				'--seed',
				String(seed),
				'--record',
				record(index, seed),
				'--start',
				'all',
			]);
			for (const line of readFileSync(record(index, seed), 'utf8').trim().split('\n'))
				t.is(fault('record', JSON.parse(line)), undefined, file);
			t.is(fault('report', await json('report', record(index, seed), '--format', 'json')), undefined, file);
		}
	for (const [index, file] of models.entries())
		t.is(
			fault('coverage', await json('coverage', file, record(index, 1), record(index, 2), '--format', 'json')),
			undefined,
			file,
		);
});

test('what a session writes down is as the schema says, and so is the report of it', async t => {
	const text = readFileSync('samples/blue-green.fz', 'utf8');
	const actions: readonly Action[] = [
		{type: 'run on'},
		{type: 'open', panel: 'why'},
		{type: 'type', text: 'Blue is idle'},
		{type: 'submit'},
		{type: 'choose', number: 1},
		{type: 'pause'},
		{type: 'pause'},
		{type: 'back'},
		{type: 'jump', node: 'n8'},
		{type: 'read', split: 'all', join: 'and'},
		{type: 'restart'},
		...(['note', 'action', 'inject', 'expect'] as const).flatMap((panel): Action[] => [
			{type: 'open', panel},
			{type: 'type', text: panel === 'expect' ? 'rollback' : 'look @Ben !2026-02-01'},
			{type: 'submit'},
		]),
		{type: 'reload', source: {name: 'blue-green.fz', text: `${text}\n`}, ...read(`${text}\n`)},
	];
	let session = sessionOf(text, {
		source: {name: 'blue-green.fz', text},
		size: {columns: 120, rows: 40},
		now: at(1000),
		drill: {
			...newDrill,
			who: 'Cleo',
			people: [{name: 'Ana', lane: 'CI'}],
			cards: [{node: 'n7', text: 'The pager rings'}],
		},
	});
	const facts = openingFacts(session.run, originOf('blue-green.fz', text), {
		version: '1.0.0',
		expected: 'success',
		overrides: new Map([['safe stop', ['n13', 'e12']]]),
		people: session.drill.people,
	});
	for (const action of actions) {
		const next = reduce(session, action);
		facts.push(...factsOf(session, next));
		session = next;
	}
	let tip = noTip;
	const [types, lines] = [new Set<string>(), [] as string[]];
	for (const fact of [...facts, {type: 'close'}, {type: 'token', token: 2}, {type: 'unheard-of', of: 1}]) {
		const [line, next] = lineFor(fact, tip, {t: '2026-01-05T10:00:00.000Z', mono: 0});
		t.is(fault('record', JSON.parse(line)), undefined);
		tip = next;
		types.add(fact.type);
		lines.push(`${line}\n`);
	}
	for (const type of [
		'open',
		'start',
		'move',
		'decide',
		'pause',
		'resume',
		'undo',
		'jump',
		'reading',
		'restart',
		'note',
		'action',
		'inject',
		'why',
		'expect',
		'file',
	])
		t.true(types.has(type), type);
	const record = join(folder(t), 'session.jsonl');
	writeFileSync(record, lines.join(''));
	const report = await json('report', record, '--format', 'json');
	t.is(fault('report', report), undefined);
	const {entries} = report as {entries: readonly {type: string; text: string}[]};
	t.deepEqual([...new Set(entries.map(({type}) => type))].sort(), ['action', 'inject', 'note', 'why']);
	t.true(entries.some(({text}) => text === 'The pager rings'));
	t.truthy(fault('record', {v: 1, seq: 1, t: '2026-01-05T10:00:00.000Z', mono: 0, type: 'note', prev: ''}));
});

test('the command lines of the page work, and what they write is as the page says', async t => {
	const {shell, path} = workplace(t);
	// Who reads the README first has its records already, and none is written over.
	for (const {line} of examplesOf('README.md').filter(one => one.line.includes('--record')))
		await shell(line);
	t.true(readdirSync(path).some(name => name.endsWith('.jsonl')));
	for (const [, block = ''] of page.matchAll(/```sh\n([\s\S]*?)```/g))
		for (const line of block.trim().split('\n')) {
			const {exit, output} = await shell(line);
			t.is(exit, 0, `${line}\n${output}`);
		}
	const written = (name: string) => JSON.parse(readFileSync(join(path, name), 'utf8'));
	t.is(fault('geometry', written('geometry.json')), undefined);
	t.is(fault('check', written('problems.json')), undefined);
	t.is(fault('report', written('report.json')), undefined);
	t.is(fault('coverage', written('coverage.json')), undefined);
	const edge = written('geometry.json').edges.find(({id}: {id: string}) => id === 'e3');
	const shown = `\n\`\`\`json\n${JSON.stringify(edge, null, 1).replaceAll(/\n\s*/g, ' ')}\n\`\`\`\n\n`;
	t.is(keptPart('docs/formats.md', 'geometry', shown), shown);
	const [, problem] = Array.from(page.matchAll(/```json\n([\s\S]*?)```/g), ([, text = '']) =>
		JSON.parse(text),
	);
	t.is(
		fault('check', {schema: 'flowzap-tui/check/1', files: [{name: 'x.fz', problems: [problem]}]}),
		undefined,
	);
	const [, line = ''] = /```json\n([^\n]*)\n```/.exec(readFileSync('docs/drill.md', 'utf8')) ?? [];
	t.is(fault('record', {...JSON.parse(line), prev: ''}), undefined);
});

test('every JSON names its schema, and is as it says', async t => {
	const [sample, record] = ['samples/blue-green.fz', join(folder(t), 'drill.jsonl')];
	await carryOut(['run', sample, '--seed', '1', '--record', record]);
	const written: Readonly<Record<string, readonly string[]>> = {
		check: ['check', sample],
		coverage: ['coverage', sample, record],
		diff: ['diff', sample, 'samples/saga.fz'],
		geometry: ['draw', sample],
		paths: ['paths', sample],
		report: ['report', record],
		scenarios: ['paths', sample, '--scenarios'],
	};
	// Of a record the other tests read every line.
	t.deepEqual([...validators.keys()].sort(), [...Object.keys(written), 'record'].sort());
	for (const [name, argv] of Object.entries(written)) {
		const document = await json(...argv, '--format', 'json');
		t.is((document as {schema: string}).schema, `flowzap-tui/${name}/1`);
		t.is(fault(name, document), undefined);
		t.is(schema(`${name}.schema.json`).$id, `urn:flowzap-tui:${name}:1`);
	}
});

test('the page names every schema', t => {
	for (const file of readdirSync('schemas')) t.true(page.includes(`../schemas/${file}`), file);
});
