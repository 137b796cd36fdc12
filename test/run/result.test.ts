import test from 'ava';
import fc from 'fast-check';
import {read} from '../../source/diagram/read.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {reason} from '../../source/paths/reason.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {onward, toEnd} from '../../source/run/onward.js';
import {resultOf} from '../../source/run/result.js';
import {jump} from '../../source/run/steer.js';
import {choose, step} from '../../source/run/step.js';
import {standing} from '../../source/run/walked.js';
import {sketch} from '../helpers/sketch.js';
import {answering} from '../helpers/trace.js';

const outcome = (lines: string[], ...answers: string[]) => {
	const diagram = sketch(...lines);
	return resultOf(answering(begin(diagram), ...answers), outcomesOf(diagram)).outcome;
};

test('a run that has not ended is open', t => {
	t.is(outcome(['(s) -> <ok> -yes-> (done)', '<ok> -no-> (failed)']), 'open');
});

test('what one branch said still counts behind the join', t => {
	const lines = ['(s) -> split -> a -> join -> (end)', 'split -> <ok> -yes-> join', '<ok> -failed-> join'];
	t.is(outcome(lines, 'yes'), 'end');
	t.is(outcome(lines, 'failed'), 'failure');
});

test('of several ends the worst one counts, and those without a word only where there is no other', t => {
	const lines = ['(s) -> split -> (told)', 'split -> <ok> -yes-> (completed)', '<ok> -no-> (rolled back)'];
	t.is(outcome(lines, 'yes'), 'success');
	t.is(outcome(lines, 'no'), 'rollback');
	t.is(outcome([...lines, 'split -> (failed)'], 'yes'), 'failure');
});

const worded = ['rolled back', 'failed', 'rejected', 'aborted', 'escalated', 'degraded', 'completed'];
const classes = ['rollback', 'failure', 'rejected', 'aborted', 'escalated', 'degraded', 'success'];
for (const [index, worse] of worded.slice(0, -1).entries())
	test(`of two ends ${worse} is worse than ${worded[index + 1]}`, t => {
		const ways = [`split -> (${worse})`, `split -> (${worded[index + 1]})`];
		t.is(outcome(['(s) -> split', ...ways]), classes[index] ?? '');
		t.is(outcome(['(s) -> split', ...ways.toReversed()]), classes[index] ?? '');
	});

test('a token that never ends outdoes all; a dead end only ends that say nothing; of these the last in the file counts', t => {
	const split = '(s) -> split';
	const trap = ['split -> undo a -> undo b -> undo a'];
	const slow = 'split -> tell -> collect -> (approved)';
	t.is(outcome([split, ...trap, slow], 'end'), 'never ends');
	t.is(outcome([split, slow, ...trap], 'end'), 'never ends');
	t.is(outcome([split, 'split -> ping', 'split -> (closed)']), 'dead end');
	t.is(outcome([split, 'split -> (closed)', 'split -> ping']), 'dead end');
	t.is(outcome([split, 'split -> ping', 'split -> (approved)']), 'success');
	const ends = ['(closed)', '(informed)'];
	t.is(outcome([...ends, split, 'split -> (informed)', 'split -> (closed)']), 'informed');
	t.is(outcome([...ends, split, 'split -> (closed)', 'split -> (informed)']), 'informed');
});

test('what a person gave goes before what words say, on whatever token', t => {
	const lines = ['(s) -> split -> wipe -> (gone)', 'split -> move -> (approved)', 'split -> (rolled back)'];
	for (const list of [lines, lines.toReversed()]) {
		const diagram = sketch('(s)', ...list);
		const outcomes = outcomesOf(diagram, new Map([['data loss', ['wipe']]]));
		t.is(resultOf(answering(begin(diagram)), outcomes).outcome, 'data loss');
	}
});

test('where ways come together in a last step that is no circle, each of their edges may say how it went', t => {
	const lines = ['(s) -> undo -> refund -refunded-> close', 'undo -> release -> close'];
	t.is(outcome(lines), 'rollback');
	t.is(outcome(['(s)', ...lines.toReversed()]), 'rollback');
});

test('after a jump from the end, only what comes behind it counts', t => {
	const diagram = sketch(
		'(s) -> <ok> -yes-> (completed)',
		'<ok> -no-> (rolled back)',
		'<ok> -maybe-> ask -> <ok>',
	);
	const outcomes = outcomesOf(diagram);
	const back = jump(answering(begin(diagram), 'no'), 'ok');
	t.is(resultOf(back, outcomes).outcome, 'open');
	const again = answering(back, 'yes');
	t.is(resultOf(again, outcomes).outcome, 'success');
	t.deepEqual([...standing(again).tokens], ['completed']);
	// A jump of a token that lives ends nothing.
	const fork = sketch('(s) -> split -> (rolled back)', 'split -> a -> <ok> -yes-> (completed)');
	const split = step(step(begin(fork)));
	t.is(split.ended.size, 1);
	t.is(resultOf(onward(jump(split, 'ok')), outcomesOf(fork)).outcome, 'rollback');
	t.is(resultOf(onward(jump(onward(split), 'ok')), outcomesOf(fork)).outcome, 'success');
});

