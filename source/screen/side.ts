/** The panel at the right: what lies ahead, what is still possible, where the token was. */

import {kindOf} from '../session/arrange.js';
import {prospectsOf} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {aheadRows, outcomePieces} from './ahead.js';
import type {Row} from './line.js';
import {trailRows} from './trail.js';

/** Exactly `rows` rows, a wall at the left of each. */
export function sideRows(session: Session, columns: number, rows: number): Row[] {
	const list: Row[] = [];
	if (kindOf(session.size) !== 'wide') list.push(...aheadRows(session, columns, rows, false), []);
	if (!session.folded.has('outcomes') && session.run.state !== 'ended')
		list.push([['title', 'STILL POSSIBLE']], ...outcomeRows(session), []);
	if (!session.folded.has('trail'))
		list.push([['title', 'TRAIL']], ...trailRows(session, Math.max(1, rows - list.length - 1)));
	return Array.from({length: rows}, (_, index): Row => [['dim', '│'], ' ', ...(list[index] ?? [])]);
}

function outcomeRows(session: Session): Row[] {
	const {outcomes, steps, decisions} = prospectsOf(session);
	return outcomes.map(outcome => ['  ', ...outcomePieces({outcomes: [outcome], steps, decisions})]);
}
