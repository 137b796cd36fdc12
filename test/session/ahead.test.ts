import test from 'ava';
import {ahead} from '../../source/session/ahead.js';
import {sessionOf} from '../helpers/session.js';

const numbers = [1, 2, 3, 4, 5];

/** A node of `shape` with a way to each of five ends. */
function fan(shape: string): string {
	return [
		'L { # Lane',
		`q: ${shape} label:"Which?"`,
		...numbers.map(at => `n${at}: circle label:"${at % 2 === 0 ? 'Failed' : 'Success'} ${at}"`),
		...numbers.map(at => `q.handle(right) -> n${at}.handle(left)`),
		'}',
	].join('\n');
}

/** A session of `text` and what lies ahead in it, with how often routes were asked for. */
function lookedAhead(text: string) {
	const session = sessionOf(text);
	const {outlook} = session;
	const from = outlook.from.bind(outlook);
	let asked = 0;
	outlook.from = (...place) => {
		asked += 1;
		return from(...place);
	};
	return {now: ahead(session), asked};
}

test('each branch of a decision has what lies behind it, which is looked at once for all', t => {
	const {now, asked} = lookedAhead(fan('diamond'));
	t.is(asked, 1);
	t.deepEqual(
		now.type === 'choose' && now.ways.map(({prospects}) => prospects),
		numbers.map(at => ({
			outcomes: [{outcome: at % 2 === 0 ? 'failure' : 'success', count: '1'}],
			steps: 1,
			decisions: 0,
		})),
	);
});

test('ways that are taken together have the same ahead of them, which is looked at once', t => {
	const text = fan('rectangle');
	const {now, asked} = lookedAhead(text);
	t.true(asked <= 1);
	t.is(now.type === 'next' && new Set(now.ways.map(({prospects}) => prospects)).size, 1);
});
