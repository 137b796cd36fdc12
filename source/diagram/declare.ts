/** Nodes from what their statements say. */

import {type Problem, problem, type Span} from '../problem.js';
import {bounded} from '../syntax/longest.js';
import type {Name, NodeStatement} from '../syntax/tree.js';
import {attributeWords, meant, shapeWords} from '../syntax/words.js';
import {brief} from '../text.js';
import type {Placed} from './arrange.js';
import type {Node} from './diagram.js';
import {outsideLane} from './lane-list.js';

/** The nodes in file order, by id; of two with one id the first counts. */
export function declare(placed: readonly Placed<NodeStatement>[]): {
	nodes: ReadonlyMap<string, Node>;
	problems: readonly Problem[];
} {
	const nodes = new Map<string, Node>();
	const problems: Problem[] = [];
	const names: Name[] = [];
	for (const {statement, lane} of placed) {
		const id = statement.id.text;
		const first = nodes.get(id);
		if (first) problems.push(twice(statement.id, first));
		else {
			nodes.set(id, toNode(statement, lane ?? outsideLane));
			names.push(statement.id);
		}
	}
	return {nodes, problems: [...problems, ...idForms(names)]};
}

function toNode(statement: NodeStatement, lane: string): Node {
	const id = statement.id.text;
	const attributes = new Map<string, string>();
	for (const {key, value} of statement.attributes) {
		const name = key ? (meant(key.text, attributeWords) ?? key.text) : 'label';
		if (value && !attributes.has(name)) attributes.set(name, bounded(value.text));
	}
	return {
		id,
		shape: meant(statement.shape?.text ?? '', shapeWords) ?? 'rectangle',
		lane,
		label: attributes.get('label') || attributes.get('description') || id,
		attributes,
		span: {start: statement.start, end: statement.end},
	};
}

function twice(id: Name, first: Node): Problem {
	const span: Span = {start: first.span.start, end: first.span.start + first.id.length};
	return problem('duplicate-node', id, `node \`${brief(id.text)}\` is declared twice`, {
		hint: 'give one of them another id; the first counts',
		related: {span, message: 'first declared here'},
	});
}

/** One hint a file: whoever uses words for ids uses them everywhere. */
function idForms(names: readonly Name[]): Problem[] {
	const others = names.filter(({text}) => !/^n\d+$/.test(text));
	const [first] = others;
	if (!first) return [];
	const rest = others.length > 1 ? `, like ${others.length - 1} more` : '';
	return [
		problem('node-id-form', first, `node id \`${brief(first.text)}\` is not \`n\` and a number${rest}`, {
			hint: 'FlowZap itself writes n1, n2, n3, …',
		}),
	];
}
