import test from 'ava';
import {carryOut} from '../helpers/command.js';

const text = `a {
${Array.from({length: 16}, (_, i) => `n${i}: diamond label:"${i}?"`).join('\n')}
n16: circle label:"End"
${Array.from({length: 16}, (_, i) => ['A', 'B'].map(l => `n${i}.handle(right) -> n${i + 1}.handle(left) [label="${l}"]`).join('\n')).join('\n')}
}
`;

/** A clock on which every look takes 20 milliseconds. */
function slowClock() {
	let now = 0;
	return () => {
		now += 20;
		return now;
	};
}

const world = {read: async () => new TextEncoder().encode(text)};

test('who waits at a terminal is told how far it is, and the line is cleared', async t => {
	const complaints = {isTerminal: true};
	const {err, out} = await carryOut(['paths', '-', '--format', 'csv'], {
		...world,
		complaints,
		now: slowClock(),
	});
	t.regex(err, /\r[\d,]+ of 65,536 routes\r/);
	t.regex(err, /\r {60}\r$/);
	t.is(out.split('\r\n').length, 65_536 + 2);
});

test('who waits for whole runs to be counted is told how many there are so far, whatever the terminal shows', async t => {
	const parallel = text.replaceAll('n0: diamond', 'n0: rectangle');
	const {err, out} = await carryOut(['paths', '-', '--scenarios', '--count', '--loops', '0'], {
		read: async () => new TextEncoder().encode(parallel),
		output: {isTerminal: true, columns: 80, rows: 24},
		complaints: {isTerminal: true},
		now: slowClock(),
	});
	t.regex(err, /\r[\d,]+ runs\r/);
	t.regex(err, /\r {60}\r$/);
	t.regex(out, /^<stdin>: 32,768 runs/);
});

test('a search for runs ends with Ctrl-C: what was found is told, and that it is not all', async t => {
	const {exit, out} = await carryOut(['paths', '-', '--scenarios', '--format', 'json'], {
		read: async () => new TextEncoder().encode(text.replaceAll('n0: diamond', 'n0: rectangle')),
		onInterrupt(listener) {
			listener();
			return () => {};
		},
		now: slowClock(),
	});
	t.is(exit, 130);
	t.like(JSON.parse(out), {count: {exact: false}, complete: false});
});

test('without a terminal, or within a second, nothing is said', async t => {
	t.is((await carryOut(['paths', '-', '--format', 'csv'], {...world, now: slowClock()})).err, '');
	t.is(
		(await carryOut(['paths', '-', '--format', 'csv'], {...world, complaints: {isTerminal: true}})).err,
		'',
	);
});
