/** A record made a run again: the fold of its events. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import type {Overrides} from '../paths/evidence.js';
import {type Outcomes, outcomesOf} from '../paths/outcome.js';
import {apply} from '../run/acts.js';
import {begin} from '../run/begin.js';
import {choices} from '../run/choices.js';
import {
	type Act,
	type Join,
	joins,
	mostVisits,
	type Run,
	type Split,
	type Switches,
	splits,
} from '../run/run.js';
import {choose} from '../run/step.js';
import {back} from '../run/undo.js';
import {differing, divergence} from './divergence.js';
import {count, type Event, type Fact, fieldsOf, openingIn, word} from './event.js';
import {factsOf} from './facts.js';
import {fileIn, lastOriginIn, originIn} from './opening.js';
import {carriedOver, overridesIn} from './overrides.js';
import {turned} from './turned.js';

/** Where a replay left the record: the first event that the diagram no longer bears out. */
interface Divergence {
	readonly seq: number;
	readonly what: string;
}

/** A run made again from a record. */
export interface Replayed {
	/** The diagram at the end: it may have been changed during the drill. */
	readonly diagram: Diagram;
	readonly outcomes: Outcomes;
	/** What a person says the outcomes are. */
	readonly overrides: Overrides;
	readonly run: Run;
	/** The state after each event that changed the run, by number of the event. */
	readonly at: ReadonlyMap<number, Run>;
	readonly diverged: Divergence | undefined;
	/** Where it was followed to its end, but comes to another outcome than was recorded; unless it was said anew what those are. */
	readonly turned: Divergence | undefined;
}

/** How a record is to be gone through. */
interface Manner {
	/** Whether the drill is held against the diagram as it is now, though the file was changed during it. */
	readonly held?: boolean;
	/** What the outcomes are on the last diagram, whatever the record says of that. */
	readonly overrides?: Overrides | undefined;
}

/**
 * Goes through `events` on `diagram`, from the first to the last or to the first that cannot be. A file that was
 * changed during the drill is a new diagram and a new run. Where `held` says so, the last of them is `diagram`: what was
 * done before is gone through on the file of its time, as what stood of it is told again behind the change. Throws a
 * RangeError for an override of `manner` that names nothing.
 */
export function replay(
	diagram: Diagram,
	events: readonly Event[],
	{held = false, overrides: given}: Manner = {},
): Replayed {
	const at = new Map<number, Run>();
	const switches = switchesIn(openingIn(events) ?? {type: 'open'});
	const last = events.findLast(({type}) => type === 'file');
	const first = held && last ? read(originIn(events)?.text ?? '').diagram : diagram;
	let now = begunOn(first, (last ? undefined : given) ?? recorded(events, first), switches);
	for (const [index, event] of events.entries()) {
		if (event.type === 'file') {
			const changed = held && event === last ? diagram : read(fileIn(event)?.text ?? '').diagram;
			now = begunAnew(now, event, changed, event === last ? given : undefined);
			continue;
		}
		const {run} = now;
		const next = event.type === 'undo' ? back(run) : done(run, event, now.outcomes);
		if ('instead' in next) {
			const then = read(lastOriginIn(events.slice(0, index))?.text ?? '').diagram;
			const what = divergence(run, event, next.instead, then);
			return {...now, at, diverged: {seq: event.seq, what}, turned: undefined};
		}
		if (next !== run) at.set(event.seq, next);
		now = {...now, run: next};
	}
	return {...now, at, diverged: undefined, turned: given ? undefined : turned(events, {...now, at})};
}

type Now = Pick<Replayed, 'diagram' | 'outcomes' | 'overrides' | 'run'>;

/** What the record says the outcomes are, for a diagram that may be another than its own. */
function recorded(events: readonly Event[], diagram: Diagram): Overrides {
	const overrides = overridesIn(events);
	if (overrides.size === 0) return overrides;
	return carriedOver(overrides, read(originIn(events)?.text ?? '').diagram, diagram);
}

