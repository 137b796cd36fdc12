/** NEXT, CHOOSE, END: what lies before the token. It is never folded away. */
import {type Ahead, ahead, type Way} from '../session/ahead.js';
import type {Prospects} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {wrap} from '../text.js';
import type {Piece, Row} from './line.js';
import {outcomeLook} from './theme.js';

/** In at most `rows` rows of `columns`; a row a way where `brief`, else two where there is room. */
export function aheadRows(session: Session, columns: number, rows: number, brief: boolean): Row[] {
	const now = ahead(session);
	switch (now.type) {
		case 'next':
			return [[['title', 'NEXT']], ...now.ways.map(nextRow)];
		case 'choose':
			return [[['title', 'CHOOSE'], ' · ', ['strong', now.question]], ...wayRows(now.ways, rows - 1, brief)];
		case 'end':
			return endRows(now, columns, rows);
	}
}

function nextRow(way: Way): Row {
	const label: Row = way.label ? [['strong', way.label], ' → '] : [];
	return ['  → ', ...label, way.target];
}

/** All ways where there is room, else those around the picked one. */
function wayRows(ways: readonly Way[], rows: number, brief: boolean): Row[] {
	if (!brief && rows >= ways.length * 2)
		return ways.flatMap((way): Row[] => [wayRow(way), ['      ', ...outcomePieces(way.prospects)]]);
	const picked = Math.max(
		0,
		ways.findIndex(way => way.picked),
	);
	const first = Math.max(0, Math.min(ways.length - rows, picked - Math.floor(rows / 2)));
	return ways.slice(first, first + rows).map(way => [...wayRow(way), '   ', ...outcomePieces(way.prospects)]);
}

function wayRow(way: Way): Row {
	const label: Row = way.label ? [[way.picked ? 'picked' : 'strong', way.label], ' → '] : [];
	return [way.picked ? ['found', '► '] : '  ', ['key', String(way.number)], ' ', ...label, way.target];
}

function endRows(end: Extract<Ahead, {type: 'end'}>, columns: number, rows: number): Row[] {
	const why = wrap(`why: ${end.why}`, columns - 2);
	return [
		[['title', 'END'], ' · ', [outcomeLook(end.outcome), end.outcome.toUpperCase()]],
		...why.slice(0, Math.max(1, rows - 1)).map((row): Row => [`  ${row}`]),
	];
}

/** `success 1 · rollback 3`, each in its colour. */
export function outcomePieces({outcomes}: Prospects): Piece[] {
	return outcomes.flatMap(({outcome, count}, index): Piece[] => [
		...(index > 0 ? [' · '] : []),
		[outcomeLook(outcome), `${outcome} ${count}`],
	]);
}
