/**
 * What stands between the header and the status line: the drawing, what is beside it and what is under it. It changes
 * with every key, so it goes to the frame sink as rows of text, which come between those of Ink.
 */
import {aheadColumns, headerRows} from '../session/arrange.js';
import {verdictOf} from '../session/prospects.js';
import {routePicked} from '../session/routes.js';
import {attended, type Session} from '../session/session.js';
import {sharesOf} from '../session/shares.js';
import {arrangementOf, viewOf} from '../session/view.js';
import type {Inset, Part, Place} from '../terminal/frame.js';
import {aheadRows} from './ahead.js';
import {drawingRows} from './drawing.js';
import {keyRows} from './key.js';
import {partOf, type Row, type Style} from './line.js';
import {mistakeRow} from './mistakes.js';
import {noteRows} from './notes.js';
import {besidePanel, sideRows} from './side.js';
import {type Look, outcomeLook} from './theme.js';
import {trailRow} from './trail.js';

/** The body of the screen, in a terminal that has room for a drawing. */
export function bodyOf(session: Session, style: Style): Inset {
	const {view, side, below, kind} = arrangementOf(session);
	const drawing = drawingRows(session, style.theme, walkedLook(session)).map((text): Part[] => [
		{x: 0, text, width: view.width},
	]);
	const {height} = session.drawing.layout;
	for (const [at, row] of keyRows(session, view.width, view.height - height).entries())
		drawing[height + at] = [partOf(row, 0, view.width, style)];
	const left = [
		...drawing,
		...(kind === 'wide'
			? halves(session, view.width, below, style)
			: under(session, view.width, below, style)),
	];
	const place = {y: headerRows, focus: focusOf(session)};
	if (side === 0) return {...place, rows: left};
	const right = sideRows(session, side - 2, left.length);
	return {
		...place,
		rows: left.map((parts, y) => [...parts, partOf(right[y] ?? [], view.width, side, style)]),
	};
}

/** The node under the reader's attention, or the cell of the view that is nearest to it. */
function focusOf(session: Session): Place | undefined {
	const {camera, drawing} = session;
	const box = drawing.boxes.get(attended(session) ?? '');
	if (!box) return undefined;
	const view = viewOf(session);
	const within = (at: number, size: number) => Math.max(0, Math.min(Math.floor(at), size - 1));
	return {
		x: within(box.x + (box.width - 1) / 2 - camera.x, view.width),
		y: headerRows + within(box.y + (box.height - 1) / 2 - camera.y, view.height),
	};
}

/** A run that ended, and a route picked in the list, are shown in the colour of their outcome. */
function walkedLook(session: Session): Look {
	const route = routePicked(session);
	if (route) return outcomeLook(route.verdict.outcome);
	return session.run.state === 'ended' ? outcomeLook(verdictOf(session).outcome) : 'walked';
}

/** What lies ahead beside the latest notes. */
function halves(session: Session, columns: number, rows: number, style: Style): Part[][] {
	const half = aheadColumns('wide', columns);
	const ahead = aheadRows(session, half, rows, 'bar');
	const notes = noteRows(session, columns - half, rows);
	return Array.from({length: rows}, (_, y) => [
		partOf(ahead[y] ?? [], 0, half, style),
		partOf(notes[y] ?? [], half, columns - half, style),
	]);
}

/** What lies ahead, a panel where one is open, and in a row what is wrong with the file, else the trail. */
function under(session: Session, columns: number, rows: number, style: Style): Part[][] {
	const shares = sharesOf(session, columns, rows);
	const beside = besidePanel(session, columns, shares.beside);
	while (beside.length < shares.beside) beside.push([]);
	const list: readonly Row[] = [
		...aheadRows(session, columns, rows, 'bar'),
		...beside,
		...(shares.trail > 0 ? [mistakeRow(session, columns) ?? trailRow(session, columns)] : []),
	];
	return Array.from({length: rows}, (_, y) => [partOf(list[y] ?? [], 0, columns, style)]);
}
