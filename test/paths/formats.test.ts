import {readFileSync} from 'node:fs';
import {AstBuilder, GherkinClassicTokenMatcher, Parser} from '@cucumber/gherkin';
import {IdGenerator} from '@cucumber/messages';
import {Ajv} from 'ajv';
import test from 'ava';
import {parse as parseCsv} from 'csv-parse/sync';
import parseDot from 'dotparser';
import {JSDOM} from 'jsdom';
import type {Diagram} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';
import {Bytes} from '../../source/paths/formats/bytes.js';
import {formats} from '../../source/paths/formats/formats.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {everything, Query} from '../../source/paths/query.js';
import {hostileDiagram, hostileLabels} from '../helpers/hostile.js';
import {diagramOf} from '../helpers/random-diagram.js';

type FormatName = keyof typeof formats;

function written(name: FormatName, of: Diagram = hostileDiagram, subject = 'routes'): string {
	const outcomes = outcomesOf(of);
	const query = new Query(outcomes, everything);
	const writer = formats[name].open({
		diagram: of,
		file: {name: 'x"\n=1|.fz', sha256: '0'.repeat(64)},
		errors: 0,
		options: {via: ['n1']},
		subject,
		byOutcome: true,
		counts: query.count(),
		estimate: {value: 12.5, error: 0.1},
		columns: 80,
	});
	const text = new Bytes().add(writer.begin());
	for (const route of query.routes()) for (const part of [writer.route(route)].flat()) text.add(part);
	return Buffer.from(text.add(writer.end({listed: hostileLabels.length, cut: true})).all).toString();
}

const schema = JSON.parse(readFileSync('schemas/paths.schema.json', 'utf8'));
const ajv = new Ajv({strict: true, strictRequired: false});
const isDocument = ajv.compile(schema);
const isLine = ajv.compile({$ref: 'urn:flowzap-tui:paths:1#/definitions/line'});

for (const name of Object.keys(formats) as FormatName[])
	test(`${name}: no label steers a terminal or hides`, t => {
		t.notRegex(written(name), /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e\u2066\u2028]/);
	});

test('what is listed may bear the name of an outcome, which is a label too', t => {
	const subject = 'a shortest route to \u001B[31m<b> | @ops %%{init}%% \u202E';
	for (const name of Object.keys(formats) as FormatName[])
		t.notRegex(written(name, hostileDiagram, subject), /\u001B|\u202E/, name);
	t.notRegex(written('markdown', hostileDiagram, subject), /<b>|[^\\]\| @ops|@ops/);
	t.notRegex(written('mermaid', hostileDiagram, subject), /%%\{/);
});

test('JSON is one document of the schema, with every label as it was', t => {
	const document = JSON.parse(written('json'));
	t.true(isDocument(document), JSON.stringify(isDocument.errors));
	t.deepEqual(
		document.paths.map((path: {decisions: {choice: string}[]}) => path.decisions[0]?.choice),
		hostileLabels,
	);
	t.false(isDocument({...document, count: 14}));
});

test('NDJSON is lines of the schema: a header, the routes, an end', t => {
	const lines = written('ndjson')
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line));
	for (const line of lines) t.true(isLine(line), JSON.stringify(isLine.errors));
	t.deepEqual(
		lines.map(line => line.type),
		['header', ...hostileLabels.map(() => 'path'), 'end'],
	);
});

test('CSV has a row for each route and no formula', t => {
	const rows: string[][] = parseCsv(written('csv'), {relax_column_count: false});
	t.is(rows.length, hostileLabels.length + 1);
	t.true(written('csv').endsWith('\r\n'));
	for (const row of rows) for (const cell of row) t.notRegex(cell, /^\s*[=+\-@]/);
	t.is(rows[12]?.[6], 'n0 n12');
});

test('CSV has no formula behind blanks either', t => {
	const asking = diagramOf(
		[
			['diamond', ' =cmd()'],
			['circle', 'A'],
			['circle', 'B'],
		],
		[
			[0, 1, 'x'],
			[0, 2, 'y'],
		],
	);
	const [, ...rows]: string[][] = parseCsv(written('csv', asking));
	t.deepEqual(
		rows.map(row => row[5]),
		["' =cmd(): x", "' =cmd(): y"],
	);
});

test('Gherkin has a scenario for each route', t => {
	const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
	const {feature} = parser.parse(written('gherkin'));
	const scenarios = (feature?.children ?? []).flatMap(child => child.scenario ?? []);
	t.is(scenarios.length, hostileLabels.length);
	for (const scenario of scenarios) t.is(scenario.steps.length, 4);
	t.deepEqual(
		scenarios[0]?.steps.map(step => step.text),
		[
			'the process begins at "Which?␊”" (n0)',
			'"Which?␊”" is answered "plain"',
			'"plain" (n1) follows',
			'the outcome is "plain"',
		],
	);
});

const splitting = read(`a { # A
n1: rectangle label:"Alarm"
n2: rectangle label:"Mend"
n3: rectangle label:"Tell *all*"
n4: diamond label:"Mended?"
n5: circle label:"Done"
n6: circle label:"Escalated"
n1.handle(right) -> n2.handle(left) [label="Repair"]
n1.handle(bottom) -> n3.handle(top)
n2.handle(right) -> n4.handle(left)
n4.handle(right) -> n5.handle(left) [label="Yes"]
n4.handle(bottom) -> n6.handle(top) [label="No"]
}`).diagram;

