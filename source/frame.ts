/** Problems as a person reads them: where and what, the quoted line with carets, the way out. */
import {type Problem, place, type Source, type Span} from './problem.js';
import {clusters, cut, harmless, width} from './text.js';

/** Columns of a quoted line at most; of a longer one the part around the place is shown. */
const widest = 100;
/** The part of them before the place, where the line is longer. */
const leading = 0.4;
/** Characters on each side of a place that are looked at: enough for {@link widest} columns. */
const reach = 400;

/**
 * The problem with its line of `source`, in several lines without a line feed at the end. What it says is made
 * harmless here, so that no rule can forget it. Quotes take at most `columns`; what is said is as long as it is.
 */
export function frame(problem: Problem, source: Source, columns = Number.POSITIVE_INFINITY): string {
	const rows = [
		`${locate(source, problem.span)}: ${problem.severity}: ${harmless(problem.message)} [${problem.code}]`,
		...quote(source, problem.span, columns),
	];
	if (problem.related) {
		rows.push(`${locate(source, problem.related.span)}: ${harmless(problem.related.message)}`);
		rows.push(...quote(source, problem.related.span, columns));
	}
	if (problem.route) rows.push(`  route: ${routeLine(problem.route)}`);
	if (problem.hint) rows.push(`  help: ${harmless(problem.hint)}`);
	return rows.join('\n');
}

/** All of `problems`, an empty line after each; nothing where there are none. */
export function frames(problems: readonly Problem[], source: Source): string {
	return problems.map(problem => `${frame(problem, source)}\n\n`).join('');
}

/** A long route is told by its ends. */
function routeLine(route: readonly string[]): string {
	const shown = route.length > 14 ? [...route.slice(0, 7), '…', ...route.slice(-6)] : route;
	return shown.map(harmless).join(' → ');
}

function locate(source: Source, span: Span): string {
	const {line, column} = place(source, span.start);
	return `${harmless(source.name)}:${line}:${column}`;
}

function quote(source: Source, span: Span, most: number): string[] {
	const {line, column} = place(source, span.start);
	if (span.end === 0) return [];
	const {before, marked, after} = parts(source.text, span, column);
	const gutter = `  ${line} | `;
	const room = Math.max(1, Math.min(widest, most - gutter.length));
	const head = width(before + marked + after) > room ? tail(before, Math.floor(room * leading)) : before;
	// A mark touches the text: after a blank it would be spelled wider in ASCII, and the carets would stand elsewhere.
	const shown = cut(head + marked + after, room)
		.trimEnd()
		.replace(/ +…$/, '…');
	const carets = '^'.repeat(Math.max(1, Math.min(width(marked), room - width(head))));
	return [`${gutter}${shown}`, `${gutter.replace(/\d/g, ' ')}${' '.repeat(width(head))}${carets}`];
}

/** The line of a place in three: before it, the place itself as far as it lies in this line, after it. */
function parts(text: string, {start, end}: Span, column: number) {
	const from = Math.max(start - column + 1, start - reach);
	const rest = /^[^\r\n]*/.exec(text.slice(start, start + reach))?.[0] ?? '';
	const size = Math.min(end - start, rest.length);
	return {
		before: showable(text.slice(from, start)),
		marked: showable(rest.slice(0, size)),
		after: showable(rest.slice(size)),
	};
}

function showable(text: string): string {
	return harmless(text.replaceAll('\t', ' '));
}

/** The last `columns` columns of `text`, with a mark where something was left out. */
function tail(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	const list = clusters(text);
	let used = 1;
	let first = list.length;
	while (first > 0 && used + (list[first - 1]?.width ?? 0) <= columns) {
		first -= 1;
		used += list[first]?.width ?? 0;
	}
	const end = list.slice(first).map(cluster => cluster.text);
	return `…${end.join('').trimStart()}`;
}
