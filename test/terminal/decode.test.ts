import test from 'ava';
import fc from 'fast-check';
import {type Decoder, decode, expire, idle} from '../../source/terminal/decode.js';
import type {TerminalEvent} from '../../source/terminal/event.js';

function read(...chunks: readonly string[]): readonly TerminalEvent[] {
	let decoder: Decoder = idle;
	const events: TerminalEvent[] = [];
	for (const chunk of chunks) {
		const result = decode(decoder, Buffer.from(chunk, 'utf8'));
		decoder = result.decoder;
		events.push(...result.events);
	}
	return [...events, ...expire(decoder).events];
}

const keys = (...chunks: readonly string[]) =>
	read(...chunks).map(event => (event.type === 'key' ? event.key : `<${event.type}>`));

const cases: readonly [bytes: string, expected: readonly string[]][] = [
	['a', ['a']],
	['A?é界', ['A', '?', 'é', '界']],
	['\r', ['enter']],
	[' \t\x7f\b', ['space', 'tab', 'backspace', 'backspace']],
	['\x03\x1a\x0c\x12', ['ctrl+c', 'ctrl+z', 'ctrl+l', 'ctrl+r']],
	['\x1b', ['escape']],
	['\x1b\x1b', ['escape', 'escape']],
	['\x1b[A\x1b[B\x1b[C\x1b[D', ['up', 'down', 'right', 'left']],
	['\x1bOA\x1bOP', ['up', 'f1']],
	['\x1b[1;2A\x1b[1;5C\x1b[1;3D', ['shift+up', 'ctrl+right', 'alt+left']],
	['\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[5~\x1b[6~', ['home', 'end', 'home', 'end', 'pageup', 'pagedown']],
	['\x1b[11~\x1b[15~\x1b[17~\x1b[24~\x1b[[A', ['f1', 'f5', 'f6', 'f12', 'f1']],
	// Ctrl with a function key: these crash programs that read only the plain forms.
	['\x1b[1;5P\x1b[1;5Q\x1b[1;5R\x1b[1;5S', ['ctrl+f1', 'ctrl+f2', 'ctrl+f3', 'ctrl+f4']],
	['\x1b[Z', ['shift+tab']],
	['\x1bx', ['alt+x']],
	['\x1b[97;5u\x1b[13u\x1b[27;2;65~', ['ctrl+a', 'enter', 'A']],
	['\x1b[I\x1b[O\x1b[?62;22c\x1b[12;40R', []],
	['\x1b[999~\x1b[1;99;99zq', ['q']],
	// What a mouse, a key that was let go, and the keys of a window system send is no key.
	['\x1b[M !!q', ['q']],
	['\x1b[113;1:3u\x1b[113;9uq\x1b[97;65u', ['q', 'a']],
];

for (const [bytes, expected] of cases)
	test(`keys of ${JSON.stringify(bytes)}`, t => {
		t.deepEqual(keys(bytes), expected);
	});

test('a sequence that comes in pieces is one key', t => {
	t.deepEqual(keys('\x1b', '[', '1;', '2', 'B', 'x'), ['shift+down', 'x']);
});

test('a burst of keys in one piece loses none', t => {
	t.deepEqual(keys('\x1b[C'.repeat(200)), Array(200).fill('right'));
});

test('what is pasted is text, whatever is in it', t => {
	t.deepEqual(read('\x1b[200~q\r\x1b[A', ' é\x1b[20', '1~q'), [
		{type: 'paste', text: 'q\r\x1b[A é'},
		{type: 'key', key: 'q'},
	]);
});

test('a paste that never ends is handed over when it is given up', t => {
	t.deepEqual(read('\x1b[200~abc'), [{type: 'paste', text: 'abc'}]);
});

/** What is read of pieces between which there was time enough for each unfinished one to be given up once. */
const slowly = (...chunks: readonly string[]): readonly TerminalEvent[] => {
	let decoder: Decoder = idle;
	const events: TerminalEvent[] = [];
	for (const chunk of chunks) {
		for (const result of [decode(decoder, Buffer.from(chunk, 'utf8')), undefined]) {
			const {decoder: next, events: read} = result ?? expire(decoder);
			decoder = next;
			events.push(...read);
		}
	}
	return events;
};

const pressed = (...names: readonly string[]) => names.map(key => ({type: 'key', key}));

test('what comes late behind an escape byte that was taken for a key is no keys', t => {
	const background = {type: 'report', text: '11;rgb:1e1e/1e1e/1e1e'};
	t.deepEqual(slowly('\x1b', ']11;rgb:1e1e/1e1e/1e1e\x1b\\'), [...pressed('escape'), background]);
	t.deepEqual(slowly('\x1b', '[?62;1;4c', 'q'), pressed('escape', 'q'));
	// The key was told already, as Esc: what it does must not be done where Esc has led.
	t.deepEqual(slowly('\x1b', '[D', 'q'), pressed('escape', 'q'));
	t.deepEqual(slowly('\x1b', '[200~r\x1b[201~'), [...pressed('escape'), {type: 'paste', text: 'r'}]);
});

