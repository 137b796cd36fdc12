/** What a drill came to, gathered from its record for those who were not there. */
import type {Diagram} from '../diagram/diagram.js';
import {read} from '../diagram/read.js';
import type {Outcomes, Verdict} from '../paths/outcome.js';
import {errorsIn} from '../problem.js';
import {beyond} from '../run/beyond.js';
import {resultOf} from '../run/result.js';
import {walked} from '../run/walked.js';
import {type Branch, branchesOf, walkedIn} from './coverage.js';
import {type Event, openingIn, word} from './event.js';
import {expectationIn} from './expectation.js';
import {type Late, lateIn} from './late.js';
import {drillTime, type Entry, emptyLogbook, entered, type Logbook, type Person} from './logbook.js';
import {lastOriginIn} from './opening.js';
import type {Replayed} from './replay.js';
import {actsOf, firstTold, retoldIn} from './retold.js';
import {type Rules, rulesIn} from './rules.js';
import {type Happening, happeningOf, labelOf} from './timeline.js';

/** A decision that stood at the end: those undone are in the timeline only. */
interface Decided {
	readonly node: string;
	readonly question: string;
	readonly choice: string;
	readonly t: string;
	/** Milliseconds of the drill. */
	readonly at: number;
	readonly by: string;
	readonly why: string;
	/** The limit of a loop that it went round once more often than that. */
	readonly over?: number;
}

/** Parts of the diagram. */
interface Amounts {
	readonly nodes: number;
	readonly edges: number;
}

/** What every form of a report is written from. Texts as in the file and as typed: not yet harmless. */
export interface Account {
	readonly file: {readonly name: string; readonly sha256: string};
	/** Mistakes of the file for which a part of it was not read. */
	readonly errors: number;
	readonly version: string;
	/** ISO 8601. */
	readonly began: string;
	readonly ended: string;
	/** Milliseconds, pauses left out, and those of the pauses. */
	readonly duration: number;
	readonly paused: number;
	/** Those who were named, lanes by what they are called; then those who did something without being named. */
	readonly people: readonly Person[];
	readonly expected: string;
	readonly result: Verdict;
	/** Milliseconds of the drill when it came to that; undefined where it was not brought to its end. */
	readonly reached: number | undefined;
	readonly timeline: readonly Happening[];
	readonly decisions: readonly Decided[];
	/** What was written down, with the label of the node where the token stood. */
	readonly entries: readonly (Entry & {readonly place: string})[];
	/** What was walked, be it to take it back later, and what of that stood at the end. */
	readonly walked: Amounts;
	readonly stood: Amounts;
	readonly all: Amounts;
	/** What was asked of those who took part. */
	readonly rules: Pick<Rules, 'blind' | 'demandsWhy' | 'limit'>;
	/** Steps over the limit, with the label of the node where the token stood. */
	readonly late: readonly (Late & {readonly place: string})[];
	/** Branches that nobody walked, be it to take it back later; whether the drill came to their node. */
	readonly open: readonly (Branch & {readonly reached: boolean})[];
	readonly diverged: Replayed['diverged'];
	readonly turned: Replayed['turned'];
}

