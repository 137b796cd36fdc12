import {readFileSync} from 'node:fs';
import test from 'ava';
import {
	activate,
	back,
	begin,
	choices,
	choicesCalled,
	choose,
	countPaths,
	draw,
	jump,
	layOut,
	layOutWithin,
	onward,
	paths,
	read,
	reread,
} from '../source/flowzap.js';

const {diagram} = read(`Team {
n1: circle label:"Start"
n2: rectangle label:"Try"
n3: rectangle label:"Try again"
n1.handle(right) -> n2.handle(left)
n2.handle(right) -> n3.handle(left)
n3.handle(top) -> n2.handle(top)
}`);
const noNumbers = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
/** What programs without exactOptionalPropertyTypes may give. */
const left = (...names: readonly string[]) => Object.fromEntries(names.map(name => [name, undefined]));

test('a number of rounds that cannot be counted is refused', t => {
	for (const rounds of [...noNumbers, 101]) {
		const refused = {
			instanceOf: RangeError,
			message: `rounds is a whole number from 0 to 100; not ${rounds}`,
		};
		t.throws(() => countPaths(diagram, {rounds}), refused);
		t.throws(() => paths(diagram, {rounds}), refused);
	}
	t.is(countPaths(diagram, {rounds: 100}).total.value, 1n);
});

test('a limit of visits that cannot be met is refused', t => {
	for (const maxVisits of [...noNumbers, 0, 1001]) {
		const refused = {
			instanceOf: RangeError,
			message: `maxVisits is a whole number from 1 to 1000; not ${maxVisits}`,
		};
		t.throws(() => begin(diagram, {maxVisits}), refused);
		t.throws(() => reread(begin(diagram), {maxVisits}), refused);
	}
});

test('a size that no drawing has is refused', t => {
	const refused = {instanceOf: RangeError, message: /^(fold|wrap|columns) is a whole number from 1 on; not /};
	for (const size of [-1, 0, 0.5, Number.NaN, Number.NEGATIVE_INFINITY]) {
		for (const name of ['fold', 'wrap', 'columns']) t.throws(() => draw(diagram, {[name]: size}), refused);
		for (const name of ['fold', 'wrap']) {
			t.throws(() => layOut(diagram, {[name]: size}), refused);
			t.throws(() => layOutWithin(diagram, 80, {[name]: size}), refused);
		}
	}
	t.is(draw(diagram, {columns: Number.POSITIVE_INFINITY, fold: Number.POSITIVE_INFINITY}), draw(diagram));
});

test('a zoom or a spread that there is not is refused', t => {
	for (const [name, words] of [
		['zoom', 'map, ids, compact, full'],
		['spread', 'packed, flow'],
	] as const) {
		const refused = {instanceOf: RangeError, message: `${name} is one of ${words}; not x`};
		const given: Record<string, string> = {[name]: 'x'};
		t.throws(() => layOut(diagram, given), refused);
		t.throws(() => layOutWithin(diagram, 80, given), refused);
		t.throws(() => draw(diagram, given), refused);
	}
});

test('an outcome is known in whatever case, and what is none is told with those there are', t => {
	const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
	t.is(countPaths(diagram, {outcomes: ['Success']}).total.value, 2n);
	t.is([...paths(diagram, {outcomes: ['Success']})].length, 2);
	t.throws(() => countPaths(diagram, {outcomes: ['sucess']}), {
		instanceOf: RangeError,
		message: 'no outcome is called sucess; there are: success, rollback',
	});
	const given = new Map([['Success', ['n13']]]);
	t.is(countPaths(diagram, {outcomes: ['Success']}, given).outcomes[0]?.outcome, 'Success');
});

test('an option that is undefined is left out', t => {
	const question = left('rounds', 'from', 'to', 'outcomes', 'via', 'avoid');
	t.deepEqual(countPaths(diagram, question), countPaths(diagram));
	const switches = left('split', 'join', 'maxVisits', 'starts', 'nodes');
	t.is(onward(begin(diagram, switches)).question?.type, 'visits');
	const run = reread(begin(diagram, {join: 'any', starts: ['n2']}), switches);
	t.is(run.switches.join, 'any');
	t.deepEqual(run.switches.starts, ['n2']);
	const sight = left('zoom', 'wrap', 'fold', 'spread', 'columns', 'characters', 'light');
	t.is(draw(diagram, sight), draw(diagram));
	t.is(draw(diagram, {...sight, zoom: 'compact'}), draw(diagram, {zoom: 'compact'}));
	t.deepEqual(layOutWithin(diagram, 30, sight), layOutWithin(diagram, 30));
});

test('what is nowhere in the diagram is refused; what is asked at the wrong time changes nothing', t => {
	const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
	const run = onward(begin(diagram));
	const refused = (message: string) => ({instanceOf: RangeError, message});
	const noNode = refused('no node is called "n99"');
	t.throws(() => begin(diagram, {starts: ['n1', 'n99']}), noNode);
	t.throws(() => begin(diagram, {nodes: new Map([['n99', {}]])}), noNode);
	t.throws(() => reread(run, {nodes: new Map([['n99', {}]])}), noNode);
	t.throws(() => onward(run, new Set(['n99'])), noNode);
	t.throws(() => jump(run, 'n99'), noNode);
	t.throws(() => choose(run, 'Blue'), refused('no choice has the id Blue'));
	t.throws(() => activate(run, 99), refused('the number of a token is a whole number from 1 to 1; not 99'));
	t.is(choose(run, 'e1'), run);
	t.is(choose(run, 'leave'), run);
	t.is(activate(run, 1), run);
	t.is(begin(diagram, {starts: 'all'}).steps.size, 1);
});

test('a choice is found by its label', t => {
	const {diagram} = read(readFileSync('samples/blue-green.fz', 'utf8'));
	const run = onward(begin(diagram));
	const [blue, green] = choices(run);
	t.deepEqual(choicesCalled(run, 'blue'), [blue]);
	t.deepEqual(choicesCalled(run, '2'), [green]);
	t.deepEqual(choicesCalled(run, 'Red'), []);
	t.deepEqual(choicesCalled(begin(diagram), 'Blue'), []);
});

test('nodes that are read in a way of their own take the place of those before', t => {
	const run = reread(begin(diagram), {nodes: new Map([['n1', {split: 'one'}]])});
	const again = reread(run, {nodes: new Map([['n2', {join: 'any'}]])});
	t.deepEqual([...again.switches.nodes.keys()], ['n2']);
	t.is(back(reread(again, {})).act, again.act);
});
