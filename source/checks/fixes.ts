/** Mending a text: fixes put into it, byte for byte leaving the rest. */
import type {Fix, Problem} from '../problem.js';
import {check} from './check.js';

/** Fixes that touch each other wait for the next round; more rounds than this no text needs. */
const mostRounds = 10;

/** `text` with all fixes of its problems put in. What the diagram means does not change. */
export function mend(text: string): string {
	let mended = text;
	for (let round = 0; round < mostRounds; round++) {
		const next = apply(mended, check(mended));
		if (next === mended) break;
		mended = next;
	}
	return mended;
}

/** `text` with the fixes of `problems` put in, as far as they do not touch each other. */
export function apply(text: string, problems: readonly Problem[]): string {
	const fixes = problems.flatMap(({fix}) => (fix ? [fix] : [])).sort((a, b) => a.span.start - b.span.start);
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const pieces: string[] = [];
	let done = 0;
	let last = -1;
	for (const fix of fixes) {
		if (fix.span.start <= last) continue;
		const {start, end} = withLine(text, fix);
		if (start < done) continue;
		pieces.push(text.slice(done, start), fix.text.replaceAll('\n', newline));
		done = end;
		last = fix.span.end;
	}
	return pieces.join('') + text.slice(done);
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
