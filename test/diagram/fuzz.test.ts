/** Hostile input: nothing crashes, every problem lies in the file. `npm run fuzz` looks longer. */
import {readdirSync, readFileSync} from 'node:fs';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {check} from '../../source/checks/check.js';
import {mend} from '../../source/checks/fixes.js';
import {formats} from '../../source/checks/formats/formats.js';
import {format} from '../../source/diagram/format.js';
import {read} from '../../source/diagram/read.js';
import {frame} from '../../source/frame.js';
import {severities} from '../../source/problem.js';
import {readStatement} from '../../source/syntax/statement.js';
import {lines} from '../../source/syntax/statements.js';
import {width} from '../../source/text.js';
import {graphOf} from '../helpers/graph.js';
import {harmIn} from '../helpers/harm.js';
import {program} from '../helpers/programs.js';

/** Always the same texts in a usual run, so that it fails for what was changed and not by chance. */
const runs = process.argv.includes('--long') ? {numRuns: 20_000} : {numRuns: 100, seed: 1};
const samples = readdirSync('samples').map(file => readFileSync(`samples/${file}`, 'utf8'));

/** All that has to hold of any text. */
function survives(t: ExecutionContext, text: string): void {
	const {diagram, problems} = read(text);
	const source = {name: 'x.fz', text};
	for (const [index, one] of problems.entries()) {
		t.true(one.span.start >= 0 && one.span.start <= one.span.end && one.span.end <= text.length);
		t.true((problems[index - 1]?.span.start ?? 0) <= one.span.start);
		t.is(one.severity, severities[one.code]);
		const shown = frame(one, source);
		t.deepEqual(harmIn(shown.replaceAll('\n', '')), [], shown);
		for (const line of shown.split('\n').filter(row => / \| /.test(row.slice(0, 12))))
			t.true(width(line) <= 115);
	}
	for (const edge of diagram.edges) t.true(diagram.has(edge.from) && diagram.has(edge.to));
	for (const node of diagram.nodes) t.is(diagram.lane(node.lane).id, node.lane);
	for (const {statements} of lines(text))
		for (const tokens of statements)
			t.true(tokens.length > 500 || readStatement(tokens).statements.length <= 1);
	const found = check(text);
	for (const write of formats.values()) write([{source, problems: found}]);
	const formatted = format(text);
	if ('text' in formatted) {
		t.deepEqual(format(formatted.text), formatted);
		t.deepEqual(graphOf(read(formatted.text).diagram), graphOf(diagram));
	}
}

/** The texts are odd; a failure shows which. */
function holds(t: ExecutionContext, texts: fc.Arbitrary<string>): void {
	fc.assert(
		fc.property(texts, text => {
			survives(t, text);
			t.deepEqual(graphOf(read(mend(text).text).diagram), graphOf(read(text).diagram));
		}),
		runs,
	);
	t.pass();
}

const pieces = fc.constantFrom(
	...[
		'a',
		'n1',
		'n2',
		'n3',
		'Load Balancer',
		'circle',
		'diamond',
		'CIRCLE',
		'label',
		'owner',
		'handle',
		'left',
		'right',
		'loop',
		'LOOP',
	],
	...[
		'{',
		'}',
		'[',
		']',
		'(',
		')',
		'.',
		':',
		'=',
		',',
		';',
		'->',
		'-->',
		'=>',
		'-',
		'→',
		'#',
		'# Name',
		'//',
		'```',
		'"',
		'""',
		'"x"',
		'“x”',
		"'x'",
		'\\',
		'\\"',
	],
	...[
		' ',
		' ',
		' ',
		'\n',
		'\n',
		'\r\n',
		'\r',
		'\t',
		'\u00a0',
		'\ufeff',
		'\u200b',
		'\u001b[31m',
		'\u202e',
		'\0',
		'中',
		'👩‍🚒',
		'\ud800',
	],
	...[
		'n1: circle label:"x"',
		'n1.handle(right) -> n2.handle(left)',
		'loop [x] n1 n2',
		'a {',
		'[label="x"]',
		'.handle(right)',
	],
);

test('random characters', t => {
	holds(t, fc.string({unit: 'binary', maxLength: 200}));
});

test('random bytes', t => {
	holds(
		t,
		fc.uint8Array({maxLength: 300}).map(bytes => new TextDecoder().decode(bytes)),
	);
});

test('random streams of tokens', t => {
	holds(
		t,
		fc.array(pieces, {maxLength: 60}).map(list => list.join('')),
	);
});

test('random statements in a lane', t => {
	const row = fc.array(pieces, {maxLength: 12}).map(list => list.join(' ').replaceAll(/[\r\n]/g, ' '));
	holds(
		t,
		fc.array(row, {maxLength: 8}).map(rows => ['a {', 'n1: circle', ...rows, '}'].join('\n')),
	);
});

test('samples with changes', t => {
	const change = fc.record({at: fc.nat(), length: fc.nat({max: 12}), text: pieces});
	holds(
		t,
		fc
			.tuple(fc.constantFrom(...samples), fc.array(change, {minLength: 1, maxLength: 6}))
			.map(([sample, changes]) =>
				changes.reduce((text, {at, length, text: put}) => {
					const place = at % (text.length + 1);
					return text.slice(0, place) + put + text.slice(place + length);
				}, sample),
			),
	);
});

test('programs in published forms with a change', t => {
	fc.assert(
		fc.property(fc.gen(), fc.nat(), pieces, (draw, at, put) => {
			const {text} = program(draw);
			const place = at % (text.length + 1);
			survives(t, text.slice(0, place) + put + text.slice(place));
		}),
		runs,
	);
	t.pass();
});
