/** NOTES: the latest of what was written down. */
import {keyFor} from '../session/key-names.js';
import {noteWords, pageOf} from '../session/pages.js';
import {opensNotes} from '../session/search.js';
import type {Session} from '../session/session.js';
import {hanging, type Row, ruled} from './line.js';

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

/** Behind what of a note there is room for. */
const cutMark = ' …';

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
		const told = hanging('dim', `step ${note.step}`, noteWords(note), columns - cutMark.length);
		isAll &&= told.length <= room;
		const shown = told.slice(0, room);
		const end = shown.pop();
		if (end) list.unshift(...shown, isAll ? end : [...end, cutMark]);
		if (!isAll) break;
	}
	const title: Row = [['title', 'NOTES'], ` ${notes.length}`];
	return [isAll ? title : [...title, ['dim', `  ${pageKey(session)} shows all`]], ...list];
}

/** What opens the page of notes: in a search another key than otherwise. */
function pageKey(session: Session): string {
	return keyFor(session, opensNotes(session, -1) ? 'find-previous' : 'notes');
}
