/** Mending a text: fixes put into it, byte for byte leaving the rest. */
import {contentOf} from '../diagram/content.js';
import {read} from '../diagram/read.js';
import type {Fix, Problem} from '../problem.js';
import {check} from './check.js';

/** Fixes that touch each other wait for the next round; more rounds than this no text needs. */
const mostRounds = 10;
/** Characters read while looking for fixes that change nothing, in a text so broken that some would. */
const mostRead = 4_000_000;

/** A text with fixes put in, and how many these were. */
interface Mended {
	readonly text: string;
	readonly fixes: number;
}

/**
 * `text` with the fixes of its problems put in, but none that would change what the diagram means. A text without a
 * node stays as it is: it may be no FlowZap at all.
 */
export function mend(text: string): Mended {
	const {diagram} = read(text);
	let mended: Mended = {text, fixes: 0};
	if (diagram.nodes.length === 0) return mended;
	const content = contentOf(diagram);
	let looked = 0;
	for (let round = 0; round < mostRounds && looked <= mostRead; round++) {
		const next = put(check(mended.text).filter(({fix}) => fix));
		if (next.fixes === 0) break;
		mended = {text: next.text, fixes: mended.fixes + next.fixes};
	}
	return mended;

	/** As many of the fixes as leave the meaning alone: all, or what is left of each half. */
	function put(problems: readonly Problem[]): Mended {
		const next = apply(mended.text, problems);
		looked += text.length;
		if (next.fixes === 0 || contentOf(read(next.text).diagram) === content) return next;
		if (problems.length < 2 || looked > mostRead) return {text: mended.text, fixes: 0};
		const half = problems.length >> 1;
		const first = put(problems.slice(0, half));
		return first.fixes === 0 ? put(problems.slice(half)) : first;
	}
}

/** `text` with the fixes of `problems` put in, as far as they do not touch each other. */
export function apply(text: string, problems: readonly Problem[]): Mended {
	const fixes = problems.flatMap(({fix}) => (fix ? [fix] : [])).sort((a, b) => a.span.start - b.span.start);
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const pieces: string[] = [];
	let put = 0;
	let done = 0;
	let last = -1;
	for (const fix of fixes) {
		if (fix.span.start <= last) continue;
		const {start, end} = withLine(text, fix);
		if (start < done) continue;
		pieces.push(text.slice(done, start), fix.text.replaceAll('\n', newline));
		done = end;
		last = fix.span.end;
		put += 1;
	}
	return {text: pieces.join('') + text.slice(done), fixes: put};
}

/** The span of a fix; where it leaves nothing on a line but blanks, the whole line. */
function withLine(text: string, {span, text: replacement}: Fix): {start: number; end: number} {
	if (replacement !== '') return span;
	let {start, end} = span;
	while (start > 0 && isBlank(text[start - 1])) start -= 1;
	while (end < text.length && isBlank(text[end])) end += 1;
	const whole = (start === 0 || isNewline(text[start - 1])) && (end === text.length || isNewline(text[end]));
	if (!whole) return span;
	if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
	return {start, end: Math.min(text.length, end + 1)};
}

function isBlank(character: string | undefined): boolean {
	return character === ' ' || character === '\t';
}

function isNewline(character: string | undefined): boolean {
	return character === '\n' || character === '\r';
}
