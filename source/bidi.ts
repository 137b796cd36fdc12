/**
 * Labels that are read from right to left, in lines that are not. Between two of them stand only arrows and borders, which
 * a terminal that orders its text (UAX #9) would take for theirs, and turn with them: a left-to-right mark at both ends of
 * each keeps it apart. It takes no column.
 */
import {once} from './once.js';

/** The blocks whose characters are of the classes R, AL and AN. */
const letter = String.raw`[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]`;
/** What joins the words of a label, and never two labels: nothing that stands between those in a sentence. */
const between = String.raw`(?:[\p{M}\d\u200c\u200d]|[-_./'’](?! )| (?![-/ ]))`;

const mark = '\u200e';
const rightToLeft = new RegExp(letter, 'u');
const stretches = once(() => new RegExp(`${mark}?${letter}(?:${between}*${letter})*${mark}?`, 'gu'));

/** What belongs at both ends of a label, or of a line of one: nothing where it has no letter that is read from right to left. */
export function markOf(label: string): string {
	return rightToLeft.test(label) ? mark : '';
}

/** A text with all that is read from right to left in it kept apart; what already is stays as it is. */
export function keptApart(text: string): string {
	return rightToLeft.test(text) ? text.replace(stretches(), found => mark + unmarked(found) + mark) : text;
}

/** What a person copied from a text that was kept apart, as it was before. */
export function unmarked(text: string): string {
	return text.replaceAll(mark, '');
}