test('a run ended by the limit of visits never ends', t => {
	const diagram = sketch('(s) -> a -> b -> a');
	const run = choose(onward(begin(diagram, {maxVisits: 2})), 'end');
	t.is(resultOf(run, outcomesOf(diagram)).outcome, 'never ends');
	t.is(reason(resultOf(run, outcomesOf(diagram))), 'a “a” visited too often');
});

test('a run that ends where a loop was left has come to an end', t => {
	const steps = [
		'n1: circle label:"Start"',
		'n2: rectangle label:"Try"',
		'n3: rectangle label:"Look"',
		'n4: circle label:"Done"',
	];
	const edges = ['n1.handle(right) -> n2.handle(left)', 'n2.handle(right) -> n3.handle(left)'];
	for (const more of [['n2.handle(bottom) -> n4.handle(left)'], []]) {
		const {diagram} = read(
			['L { # Lane', ...steps, ...edges, ...more, 'loop [again] n2 n3', '}', ''].join('\n'),
		);
		let run = onward(begin(diagram));
		while (run.state === 'choosing') {
			const all = choices(run);
			run = onward(choose(run, all.find(({id}) => id === 'leave')?.id ?? all[0]?.id ?? ''));
		}
		const result = resultOf(run, outcomesOf(diagram));
		t.is(result.outcome, 'dead end');
		t.is(reason(result), 'stops in n3 “Look”, which is no circle');
	}
});

for (const [last, come] of [
	['(completed)', 'success'],
	['(closed)', 'closed'],
	['rolled back', 'rollback'],
	['failed', 'failure'],
	['look', 'dead end'],
] as const)
	test(`where a loop is left at ${last}, the run has come to what it comes to without the loop: ${come}`, t => {
		const lines = ['(s) -> <which> -this-> try', `try -> ${last}`, '<which> -that-> (gone)'];
		const other = ['(s) -> <try>', `<try> -on-> ${last}`, '<try> -off-> (gone)'];
		const again = `${last} ~again~> `;
		t.is(outcome(lines, 'this'), come);
		t.is(outcome([...lines, `${again}try`], 'this', 'leave'), come);
		t.is(outcome([...lines, `${again}try`], 'this'), 'open');
		t.is(outcome(other, 'on'), come);
		t.is(outcome([...other, `${again}<try>`], 'on', 'leave'), come);
	});

test('what a person gave counts where a loop is left too', t => {
	for (const more of [[], ['try -> (gone)']]) {
		const diagram = sketch('(s) -> try -> look', 'look ~again~> try', ...more);
		const outcomes = outcomesOf(diagram, new Map([['data loss', ['look']]]));
		const run = answering(begin(diagram, {split: 'one'}), ...more.map(() => 'look'), 'leave');
		t.is(resultOf(run, outcomes).outcome, 'data loss');
	}
});

test('what one of several ways said still counts behind a join that lies on a cycle', t => {
	const start = ['(s) -> split -> a -> join -> <ok> -yes-> (end)', '<ok> -no-> split'];
	const rollback = 'split -> <bad> -yes-> rollback -> join';
	const calm = '<bad> -no-> join';
	t.is(outcome([...start, rollback, calm], 'yes', 'yes'), 'rollback');
	t.is(outcome([rollback, calm, ...start.toReversed()], 'yes', 'yes'), 'rollback');
	t.is(outcome([...start, rollback, calm], 'no', 'yes'), 'end');
	// A round that was made again counts for nothing.
	t.is(outcome([...start, rollback, calm], 'yes', 'no', 'no', 'yes'), 'end');
});

test('what was said before a split within a branch still counts behind both joins', t => {
	const lines = [
		'(s) -> split -> a -> outer -> (end)',
		'split -> <bad> -yes-> rollback -> again -> b -> inner -> outer',
		'<bad> -no-> again -> c -> inner',
	];
	t.is(outcome(lines, 'yes'), 'rollback');
	t.is(outcome(lines, 'no'), 'end');
});

/** Steps one after the other, or several ways at once. */
type Block = readonly (string | readonly Block[])[];

const {block} = fc.letrec<{block: Block}>(tie => ({
	block: fc.array(
		fc.oneof(
			{maxDepth: 3},
			fc.constantFrom('look', 'rollback', 'failed', 'approved', 'escalate', 'cached'),
			fc.array(tie('block'), {minLength: 2, maxLength: 3}) as fc.Arbitrary<readonly Block[]>,
		),
		{minLength: 1, maxLength: 3},
	),
}));

