/** Characters that cannot be seen, or that turn the order in which a text is read: it may say other than it seems to. */
import {type Problem, problem} from '../problem.js';
import {firstHidden, harmless} from '../text.js';

/** The first such character of each line; blanks, tabs and a mark of the byte order at the beginning are none. */
export function hiddenCharacters(text: string): Problem[] {
	if (!/[^\t\n\r\x20-\x7e]/.test(text)) return [];
	const found: Problem[] = [];
	for (const {0: line, index} of text.matchAll(/[^\n\r]+/g)) {
		const seen = line.replaceAll('\t', ' ').replace(/^\ufeff/, index === 0 ? ' ' : '\ufeff');
		const offset = firstHidden(seen);
		if (offset === undefined) continue;
		const character = String.fromCodePoint(seen.codePointAt(offset) ?? 0);
		const start = index + offset;
		found.push(
			problem(
				'hidden-character',
				{start, end: start + character.length},
				`a character that cannot be seen, shown as ${harmless(character)} everywhere`,
				{hint: 'leave it out, unless the words need it'},
			),
		);
	}
	return found;
}
