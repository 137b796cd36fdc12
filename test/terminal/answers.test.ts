import test from 'ava';
import {answersIn} from '../../source/terminal/answers.js';

test('the answers of a terminal are told apart', t => {
	t.deepEqual(
		answersIn(
			'\x1b[12;4R\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1bP>|foot(1.16.2)\x1b\\\x1b[?1006;2$y\x1b[?2004;1$y\x1b[?2026;0$y\x1b[?62;4c',
		),
		{
			name: 'foot(1.16.2)',
			background: 'rgb:1e1e/1e1e/1e1e',
			drawn: 3,
			modes: {mouse: true, paste: true, frames: false},
		},
	);
});

test('what is not answered is not known', t => {
	t.deepEqual(answersIn('\x1b[1;10R\x1b[?1;2c'), {
		name: undefined,
		background: undefined,
		drawn: 9,
		modes: {mouse: undefined, paste: undefined, frames: undefined},
	});
});