/** The edges of `block` between two nodes, each a line. */
function edgesOf(block: Block, from: string, to: string, name: () => string): string[] {
	let last = from;
	const lines: string[] = [];
	for (const part of block) {
		const next = typeof part === 'string' ? `${part} ${name()}` : `join ${name()}`;
		if (typeof part === 'string') lines.push(`${last} -> ${next}`);
		else {
			const split = `split ${name()}`;
			lines.push(`${last} -> ${split}`, ...part.flatMap(way => edgesOf(way, split, next, name)));
		}
		last = next;
	}
	return [...lines, `${last} -> ${to}`];
}

test('what a run comes to does not hang on the order in which the ways of a split are written', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(block, fc.boolean(), fc.infiniteStream(fc.nat()), (all, loops, chance) => {
				let count = 0;
				const name = () => {
					count += 1;
					return String(count);
				};
				const body = edgesOf([[all, ['look']]], 'first', '<good>', name);
				const lines = [
					'(s) -> first',
					...body,
					'<good> -yes-> (end)',
					loops ? '<good> -no-> first' : '<good> -no-> (stop)',
				];
				const mixed = lines
					.map(line => ({line, at: chance.next().value as number}))
					.sort((one, other) => one.at - other.at)
					.map(({line}) => line);
				t.is(outcome(['(s)', ...mixed], 'yes'), outcome(['(s)', ...lines], 'yes'));
			}),
			{includeErrorInReport: true},
		),
	);
});

/** Steps without any order but that nothing leads back: which lead on to which, and what they are called; some end early. */
const web = fc
	.tuple(
		fc.array(fc.constantFrom('look', 'rollback', 'failed', 'approved', 'escalate', 'cached'), {
			minLength: 3,
			maxLength: 7,
		}),
		fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom('', ' -failed', ' -refunded')), {
			minLength: 3,
			maxLength: 12,
		}),
		fc.array(fc.tuple(fc.nat(6), fc.constantFrom('(closed)', '(informed)', 'halt', 'halt -> halt')), {
			maxLength: 3,
		}),
	)
	.map(([words, pairs, more]) => {
		const names = ['(s)', ...words.map((word, at) => `${word} ${at}`), '(end)'];
		const last = names.length - 1;
		const ahead = pairs
			.map(
				([from, by, label]) => [from % last, Math.min(last, (from % last) + 1 + (by % last)), label] as const,
			)
			.map(([from, to, label]) => ({
				ends: `${names[from]} ${names[to]}`,
				line: `${names[from]}${label || ' '}-> ${names[to]}`,
			}));
		// Every step is come to, and leads on.
		const chain = names
			.slice(1)
			.map((name, at) => ({ends: `${names[at]} ${name}`, line: `${names[at]} -> ${name}`}));
		const early = more.map(([from, end]) => `${names[1 + (from % words.length)]} -> ${end}`);
		const once = new Map([...ahead, ...chain].map(({ends, line}) => [ends, line]));
		return {names: [...names, '(closed)', '(informed)'], lines: [...once.values(), ...new Set(early)]};
	});

test('the same holds where splits and joins are no blocks, with several ends', t => {
	t.notThrows(() =>
		fc.assert(
			fc.property(web, fc.boolean(), fc.infiniteStream(fc.nat()), ({names, lines}, own, chance) => {
				const mixed = lines
					.map(line => ({line, at: chance.next().value as number}))
					.sort((one, other) => one.at - other.at)
					.map(({line}) => line);
				const come = (list: readonly string[]) => {
					const diagram = sketch(...names, ...list);
					const second = diagram.nodes[2]?.id ?? '';
					const outcomes = outcomesOf(diagram, new Map(own ? [['own', [second]]] : []));
					return resultOf(
						toEnd(begin(diagram, {split: 'all', maxVisits: 2, starts: ['s']}), () => 'end'),
						outcomes,
					).outcome;
				};
				t.is(come(mixed), come(lines));
			}),
			{includeErrorInReport: true, numRuns: 500},
		),
	);
});

test('ways that are handed over at every stage are told without walking each', t => {
	const stages = Array.from({length: 40}, (_, at) => at);
	const diagram = sketch(
		'(s) -> a0',
		'(s) -> b0',
		...stages.flatMap(at => [
			`a${at} -> a${at + 1}`,
			`a${at} -> b${at + 1}`,
			`b${at} -> b${at + 1}`,
			`b${at} -> a${at + 1}`,
		]),
		'a40 -> (rolled back)',
		'b40 -> (rolled back)',
	);
	const run = onward(begin(diagram, {split: 'all'}));
	t.is(run.state, 'ended');
	t.is(resultOf(run, outcomesOf(diagram)).outcome, 'rolled back');
});
