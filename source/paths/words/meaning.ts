/** What a label says about an outcome: whole words, the negative ones first. */
import {type OutcomeClass, outcomeClasses, type WordTable, wordTables} from './tables.js';

/** An outcome that a label names. */
export interface Meaning {
	readonly outcome: OutcomeClass;
	/** The word as the tables have it, the same for all its forms. */
	readonly word: string;
}

interface Form {
	/** Blank-parted for spaced languages, else as it stands. */
	readonly text: string;
	readonly outcome: OutcomeClass | 'neutral';
	readonly word: string;
	/** Counts as a whole label only. */
	readonly alone: boolean;
}

interface Lexicon {
	/** Longest first, by first word or, where blanks do not part words, by first character. */
	readonly forms: ReadonlyMap<string, readonly Form[]>;
	readonly negations: ReadonlySet<string>;
	readonly between: ReadonlySet<string>;
	readonly negativeEndings: readonly string[];
}

let made: {readonly words: Lexicon; readonly text: Lexicon} | undefined;

/** Languages that are written alike share one, so that what one calls neutral is neutral in all; made at the first label. */
function lexicons() {
	made ??= {
		words: compile(wordTables.filter(table => table.spaced)),
		text: compile(wordTables.filter(table => !table.spaced)),
	};
	return made;
}

const amount =
	/^(?:ms|s|sec|seconds?|min|minutes?|h|hours?|days?|kb|mb|gb|tb|rps|rpm|users?|items?|requests?|eur|usd)$/;
/** Words of a form, at most. */
const longestForm = 6;
/** Words that may stand between a negation and what it negates. */
const mostBetween = 3;

/** What `label` says of an outcome, all languages tried; undefined where it says nothing. */
export function meaningOf(label: string): Meaning | undefined {
	const folded = fold(label);
	const {words, text} = lexicons();
	const found = [...inWords(folded, words), ...inText(folded, text)];
	return outcomeClasses
		.map(outcome => found.find(meaning => meaning.outcome === outcome))
		.find(meaning => meaning !== undefined);
}

/**
 * Lower case without accents, `camelCase` parted, `un-` joined to its word, a stop between two parts of a
 * sentence as `|`, all else but letters, digits, `%`, `$` and `€` blanks.
 */
function fold(text: string): string {
	if (/^[a-z ]*$/.test(text)) return text.trim();
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.replace(/\bun-(?=\p{L})/gu, 'un')
		.replace(/[,;:!?()[\]{}/–—→、。]|\.(?!\S)|\s-\s/gu, ' | ')
		.replace(/([%$€<>])/g, ' $1 ')
		.replace(/[^\p{L}\p{N}%$€<>|]+/gu, ' ')
		.replace(/^[ |]+|[ |]+$/g, '');
}

function compile(tables: readonly WordTable[]): Lexicon {
	const forms = new Map<string, Form[]>();
	const add = (entry: string, outcome: Form['outcome'], {spaced, inflections}: WordTable) => {
		const [word = '', ...others] = entry.split('|');
		for (const given of [word, ...others].flatMap(form => inflected(form, inflections))) {
			const alone = given.startsWith('=');
			const text = fold(given.replace('=', ''));
			const key = spaced ? (text.split(' ')[0] ?? '') : text.slice(0, 1);
			const list = forms.get(key) ?? [];
			list.push({text, outcome, word, alone});
			forms.set(key, list);
		}
	};
	for (const table of tables) {
		for (const outcome of outcomeClasses)
			for (const entry of table.words[outcome]) add(entry, outcome, table);
		for (const entry of table.neutral) add(entry, 'neutral', table);
	}
	for (const list of forms.values()) list.sort((a, b) => b.text.length - a.text.length);
	const list = (text = '') => text.split('|').filter(Boolean).map(fold);
	return {
		forms,
		negations: new Set(tables.flatMap(table => list(table.negations))),
		between: new Set(tables.flatMap(table => list(table.between))),
		negativeEndings: tables.flatMap(table => list(table.negativeEndings)),
	};
}

/** A form with the other endings that its last word may have. */
function inflected(form: string, inflections = ''): string[] {
	const [first, ...others] = inflections.split('|');
	if (!first || !form.endsWith(first)) return [form];
	return [form, ...others.map(ending => form.slice(0, -first.length) + ending)];
}

function inWords(folded: string, lexicon: Lexicon): Meaning[] {
	const words = folded.split(' ');
	const found: Meaning[] = [];
	for (let index = 0; index < words.length; ) {
		const rest = words.slice(index, index + longestForm).join(' ');
		const form = lexicon.forms
			.get(words[index] ?? '')
			?.find(({text, alone}) => (alone ? folded === text : rest === text || rest.startsWith(`${text} `)));
		if (!form) {
			index += 1;
			continue;
		}
		const negated = isNegated(words, index, lexicon);
		const before = words[index - 1];
		index += form.text.split(' ').length;
		if (!(/^\d+$/.test(form.text) && isAmount(before, words[index]))) found.push(...meaning(form, negated));
	}
	return found;
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
		const form = lexicon.forms
			.get(folded.charAt(index))
			?.find(({text, alone}) => (alone ? folded === text : folded.startsWith(text, index)));
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
		found.push(...meaning(form, negated));
	}
	return found;
}

/** A success that is negated is a failure; `no errors` says nothing. */
function meaning({outcome, word}: Form, negated: boolean): Meaning[] {
	if (outcome === 'neutral') return [];
	if (!negated) return [{outcome, word}];
	return outcome === 'success' ? [{outcome: 'failure', word: `not ${word}`}] : [];
}

/** Whether a number between these two words is a quantity rather than a status code. */
function isAmount(before: string | undefined, after: string | undefined): boolean {
	return /^[<>$€]$/.test(before ?? '') || /^[%$€]$/.test(after ?? '') || amount.test(after ?? '');
}
