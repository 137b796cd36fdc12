import {readFileSync} from 'node:fs';
import {AstBuilder, GherkinClassicTokenMatcher, Parser} from '@cucumber/gherkin';
import {IdGenerator} from '@cucumber/messages';
import {Ajv} from 'ajv';
import test from 'ava';
import {parse as parseCsv} from 'csv-parse/sync';
import {outcomesOf} from '../../source/paths/outcome.js';
import {countsOf, runFormats} from '../../source/run/listing.js';
import {hostileDiagram, hostileLabels} from '../helpers/hostile.js';
import {scenariosOf} from '../helpers/scenarios.js';

const outcomes = outcomesOf(hostileDiagram);
const runs = scenariosOf(outcomes, 1);
const written = (name: keyof typeof runFormats) =>
	runFormats[name]({
		diagram: hostileDiagram,
		file: {name: 'x"\n=1|.fz', sha256: '0'.repeat(64)},
		errors: 0,
		options: {limit: '20'},
		counts: countsOf(runs, outcomes.names, false),
		runs,
		cut: '--limit N lists more',
		columns: 80,
	});

const ajv = new Ajv({strict: true, strictRequired: false});
const isDocument = ajv.compile(JSON.parse(readFileSync('schemas/scenarios.schema.json', 'utf8')));
const isLine = ajv.compile({$ref: 'urn:flowzap-tui:scenarios:1#/definitions/line'});

for (const name of Object.keys(runFormats) as (keyof typeof runFormats)[])
	test(`runs as ${name}: no label steers a terminal or hides`, t => {
		t.notRegex(written(name), /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e\u2066\u2028]/);
	});

test('runs as JSON are a document of the schema, with every label as it was', t => {
	const document = JSON.parse(written('json'));
	t.true(isDocument(document), JSON.stringify(isDocument.errors));
	t.deepEqual(
		document.scenarios.map((run: {decisions: {choice: string}[]}) => run.decisions[0]?.choice),
		hostileLabels,
	);
	t.false(isDocument({...document, listed: '1'}));
});

test('runs as NDJSON are lines of the schema: a header, the runs, an end', t => {
	const lines = written('ndjson')
		.trimEnd()
		.split('\n')
		.map(line => JSON.parse(line));
	for (const line of lines) t.true(isLine(line), JSON.stringify(isLine.errors));
	t.deepEqual(
		lines.map(line => line.type),
		['header', ...runs.map(() => 'scenario'), 'end'],
	);
});

test('runs as CSV are rows without formulas', t => {
	const rows: string[][] = parseCsv(written('csv'), {relax_column_count: false});
	t.is(rows.length, runs.length + 1);
	for (const row of rows) for (const cell of row) t.notRegex(cell, /^\s*[=+\-@]/);
});

test('runs as Gherkin are a scenario each', t => {
	const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
	const {feature} = parser.parse(written('gherkin'));
	const found = (feature?.children ?? []).flatMap(child => child.scenario ?? []);
	t.is(found.length, runs.length);
	for (const scenario of found) t.is(scenario.steps.length, 3);
});

test('runs as Markdown: every row has its four cells, and no label is markup', t => {
	const rows = written('markdown')
		.split('\n')
		.filter(line => /^\| \d/.test(line));
	t.is(rows.length, runs.length);
	for (const row of rows) {
		t.is(row.split(/(?<!\\)\|/).length, 6, row);
		t.notRegex(row, /<(?!\/?span>)|(?<!\\)[`*[]|@\w|#\d|https?:\/\//);
	}
});
