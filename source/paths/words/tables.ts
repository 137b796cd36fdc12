/** The words that name an outcome, as data. A language is an entry here. */
import {chinese} from './chinese.js';
import {english} from './english.js';
import {french} from './french.js';
import {german} from './german.js';
import {italian} from './italian.js';
import {japanese} from './japanese.js';
import {portuguese} from './portuguese.js';
import {spanish} from './spanish.js';

/** What a route can come to, the worst first: where a label, or several tokens, say several things, that counts. */
export const outcomeClasses = [
	'rollback',
	'failure',
	'rejected',
	'aborted',
	'escalated',
	'degraded',
	'success',
] as const;

export type OutcomeClass = (typeof outcomeClasses)[number];

/** Those that say that what was wanted did not come about. */
export const failing: ReadonlySet<string> = new Set<OutcomeClass>(['failure', 'rejected', 'aborted']);

/**
 * Words of one language. An entry lists the forms of one word, parted by `|`; a form may be several
 * words, and with `=` before it counts as a whole label only. Case, accents, hyphens and underscores
 * make no difference.
 */
export interface WordTable {
	/** In English. */
	readonly language: string;
	/** Whether blanks part words; where not, a form counts wherever it stands. */
	readonly spaced: boolean;
	/** A word of success behind one of these is a failure; any other says nothing then. */
	readonly negations: string;
	/** Words that may part a negation from what it negates, such as `not yet been approved`. */
	readonly between?: string;
	/** Endings that negate the word before them, for languages that negate behind it. */
	readonly negativeEndings?: string;
	/** What one of these, before it or behind it, calls needless is not said. */
	readonly needless: string;
	/** What keeps an undoing from coming about: `behind` its word at the end of a clause, `before` it at the beginning. */
	readonly prevented: {readonly behind: string; readonly before: string};
	/** What is done to things that a word describes, such as `delete failed pods`: it tells of the things then, not of the route. */
	readonly tended?: string;
	/** Endings that replace each other: a form with the first of them stands for all. */
	readonly inflections?: string;
	readonly words: Readonly<Record<OutcomeClass, readonly string[]>>;
	/** Forms that hold an outcome's word and do not mean the outcome. */
	readonly neutral: readonly string[];
}

/** Every language whose words are known. */
export const wordTables: readonly WordTable[] = [
	english,
	french,
	german,
	spanish,
	portuguese,
	italian,
	chinese,
	japanese,
];
