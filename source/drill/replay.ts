/** A record made a run again: the fold of its events. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
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
import {count, type Event, type Fact, fieldsOf, word} from './event.js';
import {factsOf} from './facts.js';
import {fileIn} from './opening.js';

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
	readonly run: Run;
	/** The state after each event that changed the run, by number of the event. */
	readonly at: ReadonlyMap<number, Run>;
	readonly diverged: Divergence | undefined;
}

/**
 * Goes through `events` on `diagram`, from the first to the last or to the first that cannot be. A file that was
 * changed during the drill is a new diagram and a new run, unless `held` says to keep to this one: then what cannot
 * be before such a change is passed over, as what stood is told again behind it.
 */
export function replay(
	diagram: Diagram,
	events: readonly Event[],
	outcomes: Outcomes,
	held = false,
): Replayed {
	const at = new Map<number, Run>();
	const switches = switchesIn(events.find(({type}) => type === 'open') ?? {type: 'open'});
	let now = {diagram, outcomes, run: begin(diagram, switches)};
	let skips = false;
	for (const [index, event] of events.entries()) {
		if (event.type === 'file') {
			now = begunAnew(now, event, held);
			skips = false;
			continue;
		}
		if (skips) continue;
		const {run} = now;
		const next = event.type === 'undo' ? back(run) : done(run, event, now.outcomes);
		if (typeof next === 'string') {
			skips = held && events.slice(index).some(({type}) => type === 'file');
			if (skips) continue;
			return {...now, at, diverged: {seq: event.seq, what: next}};
		}
		if (next !== run) at.set(event.seq, next);
		now = {...now, run: next};
	}
	return {...now, at, diverged: undefined};
}

type Now = Pick<Replayed, 'diagram' | 'outcomes' | 'run'>;

function begunAnew({diagram, outcomes, run}: Now, event: Event, held: boolean): Now {
	const switches = event.switches === undefined ? run.switches : switchesIn(event);
	if (held) return {diagram, outcomes, run: begin(diagram, switches)};
	const changed = read(fileIn(event)?.text ?? '').diagram;
	return {diagram: changed, outcomes: outcomesOf(changed), run: begin(changed, switches)};
}

/** The run after the act that `event` tells; unchanged where it tells none; a sentence where it cannot be. */
function done(run: Run, event: Event, outcomes: Outcomes): Run | string {
	if (event.type === 'start') return started(run, event);
	const act = actOf(run, event);
	if (!act) return run;
	const next = apply(run, act);
	if (next === run) return impossible(run, event);
	const [fact] = factsOf({type: 'done', before: run, after: next}, outcomes);
	const field = fact && ['type', 'node', 'to', 'token'].find(name => differs(fact, event, name));
	if (!fact || field === undefined) return next;
	return `the record says ${event.type} ${field} ${called(event[field])}; now it is ${called(fact[field])}`;
}

/**
 * The run started as `event` tells, by itself or by an answer. What starts there are may have changed since: what counts
 * is where it started.
 */
function started(run: Run, event: Event): Run | string {
	const asks = run.question?.type === 'start';
	const node = word(event, 'node');
	const id = word(event, 'choice') || node;
	const next = asks ? choose(run, id) : run;
	const places = Array.from(next.steps, step => step.node);
	const meant = Array.isArray(event.nodes) ? event.nodes : [node];
	return meant.every(one => places.includes(one)) ? next : impossible(run, {...event, node: id});
}

/** A field of an event in words, whatever stands there. */
function called(value: unknown): string {
	if (value === undefined) return 'none';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function differs(fact: Fact, event: Event, field: string): boolean {
	return event[field] !== undefined && fact[field] !== event[field];
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

function impossible(run: Run, event: Event): string {
	const node = word(event, 'node');
	if (node !== '' && !run.diagram.has(node)) return `there is no node ${node} any more`;
	if (event.type === 'decide') {
		const there = choices(run).map(({label}) => label);
		const at = node && `at ${node} `;
		if (there.length === 0) return `${at}nothing is asked now; the choice was “${word(event, 'choice')}”`;
		return `${at}there is no choice “${word(event, 'choice')}” now; there are: ${there.join(', ')}`;
	}
	return `${event.type}${node && ` to ${node}`} is not possible now`;
}

/** The switches in an event, as far as they are ones that this program knows. */
function switchesIn(event: Fact): Partial<Switches> {
	const fields = event.switches === undefined ? event : fieldsOf(event.switches);
	const {starts, maxVisits} = fields;
	const nodes = Object.entries(fieldsOf(fields.nodes));
	return {
		...readingIn(fields),
		...(typeof maxVisits === 'number' && maxVisits > 0 && {maxVisits: Math.min(maxVisits, mostVisits)}),
		...(starts === 'all' && {starts}),
		...(Array.isArray(starts) && {starts: starts.filter(id => typeof id === 'string')}),
		...(nodes.length > 0 && {
			nodes: new Map(nodes.map(([id, reading]) => [id, readingIn(fieldsOf(reading))])),
		}),
	};
}

function readingIn(fields: Readonly<Record<string, unknown>>): {split?: Split; join?: Join} {
	const split = splits.find(one => one === fields.split);
	const join = joins.find(one => one === fields.join);
	return {...(split && {split}), ...(join && {join})};
}
