import test, {type ExecutionContext} from 'ava';
import {walkBy} from '../../source/drill/answers.js';
import {nextDrill} from '../../source/drill/next-drill.js';
import {begin} from '../../source/run/begin.js';
import {byRule} from '../../source/run/random.js';
import {walked} from '../../source/run/walked.js';
import {sketch} from '../helpers/sketch.js';

/** The answers of the next drill and how many edges it walks first; what it claims is tried out. */
function drillOf(t: ExecutionContext, walkedBefore: readonly string[], ...lines: string[]) {
	const diagram = sketch(...lines);
	const all = diagram.edges.map(({id}) => id);
	const fresh = new Set(all.filter(id => !walkedBefore.includes(id)));
	const next = nextDrill(diagram, fresh);
	const answers = next?.decisions.map(({node, choice}) => `${node}=${choice}`).join(',');
	if (next) {
		const {run} = walkBy(begin(diagram), next.decisions, byRule);
		const edges = [...walked(run).edges];
		t.deepEqual(
			next.edges,
			edges.filter(id => fresh.has(id)),
		);
	}
	return [answers, next?.edges.length];
}

test('the longer way is gone where nothing was walked, be it a branch of several at once', t => {
	const lines = [
		'(s) -> both -> a -> <ok> -yes-> join -> (end)',
		'<ok> -no-> undo -> join',
		'both -> b -> join',
	];
	t.deepEqual(drillOf(t, [], ...lines), ['ok=no', 8]);
});

test('a cycle is gone round before it is left', t => {
	const lines = ['(s) -> try -> <ok> -yes-> (end)', '<ok> -no-> wait -> try'];
	t.deepEqual(drillOf(t, [], ...lines), ['ok=no,ok=yes', 5]);
});

test('a loop that only its line closes is gone round, and left', t => {
	t.deepEqual(drillOf(t, [], '(s) -> try -> look ~again~> try'), ['look=again,look=leave', 3]);
	t.deepEqual(drillOf(t, ['e3'], '(s) -> try -> look ~again~> try'), ['look=leave', 2]);
});

test('what never ends is not what is gone for, where there is anything else', t => {
	t.deepEqual(drillOf(t, [], '(s) -> <ok> -yes-> (end)', '<ok> -no-> a -> b -> a'), ['ok=yes', 2]);
});

test('what was walked counts for nothing, and then it goes home', t => {
	const lines = ['(s) -> <x> -a-> <y> -c-> (end)', '<x> -b-> <y>', '<y> -d-> far -> (end)'];
	const [first] = drillOf(t, [], ...lines);
	t.is(first, 'x=a,y=d');
	t.deepEqual(drillOf(t, ['e1', 'e2', 'e3', 'e5', 'e6'], ...lines), ['x=b,y=c', 1]);
	t.deepEqual(drillOf(t, ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'], ...lines), [undefined, undefined]);
});

test('a branch is named so that no other is meant: not by where another leads, nor by its own edge', t => {
	t.deepEqual(drillOf(t, [], '(s) -> <ok> -done-> (end)', '<ok> -> done -> far -> (end)'), ['ok=e3', 4]);
	t.deepEqual(drillOf(t, [], '(s) -> <ok> -e3-> (end)', '<ok> -a=b-> far -> (end)'), ['ok=e3', 3]);
	t.deepEqual(drillOf(t, ['e1', 'e3', 'e4'], '(s) -> <ok> -e3-> (end)', '<ok> -a=b-> far -> (end)'), [
		'ok=e2',
		1,
	]);
});

test('a loop before several ways at once is gone round, and then all of them are gone', t => {
	t.deepEqual(drillOf(t, [], '(s) -> a ~again~> a', 'a -> b -> (end)', 'a -> c -> (end)'), [
		'a=again,a=all',
		6,
	]);
});

test('a cycle with more to see than visits allow is left while they last', t => {
	const rails = Array.from({length: 15}, (_, at) => [`<which> -r${at}-> rail${at} -> <ok>`]).flat();
	const [answers, fresh] = drillOf(
		t,
		[],
		'(s) -> <which>',
		'<ok> -no-> <which>',
		'<ok> -yes-> (end)',
		...rails,
	);
	t.regex(String(answers), /,ok=yes$/);
	// Eight ways with two edges each; the ninth visit to <which> and the tenth are kept for the way home.
	t.is(fresh, 8 * 2 + 3);
});

test('what only never ends is no drill', t => {
	t.deepEqual(drillOf(t, [], '(s) -> <x> -one-> a -> b -> a', '<x> -two-> b'), [undefined, undefined]);
});

test('a drill of very many decisions goes home from the two hundredth on', t => {
	const lines = Array.from({length: 300}, (_, at) => [
		`<q${at}?> -no-> r${at} -> <q${Math.max(0, at - 1)}?>`,
		`<q${at}?> -yes-> <q${at + 1}?>`,
	]).flat();
	const [answers = '', edges = 0] = drillOf(
		t,
		[],
		'(s) -> <q0?>',
		...lines,
		'<q300?> -yes-> (end)',
		'<q300?> -no-> <q0?>',
	);
	const decisions = String(answers).split(',');
	t.true(decisions.slice(0, 200).some(answer => answer.endsWith('=no')));
	t.true(decisions.slice(200).every(answer => answer.endsWith('=yes')));
	t.true(Number(edges) > 300);
});
