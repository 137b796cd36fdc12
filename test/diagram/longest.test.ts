import test from 'ava';
import {format} from '../../source/diagram/format.js';
import {read} from '../../source/diagram/read.js';

const long = 'x '.repeat(10_000).trim();

for (const [what, text] of [
	['a label', `a { # A\nn1: circle label:"${long}"\n}\n`],
	[
		'a label of an edge',
		`a { # A\nn1: circle label:"A"\nn1.handle(top) -> n1.handle(left) [label="${long}"]\n}\n`,
	],
	['the name of a lane', `a { # ${long}\nn1: circle label:"A"\n}\n`],
	['a condition', `a { # A\nn1: circle label:"A"\nn1.handle(top) -> n1.handle(left)\nloop [${long}] n1\n}\n`],
] as const)
	test(`${what} that nobody reads to its end is told of, and kept as far as it is read`, t => {
		const {diagram, problems} = read(text);
		t.deepEqual(problems.filter(({code}) => code === 'too-long').length, 1, JSON.stringify(problems));
		const {lanes, nodes, edges, loops} = diagram;
		const texts = [...lanes.map(({name}) => name), ...nodes.map(({label}) => label)];
		texts.push(...edges.map(({label}) => label), ...loops.map(({condition}) => condition));
		t.is(Math.max(...texts.map(({length}) => length)), 10_001);
		t.true('errors' in format(text));
	});

test('a text just as long as is read is no mistake, whatever stands around it', t => {
	const text = 'x'.repeat(10_000);
	const {problems} = read(
		`a { # ${text}\nn1: circle label:"${text}"\nn1.handle(top) -> n1.handle(left) [label="${text}"]\nloop [${text}] n1\n}\n`,
	);
	t.deepEqual(
		problems.filter(({severity}) => severity === 'error'),
		[],
	);
});
