import test from 'ava';
import {networkOf} from '../../source/paths/network.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {explanation, waitingLines} from '../../source/run/explain.js';
import {onward} from '../../source/run/onward.js';
import {atRandom, byRule} from '../../source/run/random.js';
import {activate, jump, movable, reread} from '../../source/run/steer.js';
import {choose, step} from '../../source/run/step.js';
import {back} from '../../source/run/undo.js';
import {sketch} from '../helpers/sketch.js';
import {answering, trace} from '../helpers/trace.js';

const fork = sketch('(s) -> split -> a -> join -> (e)', 'split -> b -> join', 'split -> c -> join');
const ids = (run: Parameters<typeof choices>[0]) => choices(run).map(({id}) => id);

test('a node with several ways out splits the token, and the join makes one of all', t => {
	const run = onward(begin(fork));
	t.is(trace(run), '1@s 1→split 1↦a 2↦b 3↦c 1→join 2→join 3→join 1+2+3@join 1→e 1.');
	t.is(run.state, 'ended');
});

test('while others are on their way a join tells how many are there and for whom it waits', t => {
	let run = begin(fork);
	for (let steps = 0; steps < 4; steps += 1) run = step(run);
	t.is(run.active, 3);
	t.deepEqual(waitingLines(run, 5), ['join: 2 of 3, waiting for c']);
	t.deepEqual(waitingLines(step(run), 5), []);
});

test('the other readings: one way, or asking', t => {
	t.is(trace(answering(begin(fork, {split: 'one'}), 'b')), '1@s 1→split 1→b 1→join 1→e 1.');
	const asked = onward(begin(fork, {split: 'ask'}));
	t.deepEqual(asked.question, {type: 'split', node: 'split'});
	t.deepEqual(
		choices(asked).map(({label}) => label),
		['a', 'b', 'c', 'all 3 at once'],
	);
	t.is(onward(choose(asked, 'all')).steps.tail(1)[0]?.node, 'e');
	t.is(onward(choose(asked, 'all')).issued, 3);
});

test('a join waits only for tokens that can still come: a branch that ends elsewhere holds nobody', t => {
	const gone = sketch(
		'(s) -> split -> a -> join -> (e)',
		'split -> b -> <ok> -yes-> join',
		'<ok> -no-> (out)',
	);
	t.is(trace(answering(begin(gone), 'no')), '1@s 1→split 1↦a 2↦b 1→join 2→ok 2→out 2. 1→e 1.');
	t.is(trace(answering(begin(gone), 'yes')), '1@s 1→split 1↦a 2↦b 1→join 2→ok 2→join 1+2@join 1→e 1.');
});

test('`any` lets each token through, `and` waits for every way in', t => {
	t.is(onward(begin(fork, {join: 'any'})).ended.size, 3);
	const both = sketch('(s) -> <one> -left-> a -> join -> (e)', '<one> -right-> b -> join');
	const stuck = answering(begin(both, {join: 'and'}), 'left');
	t.deepEqual(stuck.question, {type: 'stuck'});
	t.is(explanation(stuck), 'No token can move: join: 1 of 2, waiting for a token from b. Let one go on.');
	t.is(trace(onward(choose(stuck, 'join'))), '1@s 1→one 1→a 1→join 1→e 1.');
	t.is(trace(onward(begin(fork, {join: 'and'}))), trace(onward(begin(fork))));
});

test('a single node can be read in another way than the rest', t => {
	const nodes = new Map([['split', {split: 'one'} as const]]);
	t.deepEqual(ids(onward(begin(fork, {nodes}))), ['e2', 'e5', 'e7']);
	const asked = step(begin(fork));
	t.is(asked.state, 'moving');
	const read = reread(asked, {nodes});
	t.deepEqual(read.question, {type: 'decide', node: 'split'});
	t.is(back(read).state, 'moving');
	const waits = step(step(step(begin(fork))));
	t.is(waits.tokens.get(1)?.phase, 'waiting');
	t.is(reread(waits, {join: 'any'}).tokens.get(1)?.phase, 'ready');
});

test('ways that stay on a cycle beside ways that leave it are a choice, not a split', t => {
	const refine = sketch('(s) -> draft -> critic -> draft', 'critic -> (done)');
	const run = onward(begin(refine));
	t.deepEqual(run.question, {type: 'decide', node: 'critic'});
	t.is(trace(answering(run, 'draft', 'done')), '1@s 1→draft 1→critic 1→draft 1→critic 1→done 1.');
});

