/** The hints of the footer. */
import {hintsOf} from '../session/hints.js';
import {fieldOf, questionOf} from '../session/panels.js';
import type {Session} from '../session/session.js';
import {type Row, widthOf} from './line.js';
import {noticeRow} from './status.js';

/** Help is the way to all that found no room, and everyone wants to know the way out. */
const kept: ReadonlySet<string> = new Set(['help', 'close', 'quit']);

/**
 * As many hints as there is room for, in the order of the keymap; those that matter most are always whole. What an open
 * field or a question refuses is said in their place.
 */
export function hintRow(session: Session, columns: number): Row {
	// A field or a question stands where a word to the person would.
	if (session.notice && (fieldOf(session) ?? questionOf(session))) return noticeRow(session.notice);
	const hints = hintsOf(session).map(({keys, word}) => {
		const row: Row = [['key', keys], ` ${word}`];
		return {row, kept: kept.has(word), columns: widthOf(row) + 2};
	});
	// Behind the last hint there is no gap.
	let room = columns + 1 - hints.reduce((sum, hint) => sum + (hint.kept ? hint.columns : 0), 0);
	const shown = hints.filter(hint => {
		if (hint.kept) return true;
		room -= hint.columns;
		return room >= 0;
	});
	return [' ', ...shown.flatMap(({row}, index): Row => (index === 0 ? row : ['  ', ...row]))];
}
