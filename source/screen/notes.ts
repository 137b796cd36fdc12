/** The latest notes, under the drawing of a wide screen. */
import {keyFor} from '../session/key-names.js';
import {pageOf} from '../session/pages.js';
import type {Session} from '../session/session.js';
import {type Row, ruled} from './line.js';

/** The latest notes in at most `rows` rows. */
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
