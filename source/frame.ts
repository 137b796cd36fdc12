/** Problems as a person reads them: where and what, the quoted line with carets, the way out. */
import {type Problem, place, type Source, type Span} from './problem.js';
import {clusters, cut, harmless, width} from './text.js';

/** Columns of a quoted line; of a longer one the part around the place is shown. */
const widest = 100;
/** Columns of it before the place, at least while the line is longer than {@link widest}. */
const leading = 40;
/** Characters on each side of a place that are looked at: enough for {@link widest} columns. */
const reach = 400;

/**
 * The problem with its line of `source`, in several lines without a line feed at the end. What it says is made
 * harmless here, so that no rule can forget it.
 */
export function frame(problem: Problem, source: Source): string {
	const rows = [
		`${locate(source, problem.span)}: ${problem.severity}: ${harmless(problem.message)} [${problem.code}]`,
		...quote(source, problem.span),
	];
	if (problem.related) {
		rows.push(`${locate(source, problem.related.span)}: ${harmless(problem.related.message)}`);
		rows.push(...quote(source, problem.related.span));
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

function quote(source: Source, span: Span): string[] {
	const {line, column} = place(source, span.start);
	if (span.end === 0) return [];
	const {before, marked, after} = parts(source.text, span, column);
	const columns = Math.max(1, width(marked));
	const head = width(before + marked + after) > widest ? tail(before, leading) : before;
	const shown = cut(head + marked + after, widest).trimEnd();
	const carets = '^'.repeat(Math.max(1, Math.min(columns, widest - width(head))));
	const gutter = ' '.repeat(String(line).length);
	return [`  ${line} | ${shown}`, `  ${gutter} | ${' '.repeat(width(head))}${carets}`];
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
	return `…${list
		.slice(first)
		.map(cluster => cluster.text)
		.join('')}`;
}
