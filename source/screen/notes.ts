/** NOTES: the latest of what was written down. */
import {keyFor} from '../session/key-names.js';
import {noteWords, pageOf} from '../session/pages.js';
import {opensNotes} from '../session/search.js';
import type {Note, Session} from '../session/session.js';
import {cut} from '../text.js';
import {wrap} from '../wrap.js';
import {type Row, ruled} from './line.js';

/** The latest notes under the drawing of a wide screen, in at most `rows` rows. */
export function noteRows(session: Session, columns: number, rows: number): Row[] {
	const count = session.notes.length;
	const title: Row = [
		['title', 'NOTES'],
		count > 0 ? ` ${count}` : '',
		['dim', `  ${keyFor(session, 'note')} writes one`],
	];
	const lines = pageOf(session, 'notes')
		.slice(1)
		.slice(-(rows - 1));
	return [
		ruled(title, columns),
		...(count > 0 ? lines.map(({key = '', text}): Row => ['  ', ['dim', key], text]) : []),
	];
}

/**
 * The latest notes in the panel at the right, in at most `rows` rows, each from its beginning; where those are not all, the
 * heading says what shows them. Empty where there is none.
 */
export function notePanel(session: Session, columns: number, rows: number): Row[] {
	const {notes} = session;
	if (notes.length === 0 || rows < 2) return [];
	const list: Row[] = [];
	let isAll = true;
	for (const note of notes.toReversed()) {
		const room = rows - 1 - list.length;
		const told = shortly(note, columns, Number.POSITIVE_INFINITY);
		isAll &&= told.length <= room;
		if (room > 0) list.unshift(...(told.length <= room ? told : shortly(note, columns, room)));
		if (!isAll) break;
	}
	const title: Row = [['title', 'NOTES'], ` ${notes.length}`];
	return [isAll ? title : [...title, ['dim', `  ${pageKey(session)} shows all`]], ...list];
}

/** What opens the page of notes: in a search another key than otherwise. */
function pageKey(session: Session): string {
	return keyFor(session, opensNotes(session, -1) ? 'find-previous' : 'notes');
}

/** A note in at most `rows` rows, further ones under its step. */
function shortly(note: Note, columns: number, rows: number): Row[] {
	const step = `step ${note.step}`;
	const lines = wrap(`${step} ${noteWords(note)}`, columns - 4);
	const shown = lines.slice(0, rows);
	if (lines.length > rows) shown[rows - 1] = cut(lines.slice(rows - 1).join(' '), columns - 4);
	const [first = '', ...others] = shown;
	return [['  ', ['dim', step], first.slice(step.length)], ...others.map((text): Row => ['    ', text])];
}
