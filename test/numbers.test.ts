import test from 'ava';
import {numberOf, plural} from '../source/numbers.js';

test('a number has its digits as long as anyone would read them', t => {
	t.is(numberOf(4096), '4,096');
	t.is(numberOf(2n ** 200n).length, 81);
	t.is(numberOf(2n ** 7000n), '1.62e2107');
	t.is(plural(10n ** 100n, 'route', false), 'at least 1.00e100 routes');
	t.is(plural(1n, 'route'), '1 route');
});
