import test from 'ava';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import type {Run} from '../../source/run/run.js';
import {choose, step} from '../../source/run/step.js';
import {back, forward, restart} from '../../source/run/undo.js';
import {visits, walked} from '../../source/run/walked.js';
import {sketch} from '../helpers/sketch.js';

const blueGreen = sketch(
	'(n1) -> n2 -> n3 -Deploy-> n6',
	'n4 -> (n5)',
	'n6 -> <n7> -Blue-> n8 -> n10',
	'<n7> -Green-> n9 -> n10 -> <n11> -Yes-> n12 -Switch-> n14 -> n15 -> n16 -> n17 -> <n18>',
	'<n11> -No-> n13 -Failed-> n4',
	'<n18> -Yes-> n19 -Success-> n4',
	'<n18> -No-> n20 -Rolled back-> n4',
);

/** The run stepped on to its next decision or its end. */
function onward(run: Run): Run {
	let now = run;
	while (now.state === 'moving') now = step(now);
	return now;
}

/** The run with each label chosen in turn, stepped on between. */
function follow(run: Run, ...labels: string[]): Run {
	return labels.reduce((now, label) => {
		const choice = choices(onward(now)).find(one => one.label === label);
		return onward(choose(onward(now), choice?.id ?? ''));
	}, run);
}

const path = (run: Run) =>
	Array.from(run.steps, ({node, type}) => (type === 'end' ? `${node}.` : node)).join(' ');
const shape = ({state, steps, tokens, visits, taken}: Run) => [
	state,
	[...steps],
	[...tokens],
	[...visits],
	[...taken],
];

test('a token starts at the circle nothing leads to and asks at a diamond', t => {
	const run = onward(begin(blueGreen));
	t.is(path(run), 'n1 n2 n3 n6 n7');
	t.deepEqual(run.question, {type: 'decide', node: 'n7'});
	const [blue, green] = blueGreen.out('n7');
	t.deepEqual(choices(run), [
		{id: blue?.id, edge: blue?.id, node: 'n8', label: 'Blue'},
		{id: green?.id, edge: green?.id, node: 'n9', label: 'Green'},
	]);
});

for (const [labels, nodes] of [
	['Blue Yes Yes', 'n1 n2 n3 n6 n7 n8 n10 n11 n12 n14 n15 n16 n17 n18 n19 n4 n5 n5.'],
	['Green Yes No', 'n1 n2 n3 n6 n7 n9 n10 n11 n12 n14 n15 n16 n17 n18 n20 n4 n5 n5.'],
	['Blue No', 'n1 n2 n3 n6 n7 n8 n10 n11 n13 n4 n5 n5.'],
] as const)
	test(`${labels} walks ${nodes}`, t => {
		const run = follow(begin(blueGreen), ...labels.split(' '));
		t.is(path(run), nodes);
		t.is(run.state, 'ended');
		t.deepEqual(choices(run), []);
		t.is(step(run), run);
		const {nodes: lit, edges} = walked(run);
		t.deepEqual([...lit].sort(), [...new Set(nodes.replace('.', '').split(' '))].sort());
		t.is(edges.size, lit.size - 1);
	});

test('what is asked at the wrong time changes nothing', t => {
	const start = begin(blueGreen);
	t.is(choose(start, 'e1'), start);
	t.is(back(start), start);
	t.is(forward(start), start);
	const asked = onward(start);
	t.is(step(asked), asked);
	t.is(choose(asked, 'e1'), asked);
	t.is(choose(asked, 'no such edge'), asked);
});

test('back and forward visit the same states, and a new choice forgets the way forward', t => {
	const states = [begin(blueGreen)];
	for (let now = states[0]; now && now.state !== 'ended'; states.push(now))
		now = now.state === 'choosing' ? choose(now, choices(now)[1]?.id ?? '') : step(now);
	let run = states.at(-1) as Run;
	for (const state of states.slice(0, -1).reverse()) {
		run = back(run);
		t.deepEqual(shape(run), shape(state));
	}
	t.is(back(run), run);
	for (const state of states.slice(1)) {
		run = forward(run);
		t.deepEqual(shape(run), shape(state));
	}
	const other = follow(back(onward(begin(blueGreen))), 'Blue');
	t.is(forward(other), other);
});

test('a restart can be undone', t => {
	const run = follow(begin(blueGreen), 'Blue', 'No');
	const anew = restart(run);
	t.is(path(anew), 'n1');
	t.deepEqual(shape(back(anew)), shape(run));
});

test('a retry loop counts its visits', t => {
	const login = sketch('(start) -> form -> <valid?> -Yes-> (in)', '<valid?> -No-> form');
	const run = follow(begin(login), 'No', 'No', 'Yes');
	t.is(path(run), 'start form valid? form valid? form valid? in in.');
	t.is(visits(run, 'form'), 3);
	t.is(visits(run, 'start'), 1);
});

test('two labelled edges between the same nodes are two choices', t => {
	const run = onward(begin(sketch('(a) -> <b> -Yes-> (c)', '<b> -No-> (c)')));
	t.deepEqual(
		choices(run).map(({label}) => label),
		['Yes', 'No'],
	);
	t.deepEqual([...walked(choose(run, 'e3')).edges].sort(), ['e1', 'e3']);
});

test('no diagram is too small or too long to walk', t => {
	t.is(begin(sketch()).state, 'ended');
	t.is(path(begin(sketch('(alone)'))), 'alone alone.');
	t.is(path(begin(sketch('a -> b -> a'))), 'a');
	const names = Array.from({length: 10_000}, (_, i) => `n${i}`);
	const run = onward(begin(sketch(names.join(' -> '))));
	t.is(run.steps.size, 10_001);
	t.is([...walked(run).nodes].length, 10_000);
});
