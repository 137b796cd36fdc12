import {readFileSync} from 'node:fs';
import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {randomFrom} from '../../source/random.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {toEnd} from '../../source/run/onward.js';
import {atRandom, byRule} from '../../source/run/random.js';
import type {Run} from '../../source/run/run.js';
import {choose} from '../../source/run/step.js';
import {visits, walked} from '../../source/run/walked.js';

const seeds = Array.from({length: 200}, (_, seed) => seed);
const models = {
	'blue-green': 'samples/blue-green.fz',
	saga: 'samples/saga.fz',
	'API gateway': 'samples/api-gateway.fz',
	'sign-in with two retries': 'test/run/models/sign-in.fz',
	'three workers': 'test/run/models/workers.fz',
	'generator and critic': 'test/run/models/generator-critic.fz',
	'payment retry': 'test/run/models/payment-retry.fz',
	'request and reply': 'test/run/models/request-reply.fz',
	'supervisor with workers': 'test/run/models/supervisor.fz',
	'several ends': 'test/run/models/several-ends.fz',
};

for (const [name, path] of Object.entries(models)) {
	const {diagram, problems} = read(readFileSync(path, 'utf8'));

	test(`${name}: 200 runs by chance each end cleanly`, t => {
		t.deepEqual(problems, []);
		const seen = new Set<string>();
		for (const seed of seeds) {
			const random = randomFrom(seed);
			const run = toEnd(begin(diagram), now => atRandom(now, random));
			t.is(run.state, 'ended', `seed ${seed}`);
			t.is(run.waiting.size, 0);
			for (const step of run.steps) t.is(step.why, undefined);
			for (const {node} of run.ended) {
				t.is(diagram.node(node).shape, 'circle');
				t.is(visits(run, node), 1, `seed ${seed} came to ${node} several times`);
			}
			for (const edge of walked(run).edges) seen.add(edge);
		}
		t.is(seen.size, diagram.edges.length, 'every edge was taken by some run');
	});

	test(`${name}: the same seed walks the same way`, t => {
		const walk = () => {
			const random = randomFrom(7);
			return [...toEnd(begin(diagram), now => atRandom(now, random)).steps];
		};
		t.deepEqual(walk(), walk());
	});
}

/** Every way to answer the decisions of a run without cycles. */
function* runs(run: Run): Generator<Run> {
	const asked = toEnd(run, byRule);
	if (asked.state === 'ended') yield asked;
	for (const {id} of choices(asked)) yield* runs(choose(asked, id));
}

test('three workers have eight runs, each ending once', t => {
	const {diagram} = read(readFileSync('test/run/models/workers.fz', 'utf8'));
	const all = [...runs(begin(diagram))];
	t.is(all.length, 8);
	t.true(all.every(run => run.ended.size === 1 && visits(run, 'n4') === 1));
	t.is(new Set(all.map(run => [...walked(run).edges].sort().join())).size, 8);
});

test('a bounded retry is never gone round more often by chance', t => {
	const {diagram} = read(readFileSync('test/run/models/payment-retry.fz', 'utf8'));
	const unlucky = (run: Run) => atRandom(run, () => (run.question?.node === 'n3' ? 0.999 : 0));
	const run = toEnd(begin(diagram), unlucky);
	t.is(visits(run, 'n2'), 4);
	t.is([...run.ended][0]?.node, 'n7');
});