test('a split inside a loop splits again at every turn', t => {
	const rounds = sketch(
		'(s) -> plan -> a -> a2 -> join -> <ok> -yes-> (e)',
		'plan -> b -> join',
		'<ok> -no-> plan',
	);
	const run = answering(begin(rounds), 'no', 'yes');
	t.is(
		trace(run),
		'1@s 1→plan 1↦a 2↦b 1→a2 1→join 2→join 1+2@join 1→ok 1→plan ' +
			'1↦a 3↦b 1→a2 1→join 3→join 1+3@join 1→ok 1→e 1.',
	);
});

test('a retry inside a branch runs again even where a rectangle leads back', t => {
	const retry = sketch(
		'(s) -> split -> a -> <ok> -no-> fix -> a',
		'<ok> -yes-> join -> (e)',
		'split -> b -> join',
	);
	t.is(
		trace(answering(begin(retry), 'no', 'yes')),
		'1@s 1→split 1↦a 2↦b 1→ok 1→fix 1→a 1→ok 1→join 2→join 1+2@join 1→e 1.',
	);
});

const call = sketch('(s) -> ask -> show -> (e)', 'ask -> serve -> log -> ask');

test('a token that comes back to where it was split off is run again or taken as a reply', t => {
	const asked = onward(begin(call, {split: 'all'}));
	t.deepEqual(asked.question, {type: 'again', node: 'ask'});
	t.deepEqual(ids(asked), ['again', 'reply']);
	t.is(trace(onward(choose(asked, 'reply'))), '1@s 1→ask 1↦show 2↦serve 1→e 1. 2→log 2→ask 2~ask');
	const again = choose(asked, 'again');
	t.is(again.tokens.get(2)?.phase, 'ready');
	t.is(onward(again).issued, 3);
});

test('read automatically, a request that is answered is a choice', t => {
	t.is(trace(answering(begin(call), 'serve', 'show')), '1@s 1→ask 1→serve 1→log 1→ask 1→show 1→e 1.');
});

test('a loop line that no edge closes offers again or leave, with its turns', t => {
	const loop = sketch('(s) -> a -> b', 'b ~up to 2 times~> a', 'loop [up to 2 times] a b');
	let run = onward(begin(loop));
	t.deepEqual(run.question, {type: 'loop', node: 'b'});
	const offers = () => choices(run).map(({id, loop: turn}) => [id, turn?.turns, turn?.bound]);
	t.deepEqual(offers(), [
		['e3', 0, 2],
		['leave', undefined, undefined],
	]);
	run = answering(run, 'e3', 'e3');
	t.deepEqual(offers()[0], ['e3', 2, 2]);
	t.is(trace(answering(run, 'leave')), '1@s 1→a 1→b 1→a 1→b 1→a 1→b 1.left');
	const open = sketch('(s) -> a -> b -> (e)', 'b ~again~> a');
	t.deepEqual(ids(onward(begin(open))), ['e4', 'e3']);
});

test('turns are counted for the branch that must lead back, anew at each entry', t => {
	const retry = sketch(
		'(s) -> <outer> -in-> try -> <ok> -yes-> <outer>',
		'<ok> -no-> <left> -yes-> try',
		'<left> -no-> (gave up)',
		'<outer> -out-> (e)',
		'loop [retry up to 3 times] try ok left',
	);
	const run = answering(begin(retry), 'in', 'no');
	t.deepEqual(
		choices(run).map(({label, loop}) => [label, loop?.turns]),
		[
			['yes', 0],
			['no', undefined],
		],
	);
	t.is(choices(answering(run, 'yes', 'no'))[0]?.loop?.turns, 1);
	t.deepEqual(
		choices(answering(run, 'yes')).map(({loop}) => loop),
		[undefined, undefined],
	);
});

test('with several starts the run asks, or begins where it was told', t => {
	const two = sketch('(a) -> join -> (e)', '(b) -> join', 'orphan -> join');
	const asked = begin(two);
	t.deepEqual(asked.question, {type: 'start'});
	t.deepEqual(ids(asked), ['a', 'b', 'all']);
	t.is(trace(onward(choose(asked, 'b'))), '1@b 1→join 1→e 1.');
	t.is(trace(onward(choose(asked, 'all'))), '1@a 2@b 1→join 2→join 1+2@join 1→e 1.');
	t.is(trace(onward(begin(two, {starts: 'all'}))), '1@a 2@b 1→join 2→join 1+2@join 1→e 1.');
	t.is(trace(onward(begin(two, {starts: ['a', 'nobody']}))), '1@a 1→join 1→e 1.');
	t.deepEqual(back(choose(asked, 'b')).question, {type: 'start'});
});

