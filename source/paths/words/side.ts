/** What stands on one side of a word in a label, and the phrases that mean something there. */

/** Phrases, folded. */
export interface Phrases {
	readonly all: ReadonlySet<string>;
	/** Words of the longest. */
	readonly longest: number;
}

/** What stands before a word, or behind it. */
export interface Side {
	/** The word that is nearest; undefined at the end of a label. */
	readonly next: string | undefined;
	/** Whether the label, or a part of its sentence, ends here. */
	readonly isEnd: boolean;
	/** Whether one of `phrases` is nearest. */
	has(phrases: Phrases): boolean;
	/** Whether one of `phrases` is all that stands there in this part of the sentence. */
	is(phrases: Phrases): boolean;
}

/** `list` as phrases for the side behind a word. */
export function phrasesOf(list: readonly string[]): Phrases {
	const longest = Math.max(0, ...list.map(phrase => phrase.split(' ').length));
	return {all: new Set(list), longest};
}

/** `list` as phrases for the side before a word in a language that parts words: the nearest word first. */
export function phrasesBefore(list: readonly string[]): Phrases {
	return phrasesOf(list.map(phrase => phrase.split(' ').reverse().join(' ')));
}

/** Small words that may stand between a phrase and what it belongs to. */
const linking = new Set(
	(
		'the|a|an|all|is|was|are|were|has|have|been|of|der|die|das|den|des|ist|war|wurde|le|la|les|l|d|de|du|est|el|los|las|' +
		'del|es|fue|o|os|do|da|foi|e|il|lo|della|stato|stata'
	).split('|'),
);

/** A side as its words, the nearest first; `|` parts a sentence. */
export function sideOfWords(words: readonly string[]): Side {
	const isEnd = (at: number) => words[at] === undefined || words[at] === '|';
	const some = ({all, longest}: Phrases, isWhole: boolean): boolean => {
		for (let start = 0; start === 0 || linking.has(words[start - 1] ?? ''); start++)
			for (let end = start + 1; end <= Math.min(start + longest, words.length); end++)
				if (all.has(words.slice(start, end).join(' ')) && (!isWhole || isEnd(end))) return true;
		return false;
	};
	return {
		next: words[0],
		isEnd: isEnd(0),
		has: phrases => some(phrases, false),
		is: phrases => some(phrases, true),
	};
}

/** How Japanese ends a sentence, and where one ends. */
const sentenceEnd = /^(?:しました|した|する|されました|された)?(?: ?[|]|$)/;

/** What stands before a word in a text whose words no blanks part. */
export function sideBefore(text: string): Side {
	const rest = (phrases: Phrases) =>
		[...phrases.all].filter(phrase => text.endsWith(phrase)).map(phrase => text.slice(0, -phrase.length));
	const isEnd = (before: string) => /(?:^|[|] ?)$/.test(before);
	return {
		next: text.at(-1),
		isEnd: isEnd(text),
		has: phrases => rest(phrases).length > 0,
		is: phrases => rest(phrases).some(isEnd),
	};
}

/** What stands behind a word in such a text. */
export function sideBehind(text: string): Side {
	const rest = (phrases: Phrases) =>
		[...phrases.all].filter(phrase => text.startsWith(phrase)).map(phrase => text.slice(phrase.length));
	return {
		next: text.at(0),
		isEnd: /^(?: ?[|]|$)/.test(text),
		has: phrases => rest(phrases).length > 0,
		is: phrases => rest(phrases).some(behind => sentenceEnd.test(behind)),
	};
}
