/** What a label says about an outcome: whole words, the negative ones first. */
import {fold, isAscii} from './fold.js';
import {type Form, type Lexicon, lexicon} from './lexicon.js';
import {type Side, sideBefore, sideBehind, sideOfWords} from './side.js';
import {type OutcomeClass, outcomeClasses} from './tables.js';

/** An outcome that a label names. */
export interface Meaning {
	readonly outcome: OutcomeClass;
	/** The word as the tables have it, the same for all its forms. */
	readonly word: string;
}

const amount =
	/^(?:ms|s|sec|seconds?|min|minutes?|h|hours?|days?|kb|mb|gb|tb|rps|rpm|users?|items?|requests?|eur|usd)$/;
/** Things that are numbered. */
const numbered =
	/^(?:step|job|task|item|page|part|line|node|level|phase|batch|ticket|version|port|room|day|week|no|nr|number)$/;
/** A plural is counted, unless it is a word for the codes themselves. */
const plural = /^(?!errors|responses|codes|status|success)[a-z]{2,}s$/;
/** Words of a form, at most. */
const longestForm = 6;
/** Words that may stand between a negation and what it negates. */
const mostBetween = 3;
/** Words on each side of a word that are looked at: a label may be as long as a file. */
const mostBeside = 10;

/** What `label` says of an outcome, all languages tried; undefined where it says nothing. */
export function meaningOf(label: string): Meaning | undefined {
	const folded = fold(label);
	// No word of a language without blanks is written in the letters of English.
	const inside = isAscii(folded) ? [] : inText(folded, lexicon(false));
	const found = [...inWords(folded, lexicon(true)), ...inside];
	return outcomeClasses
		.map(outcome => found.find(meaning => meaning.outcome === outcome))
		.find(meaning => meaning !== undefined);
}

function inWords(folded: string, lexicon: Lexicon): Meaning[] {
	const words = folded.split(' ');
	const found: Meaning[] = [];
	for (let index = 0; index < words.length; ) {
		const rest = words.slice(index, index + longestForm).join(' ');
		const form = lexicon
			.formsLike(words[index] ?? '')
			.find(({text, alone}) => (alone ? folded === text : rest === text || rest.startsWith(`${text} `)));
		if (!form) {
			index += 1;
			continue;
		}
		const negated = isNegated(words, index, lexicon);
		const start = index;
		index += form.text.split(' ').length;
		if (/^\d+$/.test(form.text) && isAmount(words[start - 1], words[index])) continue;
		const before = words.slice(Math.max(0, start - mostBeside), start).reverse();
		const behind = words.slice(index, index + mostBeside);
		if (!isOff(form, sideOfWords(before), sideOfWords(behind), lexicon))
			found.push(...meaning(form, negated));
	}
	return found;
}

/** What comes behind a word that describes a thing is the thing, none of these. */
const noThings = new Set(
	'after again and as at because but by due for if in of on once or since than that to twice when with'.split(
		' ',
	),
);

function isThing(word: string | undefined): boolean {
	return word !== undefined && !/^[|\d]/.test(word) && !noThings.has(word);
}

/** Whether a word is called needless, describes what is worked on, or is an undoing that did not come about. */
function isOff({outcome}: Form, before: Side, behind: Side, {needless, prevented, tended}: Lexicon): boolean {
	if (before.has(needless.before) || behind.has(needless.behind)) return true;
	if (outcome !== 'rollback') return isThing(behind.next) && before.is(tended);
	return behind.is(prevented.behind) || (behind.isEnd && !before.isEnd && before.is(prevented.before));
}

/** Whether a negation of one or two words stands before the word at `index`, or before what may part them. */
function isNegated(words: readonly string[], index: number, {negations, between}: Lexicon): boolean {
	for (let last = index - 1; last >= 0 && index - last <= mostBetween + 1; last--) {
		const word = words[last] ?? '';
		if (negations.has(word) || negations.has(`${words[last - 1]} ${word}`)) return true;
		if (!between.has(word)) return false;
	}
	return false;
}

function inText(folded: string, lexicon: Lexicon): Meaning[] {
	const found: Meaning[] = [];
	for (let index = 0; index < folded.length; ) {
		const form = lexicon
			.formsLike(folded.charAt(index))
			.find(({text, alone}) => (alone ? folded === text : folded.startsWith(text, index)));
		if (!form) {
			index += 1;
			continue;
		}
		const before = folded.slice(0, index).trimEnd();
		index += form.text.length;
		const after = folded.slice(index);
		const negated =
			[...lexicon.negations].some(no => before.endsWith(no)) ||
			lexicon.negativeEndings.some(no => after.startsWith(no));
		if (!isOff(form, sideBefore(before), sideBehind(after), lexicon)) found.push(...meaning(form, negated));
	}
	return found;
}

/** A success that is negated is a failure; `no errors` says nothing. */
function meaning({outcome, word}: Form, negated: boolean): Meaning[] {
	if (outcome === 'neutral') return [];
	if (!negated) return [{outcome, word}];
	return outcome === 'success' ? [{outcome: 'failure', word: `not ${word}`}] : [];
}

/** Whether a number between these two words is a quantity or a number of order rather than a status code. */
function isAmount(before: string | undefined, after: string | undefined): boolean {
	const [first, then] = [before ?? '', after ?? ''];
	if (/^[<>$€]$/.test(first) || numbered.test(first)) return true;
	return /^[%$€]$/.test(then) || amount.test(then) || plural.test(then);
}
