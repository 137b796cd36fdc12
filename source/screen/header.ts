/** The header: the file, the step, the time, and what the run can still come to. */
import {clock} from '../drill/clock.js';
import {plural} from '../numbers.js';
import {stepCount} from '../run/walked.js';
import {kindOf} from '../session/arrange.js';
import {overtime} from '../session/clock.js';
import {keyFor} from '../session/key-names.js';
import {prospectsOf, verdictOf} from '../session/prospects.js';
import type {Session} from '../session/session.js';
import {elapsed, fileName, unsafeWords} from '../session/status.js';
import {cut, width} from '../text.js';
import {type Row, widthOf} from './line.js';
import {outcomeNames, outcomePieces} from './outcomes.js';
import {outcomeLook} from './theme.js';

/** The file, the step, the time and what is wrong: as much as there is room for beside the outcome in short. */
export function headerRow(session: Session, columns: number): Row {
	const step: Row = [`step ${stepCount(session.run)}`];
	const time: Row = [['dim', `   T+${elapsed(session)}`]];
	const room = columns - 1 - widthOf(outcomeRow(session, 0));
	const name = fileName(session);
	const forms: readonly Row[] = [
		[...step, ...time, ...alarms(session, true)],
		[...step, ...time, ...alarms(session, false)],
		[...step, ...alarms(session, false)],
	];
	for (const form of forms) {
		const row = (shown: string): Row => [' ', ...unsafe(session), ['title', shown], '   ', ...form];
		const left = room - widthOf(row(''));
		if (left >= Math.min(width(name), leastName)) return row(cut(name, left));
	}
	return [' ', ...unsafe(session), ...(forms.at(-1) ?? [])];
}

/** Columns of a name from which on it is shown, cut. */
const leastName = 12;

/** Why the record is not safe, for as long as that lasts: first, so that no narrow screen cuts it off. */
export function unsafe(session: Session): Row {
	const words = unsafeWords(session);
	return words === '' ? [] : [['error', words], '   '];
}

/** A pause, and a step over its limit, in words or in short. */
function alarms(session: Session, inWords: boolean): Row {
	const over = overtime(session);
	const late = over !== undefined && `${inWords ? 'step over its limit by' : 'over by'} ${clock(over)}`;
	return [session.drill.pausedAt !== undefined && 'PAUSED', late].flatMap(
		(text): Row => (text ? ['   ', ['warning', text]] : []),
	);
}

/** Columns of the beginning of an outcome that came about, at least. */
const leastOutcome = 12;

/** `outcome: OPEN (success 1 · rollback 1)`, or what it came to; in short, the name of an outcome cut, where `columns` are few. */
export function outcomeRow(session: Session, columns: number): Row {
	if (session.run.state === 'ended') {
		const {outcome, expected} = verdictOf(session);
		const name = outcome.toUpperCase();
		const ended = (shown: string): Row => ['outcome: ', [outcomeLook(outcome), shown]];
		const full = [...ended(name), expected === '' ? ' ' : ` (${expected}) `];
		if (widthOf(full) <= columns) return full;
		return ended(cut(name, Math.max(leastOutcome, columns - widthOf(ended('')))));
	}
	const open: Row = ['outcome: ', ['strong', 'OPEN']];
	return openForms(session, open).find(form => widthOf(form) <= columns) ?? open;
}

/**
 * `open` with what is still possible, the longest form first: all of it or a count, as a part of the outcomes would stand
 * for the run.
 */
function openForms(session: Session, open: Row): readonly Row[] {
	const prospects = prospectsOf(session);
	const {length} = prospects.outcomes;
	if (length === 0) return [[...open, ' ']];
	const told = (pieces: Row): Row => [...open, ' (', ...pieces, ') '];
	const names = told(outcomeNames(prospects));
	const count = plural(length, 'outcome');
	const isListed = !['tiny', 'compact'].includes(kindOf(session.size));
	return [
		told(outcomePieces(prospects)),
		names,
		names.slice(1),
		...(isListed ? [] : [told([`${count}, ${keyFor(session, 'outcomes')} tells`])]),
		told([count]),
	];
}
