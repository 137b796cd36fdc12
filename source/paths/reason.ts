/** Why a route comes to its outcome, in words. */
import {onceFor} from '../once.js';
import {harmless} from '../text.js';
import type {Verdict} from './outcome.js';
import type {Evidence} from './said.js';

/** Pieces of evidence that a reason names. */
const mostNamed = 3;

type Kind = Evidence['kind'];
type Saying = Readonly<Record<Kind, (name: string) => string>>;

/** A piece of evidence in a list of them. */
const clauses: Saying = {
	word: name => name,
	given: name => `${name} as told`,
	label: name => `ends in ${name}`,
	stop: name => `stops in ${name}, which is no circle`,
	cycle: name => `no way out from ${name}`,
	limit: name => `${name} visited too often`,
};

/** What a sentence says of the pieces of its kind, by name. */
const sentences: Saying = {
	word: names => `That is read from the words of ${names}.`,
	given: names => `That was told of ${names} when this was written.`,
	label: name => `No label that counts names an outcome; the route ended in ${name}.`,
	stop: name => `The route stopped in ${name}, which is no circle and names no outcome.`,
	cycle: name => `No way leads out from ${name}.`,
	limit: name => `The run was stopped in ${name}, which was visited too often.`,
};

/** The verdict's reason in words, harmless: `n13 “Rollback deployment”, edge “Failed”`. Of many the last few. */
export function reason({evidence}: Verdict): string {
	return listed(evidence, clause);
}

/** The same as a sentence to stand behind the outcome; empty where there is no evidence. The pieces of one verdict are of one kind. */
export function grounds({evidence}: Verdict): string {
	const [first] = evidence;
	return first ? sentences[first.kind](listed(evidence, name)) : '';
}

function listed(evidence: readonly Evidence[], say: (piece: Evidence) => string): string {
	// What was said twice says no more than once; the last time counts.
	const all = [...new Set(evidence.map(say).reverse())].reverse();
	const more = all.length - mostNamed;
	return all.slice(-mostNamed).join(', ') + (more > 0 ? ` and ${more} before` : '');
}

const clause = onceFor((evidence: Evidence) => clauses[evidence.kind](name(evidence)));

function name({element, id, label}: Evidence): string {
	return harmless(element === 'node' ? `${id} “${label}”` : label === '' ? `edge ${id}` : `edge “${label}”`);
}