function begunAnew(now: Now, event: Event, diagram: Diagram, given: Overrides | undefined): Now {
	const switches = event.switches === undefined ? now.run.switches : switchesIn(event);
	return begunOn(diagram, given ?? carriedOver(now.overrides, now.diagram, diagram), switches);
}

function begunOn(diagram: Diagram, overrides: Overrides, switches: Partial<Switches>): Now {
	return {diagram, overrides, outcomes: outcomesOf(diagram, overrides), run: begin(diagram, switches)};
}

/** That what an event tells cannot be, with what happens instead, where anything does. */
interface Impossible {
	readonly instead: Fact | undefined;
}

/** The run after the act that `event` tells; unchanged where it tells none. */
function done(run: Run, event: Event, outcomes: Outcomes): Run | Impossible {
	if (event.type === 'start') return started(run, event);
	const act = actOf(run, event);
	if (!act) return run;
	const next = apply(run, act);
	if (next === run) return {instead: undefined};
	const [fact] = factsOf({type: 'done', before: run, after: next}, outcomes);
	return fact && differing(event, fact) !== undefined ? {instead: fact} : next;
}

/**
 * The run started as `event` tells, by itself or by an answer. What starts there are may have changed since: what counts
 * is where it started.
 */
function started(run: Run, event: Event): Run | Impossible {
	const asks = run.question?.type === 'start';
	const node = word(event, 'node');
	const id = word(event, 'choice') || node;
	const next = asks ? choose(run, id) : run;
	const places = Array.from(next.steps, step => step.node);
	const meant = Array.isArray(event.nodes) ? event.nodes : [node];
	return meant.every(one => places.includes(one)) ? next : {instead: undefined};
}

/** What a person did, as the record tells it; undefined for what followed by itself and for what moves no token. */
function actOf(run: Run, event: Event): Act | undefined {
	switch (event.type) {
		case 'move':
		case 'fork':
			return {type: 'step'};
		case 'decide':
			return {type: 'choose', id: choiceIn(run, event)};
		case 'jump':
			return {type: 'jump', node: word(event, 'node')};
		case 'token':
			return {type: 'token', number: count(event, 'token') ?? 0};
		case 'reading':
			return {type: 'read', switches: switchesIn(event)};
		case 'restart':
			return {type: 'restart'};
		default:
			return undefined;
	}
}

/** The choice by its id; in a changed file, where edges have other numbers, by its label. */
function choiceIn(run: Run, event: Event): string {
	const [id, label] = [word(event, 'id') || word(event, 'edge'), word(event, 'choice')];
	const all = choices(run);
	const found =
		all.find(choice => choice.id === id && choice.label === label) ?? all.find(c => c.label === label);
	return found?.id ?? '';
}

/** The switches in an event, as far as they are ones that this program knows. */
function switchesIn(event: Fact): Partial<Switches> {
	const fields = event.switches === undefined ? event : fieldsOf(event.switches);
	const {starts, maxVisits} = fields;
	const nodes = Object.entries(fieldsOf(fields.nodes));
	return {
		...readingIn(fields),
		...(isCount(maxVisits) && {maxVisits: Math.min(maxVisits, mostVisits)}),
		...(starts === 'all' && {starts}),
		...(Array.isArray(starts) && {starts: starts.filter(id => typeof id === 'string')}),
		...(nodes.length > 0 && {
			nodes: new Map(nodes.map(([id, reading]) => [id, readingIn(fieldsOf(reading))])),
		}),
	};
}

function isCount(value: unknown): value is number {
	return Number.isInteger(value) && Number(value) > 0;
}

function readingIn(fields: Readonly<Record<string, unknown>>): {split?: Split; join?: Join} {
	const split = splits.find(one => one === fields.split);
	const join = joins.find(one => one === fields.join);
	return {...(split && {split}), ...(join && {join})};
}
