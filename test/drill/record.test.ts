import test from 'ava';
import fc from 'fast-check';
import {eventIn, type Fact, lineFor, noTip} from '../../source/drill/event.js';
import {faultOf, mayBeRecord, readRecord, tornWords} from '../../source/drill/record.js';
import {hashOf} from '../../source/hash.js';

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
	const fault = (...all: string[]) => faultOf(readRecord(bytes(`${all.join('\n')}\n`)));
	t.is(fault(first, second, third), undefined);
	t.is(
		fault(first, second.replace('"a"', '"x"'), third),
		'the record was altered: line 3 does not follow from line 2: one of them was changed',
	);
	t.is(fault(first, third), 'the record was altered: line 2 has number 3 where 2 is due');
	t.is(fault(first, 'rubbish', third), 'the record was altered: line 2 is no line of a record');
	t.is(fault(first, '', second, third), 'the record was altered: line 2 is no line of a record');
});

test('a newer form is told as what it is', t => {
	const [first = ''] = written([{type: 'open'}]).split('\n');
	t.is(
		faultOf(readRecord(bytes(`${first.replace('"v":1', '"v":2')}\n`))),
		'the record is of another form (version 2), which this program does not know',
	);
});

test('a file in a record that is not the one it names shows', t => {
	const file = {name: 'a.fz', text: 'a { # A\n}\n', sha256: hashOf('a { # A\n}\n')};
	const fault = (type: string, named: object) =>
		faultOf(
			readRecord(
				bytes(
					written([
						{type: 'open', file},
						{type, file: named},
					]),
				),
			),
		);
	t.is(fault('file', file), undefined);
	t.is(
		fault('file', {...file, text: 'b { # A\n}\n'}),
		'the record was altered: in line 2 the text of the file does not fit its sha256',
	);
});

test('blank lines behind the last one are no torn line', t => {
	const sound = written([{type: 'open'}, {type: 'note', text: 'a'}]);
	for (const more of ['\n', '\n\n', ' \n\r\n', '\n ']) {
		const record = readRecord(bytes(sound + more));
		t.is(record.events.length, 2);
		t.is(faultOf(record), undefined);
		t.is(tornWords(record), 'nothing but blanks stands behind the last line');
	}
	t.is(tornWords(readRecord(bytes(sound))), undefined);
	t.is(
		tornWords(readRecord(bytes(`${sound}\n{"v"`))),
		'the last line was cut off while it was written (5 bytes)',
	);
});

test('what is no record at all holds no events', t => {
	for (const text of ['', '\n', 'hello\n', '{}\n[]\nnull\n', 'n1: circle'])
		t.deepEqual(readRecord(bytes(text)).events, []);
});

test('a record may be told by any beginning of it, and what is none by its first piece', t => {
	const text = bytes(written([{type: 'open'}, {type: 'note', text: 'last'}]));
	for (let length = 1; length <= text.length; length += 1) t.true(mayBeRecord(text.subarray(0, length)));
	for (const other of ['\0\0\0', 'n1: circle\n', '\n', '{"v":1}\n', '{"v":1\0\0', '[{"v":1'])
		t.false(mayBeRecord(bytes(other)));
});

test('a line whose time is no count of milliseconds is none of a record', t => {
	const at = (mono: number) =>
		eventIn(lineFor({type: 'note'}, noTip, {t: '2026-01-05T10:00:00.000Z', mono})[0]);
	for (const mono of [0, 1, 86_400_000, Number.MAX_SAFE_INTEGER]) t.is(at(mono)?.mono, mono);
	for (const mono of [-1, 0.5, -1e308, 1e308, 2 ** 53, Number.NaN]) t.is(at(mono), undefined, `${mono}`);
});
