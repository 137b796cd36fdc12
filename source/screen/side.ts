/** The panel at the right: what lies ahead, what is still possible, where the token was, or what was opened. */
import {attentionMark, breakpointMark, type Frame, frames, tokenMark} from '../canvas/shapes.js';
import {heads, left, right, strokeGlyph} from '../canvas/strokes.js';
import {kindOf} from '../session/arrange.js';
import {lightOf} from '../session/light.js';
import {prospectsOf} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {arrangementOf, besidePlace} from '../session/view.js';
import {aheadRows} from './ahead.js';
import type {Row} from './line.js';
import {listTargets} from './lists.js';
import {mapPanel} from './minimap.js';
import {mistakeRows} from './mistakes.js';
import {notePanel} from './notes.js';
import {outcomePieces} from './outcomes.js';
import {detailRows, scrolled} from './page.js';
import {tokenRows} from './tokens.js';
import {trailRows, wholeTrail} from './trail.js';

/** What the drawing is made of. */
function legend(session: Session): readonly Row[] {
	const {characters: set, breakpoints, drawing, drill, run, shade} = session;
	const {marked} = lightOf(session);
	const {rectangle, diamond, circle} = frames[set];
	const top = (frame: Frame) => frame.topLeft + frame.top + frame.topRight;
	const arrow = (heavy: number) => strokeGlyph(set, left | right, heavy, false) + heads[set].right;
	const dashes = strokeGlyph(set, left | right, 0, true).repeat(5) + heads[set].right;
	const hasDashes = !drill.blind && drawing.layout.edges.some(({back}) => back);
	return [
		[['title', 'LEGEND']],
		['  ', ['walked', `${top(rectangle.walked)} ${arrow(left | right)}`], '  walked'],
		[`  ${top(rectangle.plain)} ${arrow(0)}  not walked`],
		['  ', ['walked', top(rectangle.token)], ' ', ['token', tokenMark[set].moves], '   the token is here'],
		...(run.tokens.size > 1
			? [['      ', ['token', tokenMark[set].rests], '   another token'] as const satisfies Row]
			: []),
		...(hasDashes ? [[`  ${dashes}  leads back`]] : []),
		[`  ${top(diamond.plain)}     decision`],
		[`  ${top(circle.plain)}     start, end`],
		...(marked?.size
			? [[`  ${attentionMark[set]}       ${shade === 'coverage' ? 'never rehearsed' : 'found or picked'}`]]
			: []),
		...(breakpoints.size > 0 ? [[`  ${breakpointMark[set]}       breakpoint`]] : []),
	];
}

/** Exactly `rows` rows, a wall at the left of each. */
export function sideRows(session: Session, columns: number, rows: number): Row[] {
	const wide = kindOf(session.size) === 'wide';
	const top = topRows(session, columns, rows);
	const room = rows - top.length;
	const beside = besidePanel(session, columns, besidePlace(session).rows);
	const list = beside.length > 0 ? [...top, ...beside] : [...top, ...standing(session, columns, room, wide)];
	while (list.length < rows) list.push([]);
	return list.slice(0, rows).map(row => [['dim', '│'], ' ', ...row]);
}

/** What lies ahead; on a wide screen it stands under the drawing. */
function topRows(session: Session, columns: number, rows: number): Row[] {
	return kindOf(session.size) === 'wide' ? [] : [...aheadRows(session, columns, rows - 1, 'panel'), []];
}

/** The line, from 0, of the open list at a cell under the header; undefined where none is. */
export function lineAt(session: Session, x: number, y: number): number | undefined {
	const {kind, view, side, below} = arrangementOf(session);
	const place = besidePlace(session);
	if (kind === 'compact') {
		const top = view.height + aheadRows(session, view.width, below, 'bar').length;
		return listTargets(session, place.columns, place.rows)[y - top]?.number;
	}
	const top = topRows(session, side - 2, view.height + below).length;
	return x < view.width ? undefined : listTargets(session, place.columns, place.rows)[y - top]?.number;
}

/** What was opened beside the drawing; empty where nothing is. */
export function besidePanel(session: Session, columns: number, rows: number): Row[] {
	switch (session.panel?.name) {
		case 'details':
			return detailRows(session, columns, rows);
		case 'map': {
			const map = mapPanel(session, columns, rows);
			return map.length > 0 ? map : [[['title', 'MAP'], '  all of the drawing is in sight']];
		}
		case 'trail':
			return scrolled(session, wholeTrail(session), rows);
		default:
			return listTargets(session, columns, rows).map(({row}) => row);
	}
}

/** Rows in which a place of the trail and a note stand each under its heading. */
const leastShared = 5;

/** Rows of the map that nobody asked for, with its heading: with fewer it does not tell above from below. */
const [leastMap, mostMap] = [4, 9];

function standing(session: Session, columns: number, rows: number, wide: boolean): Row[] {
	const list: Row[] = [];
	const outcomes = outcomeRows(session);
	// Notes come before a map, and before what the header tells too.
	const hasNotes = session.notes.length > 0 && !wide;
	const left = rows - outcomes.length - 3;
	if (outcomes.length > 0 && (!hasNotes || left >= leastShared))
		list.push([['title', 'STILL POSSIBLE']], ...outcomes, []);
	const mapRoom = Math.min(mostMap, Math.floor((rows - list.length) / (hasNotes ? 4 : 3)));
	const last: readonly Row[] = [
		...(session.drill.blind || mapRoom < leastMap ? [] : mapPanel(session, columns, mapRoom)),
		...(wide ? [[], ...legend(session)] : []),
	];
	const tokens = tokenRows(session, Math.floor((rows - list.length - last.length) / 3));
	if (tokens.length > 0) list.push(...tokens, []);
	const mistakes = mistakeRows(session, columns, Math.floor((rows - list.length - last.length) / 2));
	if (mistakes.length > 0) list.push(...mistakes, []);
	list.push(...trailAndNotes(session, columns, rows - list.length - last.length - 1, wide));
	while (list.length < rows - last.length) list.push([]);
	return [...list, ...last];
}

/** Where the token was, and the latest notes in what that leaves of `rows`, or in a third of them; a wide screen has these elsewhere. */
function trailAndNotes(session: Session, columns: number, rows: number, wide: boolean): Row[] {
	if (rows < 2) return [];
	const trail = trailRows(session, rows);
	const share = Math.max(rows < leastShared ? 0 : 2, Math.floor(rows / 3), rows - trail.length - 1);
	const notes = wide ? [] : notePanel(session, columns, share);
	return notes.length === 0 ? trail : [...trailRows(session, rows - notes.length - 1), [], ...notes];
}

function outcomeRows(session: Session): Row[] {
	if (session.hidesOutcomes || session.drill.blind || session.run.state === 'ended') return [];
	return prospectsOf(session).outcomes.map(outcome => ['  ', ...outcomePieces({outcomes: [outcome]})]);
}
