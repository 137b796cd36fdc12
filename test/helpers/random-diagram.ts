/** Small random diagrams, cycles and parallel edges included, for cross-checks. */
import fc from 'fast-check';
import {Diagram, type Edge, type Node, type Shape} from '../../source/diagram/diagram.js';
import {shapeWords} from '../../source/syntax/words.js';

const span = {start: 0, end: 0};

/** A diagram of one lane from `[shape, label]` nodes called n0, n1, … and `[from, to, label]` edges. */
export function diagramOf(
	nodes: readonly (readonly [Shape, string])[],
	edges: readonly (readonly [number, number, string])[],
): Diagram {
	return new Diagram({
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
		loops: [],
	});
}

/** Diagrams of at most `most` nodes, some with words that name outcomes. */
export function randomDiagram(most = 7): fc.Arbitrary<Diagram> {
	const words = fc.constantFrom('', '', '', 'Failed', 'Success', 'Rolled back', 'Rejected', 'Failed twice?');
	return fc
		.integer({min: 1, max: most})
		.chain(size =>
			fc.tuple(
				fc.array(fc.tuple(fc.constantFrom(...shapeWords), words), {minLength: size, maxLength: size}),
				fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), words), {maxLength: Math.min(11, size * 2)}),
			),
		)
		.map(([nodes, edges]) => diagramOf(nodes, edges));
}
