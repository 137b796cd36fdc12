/** Why a route comes to its outcome, in words. */
import {harmless} from '../text.js';
import type {Verdict} from './outcome.js';
import type {Evidence} from './said.js';

/** Pieces of evidence that a reason names. */
const mostNamed = 3;

/** The verdict's reason in words, harmless: `n13 “Rollback deployment”, edge “Failed”`. Of many the last few. */
export function reason({evidence}: Verdict): string {
	const more = evidence.length - mostNamed;
	return evidence.slice(-mostNamed).map(sentence).join(', ') + (more > 0 ? ` and ${more} before` : '');
}

const sentences = new WeakMap<Evidence, string>();

function sentence(evidence: Evidence): string {
	const old = sentences.get(evidence);
	if (old !== undefined) return old;
	const {kind, element, id, label} = evidence;
	const name = element === 'node' ? `${id} “${label}”` : label === '' ? `edge ${id}` : `edge “${label}”`;
	const text = {
		word: name,
		given: `${name} as told`,
		label: `ends in ${name}`,
		stop: `stops in ${name}, which is no circle`,
		cycle: `no way out from ${name}`,
	}[kind];
	const made = harmless(text);
	sentences.set(evidence, made);
	return made;
}
