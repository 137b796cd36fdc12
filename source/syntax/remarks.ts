/** What there is to say about a statement that was understood: wrong but clear forms, and their fixes. */
import {type Problem, problem} from '../problem.js';
import type {Token} from './tokens.js';
import type {Attribute, EdgeStatement, NodeStatement, Statement} from './tree.js';

export const shapes: readonly string[] = ['circle', 'rectangle', 'diamond', 'taskbox'];
export const sides: readonly string[] = ['left', 'right', 'top', 'bottom'];

/** Problems of the written form of one statement. */
export function remarks(statement: Statement, _tokens: readonly Token[]): readonly Problem[] {
	if (statement.kind === 'node') return nodeRemarks(statement);
	if (statement.kind === 'edge') return edgeRemarks(statement);
	return [];
}

function nodeRemarks(node: NodeStatement): Problem[] {
	const found = node.attributes.flatMap(attribute => attributeRemarks(attribute, ':'));
	if (!node.shape)
		return [problem('missing-shape', node.id, `node \`${node.id.text}\` has no shape`), ...found];
	if (shapes.includes(node.shape.text.toLowerCase())) return found;
	return [
		problem('unknown-shape', node.shape, `there is no shape \`${node.shape.text}\``, {
			hint: `the shapes are ${shapes.join(', ')}`,
		}),
		...found,
	];
}

function edgeRemarks(edge: EdgeStatement): Problem[] {
	const found = edge.note?.attributes.flatMap(attribute => attributeRemarks(attribute, '=')) ?? [];
	if (!edge.arrow) found.push(problem('missing-arrow', edge, 'this edge has no `->`'));
	else if (edge.arrow.type === 'badArrow')
		found.push(
			problem('wrong-arrow', edge.arrow, `an edge is written with \`->\``, {
				fix: {span: edge.arrow, text: '->'},
			}),
		);
	if (!edge.to) return [...found, problem('missing-target', edge, 'this edge leads nowhere')];
	for (const end of [edge.from, edge.to]) {
		if (!end.port?.side)
			found.push(problem('missing-handle', end, `\`${end.reference.node.text}\` names no side`));
		else if (!sides.includes(end.port.side.text.toLowerCase()))
			found.push(
				problem('unknown-side', end.port.side, `there is no side \`${end.port.side.text}\``, {
					hint: `the sides are ${sides.join(', ')}`,
				}),
			);
	}
	return found;
}

function attributeRemarks({key, separator, value}: Attribute, right: ':' | '='): Problem[] {
	if (value?.quotes === 'open')
		return [problem('unclosed-string', value, 'this string is not closed', {hint: 'end it with `"`'})];
	if (!key || !separator || separator.text === right) return [];
	return [
		problem(
			'wrong-separator',
			separator,
			`\`${key.text}\` takes \`${right}\` here, not \`${separator.text}\``,
			{
				fix: {span: separator, text: right},
			},
		),
	];
}
