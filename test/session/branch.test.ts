import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import {read} from '../../source/diagram/read.js';
import {randomFrom} from '../../source/random.js';
import {begin} from '../../source/run/begin.js';
import {choices} from '../../source/run/choices.js';
import {onward} from '../../source/run/onward.js';
import {atRandom} from '../../source/run/random.js';
import type {Run} from '../../source/run/run.js';
import {choose} from '../../source/run/step.js';
import {branchesCalled, takeCalled} from '../../source/session/branch.js';

const asking = (file: string) => onward(begin(read(readFileSync(file, 'utf8')).diagram));
const now = asking('test/commands/plain-branches.fz');

test('a branch is known by its number, its whole name, or the beginning of it', t => {
	const called = (text: string) => branchesCalled(now, text);
	t.deepEqual(called('2'), [2]);
	t.deepEqual(called('rollback'), [2]);
	t.deepEqual(called(' ROLL'), [2]);
	t.deepEqual(called('r'), [1, 2]);
	t.deepEqual(called('404'), [3]);
	t.deepEqual(called('40'), []);
	t.deepEqual(called('action  required'), [4]);
	t.deepEqual(called('y'), [6]);
	t.deepEqual(called('✓'), [6]);
	t.deepEqual(called(''), []);
	t.deepEqual(called('7'), []);
});

test('a branch is known as it is shown, in whichever signs', t => {
	const shown = asking('test/commands/plain-dashes.fz');
	t.deepEqual(branchesCalled(shown, 'yes-sure'), [1]);
	t.deepEqual(branchesCalled(shown, 'Yes-s'), [1]);
	t.deepEqual(branchesCalled(shown, 'no–way'), [2]);
	t.deepEqual(branchesCalled(shown, 'no-way'), [3]);
	t.deepEqual(branchesCalled(shown, 'café'), [4]);
	t.deepEqual(branchesCalled(shown, 'caf'), [4]);
});

test('what no branch or several are called takes none, and says so', t => {
	t.deepEqual(takeCalled(now, 'roll'), {type: 'choose', number: 2});
	t.like(takeCalled(now, 'r'), {type: 'tell', text: 'r can be 1 Retry or 2 Rollback'});
	t.like(takeCalled(now, 'x\x1b'), {type: 'tell', text: 'no branch is called x␛: choose 1–6'});
});

/** The questions of a run by chance. */
function questions(file: string, seed: number): Run[] {
	const random = randomFrom(seed);
	const met: Run[] = [];
	let run = asking(file);
	while (run.state === 'choosing' && met.length < 20) {
		met.push(run);
		const id = atRandom(run, random);
		if (id === undefined) break;
		run = onward(choose(run, id));
	}
	return met;
}

const files = ['samples', 'test/run/models'].flatMap(folder =>
	readdirSync(folder)
		.filter(name => name.endsWith('.fz'))
		.map(name => join(folder, name)),
);

test('the whole name of a branch takes it wherever no other is called so', t => {
	fc.assert(
		fc.property(fc.constantFrom(...files), fc.nat(1000), (file, seed) => {
			for (const run of questions(file, seed)) {
				const labels = choices(run).map(({label}) => label);
				for (const [index, label] of labels.entries()) {
					const alone = labels.filter(other => other.toLowerCase() === label.toLowerCase()).length === 1;
					if (alone && !/^\d+$/.test(label)) t.deepEqual(branchesCalled(run, label), [index + 1], label);
				}
			}
		}),
	);
});

test('whatever is typed, it means branches that there are', t => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			const asked = takeCalled(now, text);
			t.true(branchesCalled(now, text).every(number => number >= 1 && number <= 6));
			if (asked.type === 'tell') t.notRegex(asked.text, /[\x00-\x1f\x7f]/);
		}),
	);
});
