/** What an action does in the panel that is open. */

import {type Action, isUnasked, type PageName} from './action.js';
import {isWindow} from './arrange.js';
import {inField, writtenIn} from './fields.js';
import {keyFor} from './key-names.js';
import {detailLines, foldedPage} from './pages.js';
import {entriesOf} from './palette.js';
import {closePanel, layerOf, pageOver} from './panels.js';
import {followRoute, nextFilter, routesShown} from './routes.js';
import {lookOn, opensNotes} from './search.js';
import {type Panel, type Session, told} from './session.js';
import {trailLines} from './trail.js';
import {besidePlace} from './view.js';

/** What `action` does to the open panel; undefined where it is none of its business. */
export function inPanel(session: Session, panel: Panel, action: Action): Session | undefined {
	const layer = layerOf(panel.name);
	// Who clicks beside what is read or written does not mean what lies beneath.
	const isClick = action.type === 'click' || action.type === 'point';
	if (isClick && layer !== undefined && layer !== 'routes') return session;
	const page = pageOver(session);
	if (page) return inPage(session, panel, page, action);
	switch (layer) {
		case 'list':
		case 'routes':
			return inList(session, panel, action);
		case 'field':
			return inField(session, panel, action);
		case 'question':
			return isUnasked(action) ? undefined : session;
		default:
			return besideRun(session, panel, action);
	}
}

/**
 * There may be more to tell of a node or of the trail than there is room for: then the keys that page do so there, and those
 * that pick where there is nothing to pick.
 */
function besideRun(session: Session, panel: Panel, action: Action): Session | undefined {
	const {columns, rows: room} = besidePlace(session);
	const lines = linesBeside(session, panel, columns);
	const by = scrollBeside(session, action, room);
	if (by === 0 || room === 0 || lines <= room) return undefined;
	return {...session, panel: {...panel, at: clamp(Math.min(panel.at, lines - room) + by, lines - room)}};
}

/** Lines of what is told beside the run; a map is never longer than its place. */
function linesBeside(session: Session, {name}: Panel, columns: number): number {
	if (name === 'trail') return trailLines(session.run);
	return name === 'details' ? detailLines(session, columns).length : 0;
}

/** Lines that `action` moves what has `room` rows on, of which the first and last may say how many are out of sight. */
function scrollBeside({run}: Session, action: Action, room: number): number {
	if (action.type === 'page') return Math.sign(action.y) * Math.max(1, room - 2);
	return action.type === 'pick' && run.state !== 'choosing' ? action.by : 0;
}

function inPage(session: Session, panel: Panel, name: PageName, action: Action): Session | undefined {
	const end = foldedPage(session, name).length - 1;
	const page = Math.max(1, session.size.rows - 4);
	const refused = (when: string) =>
		told(session, `${keyFor(session, 'close')} closes this page ${when}`, true);
	if (action.type === 'find' && opensNotes(session, action.by)) return lookOn(session, action.by);
	const scroll = (by: number) => ({...session, panel: {...panel, at: clamp(panel.at + by, end)}});
	switch (action.type) {
		case 'pick':
			return scroll(action.by);
		case 'pan':
			return scroll(action.y);
		case 'page':
			return scroll(Math.round(action.y * page));
		case 'edge':
			return scroll(action.x * end);
		case 'show':
			return scroll(action.what === 'start' ? -end : end);
		case 'advance':
			// Without a window all was read. With one a held key shall not close the page and go on with the run.
			if (!isWindow(session.size)) return closePanel(session);
			return panel.at + page <= end ? scroll(page) : refused('now');
		default:
			// Under a page nobody would see what is done. Without a window a page is read and gone.
			return !isWindow(session.size) || overPages(name, action) ? undefined : refused('first');
	}
}

/** Whether `action` may come while `page` is read: what the world tells, other pages, the way out, a note over the notes. */
function overPages(page: PageName, action: Action): boolean {
	return action.type === 'open'
		? layerOf(action.panel) === 'page' ||
				action.panel === 'quit' ||
				(page === 'notes' && action.panel === 'note')
		: isUnasked(action) || action.type === 'mouse' || action.type === 'coverage';
}

function inList(session: Session, panel: Panel, action: Action): Session | undefined {
	const end = (panel.name === 'palette' ? entriesOf(session) : routesShown(session).list).length - 1;
	const move = (by: number) => ({
		...session,
		panel: {...panel, at: clamp(Math.min(panel.at, end) + by, end)},
	});
	switch (action.type) {
		case 'pick':
			return move(action.by);
		case 'page':
			return move(Math.round(action.y * 10));
		case 'edge':
			return move(action.x * (end + 1));
		case 'advance':
			return panel.name === 'routes' ? followRoute(session) : undefined;
		case 'fold outcomes':
			return panel.name === 'routes' ? nextFilter(session) : undefined;
		default: {
			const written = writtenIn(panel, action);
			return written && {...session, panel: {...written, at: written.text === panel.text ? panel.at : 0}};
		}
	}
}

function clamp(value: number, end: number): number {
	return Math.max(0, Math.min(end, value));
}
