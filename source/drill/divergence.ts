/** Why a record cannot be followed any further, in words: at which step, what was, what is now. */
import type {Diagram} from '../diagram/diagram.js';
import {choices} from '../run/choices.js';
import {activeToken, type Run} from '../run/run.js';
import {stepCount} from '../run/walked.js';
import {type Event, type Fact, word} from './event.js';

/** What an event does, where a record says another than happens now. */
const kinds: ReadonlyMap<string, string> = new Map([
	['move', 'one way on'],
	['fork', 'several ways at once'],
	['decide', 'a decision'],
]);

/** Fields by which what happens now is held against the record. */
const compared = ['type', 'node', 'to', 'token'] as const;

/** The first field in which `now` is not what the record says; undefined where all is as it was. */
export function differing(event: Event, now: Fact): (typeof compared)[number] | undefined {
	return compared.find(field => event[field] !== undefined && now[field] !== event[field]);
}

/**
 * Why `event`, told on the diagram `then`, is not possible in `run`; `now` is what happens instead, where anything does.
 * Texts as in the file: not yet harmless.
 */
export function divergence(run: Run, event: Event, now: Fact | undefined, then: Diagram): string {
	// Before the start a token stands nowhere, or where the drill did not begin.
	const token = event.type === 'start' ? undefined : activeToken(run);
	const place = token ? `step ${stepCount(run)}, ${run.diagram.node(token.node).label}: ` : '';
	return place + (now ? otherwise(run, event, now, then) : impossible(run, event, then));
}

function otherwise({diagram}: Run, event: Event, now: Fact, then: Diagram): string {
	const field = differing(event, now) ?? 'type';
	if (field === 'type') {
		const kind = (fact: Fact) => kinds.get(fact.type) ?? fact.type;
		return `it was ${kind(event)}; now it is ${kind(now)}`;
	}
	const [was, is] = [called(then, event[field]), called(diagram, now[field])];
	if (field === 'to') return `“${word(event, 'choice')}” led to ${was}; now it leads to ${is}`;
	if (field === 'node' && event.type === 'move') return `the way led to ${was}; now it leads to ${is}`;
	return `the record says ${event.type} ${field} ${was}; now it is ${is}`;
}

function impossible(run: Run, event: Event, then: Diagram): string {
	const start = word(event, 'choice');
	const node = event.type === 'start' && then.has(start) ? start : word(event, 'node');
	if (node !== '' && !run.diagram.has(node)) return `there is no ${called(then, node)} any more`;
	if (event.type !== 'decide')
		return `${event.type}${node && ` to ${called(then, node)}`} is not possible now`;
	const choice = `“${word(event, 'choice')}”`;
	const there = choices(run).map(({label}) => `“${label}”`);
	if (there.length === 0) return `nothing is asked now; the choice was ${choice}`;
	return `there is no choice ${choice} now; there are: ${there.join(', ')}`;
}

/** A node by its label and id, any other field as it is, whatever stands there. */
function called(diagram: Diagram, value: unknown): string {
	if (value === undefined) return 'none';
	if (typeof value === 'string' && diagram.has(value)) return `${diagram.node(value).label} (${value})`;
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
