/** Large diagrams for benchmarks: the same for the same numbers, always. */
import {Diagram, type Edge, type Lane, type Node, type Side} from '../source/diagram/diagram.js';

const span = {start: 0, end: 0};

/**
 * A process of `count` nodes in five lanes: 1.3 edges a node, 40 % of them across lanes, one in
 * twelve leading back, most to a near neighbour as in a process that people wrote.
 */
export function process(count: number): Diagram {
	const lanes = 5;
	let state = 12345;
	const random = (below: number) => {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const nodes = Array.from({length: count}, (_, i): Node => {
		const shape = i % 7 === 3 ? 'diamond' : 'rectangle';
		return {
			id: `n${i}`,
			shape,
			lane: `L${Math.floor(i / 4) % lanes}`,
			label: `Step ${i} of the process`,
			attributes: new Map(),
			span,
		};
	});
	const edges: Edge[] = [];
	const add = (from: number, to: number) => {
		const same = nodes[from]?.lane === nodes[to]?.lane;
		const [fromSide, toSide]: [Side, Side] = same
			? to > from
				? ['right', 'left']
				: ['bottom', 'bottom']
			: to > from
				? ['bottom', 'top']
				: ['top', 'bottom'];
		const label = edges.length % 4 === 0 ? 'Yes' : '';
		edges.push({
			id: `e${edges.length + 1}`,
			from: `n${from}`,
			to: `n${to}`,
			fromSide,
			toSide,
			label,
			synthetic: false,
			span,
		});
	};
	for (let i = 1; i < count; i++) add(i - 1, i);
	for (let i = 0; i < count * 0.3; i++) {
		const from = random(count);
		const step = 1 + random(40);
		const to = i % 4 === 0 ? from - step : from + step;
		if (to >= 0 && to < count && to !== from) add(from, to);
	}
	return new Diagram({
		lanes: Array.from({length: lanes}, (_, i): Lane => ({id: `L${i}`, name: `Lane ${i}`, span})),
		nodes,
		edges,
		loops: [],
	});
}

/** `count` nodes one after the other. */
export function chain(count: number): Diagram {
	return plain(
		count,
		Array.from({length: count - 1}, (_, i) => [i, i + 1] as const),
	);
}

/** One node that leads to `count` others. */
export function star(count: number): Diagram {
	return plain(
		count + 1,
		Array.from({length: count}, (_, i) => [0, i + 1] as const),
	);
}

/** Two nodes that lead to `count` others each, of which the first of one leads to the last of the other, and so on. */
export function fans(count: number): Diagram {
	const one = (i: number) => i + 2;
	const other = (i: number) => count + i + 2;
	return plain(
		2 * count + 2,
		Array.from({length: count}, (_, i) => [
			[0, one(i)] as const,
			[1, other(i)] as const,
			[one(i), other(count - 1 - i)] as const,
		]).flat(),
	);
}

/** `count` nodes of which each leads to every later one. */
export function complete(count: number): Diagram {
	return plain(
		count,
		Array.from({length: count}, (_, i) =>
			Array.from({length: count - i - 1}, (_, k) => [i, i + k + 1] as const),
		).flat(),
	);
}

function plain(count: number, pairs: readonly (readonly [number, number])[]): Diagram {
	return new Diagram({
		lanes: [{id: 'L', name: 'Lane', span}],
		nodes: Array.from(
			{length: count},
			(_, i): Node => ({
				id: `n${i}`,
				shape: 'rectangle',
				lane: 'L',
				label: `Step ${i}`,
				attributes: new Map(),
				span,
			}),
		),
		edges: pairs.map(
			([from, to], i): Edge => ({
				id: `e${i + 1}`,
				from: `n${from}`,
				to: `n${to}`,
				fromSide: 'right',
				toSide: 'left',
				label: '',
				synthetic: false,
				span,
			}),
		),
		loops: [],
	});
}
