/** Random diagrams for properties of layout and drawing. */
import fc from 'fast-check';
import {
	Diagram,
	type Edge,
	type Lane,
	type Node,
	type Shape,
	type Side,
} from '../../source/diagram/diagram.js';
import {shapeWords} from '../../source/syntax/words.js';

const span = {start: 0, end: 0};

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];
const words = [
	'ok',
	'Deploy',
	'roll back',
	'部署完成',
	'é́tat',
	'🚀',
	'👩‍🚒 called',
	'נכשל',
	'a-very-long-word-that-must-be-broken',
	'│─┼',
	'►',
];

const text = fc.array(fc.constantFrom(...words), {maxLength: 5}).map(list => list.join(' '));
const label = fc.oneof({weight: 2, arbitrary: fc.constant('')}, {weight: 1, arbitrary: text});

interface Draft {
	readonly lanes: number;
	readonly nodes: readonly {shape: Shape; lane: number; label: string}[];
	readonly edges: readonly {
		from: number;
		to: number;
		fromSide: Side;
		toSide: Side;
		label: string;
		forward: boolean;
		/** Whether only a loop line implies it. */
		synthetic?: boolean;
	}[];
}

/** A diagram of plain values; every index is taken modulo what there is. */
export function diagramOf({lanes, nodes, edges}: Draft): Diagram {
	const count = nodes.length;
	return new Diagram({
		lanes: Array.from(
			{length: lanes},
			(_, i): Lane => ({id: `L${i}`, name: i % 2 ? `Lane ${i}` : `車線 ${i}`, span}),
		),
		nodes: nodes.map(
			({shape, lane, label: own}, i): Node => ({
				id: `n${i}`,
				shape,
				lane: `L${lane % lanes}`,
				label: own || `n${i}`,
				attributes: new Map(
					shape === 'taskbox' && i % 2
						? [
								['owner', 'Ana'],
								['system', 'Ops'],
							]
						: [],
				),
				span,
			}),
		),
		edges: edges.flatMap((edge, i): Edge[] => {
			if (count === 0) return [];
			const from = `n${edge.from % count}`;
			const to = `n${(edge.forward ? edge.from + 1 : edge.to) % count}`;
			return [
				{
					id: `e${i + 1}`,
					from,
					to,
					fromSide: edge.fromSide,
					toSide: edge.toSide,
					label: edge.label,
					synthetic: edge.synthetic ?? false,
					span,
				},
			];
		}),
		loops: [],
	});
}

const side = fc.constantFrom(...sides);
const edge = fc.record({
	from: fc.nat({max: 40}),
	to: fc.nat({max: 40}),
	fromSide: fc.oneof(fc.constant<Side>('right'), side),
	toSide: fc.oneof(fc.constant<Side>('left'), side),
	label,
	forward: fc.boolean(),
	synthetic: fc.oneof({weight: 7, arbitrary: fc.constant(false)}, fc.constant(true)),
});

const node = fc.record({shape: fc.constantFrom(...shapeWords), lane: fc.nat({max: 5}), label: text});

const sized = (nodes: number, edges: number) =>
	fc.record({
		lanes: fc.integer({min: 1, max: 6}),
		nodes: fc.array(node, {maxLength: nodes, size: 'max'}),
		edges: fc.array(edge, {maxLength: edges, size: 'max'}),
	});

/**
 * Up to six lanes, ten nodes and ten edges of every kind: parallel, to itself, back, across lanes, implied by a loop.
 * One in twenty has up to 24 nodes and 40 edges: these take long.
 */
export const anyDiagram: fc.Arbitrary<Diagram> = fc
	.oneof({weight: 19, arbitrary: sized(10, 10)}, {weight: 1, arbitrary: sized(24, 40)})
	.map(diagramOf);

/** One node with many ways out, or in. */
export const anyStar: fc.Arbitrary<Diagram> = fc
	.record({
		lanes: fc.integer({min: 1, max: 3}),
		leaves: fc.integer({min: 2, max: 20}),
		inwards: fc.boolean(),
		fromSide: side,
		toSide: side,
		label,
	})
	.map(({lanes, leaves, inwards, fromSide, toSide, label: own}) =>
		diagramOf({
			lanes,
			nodes: Array.from({length: leaves + 1}, (_, i) => ({shape: 'rectangle', lane: i, label: ''})),
			edges: Array.from({length: leaves}, (_, i) => ({
				from: inwards ? i + 1 : 0,
				to: inwards ? 0 : i + 1,
				fromSide,
				toSide,
				label: own,
				forward: false,
			})),
		}),
	);
