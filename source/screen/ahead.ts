/** NEXT, CHOOSE, END: what lies before the token. It is never folded away. */
import {type Ahead, ahead} from '../session/ahead.js';
import {endLines, indent} from '../session/ending.js';
import type {Session} from '../session/session.js';
import {arrangementOf, besideRows, injectLines} from '../session/view.js';
import {wrap} from '../wrap.js';
import {type Row, ruled, widthOf} from './line.js';
import {outcomeLook} from './theme.js';
import {barRows, nextRows, panelRows, type Target} from './ways.js';

/** Where it stands: `bar` is wide and low, a row a way; `panel` is narrow, with room for more than a row a way. */
type Form = 'bar' | 'panel';

/** In at most `rows` rows of `columns`. */
export function aheadRows(session: Session, columns: number, rows: number, form: Form): Row[] {
	return targets(session, columns, rows, form).map(({row}) => row);
}

/** The number of the branch that is listed at a cell under the header; undefined where none is. */
export function branchAt(session: Session, x: number, y: number): number | undefined {
	const {kind, view, side, below} = arrangementOf(session);
	if (kind === 'standard')
		return x < view.width ? undefined : targets(session, side - 2, view.height + below, 'panel')[y]?.number;
	const columns = kind === 'wide' ? Math.floor(view.width / 2) : view.width;
	const rows = kind === 'compact' ? below - besideRows(session) : below;
	return x < columns ? targets(session, columns, rows, 'bar')[y - view.height]?.number : undefined;
}

function targets(session: Session, columns: number, rows: number, form: Form): Target[] {
	const now = ahead(session);
	const news = injectLines(session, columns).map((line): Row => [['warning', line]]);
	const above = [
		...news,
		...(form === 'bar' ? [ruled(heading(now, columns - 4), columns)] : headings(now, columns, rows)),
	];
	const list = [...above.map((row): Target => ({row})), ...body(now, columns, rows - above.length, form)];
	return list.slice(0, Math.max(0, rows));
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
	if (widthOf(whole) <= columns) return [whole];
	const most = Math.max(1, Math.floor(rows * questionPart));
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
