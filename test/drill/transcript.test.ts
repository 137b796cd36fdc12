import test from 'ava';
import {read} from '../../source/diagram/read.js';
import {transcript} from '../../source/drill/transcript.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {begin} from '../../source/run/begin.js';
import {width} from '../../source/text.js';
import {answering} from '../helpers/trace.js';

/** The lines of a run through `parts` of a lane, every branch of a split taken. */
function lines(columns: number, parts: readonly string[]): string[] {
	const {diagram} = read(`ops { # Ops\n${parts.join('\n')}\n}\n`);
	const run = answering(begin(diagram, {split: 'all'}));
	return transcript(run, outcomesOf(diagram), columns).trimEnd().split('\n');
}

test('a split into 400 makes no line longer than there is room for', t => {
	const parts = ['n1: circle label:"Go"', 'n999: circle label:"End"'];
	for (let id = 2; id < 402; id++)
		parts.push(
			`n${id}: rectangle label:"Job ${id}"`,
			`n1.handle(right) -> n${id}.handle(left)`,
			`n${id}.handle(right) -> n999.handle(left)`,
		);
	for (const columns of [60, 80, 120]) {
		const all = lines(columns, parts);
		t.true(all.length > 800);
		t.deepEqual(
			all.filter(line => width(line) > columns),
			[],
		);
	}
	t.true(lines(120, parts).some(line => line.includes('End: #1, #2, #3, #4, #5 and 395 more together')));
});

test('a long name is folded and moves nothing else, and so is a long way and a long outcome', t => {
	t.deepEqual(
		lines(60, [
			'n1: circle label:"Go"',
			`n2: circle label:"${'a long name '.repeat(9)}end"`,
			`n1.handle(right) -> n2.handle(left) [label="${'a long way '.repeat(9)}on"]`,
		]),
		[
			'1  Go                                                n1  Ops',
			'   -> a long way a long way a long way a long way a long way',
			'      a long way a long way a long way a long way on',
			'2  a long name a long name a long name a long name   n2  Ops',
			'   a long name a long name a long name a long name',
			'   a long name end',
			'outcome: A LONG NAME A LONG NAME A LONG NAME A LONG NAME A',
			'         LONG NAME A LONG NAME A LONG NAME A LONG NAME A',
			'         LONG NAME END (ends in n2 “a long name a long name',
			'         a long name a long name a long name a long name a',
			'         long name a long name a long name end”)',
		],
	);
});