for (const [lines, starts] of [
	[['(s) -> deploy -> <ok> -yes-> (e)', '<ok> -no-> deploy', '(alone)', 'legend'], ['s']],
	[['a -> b -> a', '(alone)'], ['a']],
	[['legend', 'a -> b -> a'], ['a']],
	[['(s) -> a -> (e)', '(alone) ~again~> (alone)'], ['s']],
	[
		['legend', '(alone)', '(other)'],
		['alone', 'other'],
	],
	[['alone'], ['alone']],
] as const)
	test(`a node without an edge is a start only where no node has any: ${lines.join(' | ')}`, t => {
		const diagram = sketch(...lines);
		t.deepEqual(
			networkOf(diagram).starts.map(at => diagram.nodes[at]?.id),
			[...starts],
		);
		const begun = [...begin(diagram, {starts: 'all'}).steps].filter(({type}) => type === 'start');
		t.deepEqual(
			begun.map(({node}) => node),
			[...starts],
		);
	});

test('past the limit of visits the run asks whether to go on', t => {
	const round = sketch('(s) -> a -> b -> a');
	const asked = onward(begin(round, {maxVisits: 3}));
	t.deepEqual(asked.question, {type: 'visits', node: 'a'});
	t.regex(explanation(asked) ?? '', /a was visited 3 times/);
	t.is(onward(choose(asked, 'go on')).steps.size, asked.steps.size + 6);
	t.regex(trace(choose(asked, 'end')), / 1\.limit$/);
});

test('joins that wait for each other are let go one by one', t => {
	const knot = sketch('(s) -> split -> x -> a -> y -> <b> -more-> x', 'split -> y', '<b> -enough-> (e)');
	const asked = onward(begin(knot, {split: 'all'}));
	t.deepEqual(asked.question, {type: 'stuck'});
	t.deepEqual(ids(asked), ['x', 'y']);
	t.is(
		explanation(asked),
		'No token can move: x: 1 of 2, waiting for y; y: 1 of 2, waiting for x. Let one go on.',
	);
	const run = answering(choose(asked, 'x'), 'more', 'enough');
	t.is(trace(run), '1@s 1→split 1↦x 2↦y 1→a 1→y 1+2@y 1→b 1→x 1→a 1→y 1→b 1→e 1.');
});

test('what is no decision is answered by rule, by chance too', t => {
	const knot = sketch('(s) -> split -> x -> a -> y -> x', 'split -> y');
	for (const [run, answer] of [
		[begin(sketch('(a) -> join', '(b) -> join')), 'all'],
		[onward(begin(call, {split: 'all'})), 'reply'],
		[onward(begin(sketch('(s) -> a -> b -> a'), {maxVisits: 3})), 'end'],
		[onward(begin(knot, {split: 'all'})), 'x'],
	] as const) {
		t.is(byRule(run), answer);
		t.is(
			atRandom(run, () => 0),
			answer,
		);
	}
	const asked = onward(begin(sketch('(s) -> <ok> -no-> (a)', '<ok> -yes-> (b)')));
	t.is(byRule(asked), undefined);
	t.deepEqual(
		[0, 0.9].map(chance => atRandom(asked, () => chance)),
		['e2', 'e3'],
	);
});

test('a jump puts the token elsewhere, and starts anew what had ended', t => {
	const run = jump(begin(fork), 'join');
	t.is(trace(onward(run)), '1@s 1⇢join 1→e 1.');
	t.is(trace(jump(onward(run), 'b')), '1@s 1⇢join 1→e 1. 2⇢b');
	t.is(jump(run, 'nowhere'), run);
	t.is(trace(back(run)), '1@s');
});

test('another token can be moved first', t => {
	const split = step(step(begin(fork)));
	t.deepEqual(
		movable(split).map(({number}) => number),
		[1, 2, 3],
	);
	const run = step(activate(split, 3));
	t.is(trace(run), '1@s 1→split 1↦a 2↦b 3↦c 3→join');
	t.is(activate(run, 3), run);
	t.is(activate(run, 9), run);
});

test('a fan-out of 5,000 comes together whole', t => {
	const wide = sketch(...Array.from({length: 5000}, (_, i) => `split -> w${i} -> join`), 'join -> (e)');
	const run = onward(begin(wide));
	t.is(run.state, 'ended');
	t.is(run.issued, 5000);
	t.is(run.ended.size, 1);
});
