/** The ways on from a node, under the reading in force. */
import type {Edge} from '../diagram/diagram.js';
import {isSplit} from '../paths/splits.js';
import type {Run, Split} from './run.js';

/** A way on: one edge, all of several at once, or (at a loop that nothing else leaves) to end here. */
export type Way =
	| {readonly type: 'edge'; readonly edge: Edge}
	| {readonly type: 'all'; readonly edges: readonly Edge[]}
	| {readonly type: 'leave'};

/**
 * The ways on from `node`. None: the token ends there. One: it moves without asking. Several: a question.
 * An edge that only a loop line implies is never taken unasked.
 */
export function waysOn(run: Run, node: string): readonly Way[] {
	const out = run.diagram.out(node);
	const own = out.filter(edge => !edge.synthetic);
	const again = out.filter(edge => edge.synthetic).map(single);
	if (own.length === 0) return again.length > 0 ? [...again, {type: 'leave'}] : [];
	const split = own.length === 1 ? 'one' : splitAt(run, node);
	const all: readonly Way[] = split === 'one' ? [] : [{type: 'all', edges: own}];
	return [...again, ...(split === 'all' ? [] : own.map(single)), ...all];
}

function single(edge: Edge): Way {
	return {type: 'edge', edge};
}

/** How several ways out of `node` are read. A diamond is always an exclusive choice. */
function splitAt(run: Run, node: string): 'all' | 'one' | 'ask' {
	if (run.diagram.node(node).shape === 'diamond') return 'one';
	const split: Split = run.switches.nodes.get(node)?.split ?? run.switches.split;
	if (split !== 'auto') return split;
	return isSplit(run.diagram, node) ? 'all' : 'one';
}