test('where ways are taken at once it is said that a route is one of them', t => {
	const words =
		'All ways on from n1 “Alarm” are taken at once; a route follows one of them, --scenarios lists whole runs.';
	for (const name of ['text', 'markdown', 'gherkin'] as const) {
		const told = written(name, splitting).replaceAll(/\s+/g, ' ');
		t.true(told.includes(words), `${name}\n${told}`);
		t.false(written(name).includes('at once'), name);
	}
	t.deepEqual(JSON.parse(written('json', splitting)).splits, ['n1']);
	t.true(isDocument(JSON.parse(written('json', splitting))));
	t.deepEqual(JSON.parse(written('json')).splits, []);
});

test('of many nodes from which ways are taken at once three are named', t => {
	const fans = [1, 2, 3, 4, 5].map(
		at => `f${at}: rectangle label:"Fan ${at}"
f${at}.handle(right) -> e.handle(left) [label="a"]
f${at}.handle(right) -> e.handle(left) [label="b"]`,
	);
	const many = read(`a { # A\n${fans.join('\n')}\ne: circle label:"End"\n}`).diagram;
	t.regex(
		written('markdown', many),
		/^All ways on from f1 “Fan 1”, f2 “Fan 2”, f3 “Fan 3” and 2 more nodes are taken at once;/m,
	);
});

test('Gherkin asks nobody at a node that takes all its ways', t => {
	const text = written('gherkin', splitting);
	t.regex(text, /^ {4}When "Alarm" starts "Repair" among others\n {4}Then "Mend" \(n2\) follows$/m);
	t.regex(text, /^ {4}When "Alarm" starts "Tell \*all\*" among others$/m);
	t.regex(text, /^ {4}When "Mended\?" is answered "Yes"$/m);
	t.notRegex(text, /"Alarm" is answered/);
});

test('DOT holds every node and edge, labels as they were, the routes marked', t => {
	interface Part {
		readonly type: string;
		readonly children?: readonly Part[];
		readonly attr_list?: readonly {readonly id: string; readonly eq: string}[];
	}
	const [graph] = parseDot(written('dot')) as unknown as Part[];
	const parts = (part: Part): Part[] => [part, ...(part.children ?? []).flatMap(parts)];
	const all = graph ? parts(graph) : [];
	const edges = all.filter(part => part.type === 'edge_stmt');
	t.is(edges.length, hostileLabels.length);
	t.is(all.filter(part => part.type === 'node_stmt').length, hostileLabels.length + 1);
	for (const edge of edges)
		t.true(edge.attr_list?.some(({id, eq}) => id === 'penwidth' && String(eq) === '3'));
});

test('Mermaid: nothing but its own syntax outside of quotes, no quote or markup inside', t => {
	for (const line of written('mermaid').trimEnd().split('\n')) {
		const outside = line.replace(/"[^"]*"/g, '""');
		t.regex(
			outside,
			/^(flowchart LR| {2}%% [^{}]+| {2}subgraph lane\d+\[""\]| {4}node\d+(\(\(""\)\)|\[""\]|\{""\}|\[\[""\]\])| {2}end| {2}node\d+ ==>(\|""\|)? node\d+| {2}classDef walked [\w:-]+| {2}class node[\w,]+ walked)$/,
		);
		if (!line.startsWith('  %%'))
			for (const [, inside] of line.matchAll(/"([^"]*)"/g))
				t.notRegex((inside ?? '').replace(/#\d+;/g, ''), /[#"<>`[\]{}()|;&]/);
	}
});

test('Mermaid reads what is written for it', async t => {
	// Mermaid cleans labels with a document at hand, as a browser has one.
	const {window} = new JSDOM('');
	Object.assign(globalThis, {window, document: window.document});
	const {default: mermaid} = await import('mermaid');
	for (const name of ['blue-green', 'saga', 'api-gateway']) {
		const {diagram: sample} = read(readFileSync(`samples/${name}.fz`, 'utf8'));
		t.is((await mermaid.parse(written('mermaid', sample))).diagramType, 'flowchart-v2', name);
	}
	t.is((await mermaid.parse(written('mermaid'))).diagramType, 'flowchart-v2');
	await t.throwsAsync(mermaid.parse(`${written('mermaid')}  node0 ==>\n`));
});

test('Markdown: every row has its five cells, and no label is markup, mention or link', t => {
	const rows = written('markdown')
		.split('\n')
		.filter(line => /^\| \d/.test(line));
	t.is(rows.length, hostileLabels.length);
	for (const row of rows) {
		t.is(row.split(/(?<!\\)\|/).length, 7, row);
		t.notRegex(row, /<(?!\/?span>)|(?<!\\)[`*[]|@\w|#\d|https?:\/\//);
	}
});

test('Markdown says where a forge would cut it', t => {
	const size = 200;
	const wide = diagramOf(
		Array.from({length: size + 1}, (_, index): ['circle', string] => [
			'circle',
			`${index} ${'x'.repeat(300)}`,
		]),
		Array.from({length: size}, (_, index): [number, number, string] => [0, index + 1, '']),
	);
	t.regex(written('markdown', wide), /longer than the 65,536 characters/);
});
