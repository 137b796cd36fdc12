/** What a run came to, in lines: why, how much was walked, and the decisions that led there. */
import {onceFor} from '../once.js';
import type {Run} from '../run/run.js';
import {asked, cut} from '../text.js';
import {wrap} from '../wrap.js';
import {type Ahead, ahead} from './ahead.js';
import type {Session} from './session.js';

/** Columns before the lines. */
export const indent = 2;

type End = Extract<Ahead, {type: 'end'}>;

/** The lines of `end` in at most `rows` rows of `columns`. Each decision has lines of its own where they are to be `apart` and there is room for that. */
export function endLines(end: End, columns: number, rows: number, apart: boolean): string[] {
	const {why, sum} = end;
	const decisions = end.decisions.map(one => ({...one, question: asked(one.question)}));
	const lines = [why && `why: ${why}`, sum].filter(Boolean).flatMap(text => wrap(text, columns));
	const room = Math.max(1, rows - lines.length);
	const list = apart ? decisions.flatMap(one => hanging(words(one), columns)) : [];
	const isListed = list.length > 0 && list.length <= room;
	return shortened([...lines, ...(isListed ? list : joined(decisions, columns, room))], rows, columns);
}

/** Rows that an end asks for, at most; a screen may give it less. */
const mostRows = 24;

/** The rows of an end by columns. */
const rowsOf = onceFor((_: Run) => new Map<number, number>());

/** Rows that the lines of an ended run take in `columns`, all decisions among them where they are not very many; counted once. */
export function endRows(session: Session, columns: number): number {
	const {run} = session;
	const byColumns = rowsOf(run);
	let rows = byColumns.get(columns);
	if (rows === undefined) {
		const now = ahead(session);
		rows = now.type === 'end' ? endLines(now, columns - indent, mostRows, false).length : 0;
		byColumns.set(columns, rows);
	}
	return rows;
}

/** `text` in lines, those behind the first further in. */
function hanging(text: string, columns: number): string[] {
	return wrap(text, columns - indent).map((line, at) => (at > 0 ? `${' '.repeat(indent)}${line}` : line));
}

/** The first `rows` of `lines`, the last of them with a mark where there are more. */
function shortened(lines: readonly string[], rows: number, columns: number): string[] {
	const list = lines.slice(0, Math.max(0, rows));
	if (lines.length <= rows) return list;
	return list.map((line, at) => (at === list.length - 1 ? cut(`${line} …`, columns) : line));
}

/**
 * The way in short, its end rather than its beginning: `… · Current active? Blue · Tests passed? No`. The last decision is
 * always there; one that alone is too long has half a row of its question, so that the answer is read.
 */
function joined(decisions: End['decisions'], columns: number, rows: number): string[] {
	const inShort = (from: number, list: End['decisions']) =>
		wrap([...(from > 0 ? ['…'] : []), ...list.slice(from).map(words)].join(' · '), columns);
	let lines: string[] = [];
	for (let from = decisions.length - 1; from >= 0; from -= 1) {
		const next = inShort(from, decisions);
		if (next.length <= rows) lines = next;
		else if (lines.length > 0) return lines;
		else {
			const asked = decisions.map(one => ({...one, question: cut(one.question, columns >> 1)}));
			return shortened(inShort(from, asked), rows, columns);
		}
	}
	return lines;
}

function words({question, choice}: End['decisions'][number]): string {
	return `${question} ${choice}`;
}
