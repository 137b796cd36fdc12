/** MISTAKES: what is wrong with the file as it stands, beside the picture of what could be read. */
import {type Problem, place} from '../problem.js';
import {keyFor} from '../session/key-names.js';
import type {Session} from '../session/session.js';
import {harmless} from '../text.js';
import {wrap} from '../wrap.js';
import type {Row} from './line.js';

/** The first errors in short, in at most `rows` rows; the page quotes their lines. Empty where there is none. */
export function mistakeRows(session: Session, columns: number, rows: number): Row[] {
	const errors = session.problems.filter(({severity}) => severity === 'error');
	if (errors.length === 0 || rows < 3) return [];
	const list: Row[] = [];
	let told = 0;
	for (const error of errors.slice(0, rows)) {
		const next = shortly(error, session, columns);
		// The title and the way to the page have a row each; the first error is told as far as it goes.
		if (told > 0 && list.length + next.length > rows - 2) break;
		list.push(...next.slice(0, rows - 2));
		told += 1;
	}
	const more = errors.length > told ? `${errors.length - told} more: ` : '';
	return [
		[['title', 'MISTAKES'], ` ${errors.length}`],
		...list,
		['  ', ['dim', `${more}${keyFor(session, 'problems')} tells all`]],
	];
}

/** `7:12 what is wrong`, further lines under it. */
function shortly({span, message}: Problem, {latest}: Session, columns: number): Row[] {
	const {line, column} = place(latest, span.start);
	const where = `${line}:${column}`;
	const [first = '', ...others] = wrap(`${where} ${harmless(message)}`, columns - 4);
	return [['  ', ['error', where], first.slice(where.length)], ...others.map((text): Row => ['    ', text])];
}
