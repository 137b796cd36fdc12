/** Small random diagrams, cycles and parallel edges included, for cross-checks. */
import fc from 'fast-check';
import {Diagram, type Edge, type Node, type Shape} from '../../source/diagram/diagram.js';
import {closeLoops} from '../../source/diagram/loops.js';
import {shapeWords} from '../../source/syntax/words.js';

const span = {start: 0, end: 0};

/**
 * A diagram of one lane from `[shape, label]` nodes called n0, n1, …, `[from, to, label]` edges and
 * `[condition, first, last]` loops, with the edges that these imply.
 */
export function diagramOf(
	nodes: readonly (readonly [Shape, string])[],
	edges: readonly (readonly [number, number, string])[],
	loops: readonly (readonly [string, number, number])[] = [],
): Diagram {
	const parts = {
		lanes: [{id: 'a', name: 'A', span}],
		nodes: nodes.map(
			([shape, label], index): Node => ({
				id: `n${index}`,
				shape,
				lane: 'a',
				label: label || `n${index}`,
				attributes: new Map(),
				span,
			}),
		),
		edges: edges.map(
			([from, to, label], index): Edge => ({
				id: `e${index + 1}`,
				from: `n${from}`,
				to: `n${to}`,
				fromSide: 'right',
				toSide: 'left',
				label,
				synthetic: false,
				span,
			}),
		),
		loops: loops.map(([condition, first, last]) => ({condition, nodes: [`n${first}`, `n${last}`], span})),
	};
	return new Diagram({...parts, edges: [...parts.edges, ...closeLoops(parts)]});
}

/** Diagrams of at most `most` nodes, some with words that name outcomes, some with loops. */
export function randomDiagram(most = 7): fc.Arbitrary<Diagram> {
	const conditions = fc.constantFrom('until it holds', 'up to 2 times');
	const words = fc.constantFrom('', '', '', 'Failed', 'Success', 'Rolled back', 'Rejected', 'Failed twice?');
	return fc
		.integer({min: 1, max: most})
		.chain(size =>
			fc.tuple(
				fc.array(fc.tuple(fc.constantFrom(...shapeWords), words), {minLength: size, maxLength: size}),
				fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), words), {maxLength: Math.min(11, size * 2)}),
				fc.array(fc.tuple(conditions, fc.nat(size - 1), fc.nat(size - 1)), {maxLength: 2}),
			),
		)
		.map(parts => diagramOf(...parts));
}
