/** Problems as a person reads them: where and what, the quoted line with carets, the way out. */
import {type Problem, place, type Source, type Span} from './problem.js';
import {harmless, width} from './text.js';

/** The problem with its line of `source`, in several lines without a line feed at the end. */
export function frame(problem: Problem, source: Source): string {
	const rows = [
		`${locate(source, problem.span)}: ${problem.severity}: ${problem.message} [${problem.code}]`,
		...quote(source, problem.span),
	];
	if (problem.related) {
		rows.push(`${locate(source, problem.related.span)}: ${problem.related.message}`);
		rows.push(...quote(source, problem.related.span));
	}
	if (problem.hint) rows.push(`  help: ${problem.hint}`);
	return rows.join('\n');
}

function locate(source: Source, span: Span): string {
	const {line, column} = place(source, span.start);
	return `${harmless(source.name)}:${line}:${column}`;
}

function quote(source: Source, span: Span): string[] {
	const {line, column} = place(source, span.start);
	const start = span.start - column + 1;
	const full = /^[^\r\n]*/.exec(source.text.slice(start))?.[0] ?? '';
	const before = harmless(full.slice(0, column - 1).replaceAll('\t', ' '));
	const marked = harmless(full.slice(column - 1, span.end - start).replaceAll('\t', ' '));
	const gutter = String(line).length;
	return [
		`  ${line} | ${harmless(full.replaceAll('\t', ' '))}`.trimEnd(),
		`  ${' '.repeat(gutter)} | ${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(marked)))}`,
	];
}
