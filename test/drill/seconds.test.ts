import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {read} from '../../source/diagram/read.js';
import {accountOf} from '../../source/drill/account.js';
import {type Event, eventIn, type Fact, lineFor, noTip} from '../../source/drill/event.js';
import {markdownReport} from '../../source/drill/formats/markdown.js';
import {replay} from '../../source/drill/replay.js';
import {inSeconds} from '../../source/drill/seconds.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import {factsOfDrill} from '../helpers/drill.js';
import {answering} from '../helpers/trace.js';

const file = 'samples/blue-green.fz';
const facts = factsOfDrill(file, [run => answering(run, 'Blue', 'Yes', 'No')]);

/** One thing more, after so many milliseconds of the drill; then the clock on the wall is ahead by `jump` more. */
interface Moment {
	readonly fact: Fact;
	readonly after: number;
	readonly jump: number;
	/** The clocks are not read at once. */
	readonly slip: number;
}

const beside = fc.constantFrom<Fact>(
	{type: 'note', text: 'a note', node: 'n1'},
	{type: 'pause'},
	{type: 'resume'},
	{type: 'resume', after: 'interruption'},
);

/** Records of one drill, with notes, pauses and interruptions in between, at any pace. */
function recordOf(jumps: fc.Arbitrary<number>): fc.Arbitrary<readonly Event[]> {
	const moment = (fact: fc.Arbitrary<Fact>) =>
		fc.record({
			fact,
			after: fc.oneof(fc.nat(3000), fc.nat(4_000_000)),
			jump: jumps,
			slip: fc.integer({min: -3, max: 3}),
		});
	const rest = facts
		.slice(1)
		.map(fact => fc.tuple(moment(fc.constant(fact)), fc.array(moment(beside), {maxLength: 2})));
	return fc
		.tuple(fc.nat(999), fc.tuple(...rest), moment(fc.constant({type: 'close'})))
		.map(([start, moments, close]) =>
			eventsOf(Date.UTC(2026, 0, 5, 10) + start, [...moments.flat(2), close]),
		);
}

function eventsOf(start: number, moments: readonly Moment[]): readonly Event[] {
	let [tip, mono, ahead] = [noTip, 0, 0];
	const [open] = facts;
	if (!open) throw new Error('no facts');
	return [{fact: open, after: 0, jump: 0, slip: 0}, ...moments].flatMap(({fact, after, jump, slip}) => {
		mono += after;
		ahead += jump;
		const [line, next] = lineFor(fact, tip, {t: new Date(start + mono + ahead + slip).toISOString(), mono});
		tip = next;
		return eventIn(line) ?? [];
	});
}

function reportOf(events: readonly Event[]): string {
	const {diagram} = read(readFileSync(file, 'utf8'));
	const outcomes = outcomesOf(diagram);
	const replayed = replay(diagram, events);
	const account = accountOf(diagram, inSeconds(events), outcomes, replayed);
	return markdownReport(account, '');
}

/** Seconds of `1 h 12 min 5 s`, where the report says so behind `words`. */
function lengthIn(report: string, words: string): number {
	const parts = new RegExp(`${words} ((?:\\d+ (?:h|min|s)\\b ?)+)`).exec(report)?.[1] ?? '';
	const units = {h: 3600, min: 60, s: 1} as const;
	const all = parts.matchAll(/(\d+) (h|min|s)\b/g);
	return Array.from(all, ([, count, unit]) => Number(count) * units[unit as 'h']).reduce((a, b) => a + b, 0);
}

/** Seconds of a time of day, of the day where one is told. */
function secondsOf(time: string, began: string): number {
	return Date.parse(`${time.length > 8 ? time.replace(' ', 'T') : `${began.slice(0, 10)}T${time}`}Z`) / 1000;
}

