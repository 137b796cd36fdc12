/** The header, the status line and the hints of the footer. */
import {explanation} from '../run/explain.js';
import {overtime} from '../session/clock.js';
import {hintsOf} from '../session/hints.js';
import {clock} from '../session/pages.js';
import {prospectsOf, verdictOf} from '../session/prospects.js';
import {readingWords, waitingWords} from '../session/reading.js';
import type {Session} from '../session/session.js';
import {beyond, elapsed, fileName, problemCount, whereabouts} from '../session/status.js';
import {stepCount} from '../session/trail.js';
import {harmless} from '../text.js';
import {outcomePieces} from './ahead.js';
import {type Row, widthOf} from './line.js';
import {outcomeLook} from './theme.js';

/** The file, the step, the time and what is wrong; without the time where the outcome would find no room beside it. */
export function headerRow(session: Session, columns: number): Row {
	const place: Row = [
		' ',
		...unsafe(session),
		['title', fileName(session)],
		`   step ${stepCount(session.run)}`,
	];
	const full: Row = [...place, ['dim', `   T+${elapsed(session)}`], ...alarms(session)];
	const fits = widthOf(full) + 1 + widthOf(outcomeRow(session, 0)) <= columns;
	return fits ? full : [...place, ...alarms(session)];
}

/** Why the record is not safe, for as long as that lasts: first, so that no narrow screen cuts it off. */
export function unsafe({drill}: Session): Row {
	const problem = drill.record?.problem;
	return problem === undefined ? [] : [['error', `NOT SAFE: ${harmless(problem)}`], '   '];
}

/** A step over its limit, and a pause. */
function alarms(session: Session): Row {
	const {drill} = session;
	const over = overtime(session);
	return [
		...(over === undefined ? [] : ([' ', ['warning', `${clock(over)} over`]] as const)),
		...(drill.pausedAt === undefined ? [] : (['   ', ['warning', 'PAUSED']] as const)),
	];
}

/** `outcome: OPEN (success 1 · rollback 1)`, or what it came to; in short where `columns` are few. */
export function outcomeRow(session: Session, columns: number): Row {
	if (session.run.state === 'ended') {
		const {outcome, expected} = verdictOf(session);
		const full: Row = [
			'outcome: ',
			[outcomeLook(outcome), outcome.toUpperCase()],
			expected === '' ? ' ' : ` (${expected}) `,
		];
		return widthOf(full) <= columns ? full : full.slice(0, 2);
	}
	const prospects = prospectsOf(session);
	const open: Row = ['outcome: ', ['strong', 'OPEN']];
	if (prospects.outcomes.length === 0) return [...open, ' '];
	const full: Row = [...open, ' (', ...outcomePieces(prospects), ') '];
	const short: Row = [...open, ` (${prospects.outcomes.length} possible) `];
	return [full, short].find(row => widthOf(row) <= columns) ?? open;
}

/**
 * Where the token is and what is out of sight; a word to the person, or what a question is about, takes its place.
 * How it is drawn is left out where there is no room for it.
 */
export function statusRow(session: Session, columns: number): Row {
	const {notice, camera, drawing, drill} = session;
	if (notice) return [' ', [notice.urgent ? 'warning' : 'strong', notice.text]];
	const asked = explanation(session.run);
	if (asked !== undefined) return [' ', ['strong', asked]];
	const problems = problemCount(session);
	const waiting = waitingWords(session.run);
	const reading = readingWords(session);
	const place: Row = [
		' ',
		['strong', whereabouts(session)],
		...(waiting ? (['   ', ['warning', waiting]] as const) : []),
		`   ${beyond(session)}`,
	];
	const drawn: Row = [['dim', `   zoom ${drawing.sight.zoom}   follow ${camera.follow ? 'on' : 'off'}`]];
	const matters: Row = [
		['dim', drill.record && drill.record.problem === undefined ? '   recorded' : ''],
		['dim', reading && `   ${reading}`],
		...(problems ? (['   ', ['warning', problems], ['dim', ' (!)']] as const) : []),
	];
	const full: Row = [...place, ...drawn, ...matters];
	return widthOf(full) <= columns ? full : [...place, ...matters];
}

/** Help is the way to all that found no room, and everyone wants to know the way out. */
const kept: ReadonlySet<string> = new Set(['help', 'close', 'quit']);

/** As many hints as there is room for, in the order of the keymap; those that matter most are always whole. */
export function hintRow(session: Session, columns: number): Row {
	const hints = hintsOf(session).map(({keys, word}) => {
		const row: Row = [['key', keys], ` ${word}`];
		return {row, kept: kept.has(word), columns: widthOf(row) + 2};
	});
	let room = columns - 1 - hints.reduce((sum, hint) => sum + (hint.kept ? hint.columns : 0), 0);
	const shown = hints.filter(hint => {
		if (hint.kept) return true;
		room -= hint.columns;
		return room >= 0;
	});
	return [' ', ...shown.flatMap(({row}, index): Row => (index === 0 ? row : ['  ', ...row]))];
}
