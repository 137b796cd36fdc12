/** What happened in a drill, a line each, in words. */
import type {Diagram} from '../diagram/diagram.js';
import {theLast} from '../numbers.js';
import {beyond, beyondWords} from '../run/beyond.js';
import {choices} from '../run/choices.js';
import type {Run} from '../run/run.js';
import {itemWords} from './action-item.js';
import {count, type Event, fieldsOf, word} from './event.js';
import {entryWords} from './logbook.js';
import {fileIn} from './opening.js';

/** An event of a drill as a report tells it. */
export interface Happening {
	readonly seq: number;
	/** ISO 8601. */
	readonly t: string;
	/** Milliseconds of the drill, pauses left out. */
	readonly at: number;
	readonly type: string;
	/** The token that it moved, where it moved one. */
	readonly token: number | undefined;
	/** Of a step with several tokens under way, the lane and the node that it came from; else empty. */
	readonly origin: string;
	/** In words. As in the file and as typed: not yet harmless. */
	readonly text: string;
	readonly by: string;
	readonly why: string;
}

/** An event in words; `after` is the run it led to. Undefined for what goes without saying and for unknown types. */
export function happeningOf(
	diagram: Diagram,
	event: Event,
	at: number,
	after: Run | undefined,
): Happening | undefined {
	const sentence = Object.hasOwn(sentences, event.type) ? sentences[event.type] : undefined;
	const text = sentence?.(event, id => labelOf(diagram, id), after);
	if (text === undefined) return undefined;
	const {seq, t, type} = event;
	const [token, origin] = [count(event, 'token'), originOf(diagram, event, after)];
	return {seq, t, at, type, token, origin, text, by: word(event, 'by'), why: whyOf(event)};
}

/** What was done, from where it began. */
export function wayOf({origin, text}: Happening): string[] {
	return origin === '' ? [text] : [origin, text];
}

/** `Legal: File the notice`: a step with others under way says whose it is. */
function originOf(diagram: Diagram, event: Event, after: Run | undefined): string {
	const tokens = event.type === 'move' ? after?.past?.tokens : undefined;
	const from = tokens?.get(count(event, 'token') ?? 0)?.node ?? '';
	if (!tokens || tokens.size < 2 || !diagram.has(from)) return '';
	const {lane, label} = diagram.node(from);
	return `${diagram.lane(lane).name}: ${label}`;
}

/** Why a token ended where the diagram calls for no end. */
const stops: ReadonlyMap<string, string> = new Map([
	['left', 'the loop was left'],
	['limit', 'stopped by hand'],
]);

/** The reason of whoever decided, in their words; that of an end, in ours. */
function whyOf(event: Event): string {
	const why = word(event, 'why');
	return event.type === 'end' ? (stops.get(why) ?? '') : why;
}

type Sentence = (event: Event, label: (id: string) => string, after: Run | undefined) => string | undefined;

const at = (event: Event, label: (id: string) => string) => label(word(event, 'node'));

const sentences: Readonly<Record<string, Sentence | undefined>> = {
	open: event => {
		const expected = word(event, 'expected');
		return `the drill of ${fileIn(event)?.name ?? ''} begins${expected && `; expected: ${expected}`}`;
	},
	start: (event, label) =>
		event.choice === undefined ? `start at ${at(event, label)}` : `start: ${word(event, 'choice')}`,
	move: (event, label) => at(event, label),
	decide: (event, label, after) => {
		const to = word(event, 'to');
		const limit = after && beyond(after);
		const over = limit === undefined ? '' : ` (${beyondWords(limit)})`;
		return `${at(event, label)} ► ${word(event, 'choice')}${over}${to && ` → ${label(to)}`}`;
	},
	fork: (event, label, after) =>
		`${at(event, label)}: all ${counted(event.edges)} ways at once${places(label, after)}`,
	join: (event, label) => `${at(event, label)}: ${counted(event.tokens)} tokens together`,
	reply: (event, label) => `${at(event, label)}: taken as a reply`,
	end: (event, label) => {
		const outcome = word(event, 'outcome');
		if (outcome === '') return `one way ends at ${at(event, label)}`;
		const reason = word(event, 'reason');
		return `end: ${outcome.toUpperCase()}${reason && ` (${reason})`}`;
	},
	undo: (event, label, after) => {
		const undone = after?.future?.act;
		if (undone?.type === 'restart')
			return `the new beginning is taken back: at ${at(event, label) || 'the end'} again`;
		const beyond = after?.state === 'ended' ? 'the end again' : 'the beginning';
		const back = `one step back, to ${at(event, label) || beyond}`;
		const choice = undone?.type === 'choose' && choices(after as Run).find(({id}) => id === undone.id);
		return choice ? `${back}: ${choice.label} is taken back` : back;
	},
	jump: (event, label) => `jump to ${at(event, label)}`,
	token: event => `on with token ${count(event, 'token') ?? ''}`,
	reading: event => `read from here on: ${readingWords(event)}`,
	restart: () => 'begun again from the start',
	note: event => `note: ${word(event, 'text')}`,
	why: (event, label) => `a reason, at ${at(event, label)}: ${word(event, 'text')}`,
	action: event =>
		`action item: ${itemWords({text: word(event, 'text'), owner: word(event, 'owner'), due: word(event, 'due')})}`,
	inject: event => `inject: ${word(event, 'text')}`,
	withdraw: event => `taken back: ${entryWords(word(event, 'kind'), word(event, 'text'))}`,
	people: () => 'people named',
	expect: event => `expected: ${word(event, 'expected')}`,
	file: event => {
		const [lost, regained] = [count(event, 'lost') ?? 0, count(event, 'regained') ?? 0];
		if (lost > 0) return `the file was changed; ${theLast(lost, 'step')} cannot be done in it any more`;
		if (regained > 0) return `the file was changed; ${theLast(regained, 'step')} can be done in it again`;
		return 'the file was changed; the drill goes on with it';
	},
	pause: () => 'the clock is stopped',
	resume: event =>
		event.after === 'interruption' ? 'the drill goes on after an interruption' : 'the clock goes on',
	leave: () => 'the drill is left, to be gone on with',
	close: () => 'the drill is closed',
};

/** What the node `id` is called; its id where the diagram has it no more. */
export function labelOf(diagram: Diagram, id: string): string {
	return diagram.has(id) ? diagram.node(id).label : id;
}

/** Where the ways of a split led to: ` → Tell them, Mend it`. */
function places(label: (id: string) => string, after: Run | undefined): string {
	const steps = after?.steps.tail(after.steps.size - (after.past?.steps.size ?? 0)) ?? [];
	const nodes = [...steps].filter(({type}) => type === 'fork').map(({node}) => label(node));
	return nodes.length === 0 ? '' : ` → ${nodes.join(', ')}`;
}

/** `split one, join or, n5 all`. */
function readingWords({split, join, nodes}: Event): string {
	const all = [
		['split', split],
		['join', join],
		...Object.entries(fieldsOf(nodes)).map(([id, own]) => [id, ...Object.values(fieldsOf(own))]),
	];
	return all.flatMap(words => (words[1] === undefined ? [] : words.join(' '))).join(', ');
}

function counted(value: unknown): number {
	return Array.isArray(value) ? value.length : 0;
}