function rowsIn(report: string): {utc: number; at: number; text: string}[] {
	const rows = report.matchAll(/^\| ((?:\d{4}-\S+ )?\d\d:\d\d:\d\d) \| (\d+:\d\d:\d\d) \| (.*?) \|/gm);
	return Array.from(rows, ([, utc = '', at = '', text = '']) => ({
		utc: secondsOf(utc, '2026-01-05'),
		at: at.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
		text,
	}));
}

/** What the report says of the whole, in seconds. */
function sumsOf(report: string) {
	const [, began = '', ended = ''] = /^- When: (\S+ \S+) to ((?:\d{4}-\S+ )?\S+) UTC/m.exec(report) ?? [];
	return {
		whole: secondsOf(ended, began) - secondsOf(began, began),
		took: lengthIn(report, 'took'),
		paused: lengthIn(report, 'stood still for'),
		left: lengthIn(report, 'does not count'),
		back: lengthIn(report, 'set back by'),
	};
}

test('what a drill took, its pauses and what its clock does not count make up the whole', t => {
	const jumps = fc.oneof(
		{weight: 9, arbitrary: fc.constant(0)},
		{weight: 1, arbitrary: fc.integer({min: -5000, max: 90_000_000})},
	);
	fc.assert(
		fc.property(recordOf(jumps), events => {
			const report = reportOf(events);
			const {whole, took, paused, left, back} = sumsOf(report);
			t.is(took + paused + left - back, whole, report);
			t.is(rowsIn(report).at(-1)?.at, took);
			t.regex(/^- When: .*$/m.exec(report)?.[0] ?? '', /^[\x20-\x7e]+$/);
		}),
		{numRuns: 150},
	);
});

test('between any two rows as much time passes on one clock as on the other, pauses and interruptions aside', t => {
	fc.assert(
		fc.property(recordOf(fc.constant(0)), events => {
			const report = reportOf(events);
			const rows = rowsIn(report);
			t.true(rows.length > 7);
			let [first, before] = [rows[0], rows[0]];
			let [stood, paused, since, cut]: [number, number, number | undefined, number] = [0, 0, undefined, 0];
			for (const row of rows) {
				const {utc, at, text} = row;
				if (text.startsWith('the drill goes on')) {
					// What was left of a second when the program ended does not count.
					const gone = utc - (before?.utc ?? 0) - (at - (before?.at ?? 0));
					if (since === undefined) t.true(gone === 0 || gone === 1, `${text}\n${report}`);
					else [stood, cut] = [stood + utc - since, cut + 1];
					[first, stood, paused, since] = [row, stood + paused, 0, undefined];
				}
				if (text === 'the clock is stopped') since ??= utc;
				if (text === 'the clock goes on' && since !== undefined)
					[paused, since] = [paused + utc - since, undefined];
				const stopped = paused + (since === undefined ? 0 : utc - since);
				t.is(utc - (first?.utc ?? 0), at - (first?.at ?? 0) + stopped, `${text}\n${report}`);
				before = row;
			}
			const last = rows.at(-1)?.utc ?? 0;
			const all = stood + paused + (since === undefined ? 0 : last - since);
			const told = sumsOf(report).paused;
			t.true(told <= all && told >= all - cut, `${told} of ${all}\n${report}`);
		}),
		{numRuns: 150},
	);
});

test('what the clock on the wall said is told to the second', t => {
	fc.assert(
		fc.property(recordOf(fc.constant(0)), events => {
			for (const [index, {t: told}] of inSeconds(events).entries()) {
				const passed = Date.parse(events[index]?.t ?? '') - Date.parse(told);
				t.true(passed > -10 && passed < 1010, `${told} for ${events[index]?.t}`);
			}
		}),
	);
});

test('times that are none are borne with', t => {
	const strange = facts.map((fact, index) => {
		const clock = [Number.POSITIVE_INFINITY, -1e300, 1e300, 0.5][index % 4] ?? 0;
		return {...fact, v: 1, seq: index + 1, prev: '', t: '2026-99-99T99:99:99Z', mono: clock};
	});
	t.is(inSeconds(strange).length, strange.length);
	t.deepEqual(inSeconds([]), []);
});
