import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {lines} from '../../source/syntax/statements.js';

const many = (count: number, row: (number: number) => string) =>
	Array.from({length: count}, (_, index) => row(index + 1)).join('\n');
const codes = (text: string) => read(text).problems.map(({code}) => code);

test('nodes over the limit are left out, and one problem says so', t => {
	const {diagram, problems} = read(`a {\n${many(50_002, number => `n${number}: circle`)}\n}`);
	t.is(diagram.nodes.length, 50_000);
	t.deepEqual(
		problems.map(({code, message}) => [code, message]),
		[['too-many', 'more than 50000 nodes; those from here on are left out']],
	);
});

test('lanes over the limit are put into the last', t => {
	const {diagram} = read(many(1002, number => `l${number} {\nn${number}: circle\n}`));
	t.is(diagram.lanes.length, 1000);
	t.is(diagram.node('n1002').lane, 'l1000');
});

test('loops over the limit are left out', t => {
	const text = `a {\nn1: circle\n${many(1002, number => `loop [${number}] n1`)}\n}`;
	t.is(read(text).diagram.loops.length, 1000);
	t.deepEqual(codes(text), ['too-many']);
});

test('problems over the limit are not told', t => {
	const {problems} = read(`a {\n${many(12_000, () => 'n1: circle')}\n}`);
	t.is(problems.length, 10_001);
	t.like(problems.at(-1), {code: 'too-many', message: '11999 problems; those from here on are not told'});
});

test('a very long line is read to a certain length', t => {
	const [line] = lines('. '.repeat(200_010));
	t.is(line?.end?.start, 400_000);
});

test('a chain of 10,000 nodes and a fan-out of 5,000 lose nothing', t => {
	const chain = `a {\n${many(10_000, number => `n${number}: circle\nn${number}.handle(right) -> n${(number % 10_000) + 1}.handle(left)`)}\n}`;
	t.is(read(chain).diagram.edges.length, 10_000);
	const fan = `a {\nn0: circle\n${many(5000, number => `n${number}: circle\nn0.handle(right) -> n${number}.handle(left)`)}\n}`;
	t.is(read(fan).diagram.out('n0').length, 5000);
});
