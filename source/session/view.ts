/** The arrangement of the screen for a session, and the part of the drawing that is seen. */
import {choices} from '../run/choices.js';
import {width} from '../text.js';
import {wrap} from '../wrap.js';
import {type Arrangement, arrange, kindOf, type Size, sideColumns} from './arrange.js';
import {type Extent, hold} from './camera.js';
import {endRows} from './ending.js';
import {injectHere} from './notes.js';
import {promptOf} from './prompts.js';
import {here, type Session} from './session.js';

/** Rows of a heading or a rule. */
const heading = 1;
/** Columns of a list of routes at most, and its part of a screen that the drawing does not fit beside it. */
const mostRoute = 80;
const routePart = {standard: 0.5, wide: 0.3} as const;
/** Columns kept behind a field that tells what was found. */
const hitColumns = 16;
/** Columns of a field, however narrow the screen. */
const leastField = 10;
/** Rows of an inject, at most; the notes have it whole. */
const mostInject = 4;
/** Rows under the drawing of a wide screen, so that it does not jump at every decision. */
const wideBelow = 7;

/** Where the parts of the screen stand. */
export function arrangementOf(session: Session): Arrangement {
	return arrange(session.size, rowsBelow(session), fieldRows(session), routeColumns(session));
}

/** Columns that the list of routes would like: what the drawing leaves free, and of a screen that it does not fit anyway a part. */
function routeColumns({panel, size, drawing}: Session): number {
	const kind = kindOf(size);
	if (panel?.name !== 'routes' || (kind !== 'standard' && kind !== 'wide')) return 0;
	const free = size.columns - drawing.layout.width;
	return Math.min(mostRoute, free < sideColumns[kind] ? Math.floor(size.columns * routePart[kind]) : free);
}

function rowsBelow(session: Session): number {
	const ways = Math.max(1, waysAhead(session)) + injectLines(session, session.size.columns).length;
	switch (kindOf(session.size)) {
		case 'compact':
			return heading + ways + (session.folded.has('trail') ? 0 : 1) + besideRows(session);
		case 'wide':
			return Math.max(wideBelow, heading + ways);
		default:
			return 0;
	}
}

/** What an inject says where the token stands, for as long as it stands there. */
export function injectLines(session: Session, columns: number): string[] {
	const text = injectHere(session);
	return text === '' ? [] : wrap(`INJECT: ${text}`, columns).slice(0, mostInject);
}

/** Rows of what lies ahead. */
function waysAhead(session: Session): number {
	const {run, diagram} = session;
	const at = here(session);
	if (run.state === 'ended') return endRows(session, aheadColumns(session.size));
	return run.state === 'choosing' || at === undefined ? choices(run).length : diagram.out(at).length;
}

/** Columns of what lies ahead, where it stands under the drawing. */
function aheadColumns(size: Size): number {
	return kindOf(size) === 'wide' ? Math.floor((size.columns - sideColumns.wide) / 2) : size.columns;
}

/** Columns of the open field: all but those of what is asked before it, and of what is found behind it. */
export function fieldColumns(session: Session): number {
	const {columns} = session.size;
	const {panel} = session;
	const before = width(promptOf(session));
	const after =
		panel?.name === 'branch' || panel?.name === 'search' || panel?.name === 'expect' ? hitColumns : 0;
	return Math.min(columns, Math.max(leastField, columns - before - 1 - after));
}

/** Rows of the open field: a long text takes up to four. */
export function fieldRows(session: Session): number {
	const {panel} = session;
	return panel ? Math.max(1, Math.min(4, Math.ceil((width(panel.text) + 1) / fieldColumns(session)))) : 1;
}

/** Rows that a panel takes under the drawing of a compact screen. */
export function besideRows(session: Session): number {
	const name = session.panel?.name;
	const rows = Math.max(3, Math.min(10, Math.floor(session.size.rows / 3)));
	return name === 'routes' || name === 'palette' || name === 'details' ? rows : 0;
}

/** The size of the view on the drawing. */
export function viewOf(session: Session): Extent {
	return arrangementOf(session).view;
}

/** The session with its view inside the drawing. */
export function held(session: Session): Session {
	const camera = hold(session.camera, viewOf(session), session.drawing.layout);
	return camera === session.camera ? session : {...session, camera};
}
