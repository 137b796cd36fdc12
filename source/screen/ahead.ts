/** NEXT, CHOOSE, END: what lies before the token. It is never folded away. */
import {type Ahead, ahead} from '../session/ahead.js';
import {aheadColumns} from '../session/arrange.js';
import {endLines, indent} from '../session/ending.js';
import {keyFor} from '../session/key-names.js';
import {hasRoom} from '../session/panels.js';
import type {Session} from '../session/session.js';
import {newsLines, sharesOf} from '../session/shares.js';
import {arrangementOf} from '../session/view.js';
import {cut} from '../text.js';
import {wrap} from '../wrap.js';
import {ending, type Row, ruled, widthOf} from './line.js';
import {outcomeLook} from './theme.js';
import {barRows, moreOf, nextRows, panelRows, type Target} from './ways.js';

/** Where it stands: `bar` is wide and low, a row a way; `panel` is narrow, with room for more than a row a way. */
type Form = 'bar' | 'panel';

/** News and what lies ahead, in their shares of `rows` rows of `columns`. */
export function aheadRows(session: Session, columns: number, rows: number, form: Form): Row[] {
	return targets(session, columns, rows, form).map(({row}) => row);
}

/** The number of the branch that is listed at a cell under the header; undefined where none is. */
export function branchAt(session: Session, x: number, y: number): number | undefined {
	const {kind, view, side, below} = arrangementOf(session);
	if (kind === 'standard')
		return x < view.width
			? undefined
			: targets(session, side - 2, view.height + below - 1, 'panel')[y]?.number;
	const columns = aheadColumns(kind, view.width);
	return x < columns ? targets(session, columns, below, 'bar')[y - view.height]?.number : undefined;
}

function targets(session: Session, columns: number, rows: number, form: Form): Target[] {
	const shares = sharesOf(session, columns, rows);
	const news = newsRows(session, columns, shares.news);
	return [...news.map((row): Target => ({row})), ...headed(ahead(session), columns, shares.ahead, form)];
}

/** What lies ahead under its heading; where there is no row for ways, the heading says how many there are. */
function headed(now: Ahead, columns: number, rows: number, form: Form): Target[] {
	if (rows < 1) return [];
	const more = rows === 1 && now.type !== 'end' ? moreOf(now.ways.length) : [];
	const room = columns - widthOf(more);
	const above = form === 'bar' ? [ruled(heading(now, room - 4), room)] : headings(now, room, rows);
	if (rows === 1) return above.map(row => ({row: ending(row, more, columns)}));
	return [...above.map((row): Target => ({row})), ...body(now, columns, rows - above.length, form)];
}

/** What an inject says; what there is no room for is read where all that was written down is, where that can be shown. */
function newsRows(session: Session, columns: number, rows: number): Row[] {
	const lines = newsLines(session, columns);
	const shown = lines.slice(0, rows);
	if (rows > 0 && lines.length > rows) {
		const rest = hasRoom('notes', session.size) ? `… ${keyFor(session, 'notes')} has all` : '…';
		shown[rows - 1] = cut(lines.slice(rows - 1).join(' '), columns, rest);
	}
	return shown.map(line => [['warning', line]]);
}

/** The heading in a row; where a question would cut off who decides, that comes first. */
function heading(now: Ahead, columns: number): Row {
	const who = aside(now);
	const whole: Row = who === '' ? title(now) : [...title(now), now.type === 'end' ? ' ' : '  ', who];
	if (now.type !== 'choose' || widthOf(whole) <= columns) return whole;
	return who === '' ? whole : [['title', 'CHOOSE'], ` · ${who} · `, ['strong', now.question]];
}

/** The part of a panel's rows that a long question takes, at most. */
const questionPart = 1 / 8;

/** The heading, the question of a high panel whole; with what stands beside it in a row of its own where there is no room. */
function headings(now: Ahead, columns: number, rows: number): Row[] {
	const [whole, beside] = [heading(now, columns), aside(now)];
	// Where rows are few, each way on has one before the question has two.
	const part = Math.floor(rows * questionPart);
	const room = Math.max(part, rows - (now.type === 'end' ? 1 : now.ways.length));
	if (widthOf(whole) <= columns || room < 2) return [whole];
	const most = Math.max(1, Math.min(part, beside === '' ? room : room - 1));
	return [...folded(now, columns, most), ...(beside === '' ? [] : [['  ', beside]])];
}

/** The heading without what stands beside it, a question in up to `most` rows. */
function folded(now: Ahead, columns: number, most: number): Row[] {
	if (now.type !== 'choose' || most === 1) return [title(now)];
	const lead = 'CHOOSE · ';
	const lines = wrap(lead + now.question, columns);
	const kept = [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')].filter(Boolean);
	return kept.map((line, at) =>
		at === 0 ? [['title', 'CHOOSE'], ' · ', ['strong', line.slice(lead.length)]] : [['strong', `  ${line}`]],
	);
}

/** Who decides, or what was expected; empty where that was not told. */
function aside(now: Ahead): string {
	if (now.type === 'choose') return now.who && `${now.who} decides`;
	return now.type === 'end' ? now.expected && `(${now.expected})` : '';
}

function title(now: Ahead): Row {
	switch (now.type) {
		case 'next':
			return [['title', 'NEXT'], now.together ? ' · all at once' : ''];
		case 'choose':
			return [['title', 'CHOOSE'], ' · ', ['strong', now.question]];
		case 'end':
			return [['title', 'END'], ' · ', [outcomeLook(now.outcome), now.outcome.toUpperCase()]];
	}
}

function body(now: Ahead, columns: number, rows: number, form: Form): Target[] {
	switch (now.type) {
		case 'next':
			return nextRows(now.ways, rows);
		case 'choose':
			return form === 'bar' ? barRows(now.ways, columns, rows) : panelRows(now.ways, columns, rows);
		case 'end':
			return endLines(now, columns - indent, rows, form === 'panel').map(line => ({
				row: [`${' '.repeat(indent)}${line}`],
			}));
	}
}
