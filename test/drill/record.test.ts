import test from 'ava';
import fc from 'fast-check';
import {type Fact, lineFor, noTip} from '../../source/drill/event.js';
import {readRecord} from '../../source/drill/record.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The text of a record of `facts`, an event a second. */
function written(facts: readonly Fact[]): string {
	let tip = noTip;
	return facts
		.map((fact, index) => {
			const [line, next] = lineFor(fact, tip, {t: '2026-01-05T10:00:00.000Z', mono: index * 1000});
			tip = next;
			return `${line}\n`;
		})
		.join('');
}

const facts = fc.array(
	fc.record({type: fc.constantFrom('note', 'move', 'surprise'), text: fc.string({unit: 'binary'})}),
	{maxLength: 20},
);

test('what is written is read again, types nobody knows too', t => {
	fc.assert(
		fc.property(facts, list => {
			const {events, altered, torn, tip} = readRecord(bytes(written(list)));
			t.deepEqual(
				events.map(({type, text}) => ({type, text})),
				list,
			);
			t.is(altered, undefined);
			t.is(torn.length, 0);
			t.is(tip.seq, list.length);
		}),
	);
});

test('cut off at any byte, every whole line is kept and the rest set aside', t => {
	const text = bytes(
		written([{type: 'open'}, {type: 'note', text: 'äöü → 漢字'}, {type: 'note', text: 'last'}]),
	);
	const ends = [...text.keys()].filter(at => text[at] === 0x0a).map(at => at + 1);
	for (let length = 0; length <= text.length; length += 1) {
		const {events, whole, torn, altered} = readRecord(text.subarray(0, length));
		t.is(events.length, ends.filter(end => end <= length).length, `${length} bytes`);
		t.is(whole + torn.length, length);
		t.is(altered, undefined);
	}
});

test('a last block of zeros is set aside', t => {
	const sound = written([{type: 'open'}]);
	for (const rubbish of ['\0'.repeat(512), `${'\0'.repeat(20)}\n`]) {
		const {events, torn, altered} = readRecord(bytes(sound + rubbish));
		t.is(events.length, 1);
		t.is(torn.length, rubbish.length);
		t.is(altered, undefined);
	}
});

test('a changed, missing or moved line shows', t => {
	const lines = written([{type: 'open'}, {type: 'note', text: 'a'}, {type: 'note', text: 'b'}]).split('\n');
	const [first = '', second = '', third = ''] = lines;
	const fault = (...all: string[]) => readRecord(bytes(`${all.join('\n')}\n`)).altered;
	t.is(fault(first, second, third), undefined);
	t.deepEqual(fault(first, second.replace('"a"', '"x"'), third), {
		line: 3,
		what: 'it does not follow from the line before',
	});
	t.deepEqual(fault(first, third), {line: 2, what: 'it has number 3 where 2 is due'});
	t.deepEqual(fault(first, 'rubbish', third)?.line, 2);
	t.regex(fault(first.replace('"v":1', '"v":2'))?.what ?? '', /version 2/);
});

test('what is no record at all holds no events', t => {
	for (const text of ['', '\n', 'hello\n', '{}\n[]\nnull\n', 'n1: circle'])
		t.deepEqual(readRecord(bytes(text)).events, []);
});
