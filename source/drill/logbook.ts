/** All that a record tells beside the run: people, notes, action items, the clock. The fold of its events. */
import type {Diagram} from '../diagram/diagram.js';
import {Trie} from '../run/trie.js';
import {count, type Event, fieldsOf, word} from './event.js';

/** Someone who takes part. */
export interface Person {
	readonly name: string;
	/** The lane this person stands for; empty for none. */
	readonly lane: string;
}

/** The name of the person who stands for the lane of `node`; undefined where there is none. */
export function standsFor(people: readonly Person[], diagram: Diagram, node: string): string | undefined {
	if (!diagram.has(node)) return undefined;
	const {id, name} = diagram.lane(diagram.node(node).lane);
	return people.find(({lane}) => lane === id || lane === name)?.name;
}

/** Something written down: when, by whom, where the token stood. Texts as they were typed: not yet harmless. */
export interface Entry {
	/** `why`: the reason for the decision at its node, which came next or never. */
	readonly type: 'note' | 'why' | 'action' | 'inject';
	readonly text: string;
	/** ISO 8601. */
	readonly t: string;
	/** Milliseconds on the drill's clock, pauses left out. */
	readonly at: number;
	readonly by: string;
	readonly node: string;
	/** For an action item. */
	readonly owner: string;
	readonly due: string;
}

/** What an entry is called. */
const kinds: Readonly<Record<Entry['type'], string>> = {
	note: 'note',
	why: 'reason',
	action: 'action item',
	inject: 'inject',
};

/** `inject “pager down”`; the text alone where its type is none of these, or not told. */
export function entryWords(type: string, text: string): string {
	const kind = Object.hasOwn(kinds, type) ? `${kinds[type as Entry['type']]} ` : '';
	return `${kind}“${text}”`;
}

/** What a record tells beside the run, up to some event. */
export interface Logbook {
	readonly people: readonly Person[];
	/** What was written down and stands, in order. */
	readonly entries: Trie<Entry>;
	/** Milliseconds of the drill's clock in pauses that are over. */
	readonly paused: number;
	/** The clock when the present pause began. */
	readonly pausedAt: number | undefined;
	/** Milliseconds of the clock at the last event. */
	readonly mono: number;
	readonly closed: boolean;
}

/** Before the first event. */
export const emptyLogbook: Logbook = {
	people: [],
	entries: Trie.empty(),
	paused: 0,
	pausedAt: undefined,
	mono: 0,
	closed: false,
};

/** The logbook of all `events`. */
export function logbookOf(events: Iterable<Event>): Logbook {
	let book = emptyLogbook;
	for (const event of events) book = entered(book, event);
	return book;
}

/** The logbook with one event more; types it does not know change nothing but the clock. */
export function entered(before: Logbook, event: Event): Logbook {
	const book = {...before, mono: Math.max(before.mono, event.mono)};
	switch (event.type) {
		case 'open':
		case 'people':
			return {...book, people: peopleIn(event)};
		case 'note':
		case 'why':
		case 'action':
		case 'inject':
			return {...book, entries: book.entries.push(entryOf(event.type, event, book))};
		case 'withdraw':
			return {...book, entries: withdrawn(book.entries, count(event, 'entry') ?? 0)};
		case 'pause':
			return book.pausedAt === undefined ? {...book, pausedAt: event.mono} : book;
		case 'resume': {
			const since = book.pausedAt ?? event.mono;
			return {...book, paused: book.paused + event.mono - since, pausedAt: undefined, closed: false};
		}
		case 'close':
			return {...book, closed: true};
		default:
			return book;
	}
}

/** Of the entries that stand, so many may be one of the last to be taken back: that bounds the time of a record of many. */
const farthestBack = 1000;

/** The entries less the one that is `number` of them, from 1 for the last. */
function withdrawn(entries: Trie<Entry>, number: number): Trie<Entry> {
	if (number < 1 || number > Math.min(entries.size, farthestBack)) return entries;
	let left = entries;
	while (left.size > entries.size - number) left = left.without(left.size - 1);
	return entries.tail(number - 1).reduce((all, entry) => all.push(entry), left);
}

/** The drill's time at `mono` of the clock: pauses left out. Milliseconds. */
export function drillTime(book: Logbook, mono: number): number {
	return Math.max(0, (book.pausedAt ?? mono) - book.paused);
}

function entryOf(type: Entry['type'], event: Event, book: Logbook): Entry {
	return {
		type,
		text: word(event, 'text'),
		t: event.t,
		at: drillTime(book, event.mono),
		by: word(event, 'by'),
		node: word(event, 'node'),
		owner: word(event, 'owner'),
		due: word(event, 'due'),
	};
}

function peopleIn(event: Event): Person[] {
	const list: unknown = event.people;
	if (!Array.isArray(list)) return [];
	return list.flatMap((item: unknown) => {
		const {name, lane} = fieldsOf(item);
		return typeof name === 'string' ? [{name, lane: typeof lane === 'string' ? lane : ''}] : [];
	});
}
