/** The panel at the right: what lies ahead, what is still possible, where the token was. */
import {kindOf} from '../session/arrange.js';
import {prospectsOf} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {aheadRows, outcomePieces} from './ahead.js';
import type {Row} from './line.js';
import {trailRows} from './trail.js';

const legend: readonly Row[] = [
	[['title', 'LEGEND']],
	['  ', ['walked', '┏━┓ ━►'], '  walked'],
	['  ┌─┐ ─►  not walked'],
	['  ', ['walked', '╔═╗'], ' ', ['token', '●'], '   the token is here'],
	['  ╱─╲     decision'],
	['  ╭─╮     start, end'],
];

/** Exactly `rows` rows, a wall at the left of each. */
export function sideRows(session: Session, columns: number, rows: number): Row[] {
	const wide = kindOf(session.size) === 'wide';
	const last = wide ? legend : [];
	const list: Row[] = [];
	// On a wide screen it stands under the drawing.
	if (!wide) list.push(...aheadRows(session, columns, rows, 'panel'), []);
	if (!session.folded.has('outcomes') && session.run.state !== 'ended')
		list.push([['title', 'STILL POSSIBLE']], ...outcomeRows(session), []);
	const room = rows - list.length - last.length - 1;
	if (!session.folded.has('trail') && room > 1)
		list.push([['title', 'TRAIL']], ...trailRows(session, room - 1));
	while (list.length < rows - last.length) list.push([]);
	list.push(...last);
	return list.slice(0, rows).map(row => [['dim', '│'], ' ', ...row]);
}

function outcomeRows(session: Session): Row[] {
	return prospectsOf(session).outcomes.map(outcome => ['  ', ...outcomePieces({outcomes: [outcome]})]);
}
