import test from 'ava';
import {boundOf} from '../../source/run/bound.js';

const bounds: Readonly<Record<string, number>> = {
	'3': 3,
	two: 2,
	'3 retries': 3,
	'4x': 4,
	'≤ 7': 7,
	'max 5': 5,
	'max. 5': 5,
	'maximum of 5': 5,
	'5 max': 5,
	'limit: 4': 4,
	'at most 5': 5,
	'5 at most': 5,
	'no more than 3': 3,
	'retry 3': 3,
	'retry up to 3': 3,
	'retry up to 3 times': 3,
	'Retry up to three times': 3,
	'retry twice': 2,
	'try once more': 1,
	'5 attempts': 5,
	'1 retry': 1,
	'3 more tries': 3,
	'after 3 failed attempts': 3,
	'2-3 rounds': 3,
	'max retries: 3': 3,
	'while attempts < 3': 3,
	'retries <= 4 and not healthy': 4,
	'until errors fall, 5 at most': 5,
	'until it works (max 5)': 5,
	'until it works - 5x': 5,
	'until it works or 5 attempts': 5,
	'every 5 minutes, five times': 5,
	'retry 3 times until latency < 500 ms': 3,
	'until tried 3 times': 3,
	'up to 3 codes, 4 tries': 4,
	'wait 10 minutes, no more than 6 times in total': 6,
};

for (const [condition, bound] of Object.entries(bounds))
	test(`a bound: ${condition}`, t => t.is(boundOf(condition), bound));

const none = [
	'until approved',
	'until HTTP 200',
	'on 5xx',
	'latency > 500 ms',
	'after 5 minutes',
	'up to 5 minutes',
	'max 10 GB',
	'at most 5 %',
	'at most 5%',
	'5 minutes max',
	'up to 3 codes',
	'until errors < 5',
	'while queue <= 100',
	'until latency is at most 500',
	'until CPU max 80',
	'load over 3x baseline',
	'3 times the usual rate',
	'twice a day',
	'5 times per minute',
	'5 attempts per minute',
	'at least 3 times',
	'more than 3 attempts',
	'attempts > 3',
	'once healthy',
	'until healthy 3 times',
	'until 3 runs pass',
	'until ok, 5',
	'version 1.2 times out',
	'until 0.5 attempts',
	'until someone tries n3',
	'',
];

for (const condition of none) test(`no bound: ${condition}`, t => t.is(boundOf(condition), undefined));

test('a hostile condition takes no time', t => {
	for (const piece of ['retry ', '3 ', 'up to ', 'max retries ', '3 more ', 'until tried ', ' - '])
		t.is(boundOf(`${piece.repeat(100_000)}!`), undefined);
});
