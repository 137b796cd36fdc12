import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {check, findings} from '../../source/checks/check.js';
import {read} from '../../source/diagram/read.js';
import {frame} from '../../source/frame.js';
import {problem, severities} from '../../source/problem.js';
import {cases} from '../helpers/golden.js';
import {harmIn} from '../helpers/harm.js';

const told = cases('test/checks/cases').map(one => ({...one, problems: check(one.input)}));

for (const {name, input, problems, kept} of told)
	test(`findings: ${name}`, t => {
		const source = {name: 'x.fz', text: input};
		const actual = problems.map(problem => `${frame(problem, source)}\n`).join('');
		t.is(actual, kept(actual));
	});

test('every code has a case', t => {
	const problems = [
		...told,
		...cases('test/diagram/cases').map(({input}) => ({problems: read(input).problems})),
	];
	const seen = new Set<string>(problems.flatMap(one => one.problems.map(({code}) => code)));
	t.deepEqual(
		Object.keys(severities).filter(code => !seen.has(code)),
		['not-text', 'too-many'],
		'each code needs a case in test/diagram/cases/ or test/checks/cases/',
	);
});

/** Labels, names of lanes and conditions that steer a terminal and turn the line around. */
function hostile(text: string): string {
	return text
		.replace(/" *([^"\n]+?) *"/g, '"\x1b[31m\u202e\u0007 $1"')
		.replace(/\{ # ([^\n]+)/g, '{ # $1 \x1b]0;x\u0007\u2066')
		.replace(/loop \[([^\]\n]+)\]/g, 'loop [$1 \x1bc\u200b]');
}

for (const {name, input, problems} of told)
	test(`what is told of a hostile file does no harm: ${name}`, t => {
		const source = {name: '\x1b[2Jx.fz', text: hostile(input)};
		const found = check(source.text);
		const codes = (list: readonly {readonly code: string}[]) =>
			[...new Set(list.map(({code}) => code))].sort();
		t.deepEqual(codes(found), codes([...problems, {code: 'hidden-character'}]));
		for (const one of found) t.deepEqual(frame(one, source).split('\n').flatMap(harmIn), []);
	});

test('a rule that tells raw text of a file does no harm', t => {
	const raw = '\x1b[31m\u202e\r\n\u0007';
	const told = problem('spacing', {start: 0, end: 1}, raw, {
		hint: raw,
		related: {span: {start: 0, end: 1}, message: raw},
		route: [raw],
	});
	t.deepEqual(frame(told, {name: 'x.fz', text: 'x'}).split('\n').flatMap(harmIn), []);
});

for (const file of readdirSync('samples'))
	test(`${file} has nothing worse than a hint`, t => {
		t.deepEqual(
			check(readFileSync(`samples/${file}`, 'utf8')).filter(({severity}) => severity !== 'hint'),
			[],
		);
	});

test('a route that is told is a route of the diagram', t => {
	for (const {input} of told) {
		const {diagram} = read(input);
		for (const {route} of findings(diagram))
			for (const [index, id] of (route ?? []).slice(1).entries())
				t.true(diagram.out(route?.[index] ?? '').some(({to}) => to === id));
	}
});

test('what a loop line leads to can be reached, so that one mistake is told once', t => {
	const text = [
		'a { # A',
		'n1: circle label:"Start"',
		'n2: rectangle label:"Fix config"',
		'n3: rectangle label:"Check config"',
		'n4: circle label:"End"',
		'n1.handle(right) -> n3.handle(left)',
		'n2.handle(right) -> n3.handle(bottom)',
		'n3.handle(right) -> n4.handle(left)',
		'loop [until config is valid] n2 n3',
		'}',
		'',
	].join('\n');
	t.deepEqual(
		check(text).map(({code}) => code),
		['loop-without-cycle'],
	);
});
