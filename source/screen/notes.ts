/** NOTES: the latest of what was written down. */
import {keyFor} from '../session/key-names.js';
import {noteWords, pageOf} from '../session/pages.js';
import type {Session} from '../session/session.js';
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
 * The latest notes in the panel at the right, in at most `rows` rows; where those are not all, the heading says what shows
 * them. Empty where there is none.
 */
export function notePanel(session: Session, columns: number, rows: number): Row[] {
	const {notes} = session;
	if (notes.length === 0 || rows < 2) return [];
	const list = notes.slice(-rows).flatMap((note): Row[] => {
		const step = `step ${note.step}`;
		const [first = '', ...others] = wrap(`${step} ${noteWords(note)}`, columns - 4);
		return [['  ', ['dim', step], first.slice(step.length)], ...others.map((text): Row => ['    ', text])];
	});
	const title: Row = [['title', 'NOTES'], ` ${notes.length}`];
	if (list.length < rows) return [title, ...list];
	return [[...title, ['dim', `  ${keyFor(session, 'find-previous')} shows all`]], ...list.slice(1 - rows)];
}
