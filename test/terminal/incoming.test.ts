import {mock} from 'node:test';
import test from 'ava';
import type {TerminalEvent} from '../../source/terminal/event.js';
import {Incoming} from '../../source/terminal/incoming.js';

mock.timers.enable({apis: ['setTimeout']});
test.after(() => mock.timers.reset());

/** What is heard of pieces, each of which comes after its milliseconds. */
function heard(...pieces: readonly (readonly [wait: number, bytes: string])[]): string[] {
	const events: TerminalEvent[] = [];
	const incoming = new Incoming(50);
	incoming.attend(more => events.push(...more));
	for (const [wait, bytes] of pieces) {
		mock.timers.tick(wait);
		if (bytes !== '') incoming.take(Buffer.from(bytes));
	}
	return names(events);
}

function names(events: readonly TerminalEvent[]): string[] {
	return events.map(event => (event.type === 'key' ? event.key : event.type));
}

test.serial('an answer that comes in pieces is no keys', t => {
	t.deepEqual(heard([0, '\x1b]11;rgb:'], [1200, '1e1e/1e1e/1e1e\x1b\\']), ['report']);
	t.deepEqual(heard([0, '\x1b[?62;'], [1200, '1;4c'], [0, 'q']), ['q']);
	t.deepEqual(heard([0, '\x1b'], [150, ']11;rgb:'], [900, '1e1e/1e1e/1e1e\x1b\\']), ['escape', 'report']);
});

test.serial('the Esc key and the brackets behind it are quick', t => {
	t.deepEqual(heard([0, '\x1b'], [50, '']), ['escape']);
	t.deepEqual(heard([0, '\x1b'], [60, ']'], [50, '']), ['escape', ']']);
	t.deepEqual(heard([0, '\x1b'], [60, '['], [50, 'j']), ['escape', '[', 'j']);
	t.deepEqual(heard([0, '\x1b'], [50, ''], [1000, ']11']), ['escape', ']', '1', '1']);
});

test.serial('who types behind a sequence without an end is heard after five seconds', t => {
	const typed = Array.from({length: 7}, () => [900, 'j'] as const);
	t.deepEqual(heard([0, '\x1b]11;'], ...typed), ['j', 'j']);
});

test.serial('who ends waits for an answer that is on its way, and a short time for one that is not', t => {
	for (const [asks, piece, wait] of [
		[false, '', 0],
		[true, '\x1b]11;rgb:0/0/0\x1b\\', 100],
		[true, 'q', 300],
	] as const) {
		const events: TerminalEvent[] = [];
		const incoming = new Incoming(50);
		incoming.attend(more => events.push(...more));
		if (asks) incoming.expectAnswer();
		let isEnded = false;
		incoming.end(() => {
			isEnded = true;
		});
		t.is(isEnded, wait === 0);
		mock.timers.tick(100);
		if (piece !== '') incoming.take(Buffer.from(piece));
		t.is(isEnded, wait <= 100);
		mock.timers.tick(200);
		t.true(isEnded);
		t.deepEqual(names(events), []);
	}
});

test.serial('who ends does not wait for what was answered', t => {
	const incoming = new Incoming(50);
	incoming.expectAnswer();
	incoming.take(Buffer.from('\x1b]11;rgb:0/0/0\x07'));
	let isEnded = false;
	incoming.end(() => {
		isEnded = true;
	});
	t.true(isEnded);
});
