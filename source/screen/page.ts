/** Pages to read, and the details of a node. */
import type {PageName} from '../session/action.js';
import {keyFor} from '../session/key-names.js';
import {detailLines, foldedPage} from '../session/pages.js';
import type {Session} from '../session/session.js';
import type {Row} from './line.js';

/** The rows of a page from its first one shown. */
export function pageRows(session: Session, name: PageName, rows: number): Row[] {
	const list = foldedPage(session, name);
	const first = Math.max(0, Math.min(session.panel?.at ?? 0, list.length - rows));
	return list
		.slice(first)
		.map(({tone, key, text}) => [' ', ...(key ? ([['key', key]] as const) : []), [tone, text]]);
}

/** All about a node, wrapped for a narrow place. */
export function detailRows(session: Session, columns: number, rows: number): Row[] {
	const list = detailLines(session, columns).map(
		({tone, key = '', text}): Row => [
			['dim', key],
			[tone, text],
		],
	);
	return scrolled(session, list, rows);
}

/** `list` where it is read; where it is too long, as far as it was paged, and how much is out of sight. */
export function scrolled(session: Session, list: readonly Row[], rows: number): Row[] {
	const first = Math.max(0, Math.min(session.panel?.at ?? 0, list.length - rows));
	const more = list.length - first - rows;
	const shown = list.slice(first, first + rows);
	if (first > 0)
		shown[0] = [['dim', `… ${first + 1} lines above: ${scrollKeys(session, 'previous', 'page-up')}`]];
	if (more > 0)
		shown[rows - 1] = [['dim', `… ${more + 1} more lines: ${scrollKeys(session, 'next', 'page-down')}`]];
	return shown;
}

/** The keys that scroll: at a decision that which goes line by line picks a branch. */
function scrollKeys(session: Session, byLine: string, byPage: string): string {
	const names = session.run.state === 'choosing' ? [byPage] : [byLine, byPage];
	return names.map(name => keyFor(session, name)).join(' ');
}
