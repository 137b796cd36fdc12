/** Problems are data: a code, a place, a sentence. Frames for people are made in frame.ts. */
import {onceFor} from './once.js';

/** Part of a text, in UTF-16 units, `end` exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** An error keeps part of the graph from being built, a warning may mislead, a hint is a matter of form. */
export type Severity = 'error' | 'warning' | 'hint';

/** Every kind of problem and how much it weighs. The names are stable: people silence and search for them. */
export const severities = {
	'empty-file': 'error',
	'not-text': 'error',
	'foreign-language': 'error',
	'not-flowzap': 'error',
	unexpected: 'error',
	'unclosed-string': 'error',
	'inner-quote': 'error',
	'unclosed-lane': 'error',
	'stray-brace': 'error',
	'missing-brace': 'error',
	'missing-lane-id': 'error',
	'nested-lane': 'error',
	'quoted-name': 'error',
	'missing-colon': 'error',
	'missing-shape': 'error',
	'unknown-shape': 'error',
	'missing-separator': 'error',
	'missing-value': 'error',
	'unquoted-value': 'error',
	'duplicate-node': 'error',
	'unknown-node': 'error',
	'node-outside-lane': 'error',
	'missing-arrow': 'error',
	'wrong-arrow': 'error',
	'missing-target': 'error',
	'missing-handle': 'error',
	'unknown-side': 'error',
	'missing-label-key': 'error',
	'missing-brackets': 'error',
	'unclosed-bracket': 'error',
	'unclosed-handle': 'error',
	'unclosed-condition': 'error',
	'too-long': 'error',
	'too-many': 'error',
	'wrong-separator': 'warning',
	'wrong-quotes': 'warning',
	'missing-condition': 'warning',
	'empty-loop': 'warning',
	'repeated-attribute': 'warning',
	'edge-in-other-lane': 'warning',
	'outside-lane': 'warning',
	'loop-prefix': 'warning',
	'wrong-prefix': 'warning',
	'missing-prefix': 'warning',
	'duplicate-edge': 'warning',
	'unknown-attribute': 'warning',
	'extra-attribute': 'warning',
	'several-statements': 'warning',
	'lane-keyword': 'warning',
	'lane-id-form': 'warning',
	'lane-name-again': 'warning',
	'same-lane-name': 'warning',
	fence: 'warning',
	'trailing-comment': 'warning',
	'stray-name': 'warning',
	'stray-punctuation': 'warning',
	'hidden-character': 'warning',
	'no-node': 'warning',
	'unreachable-node': 'warning',
	'unreachable-end': 'warning',
	'endless-cycle': 'warning',
	'dead-end': 'warning',
	'decision-with-one-way': 'warning',
	'unlabelled-branch': 'warning',
	'same-label': 'warning',
	'success-after-failure': 'warning',
	'loop-without-cycle': 'warning',
	'cycle-without-loop': 'hint',
	'unread-bound': 'hint',
	'parallel-split': 'hint',
	'or-join': 'hint',
	'several-starts': 'hint',
	'name-on-next-line': 'hint',
	'node-id-form': 'hint',
	'number-gap': 'hint',
	spacing: 'hint',
	'capital-letters': 'hint',
	'long-label': 'hint',
} as const satisfies Record<string, Severity>;

/** The name of a kind of problem. */
export type Code = keyof typeof severities;

/** A replacement that mends the problem without changing what the diagram means. */
export interface Fix {
	readonly span: Span;
	readonly text: string;
}

/** Something wrong at a place in a file. */
export interface Problem {
	readonly code: Code;
	readonly severity: Severity;
	readonly message: string;
	readonly span: Span;
	/** The way out, in words. */
	readonly hint?: string;
	readonly fix?: Fix;
	/** Another place that belongs to it, such as the first of two declarations. */
	readonly related?: {readonly span: Span; readonly message: string};
	/** Ids of the nodes on a route that shows it. */
	readonly route?: readonly string[];
}

/** The parts of a problem that are not the same for every problem of its code. */
type Detail = Pick<Problem, 'hint' | 'fix' | 'related' | 'route'>;

/** A problem of the severity that goes with its code. */
export function problem(code: Code, span: Span, message: string, detail: Detail = {}): Problem {
	const {fix} = detail;
	return {
		code,
		severity: severities[code],
		message,
		span: plain(span),
		...detail,
		...(fix ? {fix: {span: plain(fix.span), text: fix.text}} : {}),
	};
}

/** Parts of a tree are spans, too; a problem shall not keep them. */
function plain({start, end}: Span): Span {
	return {start, end};
}

/** How many of `problems` keep part of a file from being read. */
export function errorsIn(problems: readonly Problem[]): number {
	return problems.filter(({severity}) => severity === 'error').length;
}

/** The name of what came from standard input. */
export const standardInput = '<stdin>';

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

/** The place of `offset` in the text of `source`; LF, CRLF and a lone CR each end a line. */
export function place(source: Source, offset: number): Place {
	const starts = startsOf(source);
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return {line: low + 1, column: offset - (starts[low] ?? 0) + 1};
}

/** Where each line begins, found once a source so that thousands of problems cost no more than a few. */
const startsOf = onceFor(({text}: Source): readonly number[] => [
	0,
	...Array.from(text.matchAll(/\r\n|\r|\n/g), match => match.index + match[0].length),
]);
