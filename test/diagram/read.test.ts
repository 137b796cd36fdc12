import {readFileSync} from 'node:fs';
import test from 'ava';
import {Diagram} from '../../source/diagram/diagram.js';
import {read} from '../../source/diagram/read.js';

const blueGreen = readFileSync('samples/blue-green.fz', 'utf8');

test('blue-green has 3 lanes, 20 nodes, 22 edges and nothing wrong', t => {
	const {diagram, problems} = read(blueGreen);
	t.deepEqual(problems, []);
	t.deepEqual(
		diagram.lanes.map(({id, name}) => `${id} ${name}`),
		['CI CI Pipeline', 'BlueGreen Blue-Green Controller', 'LoadBalancer Load Balancer'],
	);
	t.is(diagram.nodes.length, 20);
	t.is(diagram.edges.length, 22);
	t.like(diagram.edge('e3'), {from: 'n3', to: 'n6', fromSide: 'bottom', toSide: 'top', label: 'Deploy'});
	t.is(diagram.members('BlueGreen')[0], diagram.node('n6'));
});

test('a diagram has no edge or node that hangs in the air', t => {
	const {diagram} = read(blueGreen);
	const [edge] = diagram.edges;
	const [node] = diagram.nodes;
	if (!edge || !node) return t.fail();
	const parts = {lanes: diagram.lanes, nodes: diagram.nodes, edges: diagram.edges, loops: []};
	t.notThrows(() => new Diagram(parts));
	t.throws(() => new Diagram({...parts, edges: [{...edge, to: 'n99'}]}), {
		instanceOf: RangeError,
		message: /n99/,
	});
	t.throws(() => new Diagram({...parts, nodes: [{...node, lane: 'Z'}]}), {
		instanceOf: RangeError,
		message: /Z/,
	});
});

test('two edges between the same nodes are two edges', t => {
	const {diagram} = read(
		'a { # A\nn1: diamond label:"?"\nn2: circle label:"End"\nn1.handle(right) -> n2.handle(left) [label="Yes"]\nn1.handle(bottom) -> n2.handle(bottom) [label="No"]\n}\n',
	);
	t.deepEqual(
		diagram.edges.map(({id, label}) => `${id} ${label}`),
		['e1 Yes', 'e2 No'],
	);
});

test('a loop line without an edge back implies one', t => {
	const {diagram} = read(
		'a { # A\nn1: circle label:"Start"\nn2: rectangle label:"Try"\nn1.handle(right) -> n2.handle(left)\nloop [retry up to 3 times] n1 n2\n}\n',
	);
	t.like(diagram.edge('loop1'), {from: 'n2', to: 'n1', label: 'retry up to 3 times', synthetic: true});
});

test('a loop line that names a node which is not there, or could not be read, implies none', t => {
	const edges = (n4: string, members: string) =>
		read(`a { # A
n1: circle label:"Start"
n2: rectangle label:"Call"
n3: rectangle label:"Check"
${n4}
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
loop [retry up to 3 times] ${members}
}
`).diagram.edges.map(({id}) => id);
	const end = 'n4: circle label:"End"';
	t.deepEqual(edges(end, 'n2 n3'), ['e1', 'e2', 'loop1']);
	t.deepEqual(edges(end, 'n2 n33'), ['e1', 'e2']);
	t.deepEqual(edges(end, 'n2 n3 n33'), ['e1', 'e2']);
	t.deepEqual(edges('n4 circle "End" }', 'n2 n4'), ['e1', 'e2']);
});

for (const [line, nodes] of [
	['n3.handle(right) -> n4.handle(left) [label="Yes"]', ''],
	['n3.handle(right)', 'n3'],
	['n3.hanlde(right) -> n9.handle(left)', 'n3'],
	['n3.hanlde right -> n4.handle(left)', 'n3'],
	['a.n3.hanlde right', 'n3'],
	['n3 Yes n4', 'n3'],
	['n3 -->|Yes|', 'n3'],
	['n3.handle(right) -> n4.handle(left) ->', 'n4'],
	['n5: diamond label:"?" -> n4', 'n5'],
	['n3.handle(right) -> n4.handle(left) [label="Yes"] then', ''],
	['m3.handle(right) -> n4.handle(left)', 'n3'],
	['z.handle(right) -> n4.handle(left)', ''],
	['Then n3 is done.', ''],
] as const)
	test(`ways out that could not be read: ${line}`, t => {
		const {diagram} = read(`a { # A\nn3: diamond label:"?"\nn4: circle label:"End"\n${line}\n}\n`);
		t.is([...diagram.incomplete].join(' '), nodes);
	});
