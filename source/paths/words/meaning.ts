/** What a label says about an outcome: whole words, the negative ones first. */
import {fold, isAscii} from './fold.js';
import {type Form, type Lexicon, lexicon} from './lexicon.js';
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
		if (!isOff(form, around(words, start, index), lexicon)) found.push(...meaning(form, negated));
	}
	return found;
}

/** What stands before a word and behind it. */
interface Around {
	readonly before: string;
	readonly behind: string;
}

/** Words on each side of a word that are looked at, and characters: a label may be as long as a file. */
const [mostAround, farthest] = [10, 100];

function around(words: readonly string[], start: number, end: number): Around {
	const before = words.slice(Math.max(0, start - mostAround), start).map(word => `${word} `);
	const behind = words.slice(end, end + mostAround).map(word => ` ${word}`);
	return {before: before.join(''), behind: behind.join('')};
}

/** What comes behind a word that describes a thing is the thing, none of these. */
const noThing =
	/^ (?:[|\d]|(?:after|again|and|as|at|because|but|by|due|for|if|in|of|on|once|or|since|than|that|to|twice|when|with)\b)/;

/** Whether a word is called needless, describes what is worked on, or is an undoing that did not come about. */
function isOff({outcome}: Form, all: Around, {needless, prevented, tended}: Lexicon): boolean {
	// What is cut off leaves a sign that is no bound.
	const before = all.before.length > farthest ? `-${all.before.slice(-farthest)}` : all.before;
	const behind = all.behind.length > farthest ? `${all.behind.slice(0, farthest)}-` : all.behind;
	if (needless.before.test(before) || needless.behind.test(behind)) return true;
	if (outcome !== 'rollback') return /^ ./.test(behind) && !noThing.test(behind) && tended.test(before);
	const [isFirst, isLast] = [/(?:^|[|] ?)$/.test(before), /^(?: ?[|]|$)/.test(behind)];
	return prevented.behind.test(behind) || (isLast && !isFirst && prevented.before.test(before));
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
		if (!isOff(form, {before, behind: after}, lexicon)) found.push(...meaning(form, negated));
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
