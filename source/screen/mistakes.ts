/** MISTAKES: what is wrong with the file as it stands, beside the picture of what could be read. */
import {type Problem, place} from '../problem.js';
import {keyFor} from '../session/key-names.js';
import type {Session} from '../session/session.js';
import {cut, harmless, width} from '../text.js';
import {hanging, type Row, widthOf} from './line.js';

/** The first error in a row, with how many more there are; undefined where there is none. */
export function mistakeRow(session: Session, columns: number): Row | undefined {
	const errors = errorsOf(session);
	const [first] = errors;
	if (!first) return undefined;
	const before: Row = ['mistake ', ['error', placeOf(first, session)], ' '];
	const rest = ` · ${tellsMore(session, errors.length - 1)}`;
	return [...before, cut(harmless(first.message), columns - widthOf(before) - width(rest)), ['dim', rest]];
}

/** The first errors in short, in at most `rows` rows; the page quotes their lines. Empty where there is none. */
export function mistakeRows(session: Session, columns: number, rows: number): Row[] {
	const errors = errorsOf(session);
	if (errors.length === 0 || rows < 3) return [];
	const list: Row[] = [];
	let told = 0;
	for (const error of errors.slice(0, rows)) {
		const next = hanging('error', placeOf(error, session), harmless(error.message), columns);
		// The title and the way to the page have a row each; the first error is told as far as it goes.
		if (told > 0 && list.length + next.length > rows - 2) break;
		list.push(...next.slice(0, rows - 2));
		told += 1;
	}
	return [
		[['title', 'MISTAKES'], ` ${errors.length}`],
		...list,
		['  ', ['dim', tellsMore(session, errors.length - told)]],
	];
}

function errorsOf({problems}: Session): readonly Problem[] {
	return problems.filter(({severity}) => severity === 'error');
}

/** `2 more: ! tells all`. */
function tellsMore(session: Session, more: number): string {
	return `${more > 0 ? `${more} more: ` : ''}${keyFor(session, 'problems')} tells all`;
}

function placeOf({span}: Problem, {latest}: Session): string {
	const {line, column} = place(latest, span.start);
	return `${line}:${column}`;
}
