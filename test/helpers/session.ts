/** Sessions for tests. */
import {read} from '../../source/diagram/read.js';
import {standardKeys} from '../../source/session/keys.js';
import {type Opening, open} from '../../source/session/open.js';
import type {Session} from '../../source/session/session.js';

/** A session of the diagram `text` in a terminal of 80 columns and 24 rows without colour, at the beginning of time; `more` says otherwise. */
export function sessionOf(text: string, more: Partial<Opening> = {}): Session {
	return open({
		source: {name: 'x.fz', text},
		...read(text),
		characters: 'unicode',
		theme: 'none',
		bindings: standardKeys,
		size: {columns: 80, rows: 24},
		now: 0,
		notices: [],
		...more,
	});
}
