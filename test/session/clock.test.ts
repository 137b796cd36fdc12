import test from 'ava';
import fc from 'fast-check';
import {drillOf} from '../../source/commands/unfinished.js';
import {read} from '../../source/diagram/read.js';
import {accountOf} from '../../source/drill/account.js';
import {clock} from '../../source/drill/clock.js';
import {type Event, eventIn, type Fact, lineFor, noTip} from '../../source/drill/event.js';
import {drillTime, logbookOf} from '../../source/drill/logbook.js';
import {openingFacts, originOf} from '../../source/drill/opening.js';
import {replay} from '../../source/drill/replay.js';
import {inSeconds, type Moment as Reading} from '../../source/drill/seconds.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import type {Action} from '../../source/session/action.js';
import {ahead} from '../../source/session/ahead.js';
import {lasted, overtime} from '../../source/session/clock.js';
import {newDrill} from '../../source/session/drill.js';
import {factsOf} from '../../source/session/record.js';
import type {Session} from '../../source/session/session.js';
import {after, at, sessionOf, decision as text} from '../helpers/session.js';

const {diagram} = read(text);
const outcomes = outcomesOf(diagram);
const replayed = (events: readonly Event[]) => replay(diagram, events);

/** What happens next, after so many milliseconds. */
interface Moment {
	readonly after: number;
	readonly what: 'pause' | 'note' | 'walk' | 'back' | 'interruption';
	/** Milliseconds by which the clock that nobody sets is read later for the record. */
	readonly slip: number;
	/** Milliseconds by which the clock on the wall was set meanwhile. */
	readonly set: number;
}

/** A drill while it is recorded, by clocks that stand still unless they are moved. */
class Recorded {
	events: Event[] = [];
	session: Session;
	#tip = noTip;
	#now: Reading;
	/** What the clock that nobody sets is ahead of the record's. */
	#ahead: number;

	constructor(start: number) {
		[this.#now, this.#ahead] = [{wall: start, steady: 7}, 7];
		this.session = sessionOf(text, {now: this.#now});
	}

	goOn({after: wait, what, slip, set}: Moment): void {
		this.#wait(wait, set);
		if (what !== 'interruption') this.#act(this.session, slip, ...this.#actions(what));
		// A drill that has come to its end is not gone on with.
		else if (this.events.length > 0 && this.session.run.state !== 'ended') this.#interrupt(wait, slip);
	}

	#wait(milliseconds: number, set = 0): void {
		const {wall, steady} = this.#now;
		this.#now = {wall: wall + milliseconds + set, steady: steady + milliseconds};
	}

	#actions(what: Exclude<Moment['what'], 'interruption'>): readonly Action[] {
		const {state} = this.session.run;
		if (what === 'note') return [{type: 'open', panel: 'note'}, {type: 'type', text: 'hm'}, {type: 'submit'}];
		if (what !== 'walk') return [{type: what}];
		return [state === 'choosing' ? {type: 'choose', number: 1} : {type: 'advance'}];
	}

	#act(before: Session, slip: number, ...actions: readonly Action[]): void {
		this.session = after(before, {type: 'tick', now: this.#now}, ...actions);
		const facts = factsOf(before, this.session);
		if (facts.length === 0) return;
		const opening = openingFacts(before.run, originOf('x.fz', text), {version: '1.0.0'});
		this.#write(this.events.length === 0 ? [...opening, ...facts] : facts, slip);
	}

	/** The program ends; it is begun again `gap` later, where the clock of the record goes on as if nothing had been. */
	#interrupt(gap: number, slip: number): void {
		this.#write([{type: 'leave'}], slip);
		this.#wait(gap);
		this.#ahead = this.#now.steady - this.#tip.mono;
		const unfinished = drillOf('x.jsonl', this.events, replayed(this.events), false);
		const begun = sessionOf(text, {now: this.#now, drill: {...newDrill, unfinished}});
		this.#act({...begun, panel: undefined}, slip, {type: 'resume'});
	}

	#write(facts: readonly Fact[], slip: number): void {
		const {wall, steady} = this.#now;
		if (this.events.length === 0) this.#ahead = steady;
		const mono = Math.max(this.#tip.mono, steady - this.#ahead + (this.events.length === 0 ? 0 : slip));
		for (const fact of facts) {
			const [line, tip] = lineFor(fact, this.#tip, {t: new Date(wall).toISOString(), mono});
			this.#tip = tip;
			this.events.push(...[eventIn(line) ?? []].flat());
		}
	}
}

const momentsOf = (clocks: {slip: fc.Arbitrary<number>; set: fc.Arbitrary<number>}) =>
	fc.array(
		fc.record({
			after: fc.oneof(fc.nat(1500), fc.nat(90_000)),
			what: fc.constantFrom<Moment['what']>(
				'pause',
				'pause',
				'pause',
				'note',
				'walk',
				'back',
				'interruption',
			),
			...clocks,
		}),
		{maxLength: 40},
	);
const never = fc.constant(0);
const slipping = momentsOf({slip: fc.integer({min: -3, max: 3}), set: never});
const day = 86_400_000;
const setting = momentsOf({
	slip: never,
	set: fc.oneof(never, fc.integer({min: -1500, max: 1500}), fc.integer({min: -day, max: day})),
});

test('screen and report tell the same time to the second, after any number of pauses and interruptions, though the clock on the wall is set', t => {
	fc.assert(
		fc.property(fc.nat(999), fc.oneof(slipping, setting), (fraction, all) => {
			const drill = new Recorded(Date.UTC(2026, 0, 5, 10) + fraction);
			for (const moment of all) {
				const before = drill.events.length;
				drill.goOn(moment);
				if (drill.events.length === before) continue;
				const book = logbookOf(inSeconds(drill.events));
				t.is(lasted(drill.session), drillTime(book, book.mono), JSON.stringify(drill.events));
			}
			const now = ahead(drill.session);
			if (now.type !== 'end' || drill.events.length === 0) return;
			const {reached} = accountOf(diagram, inSeconds(drill.events), outcomes, replayed(drill.events));
			t.is(/after (\S+),/.exec(now.sum)?.[1], clock(reached ?? -1));
		}),
		{numRuns: 300},
	);
});

test('the clock on the wall may be set: the time of the drill, its limit and auto-play go on by the other one', t => {
	for (const set of [3_600_000, -3_600_000]) {
		const tick = (steady: number): Action => ({type: 'tick', now: {wall: steady + set, steady}});
		const played = after(
			sessionOf(text, {now: at(1000), drill: {...newDrill, limit: 2000}}),
			{type: 'advance'},
			{type: 'pause'},
			tick(4000),
			{type: 'pause'},
		);
		t.is(lasted(after(played, tick(6000))), 2000);
		t.is(overtime(after(played, tick(7000))), 1000);
		const playing = after(sessionOf(text), {type: 'auto', every: 2});
		t.is(after(playing, tick(1900)).run, playing.run);
		t.not(after(playing, tick(2000)).run, playing.run);
	}
});
