import test from 'ava';
import {ahead} from '../../source/session/ahead.js';
import {endLines} from '../../source/session/ending.js';
import {after, sessionOf} from '../helpers/session.js';

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

test('a loop that was left is among the decisions at the end', t => {
	const text = `A { # A
n1: diamond label:"Healthy?"
n2: rectangle label:"Give up"
n3: rectangle label:"Restored"
n1.handle(bottom) -> n2.handle(top) [label="No"]
n1.handle(right) -> n3.handle(left) [label="Yes"]
loop [up to 3 times] n1 n2
}`;
	const numbers = [1, 1, 1, 2];
	const session = after(sessionOf(text), ...numbers.map(number => ({type: 'choose', number}) as const));
	const now = ahead(session);
	t.deepEqual(now.type === 'end' && endLines(now, 80, 20, true).slice(-4), [
		'Healthy? No',
		'Give up: up to 3 times',
		'Healthy? No',
		'Give up: leave',
	]);
});
