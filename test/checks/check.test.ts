import {readdirSync, readFileSync} from 'node:fs';
import test from 'ava';
import {check, findings} from '../../source/checks/check.js';
import {read} from '../../source/diagram/read.js';
import {frame} from '../../source/frame.js';
import {severities} from '../../source/problem.js';
import {cases} from '../helpers/golden.js';

const told = cases('test/checks/cases').map(one => ({...one, problems: check(one.input)}));

for (const {name, input, expected, problems, keep} of told)
	test(`findings: ${name}`, t => {
		const source = {name: 'x.fz', text: input};
		const actual = problems.map(problem => `${frame(problem, source)}\n`).join('');
		keep(actual);
		t.is(actual, process.env.UPDATE ? actual : expected);
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
	);
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