/** The account of a drill whose `events` were made a run again. */
export function accountOf(
	diagram: Diagram,
	events: readonly Event[],
	outcomes: Outcomes,
	replayed: Replayed,
): Account {
	const first = openingIn(events);
	const timeline: Happening[] = [];
	const told = reasonsTold(events);
	let book = emptyLogbook;
	let reached: number | undefined;
	const retold = retoldIn(events);
	// What happened is told by the labels of its time.
	let then = replayed.at.values().next().value?.diagram ?? diagram;
	for (const event of events) {
		book = entered(book, event);
		const state = replayed.at.get(event.seq);
		then = state?.diagram ?? then;
		if (retold.has(event.seq)) continue;
		if (state && event.type !== 'file')
			reached = state.state === 'ended' ? drillTime(book, event.mono) : undefined;
		if (isToldLater(event, told)) continue;
		const happening = happeningOf(then, event, drillTime(book, event.mono), state);
		if (happening) timeline.push(happening);
	}
	const {nodes, edges} = walkedIn(events, replayed);
	const stood = walked(replayed.run);
	const {blind, demandsWhy, limit} = rulesIn(events);
	const {name = '', sha256 = '', text = ''} = {...lastOriginIn(events)};
	return {
		file: {name, sha256},
		errors: errorsIn(read(text).problems),
		version: first ? word(first, 'version') : '',
		began: events[0]?.t ?? '',
		ended: events.at(-1)?.t ?? '',
		duration: drillTime(book, book.mono),
		paused: pausedOf(book),
		people: peopleOf(diagram, events, book),
		expected: expectationIn(events, replayed).expected,
		result: resultOf(replayed.run, outcomes),
		reached: replayed.run.state === 'ended' ? reached : undefined,
		timeline,
		decisions: decisionsOf(diagram, events, replayed, timeline, retold),
		entries: Array.from(book.entries, entry => ({...entry, place: labelOf(diagram, entry.node)})),
		walked: {nodes: nodes.size, edges: edges.size},
		stood: {nodes: stood.nodes.size, edges: stood.edges.size},
		all: {nodes: diagram.nodes.length, edges: diagram.edges.length},
		rules: {blind, demandsWhy, limit},
		late: lateIn(events, replayed, limit, retold).map(one => ({
			...one,
			place: labelOf(diagram, one.node) || 'start',
		})),
		open: branchesOf(diagram)
			.filter(({edge}) => !edges.has(edge))
			.map(branch => ({...branch, reached: nodes.has(branch.node)})),
		diverged: replayed.diverged,
		turned: replayed.turned,
	};
}

/** By node and reason, the number of the last line that tells both with a decision. */
function reasonsTold(events: readonly Event[]): ReadonlyMap<string, number> {
	const decisions = events.filter(({type}) => type === 'decide');
	return new Map(decisions.map(event => [JSON.stringify([event.node, event.why]), event.seq]));
}

/** Whether a reason is told with the decision that it was written down for. */
function isToldLater({type, seq, node, text}: Event, told: ReadonlyMap<string, number>): boolean {
	return type === 'why' && (told.get(JSON.stringify([node, text])) ?? 0) > seq;
}

function peopleOf({lanes}: Diagram, events: readonly Event[], {people}: Logbook): Person[] {
	const named = new Set(people.map(({name}) => name));
	const others = new Set(events.map(event => word(event, 'by')).filter(by => by !== '' && !named.has(by)));
	return [
		...people.map(({name, lane}) => ({name, lane: lanes.find(({id}) => id === lane)?.name ?? lane})),
		...Array.from(others, name => ({name, lane: ''})),
	];
}

function pausedOf(book: Logbook): number {
	return book.paused + (book.pausedAt === undefined ? 0 : book.mono - book.pausedAt);
}

/** The decisions on the way to the last state. */
function decisionsOf(
	diagram: Diagram,
	events: readonly Event[],
	{at, run}: Replayed,
	timeline: readonly Happening[],
	retold: ReadonlySet<number>,
): Decided[] {
	const stood = actsOf(run);
	const times = new Map(timeline.map(({seq, at: time}) => [seq, time]));
	const before = firstTold(events, retold, at);
	return events.flatMap(event => {
		if (event.type !== 'decide' || !stood.has(at.get(event.seq)?.act)) return [];
		const node = word(event, 'node');
		const told = before.get(event.seq) ?? event;
		const state = at.get(event.seq);
		const over = state && beyond(state);
		return {
			node,
			question: labelOf(diagram, node),
			choice: word(event, 'choice'),
			t: told.t,
			at: times.get(told.seq) ?? 0,
			by: word(told, 'by'),
			why: word(told, 'why'),
			...(over !== undefined && {over}),
		};
	});
}
