/** Text → tree. Goes on after every mistake, never throws. */
import {type Problem, problem, type Span} from '../problem.js';
import {bothWays, chain, chainRemark} from './chain.js';
import {explain, isNodeAlone} from './explain.js';
import {laneIds} from './lane-ids.js';
import {remarks} from './remarks.js';
import {readStatement} from './statement.js';
import {type Line, lines, longestRow} from './statements.js';
import {isArrow, type Token} from './tokens.js';
import type {Broken, Statement, Tree} from './tree.js';

/** A statement of more words and signs than this is not read; it bounds the work for one statement. */
const longestStatement = 500;
/** The statements of a text that are read. */
const mostStatements = 250_000;

/**
 * What `text` says, and what is wrong with how it says it; problems in the order they are found.
 * Of a statement with a mistake in it, the part before the mistake counts where that is a statement.
 */
export function parse(text: string): {tree: Tree; problems: readonly Problem[]} {
	const statements: Statement[] = [];
	const problems: Problem[] = [];
	let prose: Span | undefined;
	for (const line of lines(text)) {
		if (statements.length >= mostStatements) {
			problems.push(tooMany(line));
			break;
		}
		for (const tokens of line.statements) {
			const {read, found} = understand(tokens, text);
			statements.push(...read);
			if (found.length === 0) prose = undefined;
			for (const one of found) {
				const isProse = one.code === 'not-flowzap';
				if (!isProse || !prose || !touch(prose, one.span, text)) problems.push(one);
				prose = isProse ? one.span : undefined;
			}
		}
		if (!prose) problems.push(...lineRemarks(line, text));
	}
	const settled = laneIds(statements);
	return {tree: {statements: settled.statements}, problems: [...problems, ...settled.problems]};
}

function understand(
	tokens: readonly Token[],
	text: string,
): {read: readonly Statement[]; found: readonly Problem[]} {
	const span = {start: tokens.at(0)?.start ?? 0, end: tokens.at(-1)?.end ?? 0};
	if (tokens.length > longestStatement) {
		const message = `a statement of ${tokens.length} words and signs; ${longestStatement} are the most`;
		return {
			read: [{kind: 'broken', declares: undefined, opens: false, leaves: beginnings(tokens), ...span}],
			found: [problem('too-long', span, message, {hint: 'write several statements'})],
		};
	}
	const {statements, stop} = readStatement(tokens);
	const [statement] = statements;
	if (statement) return {read: bothWays(statement), found: remarks(statement, tokens, text)};
	const edges = chain(tokens);
	if (edges.length > 0) return {read: edges, found: [chainRemark(edges)]};
	const found = explain(tokens, stop);
	const sound = found.code === 'not-flowzap' ? undefined : soundPart(tokens.slice(0, stop));
	return {
		read: sound ? [sound, rest(sound, tokens.slice(stop), span)] : [broken(tokens, span)],
		found: [found],
	};
}

function broken(tokens: readonly Token[], span: Span): Broken {
	const opens = tokens.some(({text}) => text === '{');
	return {kind: 'broken', declares: declared(tokens), opens, leaves: beginnings(tokens), ...span};
}

/** What is left of a statement behind the part of it that was read; an arrow in it leaves the last node of that. */
function rest(sound: Statement, tokens: readonly Token[], span: Span): Broken {
	const last =
		sound.kind === 'node' ? sound.id : sound.kind === 'edge' ? sound.to?.reference.node : undefined;
	return {
		...broken(tokens, span),
		declares: undefined,
		leaves: last && tokens.some(isArrow) ? [last.text] : [],
	};
}

/** `n3` of `n3 Yes n4`, `Team` and `n3` of `Team.n3.hanlde(right)`. */
function beginnings(tokens: readonly Token[]): readonly string[] {
	const dot = tokens.findIndex(({text}) => text === '.');
	return [tokens[0], tokens[dot + 1]].flatMap(token => token?.text ?? []);
}

/** The statement that `tokens` are; words after `loop` without brackets are no names of nodes. */
function soundPart(tokens: readonly Token[]): Statement | undefined {
	const [statement] = readStatement(tokens).statements;
	return statement?.kind === 'loop' && !statement.condition ? undefined : statement;
}

/** The id that a node statement would have declared: no use in saying that it is not. */
function declared(tokens: readonly Token[]): string | undefined {
	const [id, next] = tokens;
	const isNode = next?.text === ':' || next?.text === '[' || next?.type === 'shape' || isNodeAlone(tokens);
	return isNode ? id?.text : undefined;
}

/** Prose of several lines is one mistake: whether `next` only goes on where `last` ended. */
function touch(last: Span, next: Span, text: string): boolean {
	return !/[^\s,;]/.test(text.slice(last.end, next.start));
}

function tooMany({statements}: Line): Problem {
	const span = statements[0]?.[0] ?? {start: 0, end: 0};
	return problem('too-many', span, `more than ${mostStatements} statements; those from here on are left out`);
}

function lineRemarks({statements, commas, end}: Line, text: string): Problem[] {
	const found = commas.map(comma =>
		problem('stray-punctuation', comma, `\`${comma.text}\` has no place here`, {
			hint: 'leave it out',
			fix: {span: comma, text: ''},
		}),
	);
	if (end)
		found.push(
			problem('too-long', end, `a line of more than ${longestRow} words and signs; the rest is left out`),
		);
	const [first, second] = statements;
	if (!first?.[0] || !second?.[0]) return found;
	found.push(
		second[0].type === 'comment'
			? trailingComment(first[0], second[0], text)
			: problem('several-statements', second[0], 'a second statement on one line', {
					hint: 'begin a line for each statement; `flowzap-tui fmt` does that',
				}),
	);
	return found;
}

/** It goes before the statement that it follows. */
function trailingComment(first: Token, comment: Token, text: string): Problem {
	const indent = /[ \t]*$/.exec(text.slice(Math.max(0, first.start - 80), first.start))?.[0] ?? '';
	const statement = text.slice(first.start, comment.start).trimEnd();
	return problem('trailing-comment', comment, 'a comment takes a line of its own', {
		hint: 'move it to the line before',
		fix: {
			span: {start: first.start, end: comment.end},
			text: `${comment.text.trimEnd()}\n${indent}${statement}`,
		},
	});
}
