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
}

interface Lexicon {
	/** Longest first, by first word or, where blanks do not part words, by first character. */
	readonly forms: ReadonlyMap<string, readonly Form[]>;
	readonly negations: readonly string[];
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

/** What `label` says of an outcome, all languages tried; undefined where it says nothing. */
export function meaningOf(label: string): Meaning | undefined {
	const folded = fold(label);
	const {words, text} = lexicons();
	const found = [...inWords(folded, words), ...inText(folded, text)];
	return outcomeClasses
		.map(outcome => found.find(meaning => meaning.outcome === outcome))
		.find(meaning => meaning !== undefined);
}

/** Lower case without accents, `camelCase` parted, all but letters, digits, `%`, `$` and `€` blanks. */
function fold(text: string): string {
	if (/^[a-z ]*$/.test(text)) return text.trim();
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.replace(/([%$€<>])/g, ' $1 ')
		.replace(/[^\p{L}\p{N}%$€<>]+/gu, ' ')
		.trim();
}

function compile(tables: readonly WordTable[]): Lexicon {
	const forms = new Map<string, Form[]>();
	const add = (entry: string, outcome: Form['outcome'], spaced: boolean) => {
		const [word = '', ...others] = entry.split('|');
		for (const form of [word, ...others]) {
			const text = fold(form);
			const key = spaced ? (text.split(' ')[0] ?? '') : text.slice(0, 1);
			const list = forms.get(key);
			if (list) list.push({text, outcome, word});
			else forms.set(key, [{text, outcome, word}]);
		}
	};
	for (const {words, neutral, spaced} of tables) {
		for (const outcome of outcomeClasses) for (const entry of words[outcome]) add(entry, outcome, spaced);
		for (const entry of neutral) add(entry, 'neutral', spaced);
	}
	for (const list of forms.values()) list.sort((a, b) => b.text.length - a.text.length);
	const list = (text = '') => text.split('|').filter(Boolean).map(fold);
	return {
		forms,
		negations: tables.flatMap(table => list(table.negations)),
		negativeEndings: tables.flatMap(table => list(table.negativeEndings)),
	};
}

function inWords(folded: string, lexicon: Lexicon): Meaning[] {
	const words = folded.split(' ');
	const found: Meaning[] = [];
	for (let index = 0; index < words.length; ) {
		const rest = words.slice(index, index + 6).join(' ');
		const form = lexicon.forms
			.get(words[index] ?? '')
			?.find(({text}) => rest === text || rest.startsWith(`${text} `));
		if (!form) {
			index += 1;
			continue;
		}
		const before = words.slice(Math.max(0, index - 2), index);
		index += form.text.split(' ').length;
		if (form.outcome === 'neutral' || (/^\d+$/.test(form.text) && isAmount(before.at(-1), words[index])))
			continue;
		const negated = lexicon.negations.some(no => before.join(' ') === no || before.at(-1) === no);
		found.push(meaning(form.outcome, form.word, negated));
	}
	return found;
}

function inText(folded: string, lexicon: Lexicon): Meaning[] {
	const found: Meaning[] = [];
	for (let index = 0; index < folded.length; ) {
		const form = lexicon.forms.get(folded.charAt(index))?.find(({text}) => folded.startsWith(text, index));
		if (!form) {
			index += 1;
			continue;
		}
		const before = folded.slice(Math.max(0, index - 4), index).trimEnd();
		index += form.text.length;
		if (form.outcome === 'neutral') continue;
		const after = folded.slice(index);
		const negated =
			lexicon.negations.some(no => before.endsWith(no)) ||
			lexicon.negativeEndings.some(no => after.startsWith(no));
		found.push(meaning(form.outcome, form.word, negated));
	}
	return found;
}

function meaning(outcome: OutcomeClass, word: string, negated: boolean): Meaning {
	return negated && outcome === 'success' ? {outcome: 'failure', word: `not ${word}`} : {outcome, word};
}

/** Whether a number between these two words is a quantity rather than a status code. */
function isAmount(before: string | undefined, after: string | undefined): boolean {
	return /^[<>$€]$/.test(before ?? '') || /^[%$€]$/.test(after ?? '') || amount.test(after ?? '');
}
