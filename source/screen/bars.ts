/** The header, the status line and the hints of the footer. */

import {clock} from '../drill/clock.js';
import {plural} from '../numbers.js';
import {stepCount} from '../run/walked.js';
import {isTokenLost} from '../session/anchor.js';
import {kindOf} from '../session/arrange.js';
import {overtime} from '../session/clock.js';
import {hintsOf} from '../session/hints.js';
import {keyFor} from '../session/key-names.js';
import {lightWords} from '../session/light.js';
import {fieldOf, questionOf} from '../session/panels.js';
import {prospectsOf, verdictOf} from '../session/prospects.js';
import {explained, readingApart, readingWords, waitingInShort, waitingWords} from '../session/reading.js';
import type {Notice, Session} from '../session/session.js';
import {
	beyond,
	elapsed,
	fileName,
	guideWords,
	nodeNumber,
	problemCount,
	unsafeWords,
	whereabouts,
} from '../session/status.js';
import {cut, width} from '../text.js';
import {type Piece, type Row, widthOf} from './line.js';
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

/**
 * What a person needs to know, the most needed first; what finds no room is left out as a whole, but for the name of a
 * place. A word to the person, or what a question is about, takes the place of all but the record and the reading.
 */
export function statusRow(session: Session, columns: number): Row {
	const {notice} = session;
	if (notice) return noticeRow(notice);
	const [asked] = explained(session);
	if (asked === undefined) {
		const isTiny = kindOf(session.size) === 'tiny';
		const vital = vitalParts(session);
		const mouse = selecting(session);
		if (isTiny) return packed(vital, [...vital, mouse], columns);
		const edges = beyond(session).map((text): Row => [text]);
		const seen = [...vital, lost(session), mouse, still(session), edges];
		// How far the drawing goes on is worth more than the name of a lane.
		return packed(seen, [edges, ...seen, ...viewParts(session)], columns);
	}
	const question: Row = [['strong', asked]];
	const kept = [[safety(session)], reading(session)];
	const before = packed(kept, kept, columns - widthOf(question) - gap.length);
	return [...before, before.length > 1 ? gap : '', ...question];
}

/** Between the parts of the status line. */
const gap = '   ';

/** A part of the status line, in words and in short. */
type Part = readonly Row[];

function vitalParts(session: Session): readonly Part[] {
	const problems = problemCount(session);
	const key: Piece = ['dim', ` (${keyFor(session, 'problems')})`];
	const waiting = [waitingWords(session), waitingInShort(session)];
	return [
		[safety(session)],
		playing(session),
		[[['warning', lightWords(session)]]],
		reading(session),
		[[['strong', guideWords(session)]]],
		whereabouts(session).map((text): Row => [['strong', text]]),
		waiting.map((text): Row => [['warning', text]]),
		session.missing ? [[['warning', `file ${session.missing}`], key]] : [],
		problems ? [[['warning', problems], key]] : [],
	];
}

/** What the diagram is read like, where that is not the usual way: the same picture walks otherwise then. */
function reading(session: Session): Part {
	return readingApart(session).map((text): Row => [['strong', text]]);
}

/** That the token is not to be seen, and what shows it. */
function lost(session: Session): Part {
	if (!isTokenLost(session)) return [];
	const key = keyFor(session, 'centre');
	return [[['warning', `token out of sight: ${key} shows it`]], [['warning', `token out of sight (${key})`]]];
}

/** Steps that are made without the person, and what stops them. */
function playing(session: Session): Part {
	if (!session.auto) return [];
	const stops = `${keyFor(session, 'close')} stops`;
	return [[`a step every ${session.auto.every / 1000} s, ${stops}`], [stops]];
}

/** That the view does not follow: the token may go out of it. */
function still({camera}: Session): Part {
	return camera.follow ? [] : [['follow off']];
}

/** How to select text in a terminal that sends the mouse to the program. */
function selecting({mouse}: Session): Part {
	return mouse ? [['mouse: Shift selects text'], ['Shift selects text'], ['Shift selects']] : [];
}

/** What else is to be known of a drawing. */
function viewParts(session: Session): readonly Part[] {
	const {camera, drawing, notes} = session;
	const isUsual = readingApart(session).every(words => words === '');
	const written = notes.length > 0 ? `notes ${notes.length}` : '';
	return [
		beyond(session).length > 0 ? [] : [['all in sight']],
		[[['dim', isUsual ? readingWords(session) : '']]],
		[[['dim', written]]],
		[[['dim', `zoom ${drawing.sight.zoom}`]]],
		[[['dim', camera.follow ? 'follow on' : '']]],
		[[['dim', nodeNumber(session)]]],
	];
}

/** Whether what is done is kept. */
function safety({drill: {record, unrecorded}}: Session): Row {
	if (record?.problem !== undefined) return [['error', 'NOT SAFE']];
	return [record ? 'recorded' : unrecorded ? 'not recorded' : ''];
}

/** The parts that there is room for: the vital ones in short before any of them at length, then each of `parts` in the longest form that fits. */
function packed(vital: readonly Part[], parts: readonly Part[], columns: number): Row {
	const told = new Map<Part, Row>();
	// In front of the first part stands a blank in place of a gap.
	let room = columns - 1 + gap.length;
	const tell = (part: Part, forms: Part) => {
		const old = told.get(part);
		const free = room + (old ? widthOf(old) + gap.length : 0);
		const form = forms.find(one => widthOf(one) > 0 && widthOf(one) + gap.length <= free);
		if (!form) return;
		told.set(part, form);
		room = free - widthOf(form) - gap.length;
	};
	for (const part of vital)
		tell(
			part,
			part.toSorted((one, other) => widthOf(one) - widthOf(other)),
		);
	for (const part of parts) tell(part, part);
	return [' ', ...Array.from(told.values()).flatMap((form, at): Row => (at > 0 ? [gap, ...form] : form))];
}

function noticeRow({urgent, text}: Notice): Row {
	return [' ', [urgent ? 'warning' : 'strong', text]];
}

/** Help is the way to all that found no room, and everyone wants to know the way out. */
const kept: ReadonlySet<string> = new Set(['help', 'close', 'quit']);

/**
 * As many hints as there is room for, in the order of the keymap; those that matter most are always whole. What an open
 * field or a question refuses is said in their place.
 */
export function hintRow(session: Session, columns: number): Row {
	// A field or a question stands where a word to the person would.
	if (session.notice && (fieldOf(session) ?? questionOf(session))) return noticeRow(session.notice);
	const hints = hintsOf(session).map(({keys, word}) => {
		const row: Row = [['key', keys], ` ${word}`];
		return {row, kept: kept.has(word), columns: widthOf(row) + 2};
	});
	// Behind the last hint there is no gap.
	let room = columns + 1 - hints.reduce((sum, hint) => sum + (hint.kept ? hint.columns : 0), 0);
	const shown = hints.filter(hint => {
		if (hint.kept) return true;
		room -= hint.columns;
		return room >= 0;
	});
	return [' ', ...shown.flatMap(({row}, index): Row => (index === 0 ? row : ['  ', ...row]))];
}
