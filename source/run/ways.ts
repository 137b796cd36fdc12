/** The ways on from a node, under the reading in force. */
import type {Edge} from '../diagram/diagram.js';
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
	return [...again, ...leaving(splitAt(run, node), own, again.length > 0)];
}

function leaving(split: Split, edges: readonly Edge[], looping: boolean): readonly Way[] {
	if (edges.length === 0) return looping ? [{type: 'leave'}] : [];
	if (edges.length === 1 || split === 'one') return edges.map(single);
	const all: Way = {type: 'all', edges};
	return split === 'ask' ? [...edges.map(single), all] : [all];
}

function single(edge: Edge): Way {
	return {type: 'edge', edge};
}

/** How the ways out of `node` are read: `one`, `all`, or `ask`. A diamond is always an exclusive choice. */
function splitAt(run: Run, node: string): Split {
	if (run.diagram.node(node).shape === 'diamond') return 'one';
	return run.switches.nodes.get(node)?.split ?? run.switches.split;
}
