/** Problems are data; sentences and frames are made from them at the edge. */
import {harmless, width} from './text.js';

/** Part of a text, in UTF-16 units, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** An error keeps part of the graph from being built, a warning may mislead, a hint is a matter of form. */
export type Severity = 'error' | 'warning' | 'hint';

/** A replacement that mends the problem without changing what the diagram means. */
export interface Fix {
	readonly span: Span;
	readonly text: string;
}

/** Something wrong at a place in a file. `code` is stable and in kebab-case. */
export interface Problem {
	readonly code: string;
	readonly severity: Severity;
	readonly message: string;
	readonly span: Span;
	/** The way out, in words. */
	readonly hint?: string;
	readonly fix?: Fix;
	/** Another place that belongs to it, such as the first of two declarations. */
	readonly related?: {readonly span: Span; readonly message: string};
}

/** A named text, as problems are shown against. */
export interface Source {
	readonly name: string;
	readonly text: string;
}

/** A place in a text; line and column count from 1, the column in UTF-16 units. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** The place of `offset` in `text`; LF, CRLF and a lone CR each end a line. */
export function place(text: string, offset: number): Place {
	let line = 1;
	let start = 0;
	for (const match of text.slice(0, offset).matchAll(/\r\n|\r|\n/g)) {
		line += 1;
		start = match.index + match[0].length;
	}
	return {line, column: offset - start + 1};
}

/** The problem as a person reads it: where and what, the quoted line with carets, the way out. */
export function frame(problem: Problem, source: Source): string {
	const name = harmless(source.name);
	const {line, column} = place(source.text, problem.span.start);
	const head = `${name}:${line}:${column}: ${problem.severity}: ${problem.message} [${problem.code}]`;
	const rows = [head, ...quote(source.text, problem.span)];
	if (problem.related) {
		const other = place(source.text, problem.related.span.start);
		rows.push(`${name}:${other.line}:${other.column}: ${problem.related.message}`);
		rows.push(...quote(source.text, problem.related.span));
	}
	if (problem.hint) rows.push(`  help: ${problem.hint}`);
	return rows.join('\n');
}

function quote(text: string, span: Span): string[] {
	const {line, column} = place(text, span.start);
	const start = span.start - column + 1;
	const full = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
	const before = harmless(full.slice(0, column - 1).replaceAll('\t', ' '));
	const marked = harmless(full.slice(column - 1, span.end - start).replaceAll('\t', ' '));
	const gutter = String(line).length;
	return [
		`  ${line} | ${harmless(full.replaceAll('\t', ' '))}`.trimEnd(),
		`  ${' '.repeat(gutter)} | ${' '.repeat(width(before))}${'^'.repeat(Math.max(1, width(marked)))}`,
	];
}
