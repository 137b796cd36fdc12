import test from 'ava';
import {check} from '../../source/checks/check.js';
import {apply, mend} from '../../source/checks/fixes.js';
import {read} from '../../source/diagram/read.js';
import {cases} from '../helpers/golden.js';
import {graphOf} from '../helpers/graph.js';

const texts = [...cases('test/diagram/cases'), ...cases('test/checks/cases')];

for (const {name, input} of texts)
	test(`mending leaves no fix over and the same graph: ${name}`, t => {
		const {text: mended} = mend(input);
		t.deepEqual(
			check(mended).filter(({fix}) => fix),
			[],
			mended,
		);
		t.deepEqual(graphOf(read(mended).diagram), graphOf(read(input).diagram), mended);
	});

for (const {name, input} of texts)
	test(`each fix takes its problem away: ${name}`, t => {
		for (const problem of check(input).filter(({fix}) => fix)) {
			const count = (text: string) => check(text).filter(({code}) => code === problem.code).length;
			t.true(count(apply(input, [problem]).text) < count(input), problem.code);
		}
		t.pass();
	});

test('mending changes nothing but what is wrong', t => {
	const text =
		'// by Ana\r\na {  # A\r\n\tn1:  circle label = "Start"   owner:"x"\r\n\r\n  n2: circle label:"End"\r\nn1.handle( Right ) -> n2.handle(left)\r\nn1.handle(right) -> n2.handle(left)\r\n}';
	t.is(
		mend(text).text,
		'// by Ana\r\na {  # A\r\n\tn1:  circle label:"Start"   owner:"x"\r\n\r\n  n2: circle label:"End"\r\nn1.handle(right) -> n2.handle(left)\r\n}',
	);
});

test('a text without mistakes stays as it is', t => {
	const text = '\ufeffa {# A\n  n1: circle label:"Start" \n}';
	t.deepEqual(mend(text), {text, fixes: 0});
});
