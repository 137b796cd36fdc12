/** What there is to say about a statement that was understood: wrong but clear forms, and their fixes. */
import {type Problem, problem} from '../problem.js';
import {brief} from '../text.js';
import {unclosedString} from './explain.js';
import {innerQuotes} from './inner-quotes.js';
import {endless} from './longest.js';
import {attributeRemarks, repeatedKeys} from './remarks-on-attributes.js';
import {edgeRemarks} from './remarks-on-edges.js';
import {wordRemarks} from './remarks-on-words.js';
import {spacing} from './spacing.js';
import type {Token} from './tokens.js';
import type {LoopStatement, NodeStatement, Open, Reference, Statement, Stray, Value} from './tree.js';
import {shapesElsewhere, shapeWords} from './words.js';

const shapes = {
	words: shapeWords,
	code: 'unknown-shape',
	kind: 'shape',
	elsewhere: shapesElsewhere,
} as const;

/** Problems of the written form of one statement. After a string that is not closed none is told: it swallows the rest. */
export function remarks(statement: Statement, tokens: readonly Token[], text: string): readonly Problem[] {
	const found = [
		...ownRemarks(statement),
		...(statement.kind === 'open' ? [] : innerQuotes(tokens)),
		...(statement.kind === 'comment' ? [] : endless(tokens)),
		...spacing(statement, tokens, text),
	];
	const open = unclosedString(tokens);
	return open ? [...found.filter(({span}) => span.end <= open.span.start), open] : found;
}

function ownRemarks(statement: Statement): Problem[] {
	switch (statement.kind) {
		case 'open':
			return openRemarks(statement);
		case 'node':
			return nodeRemarks(statement);
		case 'edge':
			return edgeRemarks(statement);
		case 'loop':
			return loopRemarks(statement);
		case 'fence':
			return [fenceRemark(statement)];
		case 'close':
		case 'name':
		case 'comment':
		case 'broken':
			return [];
	}
}

function openRemarks(open: Open): Problem[] {
	const found: Problem[] = [];
	if (open.early) found.push(earlyName(open, open.early));
	else if (!open.lane)
		found.push(
			problem('missing-lane-id', open, 'this lane has no id', {
				hint: 'write `Name {` with an id of your choice',
			}),
		);
	if (!open.brace && open.lane) {
		const end = open.lane.end;
		found.push(
			problem('missing-brace', open, 'this lane has no `{`', {
				fix: {span: {start: end, end}, text: ' {'},
				hint: 'write `{` after its id',
			}),
		);
	}
	return found;
}

function earlyName({lane, name, ...open}: Open, early: Value): Problem {
	const text = `${lane?.text ?? 'Name'} {${name ? ` # ${name.text}` : ''}`;
	const message = early.text
		? 'the name of a lane goes after its `{` and `#`'
		: 'a lane has no `:` after its id';
	const isCertain = lane !== null && (name === early || !early.text);
	return problem('quoted-name', early, message, {
		hint: `write \`${brief(text)}\`${lane ? '' : ', with an id of your choice'}`,
		...(isCertain ? {fix: {span: open, text}} : {}),
	});
}

function nodeRemarks(node: NodeStatement): Problem[] {
	const found = node.attributes.flatMap(attribute => attributeRemarks(attribute, ':'));
	found.push(...repeatedKeys(node.attributes));
	const id = brief(node.id.text);
	if (!node.shape)
		found.push(
			problem('missing-shape', node.id, `node \`${id}\` has no shape`, {
				hint: `write one of ${shapeWords.join(', ')} after \`${id}:\``,
			}),
		);
	else found.push(...wordRemarks(node.shape, shapes));
	if (!node.colon && node.shape) {
		const span = {start: node.id.end, end: node.shape.start};
		found.push(
			problem('missing-colon', node.id, `node \`${id}\` has no \`:\` after its id`, {
				hint: `write \`${id}: ${node.shape.text}\``,
				fix: {span, text: ': '},
			}),
		);
	}
	return found;
}

function loopRemarks(loop: LoopStatement): Problem[] {
	const found: Problem[] = [];
	if (loop.colon) found.push(...colonRemarks(loop, loop.colon));
	if (loop.condition && !loop.condition.text)
		found.push(
			problem('missing-condition', loop, 'this loop does not say how long it goes on', {
				hint: 'write `loop [condition] n1 n2`',
			}),
		);
	else if (loop.condition && !loop.closed)
		return [
			problem('unclosed-condition', loop.condition, 'this condition is not closed', {
				hint: 'end it with `]`',
			}),
		];
	if (loop.members.length === 0)
		found.push(
			problem('empty-loop', loop, 'this loop names no node', {hint: 'name the nodes that repeat after `]`'}),
		);
	return found;
}

function nameOf({lane, node}: Reference): string {
	return lane ? `${lane.text}.${node.text}` : node.text;
}

/** The colon after the condition, with or without brackets around that. */
function colonRemarks({condition, members, start}: LoopStatement, colon: Token): Problem[] {
	const head = `loop [${condition?.text ?? ''}]`;
	const gap = members[0]?.start === colon.end ? ' ' : '';
	return [
		problem(
			'missing-brackets',
			condition ?? colon,
			'the condition of a loop stands in brackets, without `:`',
			{
				hint: `write \`${brief(`${head} ${members.map(nameOf).join(' ')}`)}\``,
				fix: {span: {start, end: colon.end}, text: head + gap},
			},
		),
	];
}

function fenceRemark(fence: Stray): Problem {
	return problem('fence', fence, 'a Markdown fence is not part of the program', {
		hint: 'leave the line out',
		fix: {span: fence, text: ''},
	});
}
