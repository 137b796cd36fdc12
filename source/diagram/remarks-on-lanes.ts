/** What there is to say about how lanes open, close and are called. */
import {groupBy} from '../group.js';
import {type Problem, problem, type Span} from '../problem.js';
import type {Close, Open, Statement, Stray} from '../syntax/tree.js';
import {brief} from '../text.js';
import type {Lane} from './diagram.js';

export function unclosedLane(open: Open, id: string, last: Span, next: Open | undefined): Problem {
	const before = next?.lane ? ` before \`${brief(next.lane.text)}\` begins` : '';
	return problem('unclosed-lane', header(open), `lane \`${brief(id)}\` is not closed${before}`, {
		hint: 'end it with `}` on a line of its own',
		fix: {span: {start: last.end, end: last.end}, text: '\n}'},
	});
}

/** The lanes of `inner` begin in the braces of `outer`. */
export function nestedLanes(outer: Open, id: string, inner: readonly Open[]): Problem {
	const [first = outer, ...others] = inner;
	const own = brief(id);
	const name = first.lane ? `\`${brief(first.lane.text)}\`` : 'this one';
	const rest = others.length > 0 ? `, like ${others.length} more` : '';
	return problem('nested-lane', header(first), `lanes do not nest: ${name} stands in \`${own}\`${rest}`, {
		hint: `end \`${own}\` before it; what follows it may stand in \`${own} {\` again`,
		related: {span: header(outer), message: `\`${own}\` begins here`},
	});
}

export function strayBrace(brace: Close): Problem {
	return problem('stray-brace', brace, 'this `}` closes nothing', {
		hint: 'leave it out',
		fix: {span: brace, text: ''},
	});
}

/** A lane that is opened again is given another name. */
export function nameAgain(open: Open, {id, name, span}: Lane): Problem {
	return problem('lane-name-again', open.name ?? open, `lane \`${brief(id)}\` has a name already`, {
		hint: 'leave the second out, or give this lane an id of its own',
		related: {span, message: `it is called “${brief(name)}” here`},
	});
}

/** `# Name` on the line after the header. */
export function nameOnNextLine(open: Open, {id}: Lane, line: Stray, name: string): Problem {
	return problem('name-on-next-line', line, 'the name of a lane goes after its `{`', {
		hint: `write \`${brief(id)} { # ${brief(name)}\``,
		fix: {span: {start: open.end, end: line.start}, text: ' '},
	});
}

/** Where nodes stand outside every lane it may be meant for the name of theirs, and is not mended. */
export function strayName(line: Stray, isNameToo: boolean): Problem {
	const fix = {span: {start: line.start, end: line.start + 1}, text: '//'};
	return problem('stray-name', line, '`#` names a lane, and only right after its `{`', {
		hint: 'a comment begins with `//`',
		...(isNameToo ? {} : {fix}),
	});
}

/** A statement outside every lane, with so many `others` next to it. */
export function outside(first: Statement, others: number): Problem {
	const what = first.kind === 'node' ? `node \`${brief(first.id.text)}\`` : `this ${first.kind}`;
	const rest = others > 0 ? `, like ${others} more next to it` : '';
	const code = first.kind === 'node' ? 'node-outside-lane' : 'outside-lane';
	return problem(code, {start: first.start, end: first.end}, `${what} is outside every lane${rest}`, {
		hint: 'move it between `Name {` and `}`',
	});
}

/** Lanes that nobody can tell apart where they are shown. */
export function sameNames(lanes: readonly Lane[]): Problem[] {
	return [...groupBy(lanes, ({name}) => name).values()].flatMap(([first, ...others]) =>
		others.map(lane =>
			problem('same-lane-name', lane.span, `another lane is called “${brief(lane.name)}”, too`, {
				hint: 'give one of them another name after its `{`',
				...(first && {related: {span: first.span, message: `it is \`${brief(first.id)}\``}}),
			}),
		),
	);
}

/** The place of a lane's id and brace. */
function header({start, lane, brace, end}: Open): Span {
	return {start, end: (brace ?? lane)?.end ?? end};
}
