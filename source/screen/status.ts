/** The status line. */
import {isTokenLost} from '../session/anchor.js';
import {kindOf} from '../session/arrange.js';
import {keyFor} from '../session/key-names.js';
import {lightWords} from '../session/light.js';
import {explained, readingApart, readingWords, waitingInShort, waitingWords} from '../session/reading.js';
import type {Notice, Session} from '../session/session.js';
import {beyond, guideWords, nodeNumber, problemCount, whereabouts} from '../session/status.js';
import {type Piece, type Row, widthOf} from './line.js';

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

/** A word to the person. */
export function noticeRow({urgent, text}: Notice): Row {
	return [' ', [urgent ? 'warning' : 'strong', text]];
}
