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
import {inSeconds} from '../../source/drill/seconds.js';
import {outcomesOf} from '../../source/paths/outcome.js';
import type {Action} from '../../source/session/action.js';
import {ahead} from '../../source/session/ahead.js';
import {lasted} from '../../source/session/clock.js';
import {newDrill} from '../../source/session/drill.js';
import {factsOf} from '../../source/session/record.js';
import type {Session} from '../../source/session/session.js';
import {after, sessionOf, decision as text} from '../helpers/session.js';

const {diagram} = read(text);
const outcomes = outcomesOf(diagram);
const replayed = (events: readonly Event[]) => replay(diagram, events);

/** What happens next, after so many milliseconds. */
interface Moment {
	readonly after: number;
	readonly what: 'pause' | 'note' | 'walk' | 'back' | 'interruption';
	/** Milliseconds by which the clock that nobody sets is read later. */
	readonly slip: number;
}

/** A drill while it is recorded, by clocks that stand still unless they are moved. */
class Recorded {
	events: Event[] = [];
	session: Session;
	#tip = noTip;
	#now: number;
	/** What the clock on the wall is ahead of the record's. */
	#ahead: number;

	constructor(start: number) {
		[this.#now, this.#ahead] = [start, start];
		this.session = sessionOf(text, {now: start});
	}

	goOn({after: wait, what, slip}: Moment): void {
		this.#now += wait;
		if (what !== 'interruption') this.#act(this.session, slip, ...this.#actions(what));
		// A drill that has come to its end is not gone on with.
		else if (this.events.length > 0 && this.session.run.state !== 'ended') this.#interrupt(wait, slip);
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
		this.#now += gap;
		this.#ahead = this.#now - this.#tip.mono;
		const unfinished = drillOf('x.jsonl', this.events, replayed(this.events), false);
		const begun = sessionOf(text, {now: this.#now, drill: {...newDrill, unfinished}});
		this.#act({...begun, panel: undefined}, slip, {type: 'resume'});
	}

	#write(facts: readonly Fact[], slip: number): void {
		const first = this.events.length === 0 ? this.#now : this.#ahead;
		this.#ahead = first;
		const mono = Math.max(this.#tip.mono, this.#now - first + (this.events.length === 0 ? 0 : slip));
		for (const fact of facts) {
			const [line, tip] = lineFor(fact, this.#tip, {t: new Date(this.#now).toISOString(), mono});
			this.#tip = tip;
			this.events.push(...[eventIn(line) ?? []].flat());
		}
	}
}

const moments = fc.array(
	fc.record({
		after: fc.oneof(fc.nat(1500), fc.nat(90_000)),
		what: fc.constantFrom<Moment['what']>('pause', 'pause', 'pause', 'note', 'walk', 'back', 'interruption'),
		slip: fc.integer({min: -3, max: 3}),
	}),
	{maxLength: 40},
);

test('screen and report tell the same time to the second, after any number of pauses and interruptions', t => {
	fc.assert(
		fc.property(fc.nat(999), moments, (fraction, all) => {
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
