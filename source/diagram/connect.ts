/** Edges from what their statements say: ends found, prefixes and lanes compared. */

import {type Problem, problem} from '../problem.js';
import {isUnsure} from '../syntax/bare-side.js';
import {bounded} from '../syntax/longest.js';
import {endRemarks} from '../syntax/remarks-on-edges.js';
import type {EdgeStatement, End} from '../syntax/tree.js';
import {meant, sideWords} from '../syntax/words.js';
import {brief} from '../text.js';
import type {Placed} from './arrange.js';
import type {Edge, Node, Side} from './diagram.js';
import type {References} from './references.js';

/**
 * The edges whose ends are known, numbered e1, e2, … in file order; and the nodes from which others lead nowhere,
 * or may lead: that whose id is nearest where the one that is written is unknown.
 * Names of `unsure` lanes are not compared.
 */
export function connect(
	placed: readonly Placed<EdgeStatement>[],
	references: References,
	unsure: ReadonlySet<string>,
): {edges: readonly Edge[]; lost: ReadonlySet<string>; problems: readonly Problem[]} {
	const edges = new Map<string, Edge>();
	const lost = new Set<string>();
	const problems: Problem[] = [];
	for (const {statement: written, lane} of placed) {
		const readTwoWays = isUnsure(written);
		const statement = readTwoWays ? references.settle(written) : written;
		if (readTwoWays) problems.push(...endRemarks(statement));
		const from = references.find(statement.from.reference);
		const to = statement.to ? references.find(statement.to.reference) : undefined;
		if (!from || !to) lost.add(from?.id ?? references.nearest(statement.from.reference.node.text) ?? '');
		if (!from || !to || !statement.to) continue;
		const edge = {
			id: `e${edges.size + 1}`,
			from: from.id,
			to: to.id,
			fromSide: sideOf(statement.from, 'right'),
			toSide: sideOf(statement.to, 'left'),
			label: labelOf(statement),
			synthetic: false,
			span: {start: statement.start, end: statement.end},
		};
		const words = JSON.stringify([edge.from, edge.to, edge.fromSide, edge.toSide, edge.label]);
		const first = edges.get(words);
		if (first) problems.push(...(hasSides(statement) ? [again(edge, first)] : []));
		else {
			edges.set(words, edge);
			const own = lane !== undefined && unsure.has(lane) ? undefined : lane;
			if (!unsure.has(from.lane)) problems.push(...sourceLane(statement.from, from, own));
			if (!unsure.has(to.lane)) problems.push(...targetLane(statement.to, from, to, own));
		}
	}
	return {edges: [...edges.values()], lost, problems};
}

/** Whether its sides are those that are written, so that it may be the same as another word for word. */
function hasSides({from, to}: EdgeStatement): boolean {
	return [from, to].every(end => meant(end?.port?.side?.text ?? '', sideWords));
}

function sideOf(end: End, usual: Side): Side {
	return meant(end.port?.side?.text ?? '', sideWords) ?? usual;
}

/** The label, or what stands in its place without a key. */
function labelOf({note}: EdgeStatement): string {
	const label = note?.attributes.find(({key}) => !key || meant(key.text, ['label']));
	return bounded(label?.value?.text ?? '');
}

function again(edge: Edge, first: Edge): Problem {
	return problem('duplicate-edge', edge.span, 'this edge is written twice; it is kept once', {
		hint: 'leave one of them out',
		fix: {span: edge.span, text: ''},
		related: {span: first.span, message: 'first written here'},
	});
}

function sourceLane(end: End, node: Node, lane: string | undefined): Problem[] {
	if (end.reference.lane) return wrongPrefix(end, node);
	if (lane === undefined || node.lane === lane) return [];
	return [
		problem(
			'edge-in-other-lane',
			end.reference.node,
			`\`${brief(node.id)}\` is in lane \`${brief(node.lane)}\`, but its edge is written in \`${brief(lane)}\``,
			{hint: `move the edge there, or write ${prefixed(node)}`, fix: insertion(end, node)},
		),
	];
}

/** An edge that stands in the lane of its target needs no prefix there, nor one within the lane of its source. */
function targetLane(end: End, from: Node, to: Node, lane: string | undefined): Problem[] {
	if (end.reference.lane) return wrongPrefix(end, to);
	if (to.lane === from.lane || to.lane === lane) return [];
	return [
		problem(
			'missing-prefix',
			end.reference.node,
			`\`${brief(to.id)}\` is in another lane, \`${brief(to.lane)}\``,
			{
				hint: `write ${prefixed(to)}`,
				fix: insertion(end, to),
			},
		),
	];
}

function wrongPrefix({reference}: End, node: Node): Problem[] {
	const {lane} = reference;
	if (!lane || lane.text === node.lane) return [];
	const message = `\`${brief(node.id)}\` is in lane \`${brief(node.lane)}\`, not \`${brief(lane.text)}\``;
	return [
		problem('wrong-prefix', lane, message, {
			hint: `write ${prefixed(node)}`,
			fix: {span: {start: lane.start, end: lane.end}, text: node.lane},
		}),
	];
}

function insertion({reference}: End, node: Node) {
	const at = reference.node.start;
	return {span: {start: at, end: at}, text: `${node.lane}.`};
}

function prefixed(node: Node): string {
	return `\`${brief(node.lane)}.${brief(node.id)}\``;
}
