/** The word tables as they are looked up: forms of words with their case, accents and signs folded away. */
import {groupBy} from '../../group.js';
import {fold} from './fold.js';
import {type Phrases, phrasesBefore, phrasesOf} from './side.js';
import {type OutcomeClass, outcomeClasses, type WordTable, wordTables} from './tables.js';

/** A form of a word, folded. */
export interface Form {
	/** Blank-parted for spaced languages, else as it stands. */
	readonly text: string;
	readonly outcome: OutcomeClass | 'neutral';
	/** The word as the tables have it, the same for all its forms. */
	readonly word: string;
	/** Counts as a whole label only. */
	readonly alone: boolean;
}

/** The forms of the languages that are written alike, and what negates them. */
export interface Lexicon {
	/** Those that may begin like a text, longest first. */
	formsLike(text: string): readonly Form[];
	readonly negations: ReadonlySet<string>;
	readonly between: ReadonlySet<string>;
	readonly negativeEndings: readonly string[];
	/** What calls a word needless, beside it. */
	readonly needless: Sides;
	/** What keeps an undoing from coming about, beside its word. */
	readonly prevented: Sides;
	/** What is done to a thing that a word describes, before the word. */
	readonly tended: Phrases;
}

interface Sides {
	readonly before: Phrases;
	readonly behind: Phrases;
}

const made = new Map<boolean, Lexicon>();

/**
 * The languages whose words blanks part, or all others. Those that are written alike share one, so that what one calls
 * neutral is neutral in all; made at the first label.
 */
export function lexicon(spaced: boolean): Lexicon {
	const known = made.get(spaced);
	if (known) return known;
	const tables = wordTables.filter(table => table.spaced === spaced);
	const lexicon = lexiconOf(tables, spaced ? 2 : 1);
	made.set(spaced, lexicon);
	return lexicon;
}

/** A form of a word as its table has it. */
interface Given {
	readonly form: string;
	readonly outcome: Form['outcome'];
	readonly word: string;
	readonly table: WordTable;
}

/** Forms are told apart by their first `head` characters, and understood when a text begins like them: few ever are. */
function lexiconOf(tables: readonly WordTable[], head: number): Lexicon {
	const given = groupBy(tables.flatMap(givenIn), ({form}) => fold(form.replace('=', '').slice(0, head)));
	const understood = new Map<string, readonly Form[]>();
	const list = (text = '') => text.split('|').filter(Boolean).map(fold);
	const before = head > 1 ? phrasesBefore : phrasesOf;
	const needless = tables.flatMap(table => list(table.needless));
	return {
		formsLike(text) {
			const key = text.slice(0, head);
			const forms = understood.get(key) ?? formsOf(given.get(key) ?? []);
			understood.set(key, forms);
			return forms;
		},
		negations: new Set(tables.flatMap(table => list(table.negations))),
		between: new Set(tables.flatMap(table => list(table.between))),
		negativeEndings: tables.flatMap(table => list(table.negativeEndings)),
		needless: {before: before(needless), behind: phrasesOf(needless)},
		prevented: {
			before: before(tables.flatMap(table => list(table.prevented.before))),
			behind: phrasesOf(tables.flatMap(table => list(table.prevented.behind))),
		},
		tended: before(tables.flatMap(table => list(table.tended))),
	};
}

/** All forms of a table, those of a word one after the other. */
function givenIn(table: WordTable): Given[] {
	const entries = [
		...outcomeClasses.flatMap(outcome => table.words[outcome].map(entry => ({entry, outcome}))),
		...table.neutral.map(entry => ({entry, outcome: 'neutral' as const})),
	];
	return entries.flatMap(({entry, outcome}) => {
		const [word = '', ...others] = entry.split('|');
		return [word, ...others].map(form => ({form, outcome, word, table}));
	});
}

function formsOf(given: readonly Given[]): Form[] {
	const forms = given.flatMap(({form, outcome, word, table}) =>
		inflected(form, table.inflections).map((each): Form => {
			const alone = each.startsWith('=');
			return {text: fold(each.replace('=', '')), outcome, word, alone};
		}),
	);
	return forms.sort((a, b) => b.text.length - a.text.length);
}

/** A form with the other endings that its last word may have. */
function inflected(form: string, inflections = ''): string[] {
	const [first, ...others] = inflections.split('|');
	if (!first || !form.endsWith(first)) return [form];
	return [form, ...others.map(ending => form.slice(0, -first.length) + ending)];
}
