import test from 'ava';
import fc from 'fast-check';
import {randomFrom} from '../../source/random.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {toEnd} from '../../source/run/onward.js';
import {atRandom} from '../../source/run/random.js';
import type {Run} from '../../source/run/run.js';
import {back} from '../../source/run/undo.js';
import {walked} from '../../source/run/walked.js';
import {randomDiagram} from '../helpers/random-diagram.js';

const readings = fc.record({
	split: fc.constantFrom('auto', 'all', 'one', 'ask'),
	join: fc.constantFrom('or', 'and', 'any'),
	maxVisits: fc.integer({min: 1, max: 3}),
} as const);

/** Tokens that are gone without having ended: taken in by a join, or as a reply. */
function absorbed(run: Run): number {
	let count = 0;
	for (const {type, merged} of run.steps) {
		if (type === 'reply') count += 1;
		if (type === 'join') count += (merged?.length ?? 1) - 1;
	}
	return count;
}

test('however a diagram is made and read, a run by chance ends, and no token is lost', t => {
	fc.assert(
		fc.property(randomDiagram(8), readings, fc.nat(1000), (diagram, switches, seed) => {
			const random = randomFrom(seed);
			const run = toEnd(begin(diagram, switches), now => atRandom(now, random));
			t.is(run.state, 'ended');
			t.is(run.tokens.size, 0);
			t.is(run.waiting.size, 0);
			t.is(run.came.size, 0);
			t.is(run.ended.size + absorbed(run), run.issued);
			for (const edge of walked(run).edges) t.true(walked(run).nodes.has(diagram.edge(edge).to));
		}),
		{numRuns: 500},
	);
});

test('in every state a token can move, or there is something to choose', t => {
	fc.assert(
		fc.property(randomDiagram(6), readings, fc.nat(1000), (diagram, switches, seed) => {
			const random = randomFrom(seed);
			let run = toEnd(begin(diagram, switches), now => atRandom(now, random));
			while (run.past) {
				run = back(run);
				t.is(run.state === 'choosing', choices(run).length > 0);
				t.is(run.state === 'ended', run.tokens.size === 0 && run.issued > 0);
			}
		}),
		{numRuns: 200},
	);
});