test('behind Esc a person may press any key', t => {
	for (const key of [']', '[', 'q', '1']) {
		t.deepEqual(slowly('\x1b', key, 'x'), pressed('escape', key, 'x'));
		t.deepEqual(slowly('\x1b', key, key), pressed('escape', key, key));
	}
	t.deepEqual(slowly('\x1b', ']q'), pressed('escape', ']', 'q'));
});

test('the beginning of a string that no terminal sends is a key with Alt', t => {
	t.deepEqual(keys('\x1b]q', '\x1bPx'), ['alt+]', 'q', 'alt+P', 'x']);
	t.deepEqual(keys('\x1b]'), ['alt+]']);
});

test('a control ends a string that was not ended', t => {
	t.deepEqual(keys('\x1b]11;rgb:\x03q'), ['ctrl+c', 'q']);
	t.deepEqual(keys('\x1b]11;rgb:\x1b[Aq'), ['up', 'q']);
});

test('sequences may begin with one byte of eight bits', t => {
	t.deepEqual(keys('\u009b1;5R\u009bA\u008fPq'), ['ctrl+f3', 'up', 'f1', 'q']);
	t.deepEqual(read('\u009d11;rgb:0/0/0\u009cq'), [{type: 'report', text: '11;rgb:0/0/0'}, ...pressed('q')]);
	t.deepEqual(decode(idle, Buffer.from('\x9b12;40Rq', 'latin1')).events, pressed('q'));
	// The others are nothing.
	t.deepEqual(keys('\u0085\u0080q'), ['q']);
});

test('a key of another alphabet is the Latin one in its place, and writes its own letter', t => {
	t.deepEqual(read('\x1b[1103::122;1u\x1b[1103:1071:122;2u\x1b[1103::122;5u\x1b[1103u'), [
		{type: 'key', key: 'z', text: 'я'},
		{type: 'key', key: 'Z', text: 'Я'},
		{type: 'key', key: 'ctrl+z'},
		{type: 'key', key: 'я'},
	]);
	// On a Latin layout the letter is what is meant.
	t.deepEqual(keys('\x1b[97::113;1u\x1b[233::50;1u'), ['a', 'é']);
});

test('mouse reports', t => {
	t.deepEqual(read('\x1b[<0;10;5M\x1b[<32;11;5M\x1b[<0;11;5m\x1b[<65;1;1M\x1b[<2;1;1M'), [
		{type: 'mouse', what: 'press', x: 9, y: 4},
		{type: 'mouse', what: 'drag', x: 10, y: 4},
		{type: 'mouse', what: 'release', x: 10, y: 4},
		{type: 'mouse', what: 'wheel-down', x: 0, y: 0},
	]);
});

test('answers of the terminal are no keys', t => {
	t.deepEqual(read('\x1b]11;rgb:1111/2222/3333\x07x\x1bP1$r0m\x1b\\y'), [
		{type: 'report', text: '11;rgb:1111/2222/3333'},
		{type: 'key', key: 'x'},
		{type: 'key', key: 'y'},
	]);
});

const piece = fc.oneof(
	fc.constantFrom(
		'\x1b',
		'\x1b[',
		'\x1b[<',
		'\x1bO',
		'\x1b]',
		'\x1b[200~',
		'\x1b[201~',
		'~',
		'M',
		';',
		'1',
		'\x07',
	),
	fc.string({unit: 'binary', maxLength: 4}),
);
const bytes = fc.array(piece, {maxLength: 30}).map(parts => Buffer.from(parts.join(''), 'utf8'));

test('property: how the bytes are cut up does not matter', t => {
	fc.assert(
		fc.property(bytes, fc.infiniteStream(fc.integer({min: 1, max: 5})), (whole, sizes) => {
			const once = decode(idle, whole);
			let decoder: Decoder = idle;
			const events: TerminalEvent[] = [];
			for (let at = 0; at < whole.length; ) {
				const size = sizes.next().value ?? 1;
				const result = decode(decoder, whole.subarray(at, at + size));
				decoder = result.decoder;
				events.push(...result.events);
				at += size;
			}
			t.deepEqual(events, once.events);
			t.deepEqual(decoder, once.decoder);
		}),
		{numRuns: 2000},
	);
	t.pass();
});

test('property: any bytes are read, and afterwards a key is a key', t => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 400}), garbage => {
			const {decoder} = decode(idle, garbage);
			const after = decode(expire(decoder).decoder, Buffer.from('q'));
			t.deepEqual(after.events, [{type: 'key', key: 'q'}]);
		}),
		{numRuns: 2000},
	);
	t.pass();
});

test('property: no key holds a control character', t => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 200}), garbage => {
			for (const event of decode(idle, garbage).events)
				if (event.type === 'key') t.notRegex(event.key, /[\x00-\x1f\x7f-\x9f]/);
		}),
		{numRuns: 2000},
	);
	t.pass();
});
