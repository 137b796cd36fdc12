/** What there is to say about a word that has to be one of a few. */
import {nearest} from '../nearest.js';
import {type Code, type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import type {Name} from './tree.js';
import {meant} from './words.js';

/** Which words there are at a place, and what an unknown one is called. */
interface Vocabulary {
	readonly words: readonly string[];
	readonly code: Code;
	readonly kind: string;
	/** Other words, by which one of these is meant. */
	readonly elsewhere?: ReadonlyMap<string, string>;
}

/** The problem of `name` where it is not a word of `known`, or one in other letters such as `Circle`. */
export function wordRemarks(name: Name, {words, code, kind, elsewhere}: Vocabulary): Problem[] {
	const known = meant(name.text, words);
	if (known === name.text) return [];
	if (known !== undefined)
		return [
			problem('capital-letters', name, `\`${name.text}\` is written \`${known}\``, {
				fix: {span: name, text: known},
			}),
		];
	const guess = elsewhere?.get(name.text.toLowerCase()) ?? nearest(name.text, words);
	return [
		problem(code, name, `there is no ${kind} \`${brief(name.text)}\``, {
			hint: guess ? `did you mean \`${guess}\`?` : `the ${kind}s are ${words.join(', ')}`,
		}),
	];
}
