/** TRAIL: where the token was. */

import {dots} from '../canvas/shapes.js';
import {stepCount} from '../run/walked.js';
import {keyFor} from '../session/key-names.js';
import {nameOf} from '../session/names.js';
import type {Session} from '../session/session.js';
import {type TrailEntry, trail} from '../session/trail.js';
import {width} from '../text.js';
import type {Row} from './line.js';

/** The whole trail under its heading, of which the panel shows a part. */
export function wholeTrail(session: Session): Row[] {
	return [heading, ...placeRows(session, 2 * stepCount(session.run))];
}

/** The latest part of the trail in at most `rows` rows; where that is not all of it, the heading says what shows it. */
export function trailRows(session: Session, rows: number): Row[] {
	const list = placeRows(session, rows);
	if (list.length === 0) return [];
	if (list.length < rows) return [heading, ...list];
	return [[...heading, ['dim', `  ${keyFor(session, 'trail')} shows all`]], ...list.slice(1 - rows)];
}

const heading: Row = [['title', 'TRAIL']];

/** The last places, in at most `rows` rows; that of the token that moves is marked. */
function placeRows(session: Session, rows: number): Row[] {
	const digits = String(stepCount(session.run)).length;
	const list = trail(session.run, rows).flatMap((entry): Row[] => {
		const {now} = entry;
		const number = String(entry.number).padStart(digits);
		const place: Row = [
			now ? ['token', `►${number}`] : ` ${number}`,
			` ${dots.unicode[entry.shape]} `,
			now ? ['strong', named(session, entry)] : named(session, entry),
		];
		return entry.taken ? [place, [' '.repeat(digits + 2), '╰ ', ['walked', entry.taken]]] : [place];
	});
	return list.slice(-rows);
}

/** The same in one row, the latest last and whole. */
export function trailRow(session: Session, columns: number): Row {
	let room = columns - 8;
	const parts: string[] = [];
	for (const entry of [...trail(session.run, 12)].reverse()) {
		const part = `${named(session, entry)}${entry.taken ? ` [${entry.taken}]` : ''}`;
		room -= width(part) + 3;
		if (room < 0 && parts.length > 0) break;
		parts.unshift(part);
	}
	const cutOff = parts.length < stepCount(session.run);
	return [['dim', cutOff ? 'trail … ' : 'trail '], parts.join(' › ')];
}

function named(session: Session, entry: TrailEntry): string {
	const token = entry.token && `${entry.token}: `;
	return `${token}${entry.jumped ? 'jump to ' : ''}${nameOf(session, entry.node)}`;
}
