/** The arrangement of the screen for a session, and the part of the drawing that is seen. */
import {width} from '../text.js';
import {type Arrangement, aheadColumns, arrange, kindOf, sideColumns} from './arrange.js';
import {type Extent, hold} from './camera.js';
import {promptOf} from './prompts.js';
import type {Session} from './session.js';
import {rowsWanted, sharesOf} from './shares.js';

/** Columns of a list at most, and its part of a screen that the drawing does not fit beside it. */
const mostList = 80;
const listPart = {standard: 0.5, wide: 0.3} as const;
/** Columns of the panel at the right of a wide screen at least, so that names are read in it. */
const leastSide = 28;
/** Columns kept behind a field that tells what was found. */
const hitColumns = 16;
/** Columns of a field, however narrow the screen. */
const leastField = 10;
/** Rows under the drawing of a wide screen, so that it does not jump at every decision. */
const wideBelow = 7;

/** Where the parts of the screen stand. */
export function arrangementOf(session: Session): Arrangement {
	const side = columnsBeside(session);
	return arrange(session.size, side, rowsBelow(session, session.size.columns - side), fieldRows(session));
}

/**
 * Columns of the panel at the right. An open list would like what the drawing leaves free, and of a screen that it does not
 * fit anyway a part; on a wide screen it is else narrower where the drawing is then in sight as a whole.
 */
function columnsBeside({panel, size, drawing}: Session): number {
	const kind = kindOf(size);
	if (kind !== 'standard' && kind !== 'wide') return 0;
	const [free, usual] = [size.columns - drawing.layout.width, sideColumns[kind]];
	if (panel?.name === 'routes' || panel?.name === 'palette') {
		const liked = free < usual ? Math.floor(size.columns * listPart[kind]) : free;
		return Math.max(usual, Math.min(mostList, liked));
	}
	return kind === 'wide' && free >= leastSide ? Math.min(usual, free) : usual;
}

/** Rows that what stands under a drawing of `width` columns needs, and those that it would like. */
function rowsBelow(session: Session, width: number): {least: number; most: number} {
	const kind = kindOf(session.size);
	const {least, most} = rowsWanted(session, aheadColumns(kind, width));
	switch (kind) {
		case 'compact':
			return {least, most};
		case 'wide':
			return {least, most: Math.max(wideBelow, most)};
		default:
			return {least: 0, most: 0};
	}
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

/** The place of what was opened beside the drawing or under it: its columns, and the rows that it has at least. */
export function besidePlace(session: Session): {columns: number; rows: number} {
	const {kind, view, side, below, body} = arrangementOf(session);
	const columns = side === 0 ? view.width : side - 2;
	if (kind === 'wide') return {columns, rows: body};
	return {columns, rows: sharesOf(session, columns, kind === 'compact' ? below : body - 1).beside};
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
